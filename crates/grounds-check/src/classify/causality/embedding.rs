//! Embedding: relations in relative clauses, concessions and attributes. What only tells which thing
//! is meant states nothing of it.

use super::stance::governing;
use super::trigger::Trigger;
use crate::classify::clause::{Clauses, Mood, REACH, word};
use crate::classify::token::Gap;

/// Whether the trigger stands in a relative clause, a concession or an aside.
pub(super) fn is_subordinate(clauses: &Clauses<'_>, trigger: &Trigger) -> bool {
    let tokens = clauses.tokens;
    let at = trigger.tokens.start;
    let concession = tokens[0].is_any(&[
        "although", "as", "because", "despite", "since", "though", "whereas", "while",
    ]) && at <= REACH
        && !tokens[1..=at].iter().any(|token| token.gap >= Gap::Comma);
    concession || relative_pronoun(clauses, at).is_some()
}

/// The pronoun of the relative clause in which a trigger stands.
fn relative_pronoun(clauses: &Clauses<'_>, at: usize) -> Option<usize> {
    let tokens = clauses.tokens;
    let first = clauses.groups[governing(clauses, at)?].tokens.start;
    let before = (first.saturating_sub(REACH)..first)
        .rev()
        .find(|&before| !word::is_adverb(&tokens[before]))?;
    let pronoun = tokens[before].is_any(&["that", "which", "who", "whose"]);
    // After a verb `that` joins a clause.
    let joins = before > 0
        && clauses
            .group_at(before - 1)
            .is_some_and(|group| group.mood == Mood::Finite);
    (pronoun && !joins).then_some(before)
}

/// Whether a trigger only tells which thing is meant: `infections that cause fever`. What a thing is
/// said to be (`is a drug that reduces pain`) and what is added after a comma is stated.
pub(super) fn only_identifies(clauses: &Clauses<'_>, at: usize) -> bool {
    let tokens = clauses.tokens;
    let Some(pronoun) = relative_pronoun(clauses, at) else {
        return is_attribute(clauses, at);
    };
    let added = tokens[pronoun].gap >= Gap::Comma;
    let defined = clauses
        .predicate_before(pronoun)
        .is_some_and(|group| word::is_be(&tokens[group.head()]) && pronoun - group.head() <= 8);
    !added && !defined
}

/// `may be one of the factors that trigger relapse`: as sure as what the clause belongs to.
pub(super) fn is_of_something_possible(clauses: &Clauses<'_>, at: usize) -> bool {
    let Some(pronoun) = relative_pronoun(clauses, at) else {
        return false;
    };
    clauses.predicate_before(pronoun).is_some_and(|group| {
        let modal = group.modal.as_deref();
        word::is_be(&clauses.tokens[group.head()])
            && pronoun - group.head() <= 8
            && modal.is_some_and(|modal| ["could", "may", "might"].contains(&modal))
    })
}

/// `the risks associated with it are shared`: only which risks.
fn is_attribute(clauses: &Clauses<'_>, at: usize) -> bool {
    let tokens = clauses.tokens;
    let participle = tokens[at].is_any(&[
        "associated",
        "caused",
        "connected",
        "correlated",
        "driven",
        "linked",
        "related",
    ]);
    let after_noun = clauses.group_at(at).is_none()
        && at > 0
        && tokens[at].gap < Gap::Comma
        && word::may_be_subject(&tokens[at - 1])
        && !tokens[at - 1].is_any(&[
            "characteristics",
            "factor",
            "factors",
            "gene",
            "genes",
            "independently",
            "loci",
            "significantly",
            "variables",
            "variants",
        ]);
    participle
        && after_noun
        && clauses.group_before(at).is_none()
        && clauses.group_after(at).is_some()
}
