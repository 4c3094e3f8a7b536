//! Names that an arm has by its key: `the vaccine` of an arm `vaccine` whose vaccine has a formal label, `those with usual
//! care` of `usual-care`, `the tablet group` of `tablets`.
//!
//! A key is a name that somebody gave to an arm to tell it from the others, so its words name the arm in prose as well: where
//! they stand as a noun of their own, and no other arm, outcome or people of the study are called so.

use std::sync::LazyLock;

use grounds_evidence::Concepts;
use grounds_model::{Key, Study};

use super::links::Mention;
use crate::classify::lexicon::entries;

/// Words before a name of one word.
const BEFORE: &[&str] = &[
    "a",
    "after",
    "an",
    "and",
    "ate",
    "by",
    "did",
    "drank",
    "for",
    "from",
    "given",
    "got",
    "had",
    "have",
    "in",
    "offered",
    "on",
    "or",
    "per",
    "received",
    "receiving",
    "than",
    "the",
    "took",
    "to",
    "taking",
    "under",
    "used",
    "using",
    "versus",
    "vs",
    "were",
    "who",
    "with",
    "wore",
    "wearing",
    "against",
    "of",
    "through",
    "having",
    "without",
];
/// Words after a name that make it one, whatever stands before it.
const GROUPS: &[&str] = &[
    "arm",
    "arms",
    "group",
    "groups",
    "recipients",
    "users",
    "takers",
];
/// Words that may stand after a name which is a noun of its own.
const AFTER: &[&str] = &[
    "a", "after", "against", "alone", "also", "although", "and", "as", "at", "because", "brought",
    "but", "by", "can", "compared", "cut", "cuts", "did", "died", "do", "does", "each", "every",
    "fell", "felt", "for", "gained", "gave", "got", "grew", "had", "halves", "has", "have",
    "helps", "in", "instead", "is", "it", "keeps", "kept", "led", "leads", "lost", "lowers",
    "made", "may", "might", "need", "of", "on", "or", "over", "probably", "raises", "reduces",
    "rose", "saw", "than", "that", "the", "then", "there", "they", "to", "took", "v", "versus",
    "vs", "was", "were", "whereas", "which", "while", "who", "will", "with", "within", "would",
    "during",
];
/// What a key may be that is no noun for what its arm had: it names the arm only before `group` and the like.
const NO_NOUNS: &[&str] = &[
    "active",
    "after",
    "all",
    "any",
    "before",
    "both",
    "case",
    "cases",
    "combined",
    "control",
    "controls",
    "early",
    "either",
    "everybody",
    "everyone",
    "few",
    "first",
    "high",
    "intervention",
    "late",
    "less",
    "long",
    "low",
    "many",
    "men",
    "moderate",
    "more",
    "much",
    "neither",
    "new",
    "none",
    "observed",
    "old",
    "one",
    "others",
    "patients",
    "people",
    "rest",
    "second",
    "short",
    "single",
    "standard",
    "test",
    "tested",
    "third",
    "treated",
    "treatment",
    "two",
    "untreated",
    "women",
    "yes",
];
/// Words before a name which say that it was had in appearance only.
const FEIGNED: &[&str] = &[
    "dummy",
    "fake",
    "inactive",
    "placebo",
    "pretend",
    "sham",
    "sugar",
    "simulated",
    "mock",
];
/// Words before a name which deny it.
const DENYING: &[&str] = &["without", "no", "not", "never"];

/// Other words for what an arm had.
struct Others {
    of: &'static str,
    names: Vec<&'static str>,
    denied: Vec<&'static str>,
}

static OTHERS: LazyLock<Vec<Others>> = LazyLock::new(|| {
    let list = |part: &'static str| {
        part.split(',')
            .map(str::trim)
            .filter(|word| !word.is_empty())
    };
    let parsed = entries(include_str!("everyday-arms.txt")).map(|(of, rest)| {
        let (names, denied) = rest.split_once('!').unwrap_or((rest, ""));
        Others {
            of,
            names: list(names).collect(),
            denied: list(denied).collect(),
        }
    });
    parsed.collect()
});

