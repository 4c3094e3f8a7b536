//! A file or folder that could not be read.

use grounds_model::Level;

use crate::rule::{Check, Rule};

pub(crate) static RULE: Rule = Rule {
    id: grounds_load::rule::UNREADABLE_FILE,
    level: Level::Error,
    summary: "a file or folder of the set could not be read",
    docs: include_str!("unreadable_file.md"),
    check: Check::Reading,
};
