//! A text that is no YAML, or no TOML.

use grounds_model::Level;

use crate::rule::{Check, Rule};

pub(crate) static RULE: Rule = Rule {
    id: grounds_load::rule::SYNTAX,
    level: Level::Error,
    summary: "a record, front matter or the settings are not YAML or TOML",
    docs: include_str!("syntax.md"),
    check: Check::Reading,
};
