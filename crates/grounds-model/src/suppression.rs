//! Suppressions: findings that the authors accept, with a reason and an end.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Date, PartialDate, Text};

/// A diagnostic of this record that is accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Suppression {
    /// The rule, by its name: `freshness/review-overdue`.
    pub rule: Text,
    /// Why it is accepted here. `grounds check` asks for one.
    pub reason: Option<Text>,
    /// In a study: only what is said of the event of this day in its `standing`, so that what happens later is told.
    pub on: Option<PartialDate>,
    /// The day after which it is accepted no longer.
    pub until: Option<Date>,
}
