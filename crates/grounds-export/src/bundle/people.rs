//! Who took part, and how many had what was measured: ages, severity, counts, tests and derived numbers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A range of ages, in completed years; an end that is left out is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Ages {
    /// The youngest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<u64>,
    /// The oldest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<u64>,
}

/// A range of severity on a named scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Severity {
    /// The scale.
    pub scale: String,
    /// The mildest grade.
    pub from: String,
    /// The most severe grade.
    pub to: String,
}

/// How many people of an arm were analysed, and how many had the outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ArmCount {
    /// The arm, by its name within the study.
    pub arm: String,
    /// How many were analysed for this finding, where that is recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<u64>,
    /// How many had the outcome.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub events: Option<u64>,
}

/// The statistic from which a p-value was computed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TestResult {
    /// Which statistic: `t`, `f`, `chi-squared`, `z` or `r`.
    pub statistic: String,
    /// The degrees of freedom.
    pub df: Vec<String>,
    /// Its value.
    pub value: String,
    /// Whether the test was one-tailed.
    pub one_tailed: bool,
}

/// A number of a claim that is in no report, and how it follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ClaimNumber {
    /// Its name within the claim.
    pub id: String,
    /// How it is computed: `number-needed-to-treat`, `unit-conversion`, …
    pub method: String,
    /// The result.
    pub value: String,
    /// Its unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The studies whose numbers it is computed from, as citation keys.
    pub studies: Vec<String>,
}

/// A number that is in no report, and how it follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DerivedNumber {
    /// Its name within the study.
    pub id: String,
    /// How it is computed: `number-needed-to-treat`, `unit-conversion`, …
    pub method: String,
    /// The result.
    pub value: String,
    /// Its unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The findings that it is computed from, by their names within the study.
    pub of: Vec<String>,
}