/// A name of an arm.
struct Name<'a> {
    words: String,
    of: &'a Key,
}

/// Adds the names that the keys of arms give to those of a sentence, in small letters.
pub(super) fn add_key_names<'a>(
    text: &str,
    study: &'a Study,
    concepts: &Concepts<'_>,
    mentions: &mut Vec<Mention<&'a Key>>,
) {
    let arms: Vec<&Key> = study.arms.keys().collect();
    if arms.len() < 2 {
        return;
    }
    let text = text.replace('-', " ");
    let mut names: Vec<Name<'a>> = Vec::new();
    for arm in &arms {
        for words in names_of(arm.as_str()) {
            names.push(Name { words, of: arm });
        }
        names.extend(denied_names(arm, &arms));
    }
    names.retain(|name| text.contains(&name.words));
    if names.is_empty() {
        return;
    }
    let taken = Taken::of(study, concepts);
    names.retain(|name| !taken.is_by_another(name));
    // The longer name counts: `usual care at home` is not `usual care`.
    names.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
    for name in &names {
        for mention in places(&text, name, &arms) {
            let overlaps = |old: &Mention<&Key>| {
                old.words.start < mention.words.end && mention.words.start < old.words.end
            };
            if !mentions.iter().any(overlaps) {
                mentions.push(mention);
            }
        }
    }
    mentions.sort_by_key(|mention| mention.words.start);
}

/// The names that a key gives, with the singular and the plural of its last word.
fn names_of(key: &str) -> Vec<String> {
    let phrase = key.replace(['-', '_'], " ");
    if phrase.len() < 4 || phrase.chars().any(|c| c.is_ascii_digit()) {
        return Vec::new();
    }
    let mut found = vec![phrase.clone()];
    let singular = ["ches", "shes", "xes"]
        .iter()
        .find_map(|end| phrase.ends_with(end).then(|| &phrase[..phrase.len() - 2]))
        .or_else(|| phrase.strip_suffix('s').filter(|rest| !rest.ends_with('s')));
    match singular {
        Some(singular) => found.push(singular.to_owned()),
        None => found.push(format!("{phrase}s")),
    }
    let bare = singular.unwrap_or(&phrase);
    let others = OTHERS
        .iter()
        .filter(|others| others.of == bare || others.of == phrase);
    found.extend(others.flat_map(|others| others.names.iter().map(|name| (*name).to_owned())));
    found
}

/// Names of the other of two arms: `the unvaccinated`.
fn denied_names<'a>(arm: &Key, arms: &[&'a Key]) -> Vec<Name<'a>> {
    let mut rest = arms.iter().filter(|other| **other != arm);
    let (Some(other), None) = (rest.next(), rest.next()) else {
        return Vec::new();
    };
    let others = OTHERS.iter().filter(|others| others.of == arm.as_str());
    let denied = others.flat_map(|others| &others.denied);
    denied
        .map(|words| Name {
            words: (*words).to_owned(),
            of: other,
        })
        .collect()
}

/// The names of a study's arms, outcomes and people, in small letters.
struct Taken<'a> {
    arms: Vec<(&'a Key, Vec<String>)>,
    rest: Vec<String>,
}

impl<'a> Taken<'a> {
    fn of(study: &'a Study, concepts: &Concepts<'_>) -> Self {
        let labels = |key: &Key| -> Vec<String> {
            let entry = concepts.entry(key).map(|(_, concept)| concept);
            let names = entry
                .into_iter()
                .flat_map(|concept| std::iter::once(&concept.label).chain(&concept.synonyms));
            names.map(|name| name.as_str().to_lowercase()).collect()
        };
        let arms = study.arms.iter().map(|(key, arm)| {
            let mut names: Vec<String> = arm.interventions.iter().flat_map(labels).collect();
            names.push(key.as_str().replace(['-', '_'], " "));
            (key, names)
        });
        let measured = study.findings.values().map(|finding| &finding.outcome);
        let people = study.population.iter().flat_map(|people| &people.concepts);
        Self {
            arms: arms.collect(),
            rest: measured.chain(people).flat_map(labels).collect(),
        }
    }

