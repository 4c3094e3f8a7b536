//! Fragments: what has no verb of its own, such as a name, a list of things, a cell of a table.
//!
//! Without a grammar, a verb is known by its form. In a paragraph that ends with a full stop
//! every word that could be one counts as one, so that a sentence with an unusual verb is never
//! taken for a fragment; in cells and list items only words that are hardly ever anything else.

use std::sync::LazyLock;

use grounds_load::Setting;

use super::lexicon::{Form, Verbs, Words};
use super::token::{Gap, Kind, Token};

static VERBS: LazyLock<Verbs> = LazyLock::new(|| Verbs::parse(include_str!("verbs.txt")));
static FINITE: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("auxiliaries.txt")));

/// The longest fragment that a paragraph can hold as a sentence, in words.
const LONGEST: usize = 6;

/// Whether tokens that end with `last` in this setting are a fragment.
pub(super) fn is_fragment(tokens: &[Token], setting: Setting, last: char) -> bool {
    let spoken =
        |token: &Token| FINITE.has(token) || token.text.ends_with("n't") || is_short(token);
    if tokens.iter().any(spoken) {
        return false;
    }
    let loose = matches!(setting, Setting::TableCell | Setting::ListItem) && last != '.';
    if loose {
        (0..tokens.len()).all(|at| !is_verb(tokens, at))
    } else {
        tokens.len() <= LONGEST && (0..tokens.len()).all(|at| !could_be_verb(tokens, at))
    }
}

/// Whether what ends with a colon says nothing yet: "the steps are:", "bring these:".
pub(super) fn leads_in(tokens: &[Token]) -> bool {
    tokens.last().is_some_and(|last| {
        last.is_any(&[
            "about",
            "are",
            "begin",
            "below",
            "by",
            "example",
            "followed",
            "following",
            "follows",
            "for",
            "if",
            "include",
            "includes",
            "is",
            "of",
            "points",
            "questions",
            "steps",
            "that",
            "these",
            "things",
            "this",
            "to",
            "when",
            "with",
        ])
    })
}

/// `it's`, `they're`, `we've`
fn is_short(token: &Token) -> bool {
    let pronoun = [
        "it's", "that's", "there's", "here's", "what's", "he's", "she's",
    ];
    token.is_any(&pronoun)
        || ["'re", "'ve", "'ll", "'d", "'m"]
            .iter()
            .any(|end| token.text.ends_with(end))
}

fn is_verb(tokens: &[Token], at: usize) -> bool {
    let subject = at > 0 && tokens[at].gap < Gap::Comma && may_be_subject(&tokens[at - 1]);
    match VERBS.form(&tokens[at]) {
        Some(Form::Third | Form::Past) => subject,
        Some(Form::Base) => at > 0 && tokens[at - 1].is_any(&["i", "they", "to", "we", "you"]),
        Some(Form::Participle) | None => false,
    }
}

fn may_be_subject(token: &Token) -> bool {
    let functional = token.is_any(&[
        "a", "an", "and", "as", "at", "by", "for", "from", "in", "its", "newly", "no", "not", "of",
        "on", "or", "the", "their", "to", "well", "with", "your",
    ]);
    token.kind == Kind::Word && !functional && !token.text.ends_with("ly")
}

fn could_be_verb(tokens: &[Token], at: usize) -> bool {
    let text = &tokens[at].text;
    at > 0
        && (VERBS
            .form(&tokens[at])
            .is_some_and(|form| form != Form::Participle)
            || text.ends_with("ed")
            || text.ends_with('s') && !text.ends_with("ss") && !text.ends_with("us"))
}
