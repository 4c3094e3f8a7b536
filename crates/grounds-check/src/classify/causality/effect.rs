//! Effects that are said to be there: "is effective", "had an effect on", "the effect of X was
//! significant", "plays a role in". The effect of something as a topic states nothing.

use std::sync::LazyLock;

use super::comparison::is_people;
use crate::classify::clause::{Clauses, Mood, word};
use crate::classify::lexicon::{Verbs, Words};
use crate::classify::token::{Gap, Token};

static EFFECTIVE: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("effective.txt")));
static EFFECTS: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("effect-nouns.txt")));
static HAVING: LazyLock<Verbs> = LazyLock::new(|| Verbs::parse(include_str!("having.txt")));
static STANDING: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("standing.txt")));

/// How many words its subject may have.
const FAR: usize = crate::classify::clause::REACH;

/// How many words may stand between a verb and the noun or adjective that completes it.
const REACH: usize = 7;

const WORKING: &[&str] = &["work", "worked", "works"];

/// What something plays that has an effect.
const PLAYED: &[&str] = &["part", "role"];

const CAUSES: &[&str] = &["cause", "causes", "consequence", "reason", "result"];

/// Whether it is an adjective of effect: `effective`.
pub(super) fn is_effective(token: &Token) -> bool {
    EFFECTIVE.has(token)
}

/// The words that can say that an effect is there.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    let others = WORKING.iter().chain(PLAYED).chain(CAUSES);
    let others = others.copied().chain(["successful"]);
    others.chain(EFFECTIVE.iter()).chain(EFFECTS.iter())
}

/// The length of an effect that is said to be there.
pub(super) fn length_at(clauses: &Clauses<'_>, at: usize) -> Option<usize> {
    let token = &clauses.tokens[at];
    let successful = token.is("successful")
        && clauses
            .tokens
            .get(at + 1)
            .is_some_and(|next| next.is_any(&["at", "in"]));
    let stated = (EFFECTIVE.has(token) || successful)
        && (is_predicate(clauses, at) || is_joined(clauses, at) || clauses.elided == Some(at))
        || EFFECTS.has(token) && !is_name(clauses.tokens, at) && is_had_or_stands(clauses, at)
        || works(clauses, at)
        || token.is_any(PLAYED) && is_played(clauses, at)
        || token.is_any(CAUSES) && is_cause(clauses, at);
    stated.then_some(1)
}

/// Whether an adjective completes a verb: `is a safe and effective treatment`, `proved effective`.
fn is_predicate(clauses: &Clauses<'_>, at: usize) -> bool {
    completed(clauses, at).is_some_and(|verb| {
        let head = &clauses.tokens[verb];
        word::is_be(head)
            || head.is_any(&[
                "appear",
                "appeared",
                "appears",
                "became",
                "become",
                "becomes",
                "considered",
                "found",
                "prove",
                "proved",
                "proven",
                "proves",
                "remain",
                "remained",
                "remains",
                "seem",
                "seemed",
                "seems",
                "shown",
            ])
    }) || at > 0 && clauses.tokens[at - 1].is("as") && at > 1
}

/// `was well tolerated and effective`
fn is_joined(clauses: &Clauses<'_>, at: usize) -> bool {
    at > 1
        && clauses.tokens[at - 1].is("and")
        && clauses
            .group_at(at - 2)
            .is_some_and(|group| group.passive && group.tokens.end == at - 1)
}

/// `antidepressants work`, `it works for hay fever`; what people do is their job.
fn works(clauses: &Clauses<'_>, at: usize) -> bool {
    let tokens = clauses.tokens;
    let Some(group) = clauses.group_at(at).filter(|group| group.head() == at) else {
        return false;
    };
    let first = group.tokens.start;
    let by_itself = tokens.get(at + 1).is_none_or(|next| {
        next.gap >= Gap::Comma || next.is_any(&["against", "best", "better", "for", "well"])
    });
    let thing = first > 0
        && !is_people(&tokens[first - 1])
        && !tokens[first - 1].is_any(&["he", "i", "she", "they", "we", "who", "you"]);
    tokens[at].is_any(WORKING) && group.mood == Mood::Finite && by_itself && thing
}

