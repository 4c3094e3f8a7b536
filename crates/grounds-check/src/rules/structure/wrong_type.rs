//! A value of the wrong type.

use grounds_model::Level;

use crate::rule::{Check, Rule};

pub(crate) static RULE: Rule = Rule {
    id: grounds_load::rule::WRONG_TYPE,
    level: Level::Error,
    summary: "a value is of the wrong type",
    docs: include_str!("wrong_type.md"),
    check: Check::Reading,
};
