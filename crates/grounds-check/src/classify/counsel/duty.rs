//! Duties: "should be given", "clinicians must ask", "patients need to be told".

use std::sync::LazyLock;

use super::{ACTIONS, PRACTICE, addresses, after, subject};
use crate::classify::clause::{Group, Mood, form};
use crate::classify::lexicon::{Form, Words};
use crate::classify::token::Token;

static NOTED: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("noted.txt")));
static EXPECTED: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("expected.txt")));
static KNOWING: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("knowing.txt")));
static BEING: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("being.txt")));

/// `should be given`, `clinicians must ask`; not `should help`, `must have been`.
pub(super) fn is_duty(tokens: &[Token], group: &Group) -> bool {
    let head = &tokens[group.head()];
    let should = group.modal.as_deref() == Some("should");
    let inferred = tokens[group.tokens.clone()]
        .iter()
        .any(|token| token.is_any(&["been", "have"]))
        && !head.is("have");
    let acts = ACTIONS.form(head).is_some() && !head.is("be");
    // "Patients should recover" expects; "doctors should know that it harms" states.
    let that = after(tokens, group, 1).iter().any(|next| next.is("that"));
    let stated = !group.passive && (EXPECTED.has(head) || KNOWING.has(head) && that);
    let passive = group.passive && (should || acts);
    let be = head.is("be")
        && should
        && (subject(tokens, group)
            .iter()
            .any(|token| PRACTICE.has(token))
            || after(tokens, group, 6).iter().any(|token| BEING.has(token)));
    // `the dressing should stay on`, `the plaster must stay dry`
    let stays = head.is("stay");
    let told = addresses(tokens, group) || passive || be || stays || should && acts;
    !inferred && !stated && !NOTED.has(head) && told
}

/// `need to be told`, `needs to be monitored`
pub(super) fn is_need(tokens: &[Token], group: &Group) -> bool {
    let relative = tokens[group.tokens.start.saturating_sub(4)..group.tokens.start]
        .iter()
        .any(|token| token.is_any(&["that", "which", "who"]));
    let needs =
        tokens[group.head()].is_any(&["need", "needs"]) && group.mood == Mood::Finite && !relative;
    // `two tablets are to be taken at night`
    let is_to = tokens[group.head()].is_any(&["are", "is"]) && !relative;
    let [to, verbs @ ..] = after(tokens, group, 4) else {
        return false;
    };
    let acts = |verb: &Token| ACTIONS.form(verb).is_some() || verb.is("aware");
    // "Adults need to sleep": what those do to whom advice is given.
    let theirs = || {
        let does = |verb: &Token| form(verb) == Some(Form::Base) && !KNOWING.has(verb);
        addresses(tokens, group) && verbs.first().is_some_and(does)
    };
    let be_done = is_to
        && to.is("to")
        && matches!(verbs, [be, verb, ..] if be.is("be") && ACTIONS.form(verb) == Some(Form::Past));
    be_done || needs && to.is("to") && (verbs.iter().any(acts) || theirs())
}
