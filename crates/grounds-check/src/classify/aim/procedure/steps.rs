//! Steps that only their whole wording tells: "half got the vaccine and half a dummy", "the dose was raised
//! every week until", "every man had his hair counted", "half of the men ate nuts for 12 weeks".

use super::super::{AUTHORS, MEASURED};
use super::{ACTING, CONTROLS, RECEIVING, SUBJECTS, object};
use crate::classify::clause::{Clauses, Group, word};
use crate::classify::token::{Kind, Token};

/// How many words before a verb its subject is looked for.
const SUBJECT: usize = 8;

/// Whether a sentence is such a step, by its main verb.
pub(super) fn is_one(clauses: &Clauses<'_>, main: &Group) -> bool {
    let tokens = clauses.tokens;
    let subject = &tokens[main.tokens.start.saturating_sub(SUBJECT)..main.tokens.start];
    is_shared_out(tokens, main, subject)
        || is_titrated(tokens, main, subject)
        || has_something_measured(tokens, main)
        || is_for_a_time(tokens, main, subject)
        || is_given_by_authors(tokens, main, subject)
        || is_taken_by_staff(tokens, main, subject)
}

/// `half got the vaccine and half got a dummy`, `one group took fish oil, the other olive oil`
fn is_shared_out(tokens: &[Token], main: &Group, subject: &[Token]) -> bool {
    let got = |token: &Token| RECEIVING.iter().any(|verb| token.is(verb));
    let part = subject
        .iter()
        .take(2)
        .any(|token| token.is_any(&["group", "half", "one", "some"]));
    let rest = &tokens[main.tokens.end..];
    let other = rest.windows(2).any(|pair| {
        pair[0].is_any(&["and", "the"]) && pair[1].is_any(&["half", "other", "others", "rest"])
    });
    got(&tokens[main.head()]) && part && other
}

/// `the dose was increased every two weeks`
fn is_titrated(tokens: &[Token], main: &Group, subject: &[Token]) -> bool {
    let dose = subject
        .last()
        .is_some_and(|last| last.is_any(&["dose", "doses", "dosage"]));
    let past = tokens[main.tokens.start].is_any(&["was", "were"]);
    dose && past
        && tokens[main.head()].is_any(&[
            "adjusted",
            "decreased",
            "doubled",
            "halved",
            "increased",
            "lowered",
            "raised",
            "reduced",
            "tapered",
            "titrated",
        ])
}

/// `had his hair counted`
fn has_something_measured(tokens: &[Token], main: &Group) -> bool {
    let object = &tokens[main.tokens.end..tokens.len().min(main.tokens.end + 4)];
    tokens[main.head()].is("had")
        && main.tokens.len() == 1
        && object.first().is_some_and(word::is_determiner)
        && object[1..].iter().any(|token| MEASURED.has(token))
}

/// `half of the men ate two handfuls of nuts a day for 12 weeks`
fn is_for_a_time(tokens: &[Token], main: &Group, subject: &[Token]) -> bool {
    let head = &tokens[main.head()];
    let acts = head.is_any(ACTING) || RECEIVING.iter().any(|verb| head.is(verb));
    let time = tokens[main.tokens.end..].windows(3).any(|three| {
        three[0].is("for")
            && (three[1].kind == Kind::Number || three[1].text.len() > 2)
            && three[2].is_any(&["days", "months", "weeks", "years"])
    });
    acts && !main.passive && time && subject.iter().any(|token| SUBJECTS.has(token))
}

/// `researchers gave 60 men either a gel or a sham gel`
fn is_given_by_authors(tokens: &[Token], main: &Group, subject: &[Token]) -> bool {
    tokens[main.head()].is_any(&["fed", "gave", "offered"])
        && main.tokens.len() == 1
        && subject.iter().any(|token| AUTHORS.has(token))
        && object(tokens, main).any(|token| token.is_any(CONTROLS))
}

/// `nurses weighed the babies at birth`
fn is_taken_by_staff(tokens: &[Token], main: &Group, subject: &[Token]) -> bool {
    let staff = subject.len() <= 3
        && subject.iter().any(|token| {
            token.is_any(&[
                "dermatologist",
                "dermatologists",
                "doctors",
                "nurse",
                "nurses",
                "they",
            ])
        });
    staff
        && main.tokens.len() == 1
        && tokens[main.head()].is_any(&[
            "counted",
            "examined",
            "interviewed",
            "measured",
            "photographed",
            "recorded",
            "scored",
            "surveyed",
            "tested",
            "weighed",
        ])
        && !tokens[main.tokens.end..]
            .first()
            .is_some_and(|it| it.is("that"))
}
