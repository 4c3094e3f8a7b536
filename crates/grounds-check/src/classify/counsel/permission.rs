//! Permissions: "you may shower after two days", "patients may withdraw", "you can drive again". They leave
//! something to the reader; "you may feel dizzy" says what can happen, and is none. So are rules: "driving is not
//! allowed for six weeks".

use std::sync::LazyLock;

use super::{ADVISED, SUBJECT};
use crate::classify::clause::{Clauses, Group, Mood};
use crate::classify::lexicon::{Form, Verbs, Words};
use crate::classify::token::{Gap, Token};

/// What somebody can be free to do.
static DEEDS: LazyLock<Verbs> = LazyLock::new(|| Verbs::parse(include_str!("deeds.txt")));
/// Those who are in a study or a service, besides those who are advised.
static GUESTS: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("guests.txt")));

/// Whether a sentence leaves something to those of whom it tells, and states nothing beside.
pub(in crate::classify) fn permits(clauses: &Clauses<'_>) -> bool {
    let tokens = clauses.tokens;
    let first = clauses
        .groups
        .iter()
        .find(|group| group.mood == Mood::Finite && !is_of_a_condition(tokens, group));
    first.is_some_and(|group| is_permission(clauses, group))
}

/// Whether a verb stands in a clause that only says when or if: `if you feel well, you may …`
pub(in crate::classify) fn is_of_a_condition(tokens: &[Token], group: &Group) -> bool {
    let from = group.tokens.start.saturating_sub(SUBJECT);
    let comma = tokens[from..group.tokens.start]
        .iter()
        .rposition(|token| token.gap >= Gap::Comma)
        .map_or(from, |comma| from + comma);
    tokens[comma..group.tokens.start]
        .iter()
        .any(|token| token.is_any(&["after", "before", "if", "once", "unless", "until", "when"]))
}

fn is_permission(clauses: &Clauses<'_>, group: &Group) -> bool {
    let tokens = clauses.tokens;
    let modal = matches!(group.modal.as_deref(), Some("may" | "can" | "could"));
    let head = clauses.verb_of(group);
    let before = group
        .tokens
        .start
        .checked_sub(1)
        .map(|before| &tokens[before]);
    let you = before.is_some_and(|before| before.is("you"));
    let may = group.modal.as_deref() == Some("may");
    let theirs = before.is_some_and(|it| {
        // `anyone who smokes may use it`, but `babies may drink too little`: only of those who decide.
        GUESTS.has(it) || may && ADVISED.has(it)
    });
    let next = tokens.get(group.tokens.end);
    // `you may need to wait`, `you may be asked to`: what to expect of a service.
    let needs = you
        && (head.is("need") && next.is_some_and(|to| to.is("to"))
            || group.passive && head.is_any(&["asked", "invited", "offered", "referred", "sent"]));
    // `you may lose`: no deed.
    let deed = !group.passive && !group.denied && DEEDS.form(head) == Some(Form::Base);
    // `driving is not allowed for six weeks`: a rule, whoever it is for.
    let rule = group.passive
        && head.is_any(&["allowed", "forbidden", "permitted", "prohibited"])
        && tokens[group.tokens.start].is_any(&["are", "aren't", "is", "isn't"]);
    modal && (deed && (you || theirs) || needs) || rule
}