    /// Whether another arm, an outcome or the people are called so too.
    fn is_by_another(&self, name: &Name<'_>) -> bool {
        let others = self.arms.iter().filter(|(arm, _)| *arm != name.of);
        let mut others = others.flat_map(|(_, names)| names).chain(&self.rest);
        let bare = name.words.strip_suffix('s').unwrap_or(&name.words);
        others.any(|other| has_words(other, bare))
    }
}

/// Whether a name has some words, in the singular or the plural.
fn has_words(name: &str, words: &str) -> bool {
    name.match_indices(words).any(|(at, _)| {
        let after = &name[at + words.len()..];
        let after = after.strip_prefix('s').unwrap_or(after);
        !name[..at].ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
    })
}

/// Where a name stands; what is denied or feigned names the other of two arms.
fn places<'a>(text: &str, name: &Name<'a>, arms: &[&'a Key]) -> Vec<Mention<&'a Key>> {
    let mut found = Vec::new();
    let mut rest = arms.iter().filter(|arm| **arm != name.of);
    let other = rest.next().filter(|_| rest.next().is_none());
    for (start, _) in text.match_indices(name.words.as_str()) {
        let end = start + name.words.len();
        let before = &text[..start];
        if before.ends_with(char::is_alphanumeric) || text[end..].starts_with(char::is_alphanumeric)
        {
            continue;
        }
        let mut back = before.split_whitespace().rev();
        let last = back.next().unwrap_or_default();
        let second = back.next().unwrap_or_default();
        let of = if FEIGNED.contains(&last) {
            other.copied()
        } else if !stands_alone(&name.words, last, &text[end..]) {
            continue;
        } else if DENYING.contains(&last) || DENYING.contains(&second) {
            other.copied()
        } else {
            Some(name.of)
        };
        found.push(Mention {
            words: start..end,
            of,
        });
    }
    found
}

/// Whether a name stands as a noun of its own, and not as a part of another.
fn stands_alone(name: &str, last: &str, after: &str) -> bool {
    let next = after.split_whitespace().next().unwrap_or_default();
    let attached = after.starts_with(' ');
    let word = next.trim_end_matches(|c: char| !c.is_alphanumeric());
    if attached && GROUPS.contains(&word) {
        return true;
    }
    let is_noun = name.contains(' ') || !NO_NOUNS.contains(&name);
    let leads = last.is_empty()
        || last.ends_with([',', ';', ':', '.', '(']) // a phrase begins
        || BEFORE.contains(&last)
        || DENYING.contains(&last);
    let closes = !attached
        || next.is_empty()
        || AFTER.contains(&word)
        || word.ends_with("ed")
        || word.starts_with(|c: char| c.is_ascii_digit())
        || next.starts_with(['(', '[', '–', '—']);
    is_noun && leads && closes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_names_its_arm_as_a_noun_only() {
        for (last, after) in [
            ("the", " group had"),
            ("with", ", 5%"),
            ("the", " 48 had"),
            ("", " led to"),
            ("on", ""),
        ] {
            assert!(stands_alone("tablets", last, after), "{last} {after}");
        }
        for (last, after) in [("the", " count"), ("sleeping", " were"), ("in", " form")] {
            assert!(!stands_alone("tablets", last, after), "{last} {after}");
        }
        assert!(stands_alone("high", "the", " group had"));
        assert!(!stands_alone("high", "with", ", 5%"));
    }
}
