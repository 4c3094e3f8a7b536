//! A key that looks like another.

use grounds_model::Level;

use crate::rule::{Check, Rule};

pub(crate) static RULE: Rule = Rule {
    id: grounds_load::rule::CONFUSABLE_KEY,
    level: Level::Error,
    summary: "a key has a letter that looks like another",
    docs: include_str!("confusable_key.md"),
    check: Check::Reading,
};
