//! An article that does not begin with front matter.

use grounds_model::Level;

use crate::rule::{Check, Rule};

pub(crate) static RULE: Rule = Rule {
    id: grounds_load::rule::MISSING_FRONT_MATTER,
    level: Level::Error,
    summary: "an article does not begin with front matter",
    docs: include_str!("missing_front_matter.md"),
    check: Check::Reading,
};
