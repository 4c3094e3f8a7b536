//! Judgements: "screening is essential", "caution is warranted", "we recommend", "is not advised".

use std::sync::LazyLock;

use super::{ACTIONS, ADVISED, PRACTICE, after, research, subject};
use crate::classify::clause::{Group, Mood, word};
use crate::classify::lexicon::{Form, Words};
use crate::classify::token::Token;

static NECESSARY: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("necessary.txt")));
static NOTING: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("noting.txt")));
static ADVISING: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("advising.txt")));

/// `screening is essential`, `it is important to ask`, `caution is warranted`
pub(super) fn is_necessary(tokens: &[Token], group: &Group) -> bool {
    let after = after(tokens, group, 10);
    let judged = NECESSARY.has(&tokens[group.head()])
        || after.iter().take(4).any(|token| NECESSARY.has(token));
    // `was needed` reports; `is a necessary condition` describes.
    let past = tokens[group.tokens.start].is_any(&["was", "were"]);
    let article = after
        .first()
        .is_some_and(|first| first.is_any(&["a", "an", "the"]));
    let be = tokens[group.tokens.clone()].iter().any(word::is_be);
    if !be || past || article || !judged {
        return false;
    }
    let it = tokens[group.tokens.start].is("it's")
        || group.tokens.start > 0 && tokens[group.tokens.start - 1].is("it");
    if it {
        let to = after.iter().take(8).position(|token| token.is("to"));
        return to
            .and_then(|to| after.get(to + 1))
            .is_some_and(|verb| !NOTING.has(verb) && !research::is_done(verb));
    }
    subject(tokens, group)
        .iter()
        .any(|token| PRACTICE.has(token))
}

/// `is recommended`, `we recommend`, `patients are urged to`
pub(super) fn is_recommended(tokens: &[Token], group: &Group) -> bool {
    let head = &tokens[group.head()];
    let past = tokens[group.tokens.start].is_any(&["had", "was", "were"]);
    let passive = group.passive
        && head.is_any(&[
            "advised",
            "cautioned",
            "contraindicated",
            "discouraged",
            "encouraged",
            "recommended",
            "urged",
        ]);
    let says = head.is_any(&[
        "advise",
        "advises",
        "advocate",
        "advocates",
        "encourage",
        "propose",
        "recommend",
        "recommends",
        "urge",
        "urges",
    ]);
    // `we suggest that clinicians use a score`
    let suggests_that = head.is_any(&["propose", "suggest", "suggests"])
        && tokens
            .get(group.tokens.end)
            .is_some_and(|that| that.is("that"))
        && tokens[group.tokens.end..]
            .windows(2)
            .take(5)
            .any(|pair| ADVISED.has(&pair[0]) && ACTIONS.form(&pair[1]) == Some(Form::Base));
    // "We suggest offering it": what follows is done, not found.
    let suggests = head.is_any(&["suggest", "suggests"])
        && after(tokens, group, 1)
            .iter()
            .any(|next| ACTIONS.form(next) == Some(Form::Participle));
    let grades = super::grade::is_recommendation(tokens, group);
    let before = group
        .tokens
        .start
        .checked_sub(1)
        .map(|before| &tokens[before]);
    let by = before.is_some_and(|before| ADVISING.has(before) || ADVISED.has(before));
    let deserves = head.is_any(&["deserve", "deserves", "merit", "merits"])
        && after(tokens, group, 3)
            .iter()
            .any(|token| token.is_any(&["attention", "consideration"]));
    let recommends = passive && !past
        || grades
        || (says || suggests || suggests_that) && by && group.mood == Mood::Finite
        || deserves;
    recommends && (!group.denied || passive)
}
