//! Calls for research: "further trials are warranted", "should be confirmed". They advise no practice.

use std::sync::LazyLock;

use super::subject;
use crate::classify::clause::{Clauses, Group};
use crate::classify::lexicon::{Verbs, Words};
use crate::classify::token::Token;

static RESEARCH: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("research.txt")));
static RESEARCHING: LazyLock<Verbs> =
    LazyLock::new(|| Verbs::parse(include_str!("researching.txt")));

/// Whether a sentence calls for research, or for care in reading it.
pub(in crate::classify) fn calls_for_research(clauses: &Clauses<'_>) -> bool {
    let tokens = clauses.tokens;
    clauses.groups.iter().any(|group| {
        let head = &tokens[group.head()];
        let must = matches!(group.modal.as_deref(), Some("should" | "must"));
        let wanted = tokens[group.tokens.start..tokens.len().min(group.tokens.end + 3)]
            .iter()
            .any(|token| {
                token.is_any(&[
                    "justified",
                    "necessary",
                    "need",
                    "needed",
                    "needs",
                    "required",
                    "warranted",
                ])
            });
        let read_with_care = must && head.is("interpreted");
        read_with_care || (must || wanted) && is_about(tokens, group) && !group.denied
    })
}

/// Whether a group says what research is to do: `further trials are warranted`, `should be confirmed`.
pub(super) fn is_about(tokens: &[Token], group: &Group) -> bool {
    let end = tokens.len().min(group.tokens.end + 5);
    let verb = is_done(&tokens[group.head()])
        || (group.tokens.end..end).any(|at| {
            let asked = tokens[group.head()..at]
                .iter()
                .any(|token| token.is_any(&["be", "to"]));
            asked && is_done(&tokens[at])
        });
    verb || word_of(subject(tokens, group)).is_some()
}

/// Whether a verb is something that research does.
pub(super) fn is_done(verb: &Token) -> bool {
    RESEARCHING.form(verb).is_some()
}

/// The word of research in a subject.
pub(super) fn word_of(subject: &[Token]) -> Option<&Token> {
    subject.iter().find(|token| RESEARCH.has(token))
}
