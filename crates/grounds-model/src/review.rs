//! Reviews: who looked at a text, when, and when somebody must look again.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Date, Text};

/// Who reviewed a record or an article, when, and when it is due again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Review {
    /// The person or group that reviewed it.
    pub by: Text,
    /// The day of the review.
    pub on: Date,
    /// The day by which it must be reviewed again.
    pub due: Date,
    /// What the review changed, for readers; nothing, if it changed nothing.
    pub change: Option<Box<Text>>,
}

/// A review that another one has followed since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct FormerReview {
    /// The person or group that reviewed it.
    pub by: Text,
    /// The day of the review.
    pub on: Date,
    /// What the review changed, for readers; nothing, if it changed nothing.
    pub change: Option<Text>,
}
