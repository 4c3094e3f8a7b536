//! Who people are, as far as studies and claims say: age, sex, severity.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Count, Decimal, Text};

/// A range of ages, in completed years. An end that is left out is open.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AgeRange {
    /// The youngest, in years.
    pub from: Option<Count>,
    /// The oldest, in years.
    pub to: Option<Count>,
}

/// A range of severity on a named scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SeverityRange {
    /// The scale: `Norwood-Hamilton`.
    pub scale: Text,
    /// The mildest grade, as a number in quotes.
    pub from: Decimal,
    /// The most severe grade, as a number in quotes.
    pub to: Decimal,
}

/// A sex, where a concept or a group is of one only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
}
