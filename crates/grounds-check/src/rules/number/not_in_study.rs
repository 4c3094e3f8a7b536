//! A number of prose that no cited study has.

use grounds_model::Level;

use super::report_faults;
use crate::context::Context;
use crate::numbers::Fault;
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/not-in-study",
    level: Level::Error,
    summary: "a number of a passage or of a cited sentence is in no record of its studies",
    docs: include_str!("not_in_study.md"),
    check: Check::Sentence(check),
};

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    report_faults(cx, at, |fault| {
        matches!(
            fault,
            Fault::Absent | Fault::Level(_) | Fault::OtherP { .. }
        )
    });
}
