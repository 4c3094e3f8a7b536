//! A character in a record that turns the text around.

use grounds_model::Level;

use crate::rule::{Check, Rule};

pub(crate) static RULE: Rule = Rule {
    id: grounds_load::rule::BIDI_CONTROL,
    level: Level::Error,
    summary: "a record holds a character that turns the text around",
    docs: include_str!("bidi_control.md"),
    check: Check::Reading,
};
