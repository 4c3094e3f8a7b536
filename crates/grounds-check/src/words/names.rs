//! Which concepts of the vocabulary a text names, and where: by label and synonym, in the singular or the plural. Where
//! one name stands within another, only the longer one counts.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use foldhash::fast::FixedState;
use grounds_model::{Key, Vocabulary};

use super::everyday::EVERYDAY;
use crate::classify::stem::stem;
use crate::classify::token::{Gap, Token, tokens};

/// Names by their first stems, with what they are the names of.
type ByFirst<T> = HashMap<String, Vec<(Box<[String]>, T)>, FixedState>;

static OF_EVERYDAY: LazyLock<ByFirst<usize>> = LazyLock::new(|| {
    let entries = EVERYDAY.iter().enumerate();
    by_first(entries.flat_map(|(at, entry)| entry.names.iter().map(move |name| (*name, at))))
});

/// The names of a vocabulary.
#[derive(Debug, Default)]
pub(crate) struct ConceptNames<'a>(ByFirst<&'a Key>);

/// What a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named<'a> {
    /// The positions of its tokens in the text.
    pub(crate) tokens: Range<usize>,
    /// The concepts with this name, of which there is mostly one; none for an everyday name.
    pub(crate) concepts: Vec<&'a Key>,
    /// The position among the everyday names.
    pub(crate) everyday: Option<usize>,
}

impl<'a> ConceptNames<'a> {
    /// The names of a vocabulary.
    pub(crate) fn of(vocabulary: &'a Vocabulary) -> Self {
        let concepts = vocabulary.concepts.iter();
        Self(by_first(concepts.flat_map(|(key, concept)| {
            let names = std::iter::once(&concept.label).chain(&concept.synonyms);
            names.map(move |name| (name.as_str(), key))
        })))
    }

    /// What a text names, in its order: concepts, and everyday things that no concept's name covers.
    pub(crate) fn named(&self, text: &Stemmed) -> Vec<Named<'a>> {
        let mut found: Vec<Named<'a>> = Vec::new();
        let mut at = 0;
        while at < text.stems.len() {
            let (length, concepts) = longest(&self.0, text, at);
            let (long, everyday) = longest(&OF_EVERYDAY, text, at);
            let end = at + length.max(long);
            if end == at {
                at += 1;
                continue;
            }
            found.push(Named {
                tokens: at..end,
                concepts: if length >= long { concepts } else { Vec::new() },
                everyday: (long >= length)
                    .then(|| everyday.first().copied())
                    .flatten(),
            });
            at = end;
        }
        found
    }
}

/// A text with the stems of its words.
#[derive(Debug)]
pub(crate) struct Stemmed {
    pub(crate) tokens: std::rc::Rc<crate::classify::token::Tokens>,
    pub(crate) stems: Box<[String]>,
}

impl Stemmed {
    pub(crate) fn of(text: &str) -> Self {
        let tokens = tokens(text);
        let stems = tokens.iter().map(|token| stem(&token.text)).collect();
        Self { tokens, stems }
    }

    /// The bytes of some tokens.
    pub(crate) fn bytes(&self, at: &Range<usize>) -> Range<usize> {
        self.tokens[at.start].range.start..self.tokens[at.end - 1].range.end
    }
}

fn by_first<'n, T: Copy>(names: impl Iterator<Item = (&'n str, T)>) -> ByFirst<T> {
    let mut found: ByFirst<T> = HashMap::default();
    for (name, of) in names {
        let tokens = tokens(name);
        let stems: Box<[String]> = tokens
            .iter()
            .map(|token: &Token| stem(&token.text))
            .collect();
        if let Some(first) = stems.first() {
            found.entry(first.clone()).or_default().push((stems, of));
        }
    }
    found
}

/// The number of words of the longest names that begin at a position, and what these name.
fn longest<T: Copy + PartialEq>(names: &ByFirst<T>, text: &Stemmed, at: usize) -> (usize, Vec<T>) {
    let mut best = (0, Vec::new());
    for (name, of) in names.get(text.stems[at].as_str()).into_iter().flatten() {
        let end = at + name.len();
        let stands = text
            .stems
            .get(at..end)
            .is_some_and(|words| words == &name[..])
            && text.tokens[at + 1..end]
                .iter()
                .all(|token| token.gap < Gap::Comma);
        if !stands || name.len() < best.0 {
            continue;
        }
        if name.len() > best.0 {
            best = (name.len(), Vec::new());
        }
        if !best.1.contains(of) {
            best.1.push(*of);
        }
    }
    best
}

/// The everyday things that a text names, also within longer names.
pub(crate) fn everyday(text: &Stemmed) -> Vec<usize> {
    let places = 0..text.stems.len();
    places
        .flat_map(|at| longest(&OF_EVERYDAY, text, at).1)
        .collect()
}
