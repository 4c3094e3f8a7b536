//! Claims about how well a test tells: the test that was studied, and the reference that it was held against.
//!
//! Whoever takes part has both tests, so they are no arms that are compared: whether a record has them as two groups or
//! together in one, each is looked for by itself.

use grounds_model::{Arm, Directness, Finding, Key, Study};

use super::Computed;
use super::contrast::{Compared, Contrasted};
use crate::concepts::{Concepts, Relation};

/// How near the test and its reference are. `None` where the study's arms are not recorded.
pub(super) fn compare<'a>(
    concepts: &Concepts<'_>,
    (test, reference): (&[Key], &[Key]),
    study: &'a Study,
    finding: Option<&Finding>,
) -> Option<Contrasted<'a>> {
    let of_finding = |key: &Key| {
        finding.is_some_and(|finding| {
            let contrast = finding.contrast.iter();
            let mut contrasted = contrast.flat_map(|of| [&of.arm, &of.against]);
            let named = finding.values.contains_key(key) || finding.n.contains_key(key);
            named || finding.events.contains_key(key) || contrasted.any(|arm| arm == key)
        })
    };
    let all: Vec<(&Key, &Arm)> = study.arms.iter().collect();
    let named: Vec<_> = all
        .iter()
        .copied()
        .filter(|(key, _)| of_finding(key))
        .collect();
    let tested = if named.is_empty() { &all } else { &named };
    let (relation, arm) = nearest(concepts, test, tested)?;
    let labels = |keys: &[Key]| concepts.labels(keys);
    let intervention = if relation == Relation::Equal {
        Computed::direct()
    } else {
        let studied = labels(&arm.1.interventions);
        let because = format!("{studied} was studied; the claim is about {}", labels(test));
        Computed(Directness::from(relation), because)
    };
    let (comparator, against) = held_against(concepts, (test, reference), &all);
    let compared = Compared {
        arm: Some(arm.0),
        against: against.filter(|against| *against != arm.0),
        ..Compared::default()
    };
    Some(Contrasted {
        intervention,
        comparator,
        compared,
    })
}

/// How near the reference is, and the arm that has it.
fn held_against<'a>(
    concepts: &Concepts<'_>,
    (test, reference): (&[Key], &[Key]),
    arms: &[(&'a Key, &'a Arm)],
) -> (Computed, Option<&'a Key>) {
    if reference.is_empty() {
        return (Computed::direct(), None);
    }
    let Some((relation, arm)) = nearest(concepts, reference, arms) else {
        return (Computed::direct(), None);
    };
    let had = arms.iter().flat_map(|(_, arm)| &arm.interventions);
    let had: Vec<Key> = had.cloned().collect();
    let others: Vec<Key> = concepts.without(&had, test).into_iter().cloned().collect();
    let computed = match relation {
        Relation::Equal => Computed::direct(),
        Relation::Apart if others.is_empty() => {
            Computed::unknown("what the test was held against is not recorded")
        }
        relation => {
            let because = format!(
                "compared with {}; the claim compares with {}",
                concepts.labels(&others),
                concepts.labels(reference)
            );
            Computed(Directness::from(relation), because)
        }
    };
    (computed, Some(arm.0))
}

/// The arm that has what is looked for, or what is nearest to it, whatever else it has.
fn nearest<'a>(
    concepts: &Concepts<'_>,
    wanted: &[Key],
    arms: &[(&'a Key, &'a Arm)],
) -> Option<(Relation, (&'a Key, &'a Arm))> {
    let relation = |arm: &Arm| {
        let each = wanted.iter().map(|key| {
            let had = arm.interventions.iter();
            let relations = had.map(|had| concepts.relation(key, had));
            relations.min().unwrap_or(Relation::Apart)
        });
        each.max().unwrap_or(Relation::Apart)
    };
    let found = arms.iter().map(|arm| (relation(arm.1), *arm));
    found.min_by_key(|(relation, _)| *relation)
}
