//! Of which arm of a study each value of a sentence is said, by the names of what the arms had.

use std::collections::BTreeSet;
use std::ops::Range;

use grounds_evidence::Concepts;
use grounds_load::ContentSet;
use grounds_model::{Key, Study};
use grounds_numbers::quantity::Quantity;

use super::arm_heads::{arm_of_heads, arm_of_lead};
use super::heads::Heads;
use super::key_names::add_key_names;
use super::links::{Mention, linked};
use super::others::add_others;
use super::short_names::add_short_names;
use super::without::is_rest_of_arm;
use super::{Judged, Known};

/// A value of an arm, and the arm that it is said of.
#[derive(Debug)]
pub(crate) struct OfArm<'a> {
    pub(crate) quantity: &'a Quantity,
    pub(crate) study: &'a str,
    pub(crate) known: &'a Known,
    pub(crate) finding: &'a Key,
    /// The arm that has the value.
    pub(crate) arm: &'a Key,
    /// The arm that the words name, where they do.
    pub(crate) said: Option<&'a Key>,
    /// Whether the words name arms, and leave open which of them this is said of.
    pub(crate) is_open: bool,
}

/// The values of arms in a sentence, finding by finding, each with the arm that the words name.
pub(crate) fn said_of_arms<'a>(
    text: &str,
    judged: &'a [(Quantity, Judged<'a>)],
    heads: Heads<'_>,
    set: &'a ContentSet,
    concepts: &Concepts<'a>,
) -> Vec<Vec<OfArm<'a>>> {
    let mut findings: Vec<Vec<OfArm<'a>>> = Vec::new();
    for value in judged.iter().filter_map(of_arm) {
        let is_same =
            |of: &&mut Vec<OfArm<'a>>| of[0].study == value.study && of[0].finding == value.finding;
        match findings.iter_mut().find(is_same) {
            Some(finding) => finding.push(value),
            None => findings.push(vec![value]),
        }
    }
    if findings.is_empty() {
        return findings;
    }
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return Vec::new();
    }
    // What is no number of a record may have been one.
    let unknown: Vec<Range<usize>> = judged
        .iter()
        .filter(|(_, judged)| matches!(judged, Judged::Fault(_)))
        .map(|(quantity, _)| quantity.whole.clone())
        .collect();
    for values in &mut findings {
        let Some(study) = set.studies.get(values[0].study) else {
            continue;
        };
        let mentions = all_mentions(&lower, &study.value, concepts);
        if mentions.is_empty() && heads.are_there() {
            let arm = arm_of_heads(heads, &study.value, concepts);
            // Of two arms' values in one cell its head cannot tell.
            let together = values.iter().all(|value| value.arm == values[0].arm);
            for value in values.iter_mut().filter(|_| together) {
                value.said = arm;
            }
            continue;
        }
        if mentions.is_empty() && !heads.lead.is_empty() {
            let arm = arm_of_lead(heads.lead, &study.value, concepts);
            for value in values.iter_mut() {
                value.said = arm;
            }
            continue;
        }
        let places: Vec<Range<usize>> = values
            .iter()
            .map(|value| value.quantity.whole.clone())
            .collect();
        for (value, mention) in values
            .iter_mut()
            .zip(linked(&lower, &places, &unknown, &mentions))
        {
            // `12% were still above target` where 88% of them reached it, and 12% of the others.
            let own = (value.quantity, value.known);
            let is_rest = |named: &&Key| is_rest_of_arm(text, own, named, &study.value);
            value.said = mention
                .and_then(|mention| mention.of)
                .filter(|named| !is_rest(named));
            value.is_open = value.said.is_none() && mentions.iter().any(|one| one.of.is_some());
        }
        leave_parts_open(text, values);
    }
    findings
}

