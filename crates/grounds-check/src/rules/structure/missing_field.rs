//! A field that a record must have and does not.

use grounds_model::Level;

use crate::rule::{Check, Rule};

pub(crate) static RULE: Rule = Rule {
    id: grounds_load::rule::MISSING_FIELD,
    level: Level::Error,
    summary: "a record lacks a field that it must have",
    docs: include_str!("missing_field.md"),
    check: Check::Reading,
};
