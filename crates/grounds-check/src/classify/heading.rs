//! Headings: what names a subject and states nothing of it: it has no verb with a tense but in a
//! relative clause ("Foods that fight inflammation"), or it begins as a question does ("How vaccines
//! work"), and no full stop ends it.

use super::clause::{Clauses, Mood};
use super::token::Gap;

/// Whether the text of a sentence reads as a heading.
pub(super) fn is_heading(text: &str, clauses: &Clauses<'_>) -> bool {
    let tokens = clauses.tokens;
    let ends = text.trim_end().ends_with(['.', '!', ';', '…']);
    let Some(first) = tokens.first().filter(|_| !ends) else {
        return false;
    };
    let mut main = clauses.groups.iter().filter(|group| {
        let relative = group.tokens.start.checked_sub(1).is_some_and(|before| {
            tokens[before].is_any(&["that", "which", "who", "you", "we"]) && group.tokens.start > 1
        });
        group.mood == Mood::Finite && !relative
    });
    let any = main.next();
    let asks = first.is_any(&["how", "what", "which", "who", "why"]);
    let when = first.is_any(&["when", "where"])
        && main.next().is_none()
        && !tokens.iter().any(|token| token.gap >= Gap::Comma);
    any.is_none() || asks || when
}
