//! A file that is not read, because none is expected where it stands.

use grounds_model::Level;

use crate::rule::{Check, Rule};

pub(crate) static RULE: Rule = Rule {
    id: grounds_load::rule::STRAY_FILE,
    level: Level::Warn,
    summary: "a file of the set is not read",
    docs: include_str!("stray_file.md"),
    check: Check::Reading,
};