/// Leaves open of whom `8.8 of 13.2 points` is said: the part of a whole that another arm had as well.
fn leave_parts_open(text: &str, values: &mut [OfArm<'_>]) {
    for at in 1..values.len() {
        let (part, whole) = (&values[at - 1].quantity.whole, &values[at].quantity.whole);
        let between = text.get(part.end..whole.start).unwrap_or_default();
        if matches!(between.trim(), "of" | "of the" | "out of") {
            for value in &mut values[at - 1..=at] {
                value.said = None;
                value.is_open = true;
            }
        }
    }
}

/// The one result of an arm that a quantity can be, though it may stand in several fields of the record.
fn of_arm<'a>((quantity, judged): &'a (Quantity, Judged<'a>)) -> Option<OfArm<'a>> {
    let Judged::Found(sources) = judged else {
        return None;
    };
    let (study, known) = sources.first()?;
    let (finding, arm) = (
        known.finding()?,
        known.arm().filter(|_| known.is_result_of_arm())?,
    );
    // The events and their share may be two findings.
    let same = |(other, of): &(Option<&str>, Known)| {
        other == study && of.is_result_of_arm() && of.arm() == Some(arm)
    };
    sources.iter().all(same).then_some(OfArm {
        quantity,
        study: (*study)?,
        known,
        finding,
        arm,
        said: None,
        is_open: false,
    })
}

/// Words of a comparison, or of something that is not there: what stands after them names no arm by itself.
const DENYING: [&str; 10] = [
    "without", "no", "not", "never", "adding", "added", "add", "both", "between", "neither",
];

/// The arms that a sentence names, in its order.
pub(crate) fn mentions<'a>(
    text: &str,
    study: &'a Study,
    concepts: &Concepts<'a>,
) -> Vec<Mention<&'a Key>> {
    let named = named_interventions(text, study, concepts);
    let arms = Arms { study };
    let mut mentions: Vec<Mention<&'a Key>> = Vec::new();
    let mut shared = Vec::new();
    let mut at = 0;
    while at < named.len() {
        // `Needling with minoxidil` is one arm, `velapril and placebo` are two.
        let most = (at + 1..named.len())
            .take_while(|next| is_together(&text[named[next - 1].0.end..named[*next].0.start]))
            .last()
            .unwrap_or(at);
        let named_by = |last: usize| {
            let keys = named[at..=last]
                .iter()
                .flat_map(|(_, keys)| keys.iter().copied());
            arms.named(&keys.collect(), is_alone(&text[named[last].0.end..]))
        };
        let whole = (at..=most)
            .rev()
            .find_map(|last| Some((last, named_by(last)?)));
        let last = whole.as_ref().map_or(at, |(last, _)| *last);
        let words = named[at].0.start..named[last].0.end;
        let of = whole
            .map(|(_, name)| name)
            .filter(|_| !is_denied(&text[..words.start]));
        if of == Some(Name::Common) {
            shared.push(mentions.len());
        }
        let of = match of {
            Some(Name::Arm(arm)) => Some(arm),
            _ => None,
        };
        mentions.push(Mention { words, of });
        at = last + 1;
    }
    // `With chemotherapy`, which both arms had, names the other arm where one is named.
    let other = mentions.iter().find_map(|mention| mention.of);
    let rest = arms
        .with_nothing_of_its_own()
        .filter(|rest| other.is_some_and(|other| other != *rest));
    for at in shared {
        mentions[at].of = rest;
    }
    mentions
}

/// The arms that a sentence names, by short names and as the other of two as well.
pub(super) fn all_mentions<'a>(
    text: &str,
    study: &'a Study,
    concepts: &Concepts<'a>,
) -> Vec<Mention<&'a Key>> {
    let mut mentions = mentions(text, study, concepts);
    add_short_names(text, study, concepts, &mut mentions);
    add_key_names(text, study, concepts, &mut mentions);
    add_others(text, study, concepts, &mut mentions);
    mentions
}

/// Whether the words before a name say that it is not had, or had with something else.
fn is_denied(before: &str) -> bool {
    let words = before.split(|c: char| !c.is_alphanumeric()).rev();
    words
        .filter(|word| !word.is_empty())
        .take(2)
        .any(|word| DENYING.contains(&word))
}

