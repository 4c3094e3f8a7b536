//! What those who make a guideline did, and how far a trial has come: "the panel met four times", "members
//! agreed to", "a trial in 400 people has begun". What they agreed *that* is so is another matter.

use super::{PAPERS, STUDIES};
use crate::classify::advice::without_topics;
use crate::classify::clause::Group;
use crate::classify::token::{Gap, Kind, Token};
use crate::classify::{Reason, worth_of_lists};

/// Those who make a guideline.
const PANEL: &[&str] = &[
    "committee",
    "committees",
    "member",
    "members",
    "panel",
    "panellists",
    "panels",
];

/// What they do.
const DEEDS: &[&str] = &[
    "abstained",
    "agreed",
    "considered",
    "declared",
    "disagreed",
    "discussed",
    "judged",
    "meets",
    "met",
    "place",
    "placed",
    "places",
    "voted",
];

/// How many words before a verb its subject is looked for.
const SUBJECT: usize = 10;

/// Whether a sentence tells what a panel did, and states nothing that it agreed on.
pub(super) fn deliberates(tokens: &[Token], main: &Group) -> bool {
    let subject = subject(tokens, main);
    let rest = &tokens[main.tokens.end..];
    let states = || {
        matches!(
            worth_of_lists(&without_topics(rest)),
            Some((Reason::Effect | Reason::Appeal, _))
        )
    };
    let head = &tokens[main.head()];
    // `placed a high value on avoiding harm`: values and preferences, in GRADE's words.
    let values = head.is_any(&["place", "placed", "places"]);
    let weighs = subject
        .iter()
        .any(|token| token.is_any(&["recommendation", "recommendations"]))
        && head.is_any(&["give", "gives", "place", "placed", "places", "put", "puts"])
        && rest
            .iter()
            .take(5)
            .any(|token| token.is_any(&["importance", "value", "weight"]));
    weighs
        || subject.iter().any(|token| token.is_any(PANEL))
            && head.is_any(DEEDS)
            && (values || !states())
}

/// Whether a sentence tells from what on a difference counts: `a fall of 1 point was regarded as important`.
pub(super) fn is_judged(tokens: &[Token], main: &Group) -> bool {
    const AMOUNTS: &[&str] = &[
        "change",
        "decrease",
        "difference",
        "drop",
        "fall",
        "gain",
        "improvement",
        "increase",
        "loss",
        "reduction",
        "rise",
    ];
    let subject = subject(tokens, main);
    let amount = subject.windows(3).any(|three| {
        three[0].is_any(AMOUNTS) && three[1].is("of") && three[2].kind == Kind::Number
    });
    let judged = tokens[main.head()].is_any(&[
        "considered",
        "deemed",
        "judged",
        "regarded",
        "taken",
        "thought",
    ]);
    let important = tokens[main.tokens.end..].iter().take(5).any(|token| {
        token.is_any(&[
            "important",
            "large",
            "matter",
            "meaningful",
            "relevant",
            "small",
            "trivial",
            "worthwhile",
        ])
    });
    amount && judged && main.passive && important
}

/// Whether a sentence tells that a study has begun: `a trial in 400 people is under way`.
pub(super) fn is_under_way(tokens: &[Token], main: &Group) -> bool {
    let subject = subject(tokens, main);
    let study = subject
        .iter()
        .any(|token| PAPERS.has(token) || STUDIES.has(token) || token.is_any(&["trial", "trials"]));
    let rest = &tokens[main.tokens.end..];
    let under_way = rest.first().is_some_and(|next| next.is("underway"))
        || matches!(rest, [under, way, ..] if under.is("under") && way.is("way"));
    let begun = tokens[main.head()].is_any(&["begun", "recruiting", "started"])
        && rest
            .first()
            .is_none_or(|next| next.gap >= Gap::Comma || next.is_any(&["and", "at", "in", "this"]));
    study && (under_way || begun)
}

fn subject<'a>(tokens: &'a [Token], main: &Group) -> &'a [Token] {
    &tokens[main.tokens.start.saturating_sub(SUBJECT)..main.tokens.start]
}
