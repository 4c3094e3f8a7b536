//! What is left open: "whether it prevents stroke is unknown", "many people ask whether it hurts".
//! Such a sentence asks as a question does, and states nothing.

use super::causality::{Strength, strength_in};
use super::clause::{Clauses, word};
use super::token::{Gap, Token};

/// Words after which a clause with `whether` or `how` is a question, not a statement.
const ASKING: &[&str] = &[
    "ask",
    "asked",
    "asking",
    "asks",
    "certain",
    "clear",
    "controversial",
    "debate",
    "debated",
    "debating",
    "determined",
    "differ",
    "disagree",
    "divided",
    "established",
    "issue",
    "know",
    "known",
    "knows",
    "question",
    "say",
    "seen",
    "settled",
    "sure",
    "tell",
    "uncertain",
    "unclear",
    "unknown",
    "wonder",
    "wondered",
    "wondering",
    "wonders",
];

/// Words among these that ask only where they are denied: `it is not known whether`.
const DENIED: &[&str] = &[
    "certain",
    "clear",
    "determined",
    "established",
    "know",
    "known",
    "knows",
    "say",
    "seen",
    "settled",
    "sure",
    "tell",
];

/// Words that deny them.
const DENYING: &[&str] = &[
    "cannot",
    "can't",
    "difficult",
    "early",
    "hard",
    "impossible",
    "little",
    "nobody",
    "none",
    "not",
    "remains",
    "unsure",
    "yet",
    "don't",
    "doesn't",
    "isn't",
    "n't",
];

/// Words that may stand between what asks and what is asked: `many ask themselves whether`.
const WHOM: &[&str] = &[
    "about",
    "here",
    "on",
    "over",
    "as",
    "doctors",
    "if",
    "me",
    "of",
    "still",
    "is",
    "themselves",
    "to",
    "us",
    "was",
    "yourself",
];

/// How far into a sentence its question begins.
const SOON: usize = 14;

/// Whether all that a sentence says of an effect is left open.
pub(super) fn leaves_open(clauses: &Clauses<'_>) -> bool {
    let tokens = clauses.tokens;
    // "Whether it helps or not, it raises …" asks nothing.
    let either = tokens
        .windows(2)
        .any(|pair| pair[0].is("or") && pair[1].is("not"));
    let begins = tokens.first().is_some_and(|first| first.is("whether")) && !either;
    let unknown = tokens.len() > 4
        && tokens[0].is("it")
        && tokens[..6.min(tokens.len())]
            .iter()
            .any(|token| token.is_any(&["unknown", "unclear", "uncertain"]))
        && asks_soon(tokens);
    // `it is not certain which dose is best`
    let not_known = tokens.len() > 4
        && tokens[0].is("it")
        && tokens[..6.min(tokens.len())].windows(2).any(|pair| {
            pair[0].is_any(&["not", "yet", "isn't"])
                && pair[1].is_any(&["certain", "clear", "known", "settled"])
        })
        && asks_soon(tokens);
    asks_indirectly(tokens)
        || begins_with_what_is_unknown(tokens)
        || (begins || unknown || not_known) && strength_in(clauses).0 == Strength::None
}

fn asks_soon(tokens: &[Token]) -> bool {
    tokens[..7.min(tokens.len())].iter().any(|token| {
        token.is_any(&[
            "how", "if", "what", "when", "where", "whether", "which", "who", "why",
        ])
    })
}

/// `you may wonder whether`, `the question is how`, `it is not clear if`; nothing else is stated after it.
fn asks_indirectly(tokens: &[Token]) -> bool {
    let near = tokens.len().min(SOON);
    let question = (1..near).find(|&at| {
        // `do not know how to treat a fever`: a skill, no question.
        let skill = tokens[at].is("how") && tokens.get(at + 1).is_some_and(|next| next.is("to"));
        // `nobody knows which of them is better`
        let of_several = tokens[at].is("which") && tokens[at - 1].is_any(ASKING);
        (tokens[at].is_any(&["how", "if", "whether", "why"]) && !skill) || of_several
    });
    let Some(at) = question.filter(|&at| tokens[at].gap < Gap::Comma) else {
        return false;
    };
    let asking = (0..at)
        .rev()
        .find(|&before| !tokens[before].is_any(WHOM) && !word::is_adverb(&tokens[before]));
    let is_the_question = tokens[..at.min(4)].iter().any(|token| token.is("question"))
        && word::is_be(&tokens[at - 1]);
    let asks = is_the_question
        || asking.is_some_and(|asking| {
            let denied = || tokens[..at].iter().any(|token| token.is_any(DENYING));
            tokens[asking].is_any(ASKING) && (!tokens[asking].is_any(DENIED) || denied())
        });
    // "Patients who asked whether it hurts had …" tells of them; that the evidence is uncertain is a finding.
    let of_others = asking.is_some_and(|asking| {
        asking > 0 && tokens[asking - 1].is_any(&["that", "which", "who"])
            || tokens[asking].is("uncertain")
                && tokens[..asking.min(4)].iter().any(|it| it.is("evidence"))
    });
    let goes_on = of_others
        || tokens[at..].iter().any(|token| {
            token.gap >= Gap::Break
                || token.is_any(&["although", "because", "but", "however", "since", "though"])
        });
    asks && !goes_on
}

/// `how the drug works is not yet known`
fn begins_with_what_is_unknown(tokens: &[Token]) -> bool {
    let asks = tokens
        .first()
        .is_some_and(|first| first.is_any(&["how", "what", "which", "who", "why"]));
    let end = &tokens[tokens.len().saturating_sub(4)..];
    let denied = end.iter().any(|token| token.is_any(DENYING));
    let unknown = end.iter().any(|token| {
        token.is_any(&["mystery", "unclear", "uncertain", "unknown"])
            || denied && token.is_any(&["clear", "established", "known", "understood"])
    });
    asks && unknown && tokens.len() > 4
}
