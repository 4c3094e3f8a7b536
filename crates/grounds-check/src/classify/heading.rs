//! Headings: what names a subject and states nothing of it: it has no verb with a tense but in a
//! relative clause ("Foods that fight inflammation"), or it begins as a question does ("How vaccines
//! work"), and no full stop ends it.

use std::sync::LazyLock;

use super::clause::{Clauses, Mood, form, word};
use super::lexicon::{Form, Words};
use super::token::{Gap, Token};

/// Plurals that are forms of verbs too.
static NAMES: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("plurals.txt")));

/// The longest heading with a full stop, in words.
const LONGEST: usize = 25;

/// Whether the text of a sentence reads as a heading.
pub(super) fn is_heading(text: &str, clauses: &Clauses<'_>) -> bool {
    let tokens = clauses.tokens;
    let ends = text.trim_end().ends_with(['.', '!', ';', '…']);
    let Some(first) = tokens.first() else {
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
    // With a full stop only what holds no word that can be its verb is one.
    let verb = ends && (1..tokens.len()).any(|at| can_be_verb(tokens, at));
    let names = any.is_none() && !verb && (!ends || tokens.len() <= LONGEST);
    names || !ends && (asks || when)
}

/// Whether a word can be the verb of its sentence, whatever it is here: a known verb, or an unknown
/// one before an article.
fn can_be_verb(tokens: &[Token], at: usize) -> bool {
    let next = tokens.get(at + 1);
    let known = match form(&tokens[at]) {
        Some(Form::Past) => next.is_none_or(|next| !next.is_any(&["by", "in"])),
        Some(Form::Third) if !NAMES.has(&tokens[at]) => true,
        Some(Form::Base | Form::Third) => {
            next.is_none_or(|next| !next.is_any(&["of", "in", "for"]))
        }
        Some(Form::Participle) | None => false,
    };
    let unknown = tokens[at].text.ends_with(['s', 'd']) && next.is_some_and(word::is_determiner);
    known || unknown
}
