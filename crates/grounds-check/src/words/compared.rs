//! What words compare with: the name behind `than` or `compared with`.

use std::ops::Range;

use grounds_evidence::{Concepts, Relation};
use grounds_model::{ConceptKind, Key};

use super::names::{Named, NamesIn};
use crate::classify::quantity;
use crate::classify::token::{Gap, Token};

/// Words after which the other side of a comparison stands.
const COMPARING: &[&str] = &["against", "than", "versus", "vs"];

/// Words that may stand between these and the name.
const BETWEEN: &[&str] = &[
    "%",
    "a",
    "among",
    "an",
    "any",
    "did",
    "does",
    "for",
    "given",
    "got",
    "had",
    "having",
    "in",
    "of",
    "on",
    "people",
    "receiving",
    "taking",
    "that",
    "the",
    "those",
    "to",
    "using",
    "who",
    "with",
];

/// What may be compared: treatments by their concepts.
pub(crate) struct Comparable<'s> {
    /// What it is compared with; where a text names one of these, it compares rightly.
    pub(crate) comparators: Vec<&'s Key>,
    /// What else is done, and may stand behind `than` as well.
    pub(crate) done: Vec<&'s Key>,
    /// Whether one dummy treatment may stand for another.
    pub(crate) inert: bool,
}

impl Comparable<'_> {
    /// The words of a text that name something else behind `than`.
    pub(crate) fn other(
        &self,
        concepts: &Concepts<'_>,
        read: &NamesIn<'_>,
    ) -> Option<Range<usize>> {
        let (text, named) = (&read.text, &read.found);
        let is_of = |keys: &[&Key], it: &Named<'_>| {
            let mut meant = it.concepts.iter();
            meant.any(|key| {
                keys.iter()
                    .any(|own| concepts.relation(own, key) != Relation::Apart)
            })
        };
        if named.iter().any(|it| is_of(&self.comparators, it)) {
            return None;
        }
        let known = |key: &&Key| concepts.has(key);
        if !self.comparators.iter().chain(&self.done).all(known) {
            return None;
        }
        let is_done = |key: &Key| {
            let concept = concepts.get(key);
            concept.is_some_and(|it| it.kind == ConceptKind::Intervention)
        };
        let it = named.iter().find(|it| {
            let mut concepts_named = it.concepts.iter();
            !it.concepts.is_empty()
                && concepts_named.all(|key| is_done(key) && !(self.inert && concepts.is_inert(key)))
                && !is_of(&self.done, it)
                && is_compared_with(&text.tokens, it.tokens.start)
        })?;
        Some(text.bytes(&it.tokens))
    }
}

/// Whether a name stands where the other side of a comparison does: `than placebo`, `compared with a placebo`.
fn is_compared_with(tokens: &[Token], at: usize) -> bool {
    let mut i = at;
    while let Some(before) = i.checked_sub(1) {
        if tokens[i].gap >= Gap::Comma {
            return false;
        }
        let word = &tokens[before];
        let compared =
            || before > 0 && tokens[before - 1].is_any(&["compared", "comparison", "relative"]);
        if word.is_any(COMPARING) || (word.is_any(&["to", "with"]) && compared()) {
            return true;
        }
        if !word.is_any(BETWEEN) && !quantity::is_number(word) {
            return false;
        }
        i = before;
    }
    false
}
