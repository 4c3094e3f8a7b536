//! A number of prose that a cited study has with more digits.

use grounds_model::Level;

use super::report_faults;
use crate::context::Context;
use crate::numbers::Fault;
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/unmarked-rounding",
    level: Level::Error,
    summary: "a number of a passage or of a cited sentence is rounded, and the words do not say so",
    docs: include_str!("unmarked_rounding.md"),
    check: Check::Sentence(check),
};

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    report_faults(cx, at, |fault| matches!(fault, Fault::Rounded(_)));
}
