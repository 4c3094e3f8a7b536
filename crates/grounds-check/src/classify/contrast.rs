//! Contrasts: a sentence that calls for research, or tells an aim, and states something besides: "more
//! research is needed, but early trials suggest that it lowers blood pressure".

use super::causality::states_relation;
use super::clause::{Clauses, Mood, word};
use super::token::{Gap, Token};
use super::{Reason, aim, counsel, open, worth_of_lists};

/// Words that set one clause against another after a comma.
const AGAINST: &[&str] = &[
    "although", "because", "but", "however", "though", "whereas", "while", "yet",
];

/// Words with which a clause begins that gives way to the next one.
const YIELDING: &[&str] = &["although", "though", "whereas", "while"];

/// Words that begin another clause after a comma and `and`.
const SUBJECTS: &[&str] = &[
    "a", "fewer", "half", "more", "no", "nobody", "one", "only", "some", "those", "two", "all",
    "both", "he", "it", "most", "none", "she", "the", "these", "they", "this",
];

/// The shortest clause, in words.
const SHORTEST: usize = 3;

/// Whether one of two clauses that stand against each other states something.
pub(super) fn states_besides(tokens: &[Token]) -> bool {
    parts(tokens).is_some_and(|parts| parts.into_iter().any(|part| states(part, false)))
}

/// The same of a sentence that tells an aim or a method: what goes on with another step of the study states
/// nothing, so only what has an effect, an amount or a comparison in it does.
pub(super) fn states_a_result(tokens: &[Token]) -> bool {
    let because = tokens.iter().any(|token| token.is("because"));
    !because && parts(tokens).is_some_and(|parts| parts.into_iter().any(|part| states(part, true)))
}

/// The two clauses of a sentence of which one is set against the other.
fn parts(tokens: &[Token]) -> Option<[&[Token]; 2]> {
    if tokens.first()?.is_any(YIELDING) {
        let comma = tokens.iter().position(|token| token.gap >= Gap::Comma)?;
        return Some([&tokens[1..comma], &tokens[comma..]]);
    }
    let at = (1..tokens.len()).find(|&at| {
        // `describes how A, and the B, were regulated`: one clause.
        let asked = || {
            tokens[..at]
                .iter()
                .any(|it| it.is_any(&["how", "if", "whether"]))
        };
        let joins = tokens[at].is("and")
            && !asked()
            && tokens[at].gap == Gap::Comma
            && tokens.get(at + 1).is_some_and(|next| next.is_any(SUBJECTS));
        let because = tokens[at].is("because") && !tokens.get(at + 1).is_some_and(|it| it.is("of"));
        joins || because || tokens[at].is_any(AGAINST) && tokens[at].gap >= Gap::Comma
    })?;
    Some([&tokens[..at], &tokens[at + 1..]])
}

/// Whether a clause states something by itself.
fn states(part: &[Token], results_only: bool) -> bool {
    if part.len() < SHORTEST {
        return false;
    }
    let clauses = Clauses::of_part(part);
    let has_subject = clauses.groups.iter().any(|group| {
        let before = group.tokens.start.checked_sub(1);
        group.mood == Mood::Finite
            && before.is_some_and(|before| {
                word::may_be_subject(&part[before]) || word::is_adverb(&part[before])
            })
    });
    has_subject
        && !counsel::calls_for_research(&clauses)
        && !counsel::advises(&clauses)
        && !aim::is_aim(&clauses)
        && !open::leaves_open(&clauses)
        && (!results_only
            || part[0].is_any(&["it", "they"])
            || states_relation(&clauses)
            || worth_of_lists(part).is_some_and(|(reason, _)| reason != Reason::Appeal))
}
