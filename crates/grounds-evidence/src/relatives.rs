//! Studies that the records of others tie to them: second reports, preprints, reviews, and whatever names them.

use std::collections::{BTreeMap, BTreeSet};

use grounds_load::ContentSet;
use grounds_model::{Key, Study};

use crate::standing::version_of_record;

/// The studies of the set with these keys, whether their records can be read or not.
pub(crate) fn known<'a>(set: &'a ContentSet, keys: &[&str]) -> BTreeSet<&'a Key> {
    let named = |key: &&str| {
        let sound = set.studies.sound.get_key_value(*key).map(|(key, _)| key);
        sound.or_else(|| set.studies.broken.get_key_value(*key).map(|(key, _)| key))
    };
    keys.iter().filter_map(named).collect()
}

/// Studies, with every report that is part of one and every preprint.
pub(crate) fn with_second_reports<'a>(
    set: &'a ContentSet,
    studies: BTreeSet<&'a Key>,
) -> BTreeSet<&'a Key> {
    let mut parts: BTreeMap<&Key, Vec<&Key>> = BTreeMap::new();
    for (key, study) in set.studies.iter() {
        let whole = study.value.part_of.as_deref();
        for of in whole.into_iter().chain(version_of_record(&study.value)) {
            parts.entry(of).or_default().push(key);
        }
    }
    let mut found: BTreeSet<&Key> = BTreeSet::new();
    let mut left: Vec<&Key> = studies.into_iter().collect();
    while let Some(key) = left.pop() {
        if found.insert(key) {
            left.extend(parts.get(key).into_iter().flatten());
        }
    }
    found
}

/// The reviews that include one of some studies, and those that include such a review.
pub(crate) fn reviews_of<'a>(set: &'a ContentSet, studies: &BTreeSet<&Key>) -> BTreeSet<&'a Key> {
    let mut including: BTreeMap<&Key, Vec<&Key>> = BTreeMap::new();
    for (review, study) in set.studies.iter() {
        for key in &study.value.includes {
            including.entry(key).or_default().push(review);
        }
    }
    let mut found = BTreeSet::new();
    let mut left: Vec<&Key> = studies.iter().copied().collect();
    while let Some(key) = left.pop() {
        for &review in including.get(key).into_iter().flatten() {
            if !studies.contains(review) && found.insert(review) {
                left.push(review);
            }
        }
    }
    found
}

/// The studies whose records name one of some studies: second reports, reviews, what it replaced, what derives from it.
pub(crate) fn records_naming<'a>(
    set: &'a ContentSet,
    studies: &BTreeSet<&Key>,
) -> BTreeSet<&'a Key> {
    let names = |study: &Study| {
        let whole = study.part_of.as_deref().into_iter();
        let by = study.standing.iter().filter_map(|event| event.by.as_ref());
        let derivations = study.derivations.values();
        let operands = derivations.flat_map(|derivation| &derivation.of);
        let from = operands.filter_map(|of| of.study.as_ref());
        let mut named = whole.chain(by).chain(from).chain(&study.includes);
        named.any(|key| studies.contains(key))
    };
    let others = set.studies.iter();
    others
        .filter(|(key, study)| !studies.contains(key) && names(&study.value))
        .map(|(key, _)| key)
        .collect()
}
