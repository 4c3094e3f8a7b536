//! Values of a part of those who took part, women or people with diabetes, that are said of another part, or values of all that are
//! said of a part.
//!
//! Only parts of which the record has a result of the same outcome are looked for: what it does not tell apart may be so in the
//! report.

use std::collections::BTreeSet;
use std::ops::Range;

use grounds_evidence::Concepts;
use grounds_model::{Concept, Finding, Key, Sex, Study};
use grounds_numbers::quantity::Quantity;

use super::links::{Mention, linked};
use super::{Judged, Known, Numbers, Said};

/// A value that is said of people of whom the record has another one.
#[derive(Debug)]
pub(crate) struct OfPart<'s, 'a> {
    pub(crate) quantity: &'s Quantity,
    pub(crate) study: &'a str,
    pub(crate) known: &'s Known,
    /// Of whom it is in the record; nobody for all who took part.
    pub(crate) is_of: &'a [Key],
    /// Whom the words name.
    pub(crate) said: &'a Key,
    /// The finding of these.
    pub(crate) finding: &'a Key,
}

/// A value of a finding.
struct Value<'s, 'a> {
    quantity: &'s Quantity,
    known: &'s Known,
    key: &'a Key,
    finding: &'a Finding,
}

/// The values that are said of another part of those who took part.
pub(crate) fn said_of_other_parts<'s, 'a: 's>(
    said: &Said<'s, 'a>,
    numbers: &Numbers<'a>,
    concepts: &Concepts<'a>,
) -> Vec<OfPart<'s, 'a>> {
    let mut studies = said.grounds.studies.iter();
    let (Some(study), None) = (studies.next(), studies.next()) else {
        return Vec::new();
    };
    let Some(record) = numbers.record(study) else {
        return Vec::new();
    };
    let groups: BTreeSet<&'a Key> = record
        .findings
        .values()
        .flat_map(|finding| &finding.among)
        .collect();
    let lower = said.text.to_lowercase();
    if groups.is_empty() || lower.len() != said.text.len() || tells_of_all(&lower) {
        return Vec::new();
    }
    let mentions = mentions(&lower, &groups, numbers, concepts);
    // `Men fared worse than women: 18% of them …`
    let points_back = |word: &str| ["them", "they", "their", "these"].contains(&word);
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    if mentions.is_empty() || mentions.len() > 1 && words.any(points_back) {
        return Vec::new();
    }
    let values: Vec<Value<'s, 'a>> = said
        .judged
        .iter()
        .filter_map(|of| value(of, study, record))
        .collect();
    let places: Vec<Range<usize>> = values
        .iter()
        .map(|value| value.quantity.whole.clone())
        .collect();
    let links = linked(&lower, &places, &[], &mentions);
    let lead = lead(&lower, &mentions);
    let of_value = |(value, link): (&Value<'s, 'a>, Option<&Mention<&'a Key>>)| {
        let part = link.map_or(lead, |mention| mention.of)?;
        let finding = other_finding(record, value, part, concepts)?;
        // A value of all beside several names may be said of them all.
        let whole = value.finding.among.is_empty();
        (!whole || lead.is_some()).then_some(OfPart {
            quantity: value.quantity,
            study,
            known: value.known,
            is_of: &value.finding.among,
            said: part,
            finding,
        })
    };
    values.iter().zip(links).filter_map(of_value).collect()
}

/// The one finding that a quantity is of, with an arm's value or an estimate.
fn value<'s, 'a>(
    (quantity, judged): &'s (Quantity, Judged<'a>),
    study: &str,
    record: &'a Study,
) -> Option<Value<'s, 'a>> {
    let Judged::Found(sources) = judged else {
        return None;
    };
    let (_, first) = sources.first()?;
    let (key, finding) = record.findings.get_key_value(first.finding()?)?;
    let same = |(of, known): &(Option<&str>, Known)| {
        let other = known.finding().and_then(|key| record.findings.get(key));
        let alike = other.is_some_and(|other| other.among == finding.among);
        *of == Some(study) && alike && (known.is_result_of_arm() || known.is_main_result())
    };
    sources.iter().all(same).then_some(Value {
        quantity,
        known: first,
        key,
        finding,
    })
}

/// The finding of a part from which a value of the same outcome would be, if the value is no result of that part.
fn other_finding<'a>(
    record: &'a Study,
    value: &Value<'_, 'a>,
    part: &Key,
    concepts: &Concepts<'a>,
) -> Option<&'a Key> {
    let related = |key: &Key| concepts.is_a(key, part) || concepts.is_a(part, key);
    if value.finding.among.iter().any(related) {
        return None;
    }
    let has_value = |finding: &Finding| match value.known.arm() {
        Some(arm) => finding.values.contains_key(arm) || finding.events.contains_key(arm),
        None => finding.estimate.is_some(),
    };
    let found = record.findings.iter().find(|(key, finding)| {
        *key != value.key
            && finding.outcome == value.finding.outcome
            && finding.measure == value.finding.measure
            && finding.at == value.finding.at
            && finding.among.iter().any(|key| key == part)
            && has_value(finding)
    });
    found.map(|(key, _)| key)
}