/// Where interventions of the study are named, each with those that the name may mean.
pub(super) fn named_interventions<'a>(
    text: &str,
    study: &'a Study,
    concepts: &Concepts<'a>,
) -> Vec<(Range<usize>, BTreeSet<&'a Key>)> {
    let mut found: Vec<(Range<usize>, BTreeSet<&'a Key>)> = Vec::new();
    let interventions: BTreeSet<&Key> = study
        .arms
        .values()
        .flat_map(|arm| &arm.interventions)
        .collect();
    for key in interventions {
        let Some((entry, _)) = concepts.entry(key) else {
            continue;
        };
        for concept in concepts.lineage(entry) {
            for name in std::iter::once(&concept.label).chain(&concept.synonyms) {
                let name = name.as_str().to_lowercase();
                for (start, _) in text.match_indices(&name).filter(|_| !name.is_empty()) {
                    let words = start..start + name.len();
                    if is_word(text, &words) {
                        add(&mut found, words, key);
                    }
                }
            }
        }
    }
    found.sort_by_key(|(words, _)| words.start);
    found
}

/// Adds a name; of names that overlap the longest counts.
fn add<'a>(found: &mut Vec<(Range<usize>, BTreeSet<&'a Key>)>, words: Range<usize>, key: &'a Key) {
    if let Some((_, keys)) = found.iter_mut().find(|(known, _)| *known == words) {
        keys.insert(key);
        return;
    }
    let overlaps = |known: &Range<usize>| known.start < words.end && words.start < known.end;
    if found
        .iter()
        .any(|(known, _)| overlaps(known) && known.len() >= words.len())
    {
        return;
    }
    found.retain(|(known, _)| !overlaps(known));
    found.push((words, BTreeSet::from([key])));
}

/// Whether bytes are a word of their own, or its plural.
fn is_word(text: &str, words: &Range<usize>) -> bool {
    let after = &text[words.end..];
    let after = after.strip_prefix('s').unwrap_or(after);
    !text[..words.start].ends_with(char::is_alphanumeric)
        && !after.starts_with(char::is_alphanumeric)
}

fn is_together(between: &str) -> bool {
    [
        "with",
        "plus",
        "and",
        "+",
        "&",
        "and the",
        "added to",
        "together with",
        "combined with",
        "in addition to",
        "/",
    ]
    .contains(&between.trim())
}

fn is_alone(after: &str) -> bool {
    let next = after.split_whitespace().next().unwrap_or_default();
    ["alone", "only", "monotherapy"].contains(&next.trim_matches(|c: char| !c.is_alphabetic()))
}

/// What the names of interventions name.
#[derive(Debug, PartialEq)]
pub(super) enum Name<'a> {
    /// The one arm that had these, and nothing else that is not common to all.
    Arm(&'a Key),
    /// What all arms had, and nothing says that it was had alone.
    Common,
}

/// The arms of a study, by what only some of them had.
pub(super) struct Arms<'a> {
    pub(super) study: &'a Study,
}

impl<'a> Arms<'a> {
    /// What some interventions name; `None` where no arm had just these.
    pub(super) fn named(&self, named: &BTreeSet<&'a Key>, alone: bool) -> Option<Name<'a>> {
        let own: BTreeSet<&Key> = named
            .iter()
            .filter(|key| !self.is_common(key))
            .copied()
            .collect();
        if own.is_empty() && !alone {
            return Some(Name::Common);
        }
        let mut found = self.study.arms.iter().filter(|(_, arm)| {
            let of_arm: BTreeSet<&Key> = arm
                .interventions
                .iter()
                .filter(|key| !self.is_common(key))
                .collect();
            of_arm == own
        });
        let (key, _) = found.next()?;
        found.next().is_none().then_some(Name::Arm(key))
    }

    /// The one arm that had nothing but what all had.
    pub(super) fn with_nothing_of_its_own(&self) -> Option<&'a Key> {
        let mut found = self
            .study
            .arms
            .iter()
            .filter(|(_, arm)| arm.interventions.iter().all(|key| self.is_common(key)));
        let (key, _) = found.next()?;
        found.next().is_none().then_some(key)
    }

    fn is_common(&self, key: &Key) -> bool {
        self.study
            .arms
            .values()
            .all(|arm| arm.interventions.contains(key))
    }
}
