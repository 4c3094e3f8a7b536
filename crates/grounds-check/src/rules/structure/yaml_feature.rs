//! A feature of YAML that records must not use.

use grounds_model::Level;

use crate::rule::{Check, Rule};

pub(crate) static RULE: Rule = Rule {
    id: grounds_load::rule::YAML_FEATURE,
    level: Level::Error,
    summary: "a record uses a feature of YAML that records must not use",
    docs: include_str!("yaml_feature.md"),
    check: Check::Reading,
};
