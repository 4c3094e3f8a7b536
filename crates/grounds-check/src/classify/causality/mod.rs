//! Causality: how strong a relation a sentence states: none, that two things go together, that one
//! may bring about the other, or that it does.
//!
//! The four strengths, and what counts as which, are those of Yu B, Li Y, Wang J. Detecting causal
//! language use in science findings. EMNLP-IJCNLP 2019:4664–4674: “can” states, “may”, “might”,
//! “could”, “appears to” and “probably” make it conditional, and a verb of reporting (“suggest
//! that”) does neither. Aims, methods, open questions, purposes and denials state no relation; a
//! comparison of groups states that two things go together.

mod comparison;
mod denial;
mod effect;
mod embedding;
mod stance;
mod trigger;

use std::ops::Range;

use super::clause::{Clauses, Mood};
use super::token::{Gap, Token, Tokens};
use super::{aim, contrast};
pub(super) use comparison::is_people;
use trigger::Trigger;

/// How strong a relation a sentence states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// None.
    None,
    /// Two things go together.
    Correlational,
    /// One may bring about the other.
    ConditionalCausal,
    /// One brings about the other.
    DirectCausal,
}

impl Strength {
    /// Its name in machine-readable output.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Correlational => "correlational",
            Self::ConditionalCausal => "conditional-causal",
            Self::DirectCausal => "direct-causal",
        }
    }

    /// Which relation it is: `none`, `associational` or `causal`.
    pub fn relation(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Correlational => "associational",
            Self::ConditionalCausal | Self::DirectCausal => "causal",
        }
    }

    /// Whether it is said under a condition.
    pub fn is_conditional(self) -> bool {
        self == Self::ConditionalCausal
    }
}

/// The words with which it can be said that one thing brings about another.
pub(super) fn causes() -> impl Iterator<Item = &'static str> {
    trigger::causes()
}

/// The strength of the relation that a sentence states, and the words that state it.
pub fn causal_strength(text: &str) -> (Strength, Option<Range<usize>>) {
    strength_of(&super::token::tokens(text))
}

/// The same of a text that has been taken apart.
pub(super) fn strength_of(tokens: &Tokens) -> (Strength, Option<Range<usize>>) {
    let (strength, found) = strength_in(&Clauses::of(tokens));
    let words = found.map(|found| tokens[found.start].range.start..tokens[found.end - 1].range.end);
    (strength, words)
}

/// The same of tokens, with the range of the tokens that decide.
pub(super) fn strength(tokens: &[Token]) -> (Strength, Option<Range<usize>>) {
    strength_in(&Clauses::of_part(tokens))
}

/// The same of clauses.
pub(super) fn strength_in(clauses: &Clauses<'_>) -> (Strength, Option<Range<usize>>) {
    let triggers = trigger::triggers(clauses);
    // Most sentences have none, which is told sooner than whether they state an aim.
    if triggers.is_empty() || aim::is_aim(clauses) && !contrast::states_a_result(clauses.tokens) {
        return (Strength::None, None);
    }
    strongest(clauses, triggers)
}

/// Whether any clause states a relation.
pub(super) fn states_relation(clauses: &Clauses<'_>) -> bool {
    strongest(clauses, trigger::triggers(clauses)).1.is_some()
}

/// The strongest relation of the main clauses, or, where they state none, of the others.
fn strongest(clauses: &Clauses<'_>, triggers: Vec<Trigger>) -> (Strength, Option<Range<usize>>) {
    // For each token, how many clauses began before it ends.
    let clause: Vec<usize> = clauses
        .tokens
        .iter()
        .scan(0, |clause, token| {
            *clause += usize::from(token.gap >= Gap::Break);
            Some(*clause)
        })
        .collect();
    let mut best: Option<(bool, Strength, Range<usize>)> = None;
    for trigger in triggers {
        let Some(strength) = stance::strength(clauses, &trigger) else {
            continue;
        };
        let main = !embedding::is_subordinate(clauses, &trigger);
        let stronger = best.as_ref().is_none_or(|(best_main, best, first)| {
            // That two things go together is what is stated, whatever the thing that goes with it is
            // called: "associated with reduced mortality".
            let governed = *best == Strength::Correlational
                && clause[first.end - 1] == clause[trigger.tokens.start]
                && !trigger.has_subject
                && !has_verb_between(clauses, first, trigger.tokens.start);
            (main, strength) > (*best_main, *best) && !governed
        });
        if stronger {
            best = Some((main, strength, trigger.tokens));
        }
    }
    best.map_or((Strength::None, None), |(_, strength, found)| {
        (strength, Some(found))
    })
}

/// `the higher mortality was due to`: what goes on has a verb of its own.
fn has_verb_between(clauses: &Clauses<'_>, first: &Range<usize>, at: usize) -> bool {
    clauses
        .group_before(at)
        .is_some_and(|group| group.mood == Mood::Finite && group.tokens.start >= first.end)
}
