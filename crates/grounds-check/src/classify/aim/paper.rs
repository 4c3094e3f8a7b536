//! What a text is about: "this review looks at the effects of yoga", "Table 2 shows the characteristics of
//! the participants", "this leaflet answers your questions". What follows is announced, not stated.

use std::sync::LazyLock;

use super::{PAPERS, RESULTS};
use crate::classify::clause::{Clauses, Group, Mood, word};
use crate::classify::lexicon::{Phrases, Words};
use crate::classify::token::{Gap, Kind, Token};
use crate::classify::{EFFECT_PHRASES, acts_in_any_form, comparative};

/// Texts, besides papers, and the parts of a text.
static TEXTS: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("texts.txt")));
/// What a text does with its subject.
static TELLS: LazyLock<Phrases> = LazyLock::new(|| Phrases::parse(include_str!("tells.txt")));
/// What only a picture or a table does: a text that shows something states it.
static SHOWS: LazyLock<Phrases> = LazyLock::new(|| Phrases::parse(include_str!("shows.txt")));
/// What is done with a text before it is read.
static MADE: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("made.txt")));

/// How many words may stand between the article and the text.
const NEAR: usize = 5;

/// Words of change: a table that shows one states a result.
const CHANGES: &[&str] = &[
    "decline",
    "decrease",
    "difference",
    "differences",
    "improvement",
    "improvements",
    "increase",
    "increases",
    "no",
    "reduction",
    "reductions",
    "rise",
    "that",
];

/// Whether a sentence says what a text is about.
pub(super) fn announces(clauses: &Clauses<'_>) -> bool {
    let tokens = clauses.tokens;
    let Some((verb, shows)) = text_and_verb(tokens) else {
        return false;
    };
    let length = if shows {
        SHOWS.length_at(tokens, verb)
    } else {
        None
    }
    .or_else(|| TELLS.length_at(tokens, verb));
    let Some(length) = length else {
        return false;
    };
    let rest = &tokens[verb + length..];
    let states = rest.first().is_some_and(|next| next.is("that"))
        || shows
            && (rest.iter().take(4).any(|token| token.is_any(CHANGES))
                || comparative(rest)
                    .is_some_and(|found| !rest[found.start].is_any(&["least", "most"])));
    // A verb that goes on states, but in what the text tells of: `explains how statins work`.
    let asked = rest.iter().position(|token| {
        token.is_any(&[
            "how", "if", "that", "what", "when", "where", "whether", "which", "who", "whose",
            "why", "you", "we",
        ])
    });
    let goes_on = clauses.groups.iter().any(|group| {
        group.mood == Mood::Finite
            && group.tokens.start >= verb + length
            && asked.is_none_or(|asked| group.tokens.start < verb + length + asked)
    });
    !states && !goes_on
}

/// Whether a sentence says how a text came about: `the leaflet was written with patients`. What the text then
/// did is none of it: `the leaflet was written with patients and eased their fears`.
pub(super) fn is_made(clauses: &Clauses<'_>, main: &Group) -> bool {
    let tokens = clauses.tokens;
    let subject = &tokens[..main.tokens.start];
    // `a decision aid`, `a list of questions`
    let text = subject.iter().take(NEAR).enumerate().any(|(at, token)| {
        let aid = token.is("aid") && at > 0 && tokens[at - 1].is_any(&["conversation", "decision"]);
        TEXTS.has(token) || aid
    });
    let how = tokens.get(main.tokens.end).is_none_or(|next| {
        next.is_any(&["after", "by", "for", "from", "in", "on", "together", "with"])
    });
    let states = |token: &Token| acts_in_any_form(token) || RESULTS.form(token).is_some();
    let rest = &tokens[main.tokens.end..];
    // `cut` is a noun as well, so that no group of verbs may begin with it: `and cut falls by a third`.
    let joins = |pair: &[Token]| pair[0].is_any(&["and", "but"]) && states(&pair[1]);
    let acts = (0..rest.len()).any(|at| EFFECT_PHRASES.length_at(rest, at).is_some());
    let goes_on =
        acts || rest.windows(2).any(joins)
            || clauses.groups.iter().any(|later| {
                later.tokens.start > main.tokens.start && states(&tokens[later.head()])
            });
    let made = main.passive && !main.denied && MADE.has(&tokens[main.head()]);
    made && text && how && !goes_on && comparative(rest).is_none()
}

/// Whether a text, beside how it came about, is said to have brought something about: `was reviewed by nurses and cut
/// falls by a third`.
pub(super) fn acts_besides(clauses: &Clauses<'_>, main: &Group) -> bool {
    let tokens = clauses.tokens;
    let text = tokens[..main.tokens.start]
        .iter()
        .take(NEAR)
        .any(|token| TEXTS.has(token));
    let rest = &tokens[main.tokens.end..];
    let joins = |at: usize| {
        rest[at].is_any(&["and", "but"])
            && rest.get(at + 1).is_some_and(|next| {
                EFFECT_PHRASES.length_at(rest, at + 1).is_some()
                    || acts_in_any_form(next) && next.text.ends_with("ed")
            })
    };
    text && main.passive && (0..rest.len()).any(joins)
}

/// The first verb after a text that a sentence begins with, and whether the text is a picture or a table.
fn text_and_verb(tokens: &[Token]) -> Option<(usize, bool)> {
    let first = tokens.first()?;
    let numbered = first.is_any(&["appendix", "box", "fig", "figure", "panel", "table"])
        && tokens
            .get(1)
            .is_some_and(|it| it.kind == Kind::Number || it.text.len() <= 2);
    if numbered {
        return Some((2, true));
    }
    let points = first.is_any(&["our", "the", "these", "this"]);
    if !points {
        return None;
    }
    let text = (1..tokens.len().min(NEAR)).rev().find(|&at| {
        (TEXTS.has(&tokens[at]) || PAPERS.has(&tokens[at])) && tokens[at].gap < Gap::Comma
    })?;
    // `the study protocol`, `the present review`: but "the trial participants" are none.
    let mut verb = (text + 1..tokens.len()).find(|&at| !word::is_adverb(&tokens[at]))?;
    // `our guide to inhalers shows you`
    if tokens[verb].is_any(&["above", "below"]) {
        verb += 1;
    } else if tokens[verb].is_any(&["about", "for", "on", "to"]) {
        verb = (verb + 2..tokens.len().min(verb + 6))
            .find(|&at| TELLS.length_at(tokens, at).is_some())?;
    }
    let shows = tokens[text].is_any(&[
        "box", "diagram", "figure", "graph", "image", "map", "picture", "table",
    ]);
    Some((verb, shows))
}
