//! A comment that begins as a suppression and is none.

use grounds_model::Level;

use crate::rule::{Check, Rule};

pub(crate) static RULE: Rule = Rule {
    id: "suppression/malformed",
    level: Level::Error,
    summary: "a comment begins as a suppression and cannot be read as one",
    docs: include_str!("malformed.md"),
    check: Check::Policy,
};