/// The verb that the word at `at` completes, where no preposition stands between.
fn completed(clauses: &Clauses<'_>, at: usize) -> Option<usize> {
    let verb = clauses.predicate_before(at)?.head();
    let between = &clauses.tokens[verb + 1..at];
    let near = between.len() <= REACH
        && clauses.tokens[verb + 1..=at]
            .iter()
            .all(|token| token.gap < Gap::Break)
        && !between.iter().enumerate().any(|(i, token)| {
            // `may be of benefit`
            word::is_preposition(token) && !token.is("as") && !(i == 0 && token.is("of"))
        });
    near.then_some(verb)
}

fn is_had_or_stands(clauses: &Clauses<'_>, at: usize) -> bool {
    let had = completed(clauses, at).is_some_and(|verb| {
        let there = word::is_be(&clauses.tokens[verb])
            && clauses
                .group_before(at)
                .and_then(|group| group.tokens.start.checked_sub(1))
                .is_some_and(|before| clauses.tokens[before].is("there"));
        let of = word::is_be(&clauses.tokens[verb]) && clauses.tokens[verb + 1].is("of");
        there || of || HAVING.form(&clauses.tokens[verb]).is_some()
    });
    had || stands(clauses, at)
}

/// `the effect of needling on pain was significant`
fn stands(clauses: &Clauses<'_>, at: usize) -> bool {
    let of = clauses
        .tokens
        .get(at + 1)
        .is_some_and(|next| next.is_any(&["of", "on", "was", "were"]));
    let group = clauses.group_after(at).filter(|_| of);
    let Some(group) = group.filter(|group| group.tokens.start - at <= FAR) else {
        return false;
    };
    let after = clauses.tokens[group.head()..].iter().take(4);
    let unbroken = clauses.tokens[at + 1..=group.tokens.start]
        .iter()
        .all(|token| token.gap < Gap::Break);
    unbroken && !group.denied && after.into_iter().any(|token| STANDING.has(token))
}

/// `side effects`, `random effects`, `effect size`: names of other things.
fn is_name(tokens: &[Token], at: usize) -> bool {
    let before = at > 0
        && tokens[at - 1].is_any(&[
            "adverse", "fixed", "in", "into", "mixed", "placebo", "random", "side", "cost",
        ]);
    // `evidence for the effectiveness of`: what is weak is the evidence.
    let of_evidence = tokens[at.saturating_sub(4)..at].windows(2).any(|pair| {
        pair[0].is_any(&["data", "evidence", "proof"])
            && pair[1].is_any(&["about", "for", "of", "on", "regarding"])
    });
    let after = tokens.get(at + 1).is_some_and(|next| {
        next.is_any(&[
            "estimate",
            "estimates",
            "model",
            "models",
            "modification",
            "size",
            "sizes",
        ])
    });
    before || after || of_evidence
}

/// `plays an important role in`
fn is_played(clauses: &Clauses<'_>, at: usize) -> bool {
    let into = clauses
        .tokens
        .get(at + 1)
        .is_some_and(|next| next.is_any(&["for", "in", "of"]));
    into && completed(clauses, at).is_some_and(|verb| {
        clauses.tokens[verb].is_any(&["play", "played", "playing", "plays", "had", "has", "have"])
    })
}

/// `is the main cause of`
fn is_cause(clauses: &Clauses<'_>, at: usize) -> bool {
    let of = clauses
        .tokens
        .get(at + 1)
        .is_some_and(|next| next.is_any(&["for", "of", "why"]));
    of && completed(clauses, at).is_some_and(|verb| word::is_be(&clauses.tokens[verb]))
}
