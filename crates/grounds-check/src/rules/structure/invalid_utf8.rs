//! Bytes that are no UTF-8.

use grounds_model::Level;

use crate::rule::{Check, Rule};

pub(crate) static RULE: Rule = Rule {
    id: grounds_load::rule::INVALID_UTF8,
    level: Level::Error,
    summary: "a file is not UTF-8 text",
    docs: include_str!("invalid_utf8.md"),
    check: Check::Reading,
};
