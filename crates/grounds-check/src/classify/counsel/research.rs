//! Calls for research: "further trials are warranted", "should be confirmed". They advise no practice.

use std::sync::LazyLock;

use super::subject;
use crate::classify::clause::{Clauses, Group, word};
use crate::classify::lexicon::{Verbs, Words};
use crate::classify::token::{Gap, Token};

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
        read_with_care
            || asks_for_research(tokens, group)
            || (must || wanted) && is_about(tokens, group) && !group.denied
    })
}

/// `warrants further investigation`, `remains to be seen`, `future studies have to address`
fn asks_for_research(tokens: &[Token], group: &Group) -> bool {
    let head = &tokens[group.head()];
    let object = &tokens[group.tokens.end..tokens.len().min(group.tokens.end + 5)];
    let object: Vec<&Token> = object
        .iter()
        .take_while(|token| token.gap < Gap::Break)
        .collect();
    let more =
        |token: &&&Token| token.is_any(&["additional", "further", "future", "larger", "more"]);
    let asks = head.is_any(&[
        "await",
        "awaits",
        "deserve",
        "deserves",
        "merit",
        "merits",
        "need",
        "needs",
        "require",
        "requires",
        "warrant",
        "warranting",
        "warrants",
    ]);
    let asked = asks
        && object.iter().any(|token| more(&token))
        && object.iter().any(|token| {
            RESEARCH.has(token) || token.is_any(&["confirmation", "evaluation", "scrutiny"])
        });
    let to_be_seen = head.is_any(&["remain", "remains"])
        && object.iter().any(|token| {
            token.is_any(&[
                "determined",
                "elucidated",
                "established",
                "proven",
                "seen",
                "shown",
            ])
        })
        && object.first().is_some_and(|first| first.is("to"));
    let subject = subject(tokens, group);
    let future = subject.first().is_some_and(|first| more(&&first))
        && subject.iter().any(|token| RESEARCH.has(token));
    let planned = future
        && (matches!(
            group.modal.as_deref(),
            Some("should" | "must" | "will" | "could" | "may" | "can")
        ) || head.is_any(&["have", "need", "needs", "has"])
            && object.first().is_some_and(|to| to.is("to")));
    // `there is a need for research`
    let needed = word::is_be(head)
        && subject.iter().any(|token| token.is("there"))
        && tokens[group.tokens.end..tokens.len().min(group.tokens.end + 9)]
            .windows(2)
            .any(|pair| pair[0].is_any(&["need", "needs"]) && pair[1].is_any(&["for", "to"]))
        && tokens[group.tokens.end..tokens.len().min(group.tokens.end + 12)]
            .iter()
            .any(|token| RESEARCH.has(token) && !token.is("evidence"));
    asked || to_be_seen || planned || needed
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
