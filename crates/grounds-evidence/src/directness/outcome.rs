//! Outcome: whether the study measured what the claim is about, or something in its place.

use grounds_model::{Claim, Directness, Finding, Key, Study};

use super::Computed;
use crate::concepts::{Concepts, Relation, in_sentence};

/// How near the outcome is, and whether it is a surrogate for the claim's.
pub(super) fn compare(
    concepts: &Concepts<'_>,
    claim: &Claim,
    study: &Study,
    finding: Option<&Finding>,
) -> (Computed, bool) {
    let Some(wanted) = claim
        .scope
        .as_ref()
        .and_then(|scope| scope.outcome.as_ref())
    else {
        return (Computed::direct(), false);
    };
    // Where a line names no finding, and the study has findings of one outcome only, it is that.
    let mut outcomes = study.findings.values().map(|finding| &finding.outcome);
    let only = outcomes
        .next()
        .filter(|first| outcomes.all(|other| other == *first));
    let Some(measured) = finding.map(|finding| &finding.outcome).or(only) else {
        let because = "the evidence line names no finding";
        return (Computed::unknown(because), false);
    };
    let label = |key: &Key| in_sentence(concepts.label(key));
    let relation = concepts.relation(wanted, measured);
    if relation == Relation::Equal {
        return (Computed::direct(), false);
    }
    if relation == Relation::Apart && !(concepts.has(wanted) && concepts.has(measured)) {
        let because = "the vocabulary does not have both outcomes";
        return (Computed::unknown(because), false);
    }
    let surrogate = relation == Relation::Apart && is_surrogate(concepts, measured, wanted);
    let because = if surrogate {
        format!(
            "{} was measured, a surrogate for {}",
            label(measured),
            label(wanted)
        )
    } else {
        format!(
            "{} was measured; the claim is about {}",
            label(measured),
            label(wanted)
        )
    };
    (Computed(Directness::from(relation), because), surrogate)
}

/// Whether what was measured, or what it is a case of, stands in for what is wanted, or for what
/// that is a case of or has as a case.
fn is_surrogate(concepts: &Concepts<'_>, measured: &Key, wanted: &Key) -> bool {
    let Some((measured, _)) = concepts.entry(measured) else {
        return false;
    };
    concepts
        .lineage(measured)
        .flat_map(|concept| &concept.surrogate_for)
        .any(|important| concepts.is_a(important, wanted) || concepts.is_a(wanted, important))
}
