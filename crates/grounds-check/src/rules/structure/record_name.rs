//! A record whose file name is no key.

use grounds_model::Level;

use crate::rule::{Check, Rule};

pub(crate) static RULE: Rule = Rule {
    id: grounds_load::rule::RECORD_NAME,
    level: Level::Error,
    summary: "the name of a record's file cannot be its key",
    docs: include_str!("record_name.md"),
    check: Check::Reading,
};
