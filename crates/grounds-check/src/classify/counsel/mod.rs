//! Counsel: what guidelines, discussions and conclusions advise: "should be considered", "clinicians
//! may offer", "screening is warranted", "is a reasonable option".
//!
//! What counts follows the scheme of health advice of Li Y, Wang J, Yu B. Detecting health advice in
//! medical research literature. EMNLP 2021:6018–6029: advice is for practice, strong or weak; a call
//! for research is none, and neither is an expectation ("this should help to").

mod duty;
mod gap;
mod grade;
mod judgement;
mod option;
mod permission;
mod research;
mod support;

use std::sync::LazyLock;

use super::clause::{Clauses, Frame, Group, Mood, REACH};
use super::lexicon::{Phrases, Verbs, Words};
use super::token::{Gap, Token};

use research::RESEARCH;

pub(super) use grade::labelled;
pub(super) use permission::{is_of_a_condition, permits};
pub(super) use research::calls_for_research;

static ADVISED: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("advised.txt")));
static ACTIONS: LazyLock<Verbs> = LazyLock::new(|| Verbs::parse(include_str!("practice.txt")));
static PRACTICE: LazyLock<Words> =
    LazyLock::new(|| Words::parse(include_str!("practice-nouns.txt")));
static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::parse(include_str!("phrases.txt")));

/// How many words before a verb are looked at for its subject.
const SUBJECT: usize = 14;

/// Whether a sentence advises practice.
pub(super) fn advises(clauses: &Clauses<'_>) -> bool {
    let tokens = clauses.tokens;
    let states = |at: usize| !matches!(clauses.frames[at], Frame::Open | Frame::Topic);
    let by_group = clauses.groups.iter().any(|group| {
        states(group.tokens.start)
            && !is_of_relative_clause(clauses, group)
            && !research::is_about(tokens, group)
            && is_counsel(tokens, group)
    });
    by_group
        || research::word_of(&tokens[..tokens.len().min(SUBJECT)]).is_none()
            && (0..tokens.len()).any(|at| PHRASES.length_at(tokens, at).is_some() && states(at))
}

/// `patients who should avoid it had …`: it says who they are, and the main clause states.
fn is_of_relative_clause(clauses: &Clauses<'_>, group: &Group) -> bool {
    let before = group.tokens.start.checked_sub(1);
    if !before.is_some_and(|before| clauses.tokens[before].is("who")) {
        return false;
    }
    let goes_on = clauses
        .group_after(group.tokens.end)
        .is_some_and(|next| next.mood == Mood::Finite && next.modal.is_none());
    let near = clauses.tokens[group.tokens.end..].iter().take(REACH);
    goes_on && near.into_iter().all(|token| token.gap < Gap::Comma)
}

fn is_counsel(tokens: &[Token], group: &Group) -> bool {
    match group.modal.as_deref() {
        Some("should" | "must" | "ought" | "shall") => duty::is_duty(tokens, group),
        Some("may" | "might" | "could" | "can") => option::is_offered(tokens, group),
        _ => {
            duty::is_need(tokens, group)
                || option::is_option(tokens, group)
                || judgement::is_necessary(tokens, group)
                || judgement::is_recommended(tokens, group)
                || support::supports_practice(tokens, group)
        }
    }
}

/// The words before a group, back to the beginning of its clause.
fn subject<'a>(tokens: &'a [Token], group: &Group) -> &'a [Token] {
    let far = group.tokens.start.saturating_sub(SUBJECT);
    let start = tokens[far..=group.tokens.start]
        .iter()
        .rposition(|token| token.gap >= Gap::Break || token.is("that"))
        .map_or(far, |start| far + start);
    &tokens[start.min(group.tokens.start)..group.tokens.start]
}

/// The words after a group in its clause, at most so many.
fn after<'a>(tokens: &'a [Token], group: &Group, most: usize) -> &'a [Token] {
    let rest = &tokens[group.tokens.end..];
    let length = rest
        .iter()
        .take(most)
        .take_while(|token| token.gap < Gap::Break)
        .count();
    &rest[..length]
}

/// Whether those who are told what to do are named before the verb; pronouns stand right before it.
fn addresses(tokens: &[Token], group: &Group) -> bool {
    let before = tokens[..group.tokens.start].last();
    before.is_some_and(|before| before.is_any(&["we", "you"]))
        || subject(tokens, group)
            .iter()
            .any(|token| ADVISED.has(token))
}
