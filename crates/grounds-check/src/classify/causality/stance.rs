//! Stance: whether the relation that a trigger names is stated, held possible, or not stated at all,
//! by the verb group on which it hangs, what governs that group, and the frame around it.

use std::sync::LazyLock;

use super::Strength;
use super::trigger::Trigger;
use super::{denial, embedding};
use crate::classify::clause::{Clauses, Frame, Group, Mood, REACH, word};
use crate::classify::lexicon::{Words, entries};
use crate::classify::token::{Gap, Token};

static HEDGING: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("conditional.txt")));
static UNSTATED: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("unstated.txt")));

/// How sure a relation is said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stance {
    Stated,
    Possible,
    /// Denied, a purpose, a topic: no relation is stated.
    Unstated,
}

/// The strength of the relation of a trigger; `None` where it states none.
pub(super) fn strength(clauses: &Clauses<'_>, trigger: &Trigger) -> Option<Strength> {
    match (stance(clauses, trigger), trigger.causal) {
        (Stance::Unstated, _) => None,
        (_, false) => Some(Strength::Correlational),
        (Stance::Possible, true) => Some(Strength::ConditionalCausal),
        (Stance::Stated, true) => Some(Strength::DirectCausal),
    }
}

fn stance(clauses: &Clauses<'_>, trigger: &Trigger) -> Stance {
    let at = trigger.tokens.start;
    let frame = clauses.frames[at];
    let open = matches!(frame, Frame::Open | Frame::Topic | Frame::Denied);
    if open
        || denial::is_none(clauses.tokens, at)
        || is_topic(clauses, trigger)
        || embedding::only_identifies(clauses, at)
    {
        return Stance::Unstated;
    }
    let possible = frame == Frame::Possible
        || is_hedged_beside(clauses.tokens, at)
        || embedding::is_of_something_possible(clauses, at);
    let of_group = match governing(clauses, at) {
        Some(index) => of_group(clauses, index, at),
        None => Stance::Stated,
    };
    match of_group {
        Stance::Stated if possible => Stance::Possible,
        other => other,
    }
}

/// The index of the group that holds the trigger, or on which it hangs.
pub(super) fn governing(clauses: &Clauses<'_>, at: usize) -> Option<usize> {
    let next = clauses
        .groups
        .partition_point(|group| group.tokens.end <= at);
    let holds = clauses
        .groups
        .get(next)
        .is_some_and(|group| group.tokens.contains(&at));
    if holds {
        return Some(next);
    }
    let before = next.checked_sub(1)?;
    if at - clauses.groups[before].head() > REACH {
        return None;
    }
    let unbroken = clauses.tokens[clauses.groups[before].head() + 1..=at]
        .iter()
        .all(|token| token.gap < Gap::Break);
    unbroken.then_some(before)
}

/// What a group says of what hangs on it, with what governs the group.
fn of_group(clauses: &Clauses<'_>, index: usize, at: usize) -> Stance {
    let group = &clauses.groups[index];
    let tokens = clauses.tokens;
    if group.denied || denial::is_after(tokens, group.tokens.end, at) {
        return Stance::Unstated;
    }
    // "Policymakers must act": a duty, not what happens.
    if group
        .modal
        .as_deref()
        .is_some_and(|modal| modal == "must" || modal == "ought")
    {
        return Stance::Unstated;
    }
    let own = if is_possible(tokens, group) {
        Stance::Possible
    } else {
        Stance::Stated
    };
    match group.mood {
        Mood::Finite => own,
        Mood::Infinitive => infinitive(clauses, index, own, at),
        Mood::Participle => match index.checked_sub(1) {
            // `, reducing pain`: as sure as the clause to which it belongs.
            Some(before) if is_linked(tokens, &clauses.groups[before], group) => weaker(
                own,
                of_group(clauses, before, clauses.groups[before].tokens.end),
            ),
            _ => own,
        },
    }
}

