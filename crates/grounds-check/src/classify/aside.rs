//! Asides: definitions, opinions, sentences about the page itself, and questions.
//!
//! Each is evident only where it claims nothing by the way: "we think that it cures baldness"
//! reaches the reader as a claim.

use std::sync::LazyLock;

use super::advice::without_topics;
use super::lexicon::{Phrases, Words};
use super::token::{Gap, Kind, Token};
use super::{Evident, worth};

static CONTEXT: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::parse(include_str!("context-openings.txt")));
static OPINION: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::parse(include_str!("opinion-openings.txt")));
static DEFINING: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::parse(include_str!("definition-phrases.txt")));
static GENERA: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("genera.txt")));

/// How many words may stand before what defines them.
const TERM: usize = 8;

/// Words that make of a definition a statement about how often or how well.
pub(super) const JUDGING: &[&str] = &[
    "common",
    "commonest",
    "first",
    "frequent",
    "important",
    "key",
    "leading",
    "main",
    "major",
    "most",
    "only",
    "popular",
    "rare",
    "standard",
    "usual",
];

/// What kind of aside a sentence is, if it is one.
pub(super) fn kind(tokens: &[Token]) -> Option<Evident> {
    if is_about_the_text(tokens) {
        Some(Evident::Context)
    } else if OPINION.length_at(tokens, 0).is_some() && worth(tokens).is_none() {
        Some(Evident::Opinion)
    } else if defines(tokens) && worth(tokens).is_none() {
        Some(Evident::Definition)
    } else {
        None
    }
}

/// Whether a sentence begins as one about the text does, and states nothing.
pub(super) fn is_about_the_text(tokens: &[Token]) -> bool {
    CONTEXT.length_at(tokens, 0).is_some() && is_plain_but_for_questions(tokens) || supposes(tokens)
}

/// `Imagine 1,000 women who take it`: what befalls them the next sentence says.
fn supposes(tokens: &[Token]) -> bool {
    let begins = tokens
        .first()
        .is_some_and(|first| first.is_any(&["imagine", "picture", "suppose"]))
        || tokens.len() > 1 && tokens[0].is("think") && tokens[1].is_any(&["about", "of"]);
    let number = |token: &Token| token.kind == Kind::Number;
    let first = tokens.iter().position(number).filter(|_| begins);
    first.is_some_and(|at| {
        let rest = &tokens[at + 1..];
        !rest.iter().any(number) && worth(rest).is_none()
    })
}

/// Whether a text tells of something as if it were so: "this page explains how needling boosts growth".
pub(super) fn presupposes(tokens: &[Token]) -> bool {
    let begins = tokens
        .first()
        .is_some_and(|first| first.is_any(&["below", "here", "our", "this"]));
    let asked = tokens
        .iter()
        .position(|token| token.is_any(&["how", "why"]))
        .filter(|_| begins);
    asked.is_some_and(|at| tokens[at..].iter().any(super::acts))
}

/// Whether a sentence with a question mark asks. "Did you know that …?", "isn't it
/// …?" and "…, doesn't it?" state.
pub(super) fn asks(tokens: &[Token]) -> bool {
    let begins = |words: &[&str]| {
        words.len() <= tokens.len() && words.iter().zip(tokens).all(|(word, token)| token.is(word))
    };
    let announces = begins(&["did", "you", "know"])
        || begins(&["have", "you", "heard", "that"])
        || begins(&["who", "knew"])
        || tokens
            .first()
            .is_some_and(|first| first.text.ends_with("n't"));
    let tag = tokens
        .iter()
        .rposition(|token| token.gap == Gap::Comma)
        .is_some_and(|at| {
            let short = (1..=3).contains(&(tokens.len() - at));
            short
                && tokens[at].is_any(&[
                    "aren't", "can't", "correct", "didn't", "do", "does", "doesn't", "don't",
                    "hasn't", "haven't", "is", "isn't", "right", "wasn't", "won't", "wouldn't",
                ])
        });
    !(announces || tag) || worth(tokens).is_none()
}

/// What a page says that it will answer, it does not state: "we ask whether needling helps".
fn is_plain_but_for_questions(tokens: &[Token]) -> bool {
    let asked = (0..tokens.len()).find(|&at| {
        let token = &tokens[at];
        let how_to = token.is("how") && tokens.get(at + 1).is_some_and(|next| next.is("to"));
        let asks = token.is_any(&["what", "when", "where", "whether", "which", "who"])
            && !(token.gap == Gap::Comma && token.is_any(&["which", "who"]));
        (asks || how_to) && token.gap < Gap::Break
    });
    worth(&without_topics(&tokens[..asked.unwrap_or(tokens.len())])).is_none()
}

fn defines(tokens: &[Token]) -> bool {
    let near = tokens.len().min(TERM);
    let judged = tokens.iter().any(|token| token.is_any(JUDGING));
    !judged
        && (0..near).any(|at| {
            let phrase = DEFINING.length_at(tokens, at).is_some_and(|length| {
                // "This means that …" draws a conclusion; "by means of" means nothing.
                let after = tokens
                    .get(at + length)
                    .is_some_and(|next| next.is_any(&["of", "that", "to"]));
                let before = |it: &Token| it.is_any(&["not", "that", "this", "we", "which"]);
                at > 0 && !after && !before(&tokens[at - 1])
            });
            phrase || is_genus(tokens, at)
        })
}

/// `is a procedure in which`
fn is_genus(tokens: &[Token], at: usize) -> bool {
    let [is, article, rest @ ..] = &tokens[at..] else {
        return false;
    };
    if at == 0 || !is.is_any(&["are", "is"]) || !article.is_any(&["a", "an"]) {
        return false;
    }
    rest.windows(2).take(4).any(|pair| {
        GENERA.has(&pair[0])
            && pair[1].is_any(&["in", "of", "that", "where", "which", "with", "without"])
    })
}
