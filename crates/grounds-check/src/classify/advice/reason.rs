//! The reason that advice gives: "because it prevents falls", "it halves the risk", "as bed rest weakens the
//! muscles". Then it states, whatever it advises.

use super::{REASON, without_topics};
use crate::classify::causality::{Strength, strength};
use crate::classify::clause::{Clauses, Mood, word};
use crate::classify::token::{Gap, Token};
use crate::classify::{Reason, worth_of_lists};

/// Whether a clause beside the advice states that something helps or harms: `because it prevents falls`,
/// `but it damages the liver`, `: it halves the risk`.
pub(in crate::classify) fn gives_a_reason(tokens: &[Token]) -> bool {
    (1..tokens.len()).any(|at| {
        let end = tokens.len().min(at + REASON);
        let (token, rest) = (&tokens[at], &tokens[at + 1..end]);
        let pronoun = |token: &Token| token.is_any(&["it", "that", "these", "they", "this"]);
        match token.text.as_str() {
            "because" => states(rest),
            "but" => strength(rest).0 == Strength::DirectCausal,
            "which" if token.gap >= Gap::Comma => states(&tokens[at..end]),
            // `as needed`, `since birth`: no clause follows.
            "as" | "since" | "for" if token.gap >= Gap::Comma => {
                has_subject_and_verb(rest) && states(rest)
            }
            _ => token.gap == Gap::Break && pronoun(token) && states(&tokens[at..end]),
        }
    })
}

/// Whether words state an effect or compare.
fn states(words: &[Token]) -> bool {
    let worthy = matches!(
        worth_of_lists(&without_topics(words)),
        Some((Reason::Comparative | Reason::Effect, _))
    );
    worthy || strength(words).0 == Strength::DirectCausal
}

fn has_subject_and_verb(words: &[Token]) -> bool {
    Clauses::of_part(words).groups.iter().any(|group| {
        let before = group.tokens.start.checked_sub(1);
        group.mood == Mood::Finite
            && before.is_some_and(|before| {
                word::may_be_subject(&words[before]) || word::is_adverb(&words[before])
            })
    })
}
