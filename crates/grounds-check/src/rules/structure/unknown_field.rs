//! A field that the record does not have.

use grounds_model::Level;

use crate::rule::{Check, Rule};

pub(crate) static RULE: Rule = Rule {
    id: grounds_load::rule::UNKNOWN_FIELD,
    level: Level::Error,
    summary: "a record has a field that its kind does not have",
    docs: include_str!("unknown_field.md"),
    check: Check::Reading,
};
