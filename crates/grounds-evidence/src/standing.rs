//! Whether the data of a study still stand.

use std::collections::BTreeSet;

use grounds_load::ContentSet;
use grounds_model::Key;

/// The study whose retraction takes the data of a report away: the report itself, or what it is a part of, for a second
/// report of a retracted trial has the data of that trial. `None` where they stand, or nothing is recorded.
pub fn withdrawn<'a>(set: &'a ContentSet, report: &Key) -> Option<&'a Key> {
    let (mut key, mut study) = set.studies.sound.get_key_value(report)?;
    let mut seen = BTreeSet::new();
    while seen.insert(key) {
        if study.value.standing().retracted.is_some() {
            return Some(key);
        }
        let whole = study.value.part_of.as_deref()?;
        (key, study) = set.studies.sound.get_key_value(whole)?;
    }
    None
}

/// The studies without data that stand which a review includes, itself or by the reviews among those, with the study of
/// the record that names each.
pub fn withdrawn_in<'a>(set: &'a ContentSet, review: &'a Key) -> Vec<(&'a Key, &'a Key)> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::from([review]);
    let mut left = vec![review];
    while let Some(review) = left.pop() {
        let Some(study) = set.studies.get(review.as_str()) else {
            continue;
        };
        for key in &study.value.includes {
            if !seen.insert(key) {
                continue;
            }
            if withdrawn(set, key).is_some() {
                found.push((review, key));
            } else {
                left.push(key);
            }
        }
    }
    found
}
