//! A character in prose that turns the text around.

use grounds_model::Level;

use crate::rule::{Check, Rule};

pub(crate) static RULE: Rule = Rule {
    id: grounds_load::rule::BIDI_IN_PROSE,
    level: Level::Warn,
    summary: "prose holds a character that turns the text around",
    docs: include_str!("bidi_in_prose.md"),
    check: Check::Reading,
};
