//! Terms: sentences that say what a word means, also where a number is part of the meaning: "is the medical
//! term for a slow heart rate", "was defined as at least 80 % of the doses", "by remission we mean".

mod kind;

use super::clause::{Clauses, Mood, word};
use super::token::{Gap, Token};

/// How many words may stand before what defines them.
const TERM: usize = 10;

/// Kinds of names.
pub(super) const NAMES: &[&str] = &[
    "abbreviation",
    "acronym",
    "label",
    "name",
    "shorthand",
    "synonym",
    "term",
    "word",
];

/// Whether a sentence says what a word means, and nothing of the thing.
pub(super) fn defines(clauses: &Clauses<'_>) -> bool {
    let tokens = clauses.tokens;
    let near = tokens.len().min(TERM);
    let defining = (0..near).find(|&at| {
        is_name(&tokens[at..])
            || is_meant(tokens, at)
            || at > 0 && (is_field(&tokens[at..]) || kind::says_what_it_is(clauses, at))
    });
    let Some(at) = defining else { return false };
    // What is added after a comma with a verb of its own states: "…, and it kills".
    let mut after = clauses.groups.iter().filter(|it| it.tokens.start > at);
    !after.any(|group| {
        let added = tokens[at..=group.tokens.start]
            .iter()
            .any(|token| token.gap >= Gap::Comma && token.is_any(&["and", "but", "which"]));
        group.mood == Mood::Finite && added
    })
}

/// `is the medical term for`
fn is_name(tokens: &[Token]) -> bool {
    let [be, article, rest @ ..] = tokens else {
        return false;
    };
    word::is_be(be)
        && (word::is_determiner(article) || article.is("the"))
        && rest.windows(2).take(4).any(|pair| {
            pair[0].is_any(NAMES) && pair[1].is_any(&["for", "given", "of", "that", "used"])
        })
}

/// `was defined as`, `by remission we mean`, `we use the term … to`
fn is_meant(tokens: &[Token], at: usize) -> bool {
    let next = |i: usize| tokens.get(at + i);
    let defined = tokens[at].is("defined")
        && at > 0
        && (word::is_be(&tokens[at - 1])
            || tokens[at - 1].is("we")
            || word::is_adverb(&tokens[at - 1]))
        && tokens[at..tokens.len().min(at + 9)]
            .iter()
            .any(|token| token.is_any(&["as", "by"]));
    let by_we = at > 0
        && tokens[0].is_any(&["by", "with"])
        && tokens[at].is_any(&["i", "we"])
        && next(1).is_some_and(|verb| verb.is_any(&["mean", "meant", "refer", "understand"]));
    let refers = tokens[at].is_any(&["refer", "refers"])
        && next(1).is_some_and(|to| to.is("to"))
        && tokens[..at].iter().any(|token| token.is_any(NAMES));
    let called = tokens[at].is_any(&["call", "calls"])
        && at > 0
        && tokens[at - 1].is_any(&[
            "doctors",
            "experts",
            "people",
            "scientists",
            "specialists",
            "we",
        ])
        && next(1).is_some_and(|what| what.is_any(&["it", "such", "the", "these", "this"]));
    defined || by_we || refers || called
}

/// `is the study of`, `is a branch of medicine that`
fn is_field(tokens: &[Token]) -> bool {
    let [be, article, rest @ ..] = tokens else {
        return false;
    };
    be.is_any(&["are", "is"])
        && article.is_any(&["a", "the"])
        && rest.windows(2).take(3).any(|pair| {
            pair[0].is_any(&["branch", "discipline", "field", "science", "study"])
                && pair[1].is("of")
        })
}

#[cfg(test)]
mod tests {
    use crate::classify::{SentenceKind, classify};

    #[test]
    fn a_mean_is_no_meaning() {
        for text in [
            "A trial reported a mean rise of 12.52 hairs per square inch.",
            "Another trial found the mean number of falls.",
        ] {
            assert_eq!(classify(text).kind, SentenceKind::Claim, "{text}");
        }
    }
}
