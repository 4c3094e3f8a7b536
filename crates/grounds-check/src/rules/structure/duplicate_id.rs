//! Two records with one id.

use grounds_model::Level;

use crate::rule::{Check, Rule};

pub(crate) static RULE: Rule = Rule {
    id: grounds_load::rule::DUPLICATE_ID,
    level: Level::Error,
    summary: "two records have the same id",
    docs: include_str!("duplicate_id.md"),
    check: Check::Reading,
};
