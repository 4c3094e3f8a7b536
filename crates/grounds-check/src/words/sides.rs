//! Which side of a claim's comparison a text names first: what is done, or what that is compared with.

use std::ops::Range;

use grounds_evidence::Concepts;
use grounds_model::{Key, Scope};

use super::names::Named;
use crate::classify::token::{Gap, Token};

/// In which order a text names the two sides of a claim.
pub(super) enum Order {
    /// What is done comes first, or alone, or no side is named.
    AsClaimed,
    /// What it is compared with comes first, and what is done behind `than`.
    OtherWayRound,
    /// One side is named where the other is looked for.
    Unclear,
}

/// The names of a text, and the claim's scope, to say which side of a comparison each is.
pub(super) struct Sides<'s, 'a> {
    pub(super) named: &'s [Named<'a>],
    pub(super) scope: &'s Scope,
    pub(super) concepts: &'s Concepts<'a>,
}

impl Sides<'_, '_> {
    fn is(&self, keys: &[Key], it: &Named<'_>) -> bool {
        let mut concepts = it.concepts.iter();
        concepts.any(|key| keys.iter().any(|own| self.concepts.is_a(key, own)))
    }

    /// Whether a name is of what is done, and not of what both sides have.
    fn is_done(&self, it: &Named<'_>) -> bool {
        self.is(&self.scope.intervention, it) && !self.is(&self.scope.comparator, it)
    }

    /// Of an add-on, what both sides have is named alone: “starting allopurinol raises …”.
    fn is_compared(&self, it: &Named<'_>) -> bool {
        self.is(&self.scope.comparator, it)
    }

    /// Where what is done is named.
    pub(super) fn places_of_done(&self) -> Vec<Range<usize>> {
        let done = self.named.iter().filter(|it| self.is_done(it));
        done.map(|it| it.tokens.clone()).collect()
    }

    /// `subject` is where the words end that say of whom something is said.
    pub(super) fn order(&self, tokens: &[Token], at: usize, subject: usize) -> Order {
        let than = tokens
            .iter()
            .position(|token| token.is_any(&["against", "compared", "than", "versus"]));
        let end = than.unwrap_or(tokens.len());
        let first = |is: &dyn Fn(&Named<'_>) -> bool| {
            self.named.iter().any(|it| it.tokens.end <= end && is(it))
        };
        let second = |is: &dyn Fn(&Named<'_>) -> bool| {
            than.is_some_and(|than| self.named.iter().any(|it| it.tokens.start > than && is(it)))
        };
        let done = |it: &Named<'_>| self.is_done(it);
        let other = |it: &Named<'_>| self.is_compared(it) && !self.is(&self.scope.intervention, it);
        let compared_before = |it: &Named<'_>| it.tokens.end <= subject && self.is_compared(it);
        let done_before = |it: &Named<'_>| it.tokens.end <= subject && self.is_done(it);
        // “Fewer men than women on iron”: these are no sides of the claim.
        let of_others = than.is_some_and(|than| at < than && than < subject) && !second(&other);
        if first(&other) && !first(&done) && second(&done) && !second(&other) {
            Order::OtherWayRound
        } else if of_others
            || first(&other) && !first(&|it| self.is(&self.scope.intervention, it))
            || second(&done)
            || self.named.iter().any(compared_before) && !self.named.iter().any(done_before)
        {
            Order::Unclear
        } else {
            Order::AsClaimed
        }
    }

    /// “Living with children raises the chance of flu, and the vaccine lowers it”: the first clause is of something else.
    pub(super) fn is_of_something_else(&self, tokens: &[Token], at: usize) -> bool {
        let later = self.named.iter().any(|it| {
            let start = it.tokens.start;
            start > at
                && self.is_done(it)
                && tokens[at + 1..=start]
                    .iter()
                    .any(|token| token.gap >= Gap::Comma)
        });
        let before = |it: &Named<'_>| it.tokens.end <= at && self.is_done(it);
        later && !self.named.iter().any(before)
    }
}
