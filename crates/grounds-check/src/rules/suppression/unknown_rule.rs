//! A suppression or level that names no rule.

use grounds_model::Level;

use crate::rule::{Check, Rule};

pub(crate) static RULE: Rule = Rule {
    id: "suppression/unknown-rule",
    level: Level::Error,
    summary: "a suppression or a level names no rule or group",
    docs: include_str!("unknown_rule.md"),
    check: Check::Policy,
};
