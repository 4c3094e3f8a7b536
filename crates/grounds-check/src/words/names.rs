//! Which concepts of the vocabulary a text names, and where: by label and synonym, in the singular or the plural. Where
//! one name stands within another, only the longer one counts.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::LazyLock;

use foldhash::fast::FixedState;
use grounds_evidence::Concepts;
use grounds_model::{Concept, Key, Text, Vocabulary};
use smol_str::SmolStr;

use super::everyday::EVERYDAY;
use crate::classify::lexicon::{Listed, Mark};
use crate::classify::stem::content;
use crate::classify::token::{Gap, tokens};

/// Names by their first stems, with what they are the names of.
type ByFirst<T> = Listed<Vec<(Box<[SmolStr]>, T)>>;

static OF_EVERYDAY: LazyLock<ByFirst<usize>> = LazyLock::new(|| {
    let entries = EVERYDAY.iter().enumerate();
    by_first(entries.flat_map(|(at, entry)| entry.names.iter().map(move |name| (*name, at))))
});

/// The names of a vocabulary.
#[derive(Debug)]
pub(crate) struct ConceptNames {
    by_first: ByFirst<Key>,
    /// The stems by which each concept, and whatever it is a case of, is known in other names.
    telling: HashMap<Key, Box<[SmolStr]>, FixedState>,
}

/// Stems that name nothing by themselves.
const GENERIC: &[&str] = &[
    "afternoon",
    "care",
    "chang",
    "clinic",
    "count",
    "course",
    "cream",
    "daili",
    "day",
    "dos",
    "drug",
    "extra",
    "group",
    "high",
    "home",
    "injection",
    "level",
    "long",
    "low",
    "mean",
    "medicin",
    "month",
    "monthli",
    "new",
    "number",
    "old",
    "oral",
    "people",
    "person",
    "pill",
    "product",
    "programm",
    "rat",
    "rate",
    "risk",
    "scor",
    "short",
    "standard",
    "supplement",
    "tablet",
    "test",
    "therapi",
    "tim",
    "topical",
    "total",
    "treat",
    "treatment",
    "us",
    "usual",
    "week",
    "weekli",
    "year",
];

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

impl ConceptNames {
    /// The names of a vocabulary.
    pub(crate) fn of(vocabulary: &Vocabulary) -> Self {
        let concepts = Concepts::of(vocabulary);
        let telling = |key: &Key| {
            let lineage = concepts.lineage(key).flat_map(names_of);
            let stems: BTreeSet<SmolStr> = lineage.flat_map(telling_stems).collect();
            (key.clone(), stems.into_iter().collect())
        };
        let named = vocabulary.concepts.iter().flat_map(|(key, concept)| {
            let names = names_of(concept);
            names.map(move |name| (name.as_str(), key.clone()))
        });
        Self {
            by_first: by_first(named),
            telling: vocabulary.concepts.keys().map(telling).collect(),
        }
    }

    /// The stems by which a concept, and whatever it is a case of, is known in other names.
    pub(crate) fn telling(&self, key: &Key) -> &[SmolStr] {
        self.telling.get(key).map_or(&[], |stems| stems)
    }

    /// What a text names.
    pub(crate) fn named(&self, text: &Stemmed) -> Vec<Named<'_>> {
        let mut found: Vec<Named<'_>> = Vec::new();
        let mut at = 0;
        while at < text.stems.len() {
            let mark = Mark::of(&text.stems[at]);
            let (length, concepts) = longest(&self.by_first, text, at, mark);
            let (long, everyday) = longest(&OF_EVERYDAY, text, at, mark);
            let end = at + length.max(long);
            if end == at {
                at += 1;
                continue;
            }
            found.push(Named {
                tokens: at..end,
                concepts: if length >= long { concepts } else { Vec::new() },
                everyday: (long >= length)
                    .then(|| everyday.first().map(|at| **at))
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
    pub(crate) stems: std::rc::Rc<[SmolStr]>,
}

impl Stemmed {
    pub(crate) fn of(text: &str) -> Self {
        let tokens = tokens(text);
        let stems = tokens.stems();
        Self { tokens, stems }
    }

    /// The bytes of some tokens.
    pub(crate) fn bytes(&self, at: &Range<usize>) -> Range<usize> {
        self.tokens[at.start].range.start..self.tokens[at.end - 1].range.end
    }
}

/// A text, with what it names.
#[derive(Debug)]
pub(crate) struct NamesIn<'a> {
    pub(crate) text: Stemmed,
    /// What it names, in its order: concepts, and everyday things that no concept's name covers.
    pub(crate) found: Vec<Named<'a>>,
}

impl<'a> NamesIn<'a> {
    pub(crate) fn of(text: Stemmed, names: &'a ConceptNames) -> Self {
        let found = names.named(&text);
        Self { text, found }
    }
}

/// What a concept is called.
fn names_of(concept: &Concept) -> impl Iterator<Item = &Text> {
    std::iter::once(&concept.label).chain(&concept.synonyms)
}

/// The stems of a name that tell what it names.
fn telling_stems(name: &Text) -> Vec<SmolStr> {
    let tokens = tokens(name.as_str());
    let stems = tokens.iter().filter_map(content);
    let tells =
        |stem: &SmolStr| stem.chars().any(char::is_alphabetic) && !GENERIC.contains(&stem.as_str());
    stems.filter(tells).collect()
}

fn by_first<'n, T>(names: impl Iterator<Item = (&'n str, T)>) -> ByFirst<T> {
    let stemmed = names.filter_map(|(name, of)| {
        let stems: Box<[SmolStr]> = tokens(name).stems().iter().cloned().collect();
        Some((stems.first()?.clone(), vec![(stems, of)]))
    });
    Listed::of(stemmed, |known: &mut Vec<_>, more| known.extend(more))
}

/// The number of words of the longest names that begin at a position, and what these name.
fn longest<'n, T: PartialEq>(
    names: &'n ByFirst<T>,
    text: &Stemmed,
    at: usize,
    mark: Mark,
) -> (usize, Vec<&'n T>) {
    let mut best = (0, Vec::new());
    for (name, of) in names.get(&text.stems[at], mark).into_iter().flatten() {
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
        if !best.1.contains(&of) {
            best.1.push(of);
        }
    }
    best
}

/// The everyday things that a text names, also within longer names.
pub(crate) fn everyday(text: &Stemmed) -> Vec<usize> {
    let places = 0..text.stems.len();
    places
        .flat_map(|at| longest(&OF_EVERYDAY, text, at, Mark::of(&text.stems[at])).1)
        .copied()
        .collect()
}
