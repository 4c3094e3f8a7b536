//! Negation: whether a text says that something is not so, for comparing what a passage and its claim say.
//!
//! What is not known is denied by nobody, and "compared with no treatment" says what is compared.

use std::sync::LazyLock;

use super::lexicon::{Phrases, Words};
use super::token::{Gap, Token};

static NEGATIONS: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("negations.txt")));
static AFFIRMATIVE: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::parse(include_str!("affirmative-negations.txt")));
static UNKNOWN: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::parse(include_str!("unknown-phrases.txt")));

/// The word that negates what a text says.
pub(super) fn word(tokens: &[Token]) -> Option<&Token> {
    words(tokens).next().map(|at| &tokens[at])
}

/// Where the words stand that negate.
pub(super) fn words(tokens: &[Token]) -> impl Iterator<Item = usize> {
    (0..tokens.len()).filter(|&at| {
        let token = &tokens[at];
        let negates = NEGATIONS.has(token) || token.text.ends_with("n't");
        let otherwise = || {
            AFFIRMATIVE.cover(tokens, at)
                || UNKNOWN.cover(tokens, at)
                || is_of_the_other_side(tokens, at)
        };
        negates && !otherwise()
    })
}

/// Whether words begin here that say that something is not known.
pub(super) fn leaves_unknown(tokens: &[Token], at: usize) -> bool {
    UNKNOWN.length_at(tokens, at).is_some()
}

/// Whether a text says that two things are the same, as "no difference" does.
pub(super) fn equates(tokens: &[Token]) -> bool {
    let same = |token: &Token| {
        token.is_any(&[
            "alike",
            "comparable",
            "equal",
            "equally",
            "same",
            "similar",
            "similarly",
        ])
    };
    let as_many = |pair: &[Token]| {
        pair[0].is("as") && pair[1].is_any(&["few", "likely", "many", "much", "often", "well"])
    };
    tokens.iter().any(same) || tokens.windows(2).any(as_many)
}

/// Whether a word says what is compared with: "than adults who do not", "compared with no treatment".
fn is_of_the_other_side(tokens: &[Token], at: usize) -> bool {
    let compares = |token: &Token| token.is_any(&["against", "compared", "than", "versus", "vs"]);
    tokens[..at]
        .iter()
        .rposition(compares)
        .is_some_and(|compares| {
            tokens[compares + 1..=at]
                .iter()
                .all(|token| token.gap < Gap::Comma)
        })
}

#[cfg(test)]
mod tests {
    use super::super::likeness::{Allowed, Departure, Wording, departures};

    fn compare(passage: &str, wording: &str) -> Vec<Departure> {
        let (passage, wording) = (Wording::new(passage), Wording::new(wording));
        departures(&passage, &wording, &[], &Allowed::default())
    }

    #[test]
    fn a_negation_of_the_other_side_negates_nothing() {
        for (passage, wording) in [
            (
                "Honey may reduce cough frequency in children.",
                "In children, honey may reduce cough frequency compared with no treatment.",
            ),
            (
                "Coffee drinking is linked to less liver cancer.",
                "Adults who drink coffee have less liver cancer than adults who do not.",
            ),
            (
                "People who take vitamin D have as many fractures.",
                "Vitamin D makes little or no difference to fractures in people.",
            ),
            (
                "It is not known whether zinc shortens a cold.",
                "It is very uncertain whether zinc shortens a cold.",
            ),
        ] {
            assert_eq!(compare(passage, wording), [], "{passage}");
        }
        let denied = compare(
            "Honey does not reduce cough frequency compared with no treatment.",
            "Honey reduces cough frequency compared with no treatment.",
        );
        assert!(matches!(
            denied[..],
            [Departure::Negation { added: true, .. }]
        ));
    }
}
