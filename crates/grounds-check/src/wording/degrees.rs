//! Effects that are said to be greater, faster or better, without their other side: "reduces pain more
//! effectively", "relieves pain faster", "lowers blood pressure more", "lowers cholesterol to a greater extent".

use std::ops::Range;

use crate::classify::acts;
use crate::classify::token::{Gap, Token, Tokens};

/// How many words may stand between the verb and how it does so.
const OBJECT: usize = 4;

/// How something is done, by itself.
const MANNERS: &[&str] = &["better", "faster", "quicker", "sooner"];

/// How it is done, after `more`.
const ADVERBS: &[&str] = &[
    "completely",
    "dramatically",
    "effectively",
    "efficiently",
    "gently",
    "powerfully",
    "quickly",
    "rapidly",
    "reliably",
    "safely",
    "strongly",
];

/// The first of them, as bytes of the text.
pub(super) fn find(tokens: &Tokens) -> Option<Range<usize>> {
    (1..tokens.len()).find_map(|verb| {
        let third = acts(&tokens[verb])
            && !tokens[verb].is("helps")
            && tokens[verb].text.ends_with('s')
            && tokens[verb].gap < Gap::Comma;
        if !third {
            return None;
        }
        (verb + 1..tokens.len().min(verb + 2 + OBJECT))
            .take_while(|&at| tokens[at].gap < Gap::Comma)
            .find_map(|at| Some(tokens[at].range.start..tokens[end(tokens, verb, at)?].range.end))
    })
}

/// The last word of a degree that begins at `at`.
fn end(tokens: &[Token], verb: usize, at: usize) -> Option<usize> {
    let closes = |at: usize| {
        tokens
            .get(at)
            .is_none_or(|next| next.gap >= Gap::Comma || next.is_any(&["and", "for", "in", "on"]))
    };
    let next = |words: &[&str]| tokens.get(at + 1).is_some_and(|next| next.is_any(words));
    let object = at > verb + 1;
    if tokens[at].is_any(MANNERS) && object && closes(at + 1) {
        Some(at)
    } else if tokens[at].is_any(&["less", "more"]) && next(ADVERBS) {
        Some(at + 1)
    } else if tokens[at].is_any(&["less", "more"]) && object && tokens.len() == at + 1 {
        Some(at)
    } else if tokens[at].is("greater") && next(&["degree", "extent"]) {
        Some(at + 1)
    } else {
        None
    }
}
