//! Interests: what authors and members of panels say of their ties: "none of the authors works for a coffee company",
//! "two members of the panel had shares in it".

use super::AUTHORS;
use crate::classify::clause::Group;
use crate::classify::token::Token;

/// Those of whose interests it is told.
const PEOPLE: &[&str] = &[
    "author",
    "authors",
    "committee",
    "editor",
    "editors",
    "expert",
    "experts",
    "member",
    "members",
    "panel",
    "reviewer",
    "reviewers",
    "writer",
    "writers",
];

/// What ties somebody to a firm.
const TIES: &[&str] = &[
    "consultant",
    "fee",
    "fees",
    "funding",
    "grant",
    "grants",
    "interest",
    "interests",
    "links",
    "money",
    "payment",
    "payments",
    "shares",
    "stock",
    "ties",
];

/// Whether a sentence tells of somebody's ties to those who gain.
pub(super) fn declares(tokens: &[Token], main: &Group) -> bool {
    let subject = &tokens[..main.tokens.start];
    let people = subject
        .iter()
        .any(|token| token.is_any(PEOPLE) || AUTHORS.has(token));
    let head = &tokens[main.head()];
    let rest = &tokens[main.tokens.end..];
    let works = head.is_any(&["employed", "paid", "work", "worked", "works"])
        && rest
            .first()
            .is_some_and(|next| next.is_any(&["as", "by", "for", "in", "with"]));
    let has = head.is_any(&[
        "accepted", "declare", "declared", "had", "has", "have", "hold", "holds", "own", "owns",
        "received",
    ]) && rest.iter().take(4).any(|token| token.is_any(TIES));
    people && (works || has)
}
