//! A number of prose that a cited study has with the other sign.

use grounds_model::Level;

use super::report_faults;
use crate::context::Context;
use crate::numbers::Fault;
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/other-sign",
    level: Level::Error,
    summary: "a number of a passage or of a cited sentence goes the other way than in the record",
    docs: include_str!("other_sign.md"),
    check: Check::Sentence(check),
};

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    report_faults(cx, at, |fault| matches!(fault, Fault::OtherSign(_)));
}
