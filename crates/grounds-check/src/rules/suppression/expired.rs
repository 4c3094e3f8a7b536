//! A suppression whose last day has passed.

use grounds_model::Level;

use crate::rule::{Check, Rule};

pub(crate) static RULE: Rule = Rule {
    id: "suppression/expired",
    level: Level::Error,
    summary: "a suppression's last day has passed: it suppresses no longer",
    docs: include_str!("expired.md"),
    check: Check::Policy,
};