/// The part that the words before everything else name: `In women, …`.
fn lead<'a>(lower: &str, mentions: &[Mention<&'a Key>]) -> Option<&'a Key> {
    const LEADS: [&str; 8] = ["in", "among", "for", "of", "the", "those", "people", "with"];
    let [only] = mentions else {
        return None;
    };
    let before = lower[..only.words.start].split_whitespace();
    let light = before.clone().count() <= 4 && before.clone().all(|word| LEADS.contains(&word));
    only.of.filter(|_| light)
}

/// Whether a sentence tells of the rest, or of all, beside a part.
fn tells_of_all(lower: &str) -> bool {
    const WORDS: [&str; 14] = [
        "overall",
        "whole",
        "others",
        "rest",
        "all",
        "everybody",
        "everyone",
        "both",
        "total",
        "respectively",
        "alike",
        "former",
        "latter",
        "either",
    ];
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    words.any(|word| WORDS.contains(&word))
}

/// Where parts are named; a name that is denied names none.
fn mentions<'a>(
    lower: &str,
    groups: &BTreeSet<&'a Key>,
    numbers: &Numbers<'a>,
    concepts: &Concepts<'a>,
) -> Vec<Mention<&'a Key>> {
    let mut names: Vec<(String, &'a Key)> = Vec::new();
    for key in groups {
        let own = numbers.outcomes.names(key).iter().cloned();
        let concept = concepts.get(key).into_iter();
        let more = concept.flat_map(more_names);
        names.extend(own.chain(more).map(|name| (name, *key)));
    }
    names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    let mut found: Vec<Mention<&'a Key>> = Vec::new();
    for (name, key) in names.iter().filter(|(name, _)| !name.is_empty()) {
        for (at, _) in lower.match_indices(name.as_str()) {
            let words = at..at + name.len();
            let overlaps =
                |old: &Mention<&Key>| old.words.start < words.end && words.start < old.words.end;
            if !is_whole(lower, &words) || found.iter().any(overlaps) {
                continue;
            }
            let of = (!is_denied(&lower[..at])).then_some(*key);
            found.push(Mention { words, of });
        }
    }
    found.sort_by_key(|mention| mention.words.start);
    found
}

/// Other names of a part, by its sex, its ages, and what its people do not have.
fn more_names(concept: &Concept) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let owned = |all: &[&str]| {
        all.iter()
            .map(|name| (*name).to_owned())
            .collect::<Vec<_>>()
    };
    match concept.sex {
        Some(Sex::Female) => names.extend(owned(&["women", "woman", "females", "girls"])),
        Some(Sex::Male) => names.extend(owned(&["men", "males", "boys"])),
        None => {}
    }
    if let Some(age) = &concept.age {
        match (age.from, age.to) {
            (Some(from), None) => {
                let from = from.get();
                names.extend([
                    format!("over {from}"),
                    format!("{from} and over"),
                    format!("{from} or over"),
                    format!("{from} and older"),
                    format!("{from} or older"),
                    format!("{from} years and"),
                    format!("{from} years or"),
                ]);
            }
            (_, Some(to)) => {
                let next = to.get() + 1;
                names.extend([format!("under {next}"), format!("younger than {next}")]);
            }
            (None, None) => {}
        }
    }
    let label = concept.label.as_str().to_lowercase();
    let lacked = ["no ", "without "]
        .iter()
        .find_map(|start| label.strip_prefix(start));
    if let Some(lacked) = lacked {
        for start in ["without ", "no ", "not have ", "free of "] {
            names.push(format!("{start}{lacked}"));
        }
    }
    names
}

fn is_whole(text: &str, words: &Range<usize>) -> bool {
    let joined = |c: char| c.is_alphanumeric() || c == '-';
    !text[..words.start].ends_with(joined) && !text[words.end..].starts_with(joined)
}

/// Whether the words before a name say that these people are not meant, or are compared with.
fn is_denied(before: &str) -> bool {
    const DENYING: [&str; 7] = ["without", "no", "not", "never", "unlike", "except", "non"];
    let words = before.split(|c: char| !c.is_alphanumeric());
    let mut near = words.filter(|word| !word.is_empty()).rev().take(2);
    near.any(|word| DENYING.contains(&word))
}
