//! A suppression that suppresses nothing.

use grounds_model::Level;

use crate::rule::{Check, Rule};

pub(crate) static RULE: Rule = Rule {
    id: "suppression/unused",
    level: Level::Warn,
    summary: "a suppression suppresses nothing",
    docs: include_str!("unused.md"),
    check: Check::Policy,
};
