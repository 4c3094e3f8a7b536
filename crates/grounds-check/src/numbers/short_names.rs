//! The last word of what an arm had, as its name: `the spray` of a nasal spray, `women on iron` of daily iron.
//!
//! It is one only where something was tried in that arm, no name of another arm has the word, and the words before it say that
//! it was had.

use std::ops::Range;

use grounds_evidence::Concepts;
use grounds_model::{Key, Study};

use super::links::Mention;

/// Words before a short name.
const HAVING: [&str; 16] = [
    "the",
    "on",
    "taking",
    "using",
    "receiving",
    "given",
    "took",
    "received",
    "got",
    "used",
    "had",
    "drank",
    "ate",
    "wore",
    "wearing",
    "without",
];
/// Words that may mean what any arm had.
const GENERAL: [&str; 24] = [
    "treatment",
    "therapy",
    "care",
    "group",
    "tablets",
    "tablet",
    "pills",
    "pill",
    "capsules",
    "medicine",
    "drug",
    "dose",
    "injection",
    "diet",
    "feed",
    "food",
    "water",
    "programme",
    "program",
    "advice",
    "control",
    "alone",
    "training",
    "intervention",
];

/// Adds the short names of arms to those of a sentence, in small letters.
pub(super) fn add_short_names<'a>(
    text: &str,
    study: &'a Study,
    concepts: &Concepts<'_>,
    mentions: &mut Vec<Mention<&'a Key>>,
) {
    let arms: Vec<(&Key, Vec<String>)> = study
        .arms
        .iter()
        .map(|(key, arm)| (key, names_of(&arm.interventions, concepts)))
        .collect();
    let mut found = Vec::new();
    for (arm, names) in &arms {
        let had = study.arms.get(*arm).map(|arm| &arm.interventions);
        if had.is_none_or(|had| had.iter().all(|key| concepts.is_inert(key))) {
            continue;
        }
        let others = || arms.iter().filter(|(other, _)| other != arm);
        let is_own = |word: &str| {
            let mut names = others().flat_map(|(_, names)| names);
            !names.any(|name| !denies(name) && name.split(' ').any(|part| part == word))
        };
        let mut short: Vec<&str> = names.iter().filter_map(|name| last_word(name)).collect();
        short.sort_unstable();
        short.dedup();
        for word in short.into_iter().filter(|word| is_own(word)) {
            let others: Vec<&Key> = others().map(|(key, _)| *key).collect();
            found.extend(places(text, word, arm, &others));
        }
    }
    let is_new = |new: &Mention<&Key>| {
        let overlaps = |old: &Mention<&Key>| {
            old.words.start < new.words.end && new.words.start < old.words.end
        };
        !mentions.iter().any(overlaps)
    };
    found.retain(is_new);
    mentions.extend(found);
    mentions.sort_by_key(|mention| mention.words.start);
}

/// Where a short name stands; `without the spray` names the other of two arms.
fn places<'a>(text: &str, word: &str, arm: &'a Key, others: &[&'a Key]) -> Vec<Mention<&'a Key>> {
    let mut found = Vec::new();
    for (start, _) in text.match_indices(word) {
        let end = start + word.len();
        let before = &text[..start];
        let follows = text[end..].strip_prefix('s').unwrap_or(&text[end..]);
        let is_word = before.ends_with(' ') && !follows.starts_with(char::is_alphanumeric);
        let mut back = before.split_whitespace().rev();
        let (last, second) = (
            back.next().unwrap_or_default(),
            back.next().unwrap_or_default(),
        );
        if !is_word || !HAVING.contains(&last) {
            continue;
        }
        let denied = |word: &str| ["without", "no", "not", "never"].contains(&word);
        let words = |from: &str| before.rfind(from).unwrap_or(start)..end;
        let mention = match (denied(last) || denied(second), others) {
            (false, _) => Some((start..end, arm)),
            (true, [other]) if last == "without" || second == "without" => {
                Some((words("without"), *other))
            }
            _ => None,
        };
        found.extend(mention.map(|(words, of): (Range<usize>, _)| Mention {
            words,
            of: Some(of),
        }));
    }
    found
}

/// The names of interventions, in small letters.
fn names_of(interventions: &[Key], concepts: &Concepts<'_>) -> Vec<String> {
    let entries = interventions.iter().filter_map(|key| concepts.entry(key));
    let concepts = entries.map(|(_, concept)| concept);
    concepts
        .flat_map(|concept| std::iter::once(&concept.label).chain(&concept.synonyms))
        .map(|name| name.as_str().to_lowercase())
        .collect()
}

/// Whether a name is that of something which was not had: `No spray`.
fn denies(name: &str) -> bool {
    name.starts_with("no ") || name.starts_with("without ")
}

/// The last of several words of a name.
fn last_word(name: &str) -> Option<&str> {
    let (_, last) = name.rsplit_once(' ')?;
    let plain = last.len() > 3 && last.chars().all(char::is_alphabetic);
    (plain && !denies(name) && !GENERAL.contains(&last)).then_some(last)
}
