//! What the records say of the papers: what each is a part of, under which number and name, and what came after it.

use std::collections::BTreeSet;

use grounds_load::ContentSet;
use grounds_model::{Key, Study};

/// A study that a review includes: its reports, and its registrations.
pub(super) struct Identity<'a> {
    pub(super) reports: BTreeSet<&'a Key>,
    pub(super) registrations: BTreeSet<String>,
}

pub(super) fn study<'a>(set: &'a ContentSet, key: &Key) -> Option<&'a Study> {
    set.studies.get(key.as_str()).map(|found| &found.value)
}

/// A paper with what it is a part of, and what that is a part of, and all reports that are a part of these: they are one
/// study, also where records go round in a circle.
pub(super) fn reports<'a>(set: &'a ContentSet, key: &'a Key) -> BTreeSet<&'a Key> {
    let mut found = BTreeSet::from([key]);
    let mut left = vec![key];
    while let Some(report) = left.pop() {
        let whole = study(set, report).and_then(|study| study.part_of.as_deref());
        let parts = set.uses.parts.get(report).into_iter().flatten();
        for other in whole.into_iter().chain(parts) {
            if found.insert(other) {
                left.push(other);
            }
        }
    }
    found
}

/// What came in the place of some reports, by their standing: versions of record, successors, replacements, and theirs.
pub(super) fn versions<'a>(set: &'a ContentSet, reports: &BTreeSet<&'a Key>) -> BTreeSet<&'a Key> {
    let mut found = BTreeSet::new();
    let mut left: Vec<&Key> = reports.iter().copied().collect();
    while let Some(key) = left.pop() {
        let events = study(set, key)
            .into_iter()
            .flat_map(|study| &study.standing);
        for by in events.filter_map(|event| event.by.as_ref()) {
            if found.insert(by) {
                left.push(by);
            }
        }
    }
    found
}

/// The registrations of some records, each as one word; one record may have several.
pub(super) fn registrations(set: &ContentSet, reports: &BTreeSet<&Key>) -> BTreeSet<String> {
    let all = reports
        .iter()
        .filter_map(|key| study(set, key)?.registration.as_ref());
    let each = all.flat_map(|text| text.as_str().split([',', ';']));
    each.map(registered)
        .filter(|number| number.contains(|c: char| c.is_numeric()))
        .collect()
}

/// A registration without blanks, dashes and capitals, and without what stands before and after the number that its
/// registry gave: the name or the address of the registry, a country.
fn registered(number: &str) -> String {
    let letters = number.chars().filter(|c| c.is_alphanumeric());
    let plain: String = letters.flat_map(char::to_lowercase).collect();
    let digits_of = |text: &str| {
        let length = text.bytes().take_while(u8::is_ascii_digit).count();
        text[..length].to_owned()
    };
    for registry in ["nct", "isrctn"] {
        let digits = plain
            .rfind(registry)
            .map(|at| digits_of(&plain[at + registry.len()..]));
        if let Some(digits) = digits.filter(|digits| !digits.is_empty()) {
            return format!("{registry}{digits}");
        }
    }
    // A EudraCT number is a year, six digits and two (the manual of the database, section 2.1): `2012-000615-84`.
    let names = ["eudract", "euctr", "number", "no"];
    let bare = names.iter().fold(plain.as_str(), |text, name| {
        text.strip_prefix(name).unwrap_or(text)
    });
    match digits_of(bare) {
        digits if digits.len() == "YYYYNNNNNNCC".len() => digits,
        _ => plain,
    }
}

/// The cohorts of some records, by the words that tell them apart: the UK Biobank cohort is the UK Biobank.
pub(super) fn cohorts(set: &ContentSet, reports: &BTreeSet<&Key>) -> BTreeSet<String> {
    let all = reports
        .iter()
        .filter_map(|key| study(set, key)?.cohort.as_deref());
    let plain = all.map(|name| {
        let name = name.as_str().to_lowercase();
        let words: Vec<&str> = name.split_whitespace().collect();
        let telling = words
            .iter()
            .filter(|word| !["the", "cohort", "study"].contains(*word));
        let telling: Vec<&str> = telling.copied().collect();
        if telling.is_empty() {
            words.join(" ")
        } else {
            telling.join(" ")
        }
    });
    plain.collect()
}

/// The studies that a review includes, and those of the reviews among them.
pub(super) fn included<'a>(set: &'a ContentSet, review: &'a Key) -> Vec<Identity<'a>> {
    let mut seen = BTreeSet::from([review]);
    let mut next: Vec<&Key> = vec![review];
    let mut found = Vec::new();
    while let Some(key) = next.pop() {
        for key in study(set, key)
            .into_iter()
            .flat_map(|study| &study.includes)
        {
            if seen.insert(key) {
                let reports = reports(set, key);
                let registrations = registrations(set, &reports);
                found.push(Identity {
                    reports,
                    registrations,
                });
                next.push(key);
            }
        }
    }
    found
}
