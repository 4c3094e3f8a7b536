//! What a claim stands on, in a few words.

use std::collections::BTreeSet;

use super::index::Index;
use crate::bundle::Claim;
use crate::bundle::terms::{Basis, CertaintyLevel, Relation};

/// The claim's certainty in words: `low certainty`.
pub(super) fn certainty(claim: &Claim) -> String {
    match (&claim.certainty, claim.basis) {
        (_, Basis::Speculative) => "speculative, no direct evidence".to_owned(),
        (Some(certainty), Basis::Evidence) => format!("{} certainty", level(certainty.level)),
        (None, Basis::Evidence) => "certainty not rated".to_owned(),
    }
}

fn level(level: CertaintyLevel) -> &'static str {
    match level {
        CertaintyLevel::VeryLow => "very low",
        CertaintyLevel::Low => "low",
        CertaintyLevel::Moderate => "moderate",
        CertaintyLevel::High => "high",
    }
}

/// What the claim stands on: `low certainty, 2 studies, 1 of them retracted`.
pub(super) fn summary(index: &Index, claim: &Claim) -> String {
    let keys = |wanted: &dyn Fn(Relation) -> bool| -> BTreeSet<&str> {
        let lines = claim.evidence.iter().filter(|line| wanted(line.relation));
        lines.map(|line| line.study.as_str()).collect()
    };
    let found = |key: &&str| index.study(key).is_some();
    let named = keys(&|relation| relation != Relation::Background);
    let (bearing, missing): (Vec<&str>, Vec<&str>) = named.into_iter().partition(found);
    let against = keys(&|relation| relation == Relation::Disputes);
    let against = against.iter().filter(|key| found(key)).count();
    let retracted = bearing
        .iter()
        .filter(|key| index.study(key).is_some_and(|study| !index.stands(study)))
        .count();
    let studies = match bearing.len() {
        0 if claim.basis == Basis::Speculative => None,
        0 => Some("no study recorded".to_owned()),
        1 => Some("1 study".to_owned()),
        n => Some(format!("{n} studies")),
    };
    let some = |n: usize, what: &str| (n > 0).then(|| format!("{n} {what}"));
    let parts = [
        Some(certainty(claim)),
        studies,
        some(against, "against"),
        some(retracted, "retracted"),
        some(missing.len(), "missing"),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
