//! The names of outcomes, as words have them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use grounds_model::{Concept, Key, Vocabulary};

/// The labels and synonyms of the concepts, in small letters.
#[derive(Debug)]
pub(super) struct OutcomeNames<'a>(BTreeMap<&'a Key, Vec<String>>);

/// An outcome that words name, and where.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct NamedOutcome<'a> {
    pub(super) words: Range<usize>,
    pub(super) outcome: &'a Key,
}

impl<'a> OutcomeNames<'a> {
    pub(super) fn of(vocabulary: &'a Vocabulary) -> Self {
        let names = |(key, concept): (&'a Key, &'a Concept)| {
            let names = std::iter::once(&concept.label).chain(&concept.synonyms);
            let names = names.map(|name| name.as_str().to_lowercase());
            (key, names.collect())
        };
        Self(vocabulary.concepts.iter().map(names).collect())
    }

    /// The names of an outcome; none where the vocabulary does not have it.
    pub(super) fn names(&self, outcome: &Key) -> &[String] {
        self.0.get(outcome).map_or(&[], Vec::as_slice)
    }

    /// The outcomes among some that words name. Where one name stands within another, only the longer one
    /// counts: `pain at night` is not `pain`.
    pub(super) fn named(
        &self,
        words: &str,
        among: impl Iterator<Item = &'a Key>,
    ) -> BTreeSet<&'a Key> {
        let words = words.to_lowercase();
        let mut named: Vec<(&Key, &str)> = Vec::new();
        for key in among {
            let labels = self.0.get(key).into_iter().flatten();
            let stands = labels.filter(|label| stands_in(label, &words));
            if let Some(longest) = stands.max_by_key(|label| label.len()) {
                named.push((key, longest.as_str()));
            }
        }
        let is_part = |name: &str| {
            let mut others = named.iter().map(|(_, other)| *other);
            others.any(|other| other.len() > name.len() && other.contains(name))
        };
        let whole = named.iter().filter(|(_, name)| !is_part(name));
        whole.map(|(key, _)| *key).collect()
    }

    /// Where words, in small letters, name outcomes among some, in their order. What stands within a longer name counts
    /// for nothing; `others` are the places of such names.
    pub(super) fn places(
        &self,
        words: &str,
        among: &BTreeSet<&'a Key>,
        others: &[Range<usize>],
    ) -> Vec<NamedOutcome<'a>> {
        let mut found: Vec<NamedOutcome<'a>> = Vec::new();
        for key in among {
            for name in self.names(key).iter().filter(|name| !name.is_empty()) {
                let starts = words.match_indices(name.as_str());
                let places = starts.filter_map(|(at, _)| whole_word(words, at, name.len()));
                found.extend(places.map(|words| NamedOutcome {
                    words,
                    outcome: key,
                }));
            }
        }
        let within = |one: &Range<usize>, other: &Range<usize>| {
            other.len() > one.len() && other.start <= one.start && one.end <= other.end
        };
        let all: Vec<Range<usize>> = found.iter().map(|named| named.words.clone()).collect();
        found.retain(|named| {
            !all.iter()
                .chain(others)
                .any(|other| within(&named.words, other))
        });
        found.sort_by_key(|named| (named.words.start, named.outcome));
        found.dedup();
        found
    }
}

/// Whether a name stands in a text as words of their own.
fn stands_in(name: &str, text: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let open = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        open(text[..at].chars().next_back()) && open(text[at + name.len()..].chars().next())
    })
}

/// The bytes of a name that stands in a text as words of their own, with the `s` of several: `strokes`.
fn whole_word(text: &str, at: usize, long: usize) -> Option<Range<usize>> {
    let closed = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let end = at + long;
    let end = ["", "s", "es"].into_iter().find_map(|plural| {
        let rest = text[end..].strip_prefix(plural)?;
        (!closed(rest.chars().next())).then_some(end + plural.len())
    })?;
    (!closed(text[..at].chars().next_back())).then_some(at..end)
}
