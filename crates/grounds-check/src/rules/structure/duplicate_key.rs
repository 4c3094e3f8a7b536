//! A key that stands twice in one mapping.

use grounds_model::Level;

use crate::rule::{Check, Rule};

pub(crate) static RULE: Rule = Rule {
    id: grounds_load::rule::DUPLICATE_KEY,
    level: Level::Error,
    summary: "a key stands twice in one mapping",
    docs: include_str!("duplicate_key.md"),
    check: Check::Reading,
};
