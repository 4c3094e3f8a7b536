//! Whether the data of a study still stand.

use std::collections::BTreeSet;

use grounds_load::ContentSet;
use grounds_model::{Key, Study};
use grounds_numbers::lists::PartList;

/// The study whose retraction takes the data of a report away: the report itself, what it is a part of, or the paper of
/// which it is the preprint, for a second report and a preprint of a retracted trial have the data of that trial. `None`
/// where they stand, or nothing is recorded.
pub fn withdrawn<'a>(set: &'a ContentSet, report: &Key) -> Option<&'a Key> {
    let own = set.studies.get(report.as_str())?;
    // Most reports are all that there is of their study, and nothing was ever said of them.
    if own.value.standing.is_empty() && own.value.part_of.is_none() {
        return None;
    }
    let mut seen = Vec::new();
    let mut left = vec![report];
    while let Some(key) = left.pop() {
        let Some((key, study)) = set.studies.sound.get_key_value(key) else {
            continue;
        };
        // A record names one or two others: their row is short.
        if seen.contains(&key) {
            continue;
        }
        seen.push(key);
        if study.value.standing().retracted.is_some() {
            return Some(key);
        }
        // What is taken last is looked at first.
        left.extend(version_of_record(&study.value));
        left.extend(study.value.part_of.as_deref());
    }
    None
}

/// The version of record of a preprint, where it is published and named.
pub fn version_of_record(study: &Study) -> Option<&Key> {
    let event = study.standing().version_of_record?;
    study.standing[event].by.as_ref()
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

/// Whether words speak of a retraction. Retractors are instruments, and hair follicles, scars and
/// gums can be retractile: these say nothing about a study.
pub fn says_retracted(words: &str) -> bool {
    static RETRACTED: PartList = PartList::new(&["retract"]);
    if !RETRACTED.is_in(words) {
        return false;
    }
    let lower = words.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    // `was not retracted`, `has never been retracted`, `no retraction` deny it; `without the retracted trial` does not.
    let denied = |at: usize| {
        let before = words[..at].iter().rev();
        let mut before = before.skip_while(|word| ["been", "be"].contains(word));
        matches!(before.next(), Some(&("not" | "never" | "no" | "nor")))
    };
    words.iter().enumerate().any(|(at, word)| {
        let retracts = matches!(
            *word,
            "retract" | "retracts" | "retracted" | "retracting" | "retraction" | "retractions"
        );
        retracts && !denied(at)
    })
}

#[cfg(test)]
mod tests {
    use super::says_retracted;

    #[test]
    fn only_a_retraction_speaks_of_one() {
        assert!(says_retracted(", retracted in 2024"));
        assert!(says_retracted("A trial, since retracted, reported more."));
        assert!(!says_retracted(
            "It was printed in 2005 and was not retracted."
        ));
        assert!(says_retracted("Without the retracted trial it is so."));
        assert!(!says_retracted("It has never been retracted."));
        assert!(!says_retracted("A retractor held the scalp."));
        assert!(!says_retracted(""));
    }
}
