//! Clauses: a small analysis of a sentence, enough to tell who is said to do what and how surely:
//! its verb groups, and the frame in which each word stands.
//!
//! No grammar of English: closed classes of words, the forms of known verbs, and what stands beside
//! them. Every step reads the sentence once, from left to right.

mod finite;
mod frame;
mod group;
pub(super) mod word;

use std::borrow::Cow;
use std::ops::Deref;

pub(super) use frame::{Frame, beginnings as frames};
pub(super) use group::{Group, Mood, form};

use super::headline;
use super::token::{Token, Tokens};

/// How far apart words of one clause may stand and still bear on one another. It also keeps the work
/// linear in a line without punctuation.
pub(super) const REACH: usize = 40;

/// A sentence, taken apart.
#[derive(Debug)]
pub(super) struct Clauses<'a> {
    /// Its tokens.
    pub(super) tokens: &'a [Token],
    parts: Cow<'a, Parts>,
}

/// The parts of a sentence.
#[derive(Debug, Clone)]
pub(super) struct Parts {
    /// Its verb groups, in order.
    pub(super) groups: Vec<Group>,
    /// For each token, the frame in which it stands.
    pub(super) frames: Vec<Frame>,
    /// The word of which a headline leaves out the *be*: `pills tied to dementia`.
    pub(super) elided: Option<usize>,
}

impl Parts {
    pub(super) fn of(tokens: &[Token]) -> Self {
        let groups = group::groups(tokens);
        let frames = frame::frames(tokens, &groups);
        Self {
            elided: headline::elided(tokens, &groups),
            groups,
            frames,
        }
    }
}

impl Deref for Clauses<'_> {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.parts
    }
}

impl<'a> Clauses<'a> {
    /// Takes a whole text apart; what was found is kept with its tokens.
    pub(super) fn of(tokens: &'a Tokens) -> Self {
        Self {
            tokens,
            parts: Cow::Borrowed(tokens.parts()),
        }
    }

    /// Takes some words of a text apart, as if they were all of it.
    pub(super) fn of_part(tokens: &'a [Token]) -> Self {
        Self {
            tokens,
            parts: Cow::Owned(Parts::of(tokens)),
        }
    }

    /// The group that holds a token.
    pub(super) fn group_at(&self, at: usize) -> Option<&Group> {
        let next = self.groups.partition_point(|group| group.tokens.end <= at);
        self.groups
            .get(next)
            .filter(|group| group.tokens.contains(&at))
    }

    /// The token of a group's verb, also of one that is not known and stands after its auxiliary: `will ring`.
    pub(super) fn verb_of(&self, group: &Group) -> &Token {
        let bare = group.tokens.len() == 1 && group.modal.is_some();
        let next = self.tokens[group.tokens.end..]
            .iter()
            .find(|token| !word::is_adverb(token));
        next.filter(|_| bare).unwrap_or(&self.tokens[group.head()])
    }

    /// The last group that ends before a token.
    pub(super) fn group_before(&self, at: usize) -> Option<&Group> {
        let next = self.groups.partition_point(|group| group.tokens.end <= at);
        next.checked_sub(1).map(|last| &self.groups[last])
    }

    /// The last group before a token of which the token can be the complement: `-ing` forms between
    /// are adjectives, as in `has encouraging efficacy`.
    pub(super) fn predicate_before(&self, at: usize) -> Option<&Group> {
        let next = self.groups.partition_point(|group| group.tokens.end <= at);
        let near = self.groups[..next].iter().rev();
        near.take(3).find(|group| group.mood != Mood::Participle)
    }

    /// The first group that begins after a token.
    pub(super) fn group_after(&self, at: usize) -> Option<&Group> {
        let next = self
            .groups
            .partition_point(|group| group.tokens.start <= at);
        self.groups.get(next)
    }
}
