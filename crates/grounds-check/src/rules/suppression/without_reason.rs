//! A suppression that does not say why.

use grounds_model::Level;

use crate::rule::{Check, Rule};

pub(crate) static RULE: Rule = Rule {
    id: "suppression/without-reason",
    level: Level::Error,
    summary: "a suppression does not say why",
    docs: include_str!("without_reason.md"),
    check: Check::Policy,
};
