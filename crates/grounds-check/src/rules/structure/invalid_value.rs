//! A value of the right type that is not allowed where it stands.

use grounds_model::Level;

use crate::rule::{Check, Rule};

pub(crate) static RULE: Rule = Rule {
    id: grounds_load::rule::INVALID_VALUE,
    level: Level::Error,
    summary: "a value is not one of those allowed here",
    docs: include_str!("invalid_value.md"),
    check: Check::Reading,
};
