//! A file that is too large, nests too deep or holds too much.

use grounds_model::Level;

use crate::rule::{Check, Rule};

pub(crate) static RULE: Rule = Rule {
    id: grounds_load::rule::TOO_LARGE,
    level: Level::Error,
    summary: "a file is larger or deeper than any record or article is",
    docs: include_str!("too_large.md"),
    check: Check::Reading,
};
