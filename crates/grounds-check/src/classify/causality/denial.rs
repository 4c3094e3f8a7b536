//! Denials in a noun phrase or around a complement: "no association", "is not effective".

use crate::classify::clause::{REACH, word};
use crate::classify::token::{Gap, Token};

/// `no significant association`, `without effect`
pub(super) fn is_none(tokens: &[Token], at: usize) -> bool {
    let far = at.saturating_sub(REACH);
    let start = tokens[far..=at]
        .iter()
        .rposition(|token| token.gap >= Gap::Break)
        .map_or(far, |start| far + start);
    let near = tokens[at.saturating_sub(5).max(start)..at]
        .iter()
        .rev()
        .take_while(|token| !word::is_preposition(token) || token.is("without"))
        .take_while(|token| !token.is("but"))
        .any(|token| {
            !is_hyphened(tokens, token)
                && !is_too(tokens, token)
                && token.is_any(&[
                    "little",
                    "neither",
                    "no",
                    "non",
                    "not",
                    "nonsignificant",
                    "n't",
                    "without",
                    "negligible",
                ])
        });
    let none = tokens[start.min(at)..at]
        .first()
        .is_some_and(|first| first.is_any(&["neither", "no", "nobody", "none", "nothing"]));
    let not_all = tokens[start.min(at)..at]
        .get(..2)
        .is_some_and(|first| first[0].is("not") && first[1].is("all"));
    let only = tokens[at.saturating_sub(5)..at]
        .windows(2)
        .any(|pair| pair[0].is("not") && pair[1].is("only"));
    (near || none || not_all) && !only
}

/// `too little sleep`: an amount, no denial.
fn is_too(tokens: &[Token], token: &Token) -> bool {
    let at = tokens.partition_point(|other| other.range.start < token.range.start);
    at > 0 && tokens[at - 1].is("too")
}

/// `no-till`: part of a name, no denial.
fn is_hyphened(tokens: &[Token], token: &Token) -> bool {
    let next = tokens.partition_point(|other| other.range.start <= token.range.start);
    let joined = tokens.get(next).is_some_and(|next| next.gap == Gap::Hyphen);
    joined && !token.is("non")
}

/// Whether what stands between a group and its complement denies it: `is not`, `were no longer`.
pub(super) fn is_after(tokens: &[Token], from: usize, at: usize) -> bool {
    tokens
        .get(from..at)
        .into_iter()
        .flatten()
        .take(3)
        .take_while(|token| !word::is_preposition(token))
        .any(|token| token.is_any(&["not", "no", "neither", "never"]))
}