/// An infinitive is a purpose, unless a word before it leaves it a statement: `is able to`, `seems to`.
fn infinitive(clauses: &Clauses<'_>, index: usize, own: Stance, at: usize) -> Stance {
    let start = clauses.groups[index].tokens.start;
    let Some(governor) = clauses.tokens[..start]
        .iter()
        .rposition(|token| !word::is_adverb(token) || word::negates(token) || token.is("likely"))
    else {
        return Stance::Unstated;
    };
    let mut governed = governor_of(&clauses.tokens[governor]);
    // `to improve A and reduce B`: the second hangs on what the first hangs on.
    if !clauses.tokens[start].is("to")
        && let Some(before) = index.checked_sub(1)
    {
        return weaker(
            own,
            of_group(clauses, before, at.min(clauses.groups[before].tokens.end)),
        );
    }
    // `was shown not to reduce`
    if word::negates(&clauses.tokens[governor]) {
        governed = Some(Stance::Unstated);
    }
    let Some(governed) = governed else {
        return Stance::Unstated;
    };
    let matrix = index
        .checked_sub(1)
        .filter(|&before| governor < clauses.groups[before].tokens.end + 3)
        .map_or(Stance::Stated, |before| {
            let group = &clauses.groups[before];
            if group.denied || group.modal.as_deref() == Some("must") {
                Stance::Unstated
            } else if is_possible(clauses.tokens, group) {
                Stance::Possible
            } else {
                Stance::Stated
            }
        });
    weaker(own, weaker(governed, matrix))
}

fn governor_of(token: &Token) -> Option<Stance> {
    let found = entries(include_str!("governors.txt")).find(|(entry, _)| token.is(entry));
    found.map(|(_, how)| match how.trim() {
        "possible" => Stance::Possible,
        "denied" => Stance::Unstated,
        _ => Stance::Stated,
    })
}

fn weaker(a: Stance, b: Stance) -> Stance {
    match (a, b) {
        (Stance::Unstated, _) | (_, Stance::Unstated) => Stance::Unstated,
        (Stance::Possible, _) | (_, Stance::Possible) => Stance::Possible,
        _ => Stance::Stated,
    }
}

/// Whether a participle goes on from a group in the same clause.
fn is_linked(tokens: &[Token], before: &Group, group: &Group) -> bool {
    tokens[before.tokens.end..=group.tokens.start]
        .iter()
        .all(|token| token.gap < Gap::Break)
}

/// Whether the modal, the verb or an adverb of a group makes it a possibility. “Can” does not.
fn is_possible(tokens: &[Token], group: &Group) -> bool {
    let modal = group
        .modal
        .as_deref()
        .is_some_and(|modal| ["may", "might", "could", "would", "should"].contains(&modal));
    let within = tokens[group.tokens.clone()]
        .iter()
        .any(|token| HEDGING.has(token));
    let after = tokens
        .get(group.tokens.end)
        .is_some_and(|next| HEDGING.has(next));
    let before = group
        .tokens
        .start
        .checked_sub(1)
        .is_some_and(|before| HEDGING.has(&tokens[before]));
    modal || within || after || before
}

/// `a potentially effective treatment`, `possibly due to`, `probably because of`
fn is_hedged_beside(tokens: &[Token], at: usize) -> bool {
    tokens[at.saturating_sub(4)..at]
        .iter()
        .rev()
        .take_while(|token| !word::is_preposition(token))
        .any(|token| HEDGING.has(token))
}

/// Whether a noun of relation is only what a sentence is about: `the association was studied`.
fn is_topic(clauses: &Clauses<'_>, trigger: &Trigger) -> bool {
    let tokens = clauses.tokens;
    let noun = tokens[trigger.tokens.start].is_any(&[
        "association",
        "associations",
        "connection",
        "connections",
        "correlation",
        "correlations",
        "factor",
        "link",
        "links",
        "marker",
        "markers",
        "predictor",
        "predictors",
        "relation",
        "relationship",
        "relationships",
        "risk",
        "difference",
        "differences",
        "determinant",
        "determinants",
    ]);
    let verb = clauses
        .group_at(trigger.tokens.start)
        .is_some_and(|group| group.mood == Mood::Finite);
    if !noun || trigger.causal || verb || clauses.elided.is_some() {
        return false;
    }
    let before = clauses.group_before(trigger.tokens.start);
    let subject = before.is_none_or(|group| {
        trigger.tokens.start - group.head() > REACH
            || tokens[group.head() + 1..=trigger.tokens.start]
                .iter()
                .any(|token| token.gap >= Gap::Break)
    });
    let Some(after) = clauses
        .group_after(trigger.tokens.end - 1)
        .filter(|_| subject)
    else {
        // No verb at all: a title.
        return subject && clauses.group_after(trigger.tokens.end - 1).is_none();
    };
    after.denied
        || tokens[after.tokens.start..]
            .iter()
            .take(5)
            .any(|token| UNSTATED.has(token))
}
