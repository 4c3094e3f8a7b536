//! The names of outcomes, as words have them.

use std::collections::{BTreeMap, BTreeSet};

use grounds_model::{Concept, Key, Vocabulary};

/// The labels and synonyms of the concepts, in small letters.
#[derive(Debug)]
pub(super) struct OutcomeNames<'a>(BTreeMap<&'a Key, Vec<String>>);

impl<'a> OutcomeNames<'a> {
    pub(super) fn of(vocabulary: &'a Vocabulary) -> Self {
        let names = |(key, concept): (&'a Key, &'a Concept)| {
            let names = std::iter::once(&concept.label).chain(&concept.synonyms);
            let names = names.map(|name| name.as_str().to_lowercase());
            (key, names.collect())
        };
        Self(vocabulary.concepts.iter().map(names).collect())
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
}

/// Whether a name stands in a text as words of their own.
fn stands_in(name: &str, text: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let open = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        open(text[..at].chars().next_back()) && open(text[at + name.len()..].chars().next())
    })
}
