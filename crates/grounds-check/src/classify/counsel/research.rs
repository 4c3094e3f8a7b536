//! Calls for research: "further trials are warranted", "should be confirmed". They advise no practice.

use std::sync::LazyLock;

use super::support::POINTING;
use super::{gap, subject};
use crate::classify::clause::{Clauses, Group, word};
use crate::classify::lexicon::{Verbs, Words};
use crate::classify::token::{Gap, Token};

pub(super) static RESEARCH: LazyLock<Words> =
    LazyLock::new(|| Words::parse(include_str!("research.txt")));
static RESEARCHING: LazyLock<Verbs> =
    LazyLock::new(|| Verbs::parse(include_str!("researching.txt")));

/// What remains to be done with what is not known.
const SEEN: &[&str] = &[
    "answered",
    "clarified",
    "defined",
    "determined",
    "discovered",
    "done",
    "elucidated",
    "established",
    "explored",
    "investigated",
    "learned",
    "learnt",
    "proven",
    "resolved",
    "seen",
    "shown",
    "tested",
    "understood",
];

/// Whether a sentence calls for research, or for care in reading it.
pub(in crate::classify) fn calls_for_research(clauses: &Clauses<'_>) -> bool {
    let tokens = clauses.tokens;
    gap::is_gap(clauses)
        || clauses.groups.iter().any(|group| {
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
            // `larger trials are crucial`: of research only, for much is crucial to understanding something.
            let urged = urges_research(tokens, group);
            let read_with_care = must && head.is("interpreted");
            read_with_care
                || urged
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
        && object
            .iter()
            .any(|token| SEEN.contains(&token.text.as_str()))
        && object.first().is_some_and(|first| first.is("to"));
    let subject = subject(tokens, group);
    let future = subject.first().is_some_and(|first| more(&&first))
        && subject.iter().any(|token| RESEARCH.has(token));
    let planned = future
        && (matches!(
            group.modal.as_deref(),
            Some("should" | "must" | "will" | "would" | "could" | "may" | "can" | "ought")
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
    // `trials that compare the two would help`
    let welcome = group.modal.as_deref() == Some("would")
        && tokens[group.head()..tokens.len().min(group.tokens.end + 3)]
            .iter()
            .any(|it| it.is_any(&["help", "useful", "valuable", "welcome"]))
        && (word_of(subject).is_some() || subject.iter().any(|it| it.is("replication")));
    asked || to_be_seen || planned || needed || welcome || informs_research(tokens, group)
}

/// `additional studies are recommended`, `larger trials are essential`
fn urges_research(tokens: &[Token], group: &Group) -> bool {
    let subject = subject(tokens, group);
    let more = subject.first().is_some_and(|first| {
        first.is_any(&[
            "additional",
            "further",
            "future",
            "larger",
            "longer",
            "more",
            "replication",
        ])
    });
    let urged = tokens[group.head()..tokens.len().min(group.tokens.end + 3)]
        .iter()
        .any(|token| {
            token.is_any(&[
                "critical",
                "crucial",
                "desirable",
                "encouraged",
                "essential",
                "imperative",
                "recommended",
                "urgent",
            ])
        });
    more && urged
        && word_of(subject).is_some()
        && tokens[group.tokens.clone()].iter().any(word::is_be)
}

/// `may inform future trials`, `highlight the need for further studies`
fn informs_research(tokens: &[Token], group: &Group) -> bool {
    let head = &tokens[group.head()];
    let object: Vec<&Token> = tokens[group.tokens.end..]
        .iter()
        .take(12)
        .take_while(|token| token.gap < Gap::Break)
        .collect();
    let future = object.windows(3).any(|three| {
        three[0].is_any(&["further", "future", "more"])
            && three[1..]
                .iter()
                .any(|token| RESEARCH.has(token) && !token.is("evidence"))
    });
    let informs =
        head.is_any(&["aid", "facilitate", "guide", "help", "inform"]) && group.modal.is_some();
    let points = head.is_any(POINTING)
        && object
            .iter()
            .take(3)
            .any(|token| token.is_any(&["need", "importance"]));
    future && (informs || points)
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
