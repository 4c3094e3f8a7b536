//! A finding: one result of a study. Numbers are strings, digit for digit as they were reported.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::people::{ArmCount, TestResult};
use super::terms::Measure;

/// One result of a study.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Finding {
    /// Its name within the study.
    pub id: String,
    /// What was measured, as the id of a concept.
    pub outcome: String,
    /// Of whom it is, as the ids of concepts, where it is of a part of those who took part only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub among: Vec<String>,
    /// The result in a sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// The time point, as text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// What kind of number this is.
    pub measure: Measure,
    /// The unit of the values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The value in each arm, and how far values spread there.
    pub values: Vec<ArmValue>,
    /// How many were analysed, and how many had the outcome, in each arm for which that is recorded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counts: Vec<ArmCount>,
    /// The two arms that `estimate` compares.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contrast: Option<Contrast>,
    /// The estimated difference, ratio or pooled effect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimate: Option<String>,
    /// The confidence or credible interval of `estimate`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<Interval>,
    /// The p-value, with its operator if it had one: `<0.05`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p: Option<String>,
    /// The statistic from which `p` was computed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub test: Option<TestResult>,
    /// Heterogeneity I² in per cent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub i2: Option<String>,
    /// Where in the report it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locator: Option<String>,
    /// The address at which it was read, where that is not the report itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// What was found in one arm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ArmValue {
    /// The arm, by its name within the study.
    pub arm: String,
    /// The value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The standard deviation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sd: Option<String>,
    /// The interquartile range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iqr: Option<Spread>,
    /// The least and the greatest value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<Spread>,
}

/// The ends between which values lie: all of them, or the middle half.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Spread {
    /// The lower end.
    pub low: String,
    /// The upper end.
    pub high: String,
}

/// The two arms between which an estimate is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Contrast {
    /// The arm of interest.
    pub arm: String,
    /// The arm that it is compared with.
    pub against: String,
}

/// A confidence or credible interval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Interval {
    /// The level in per cent, if the source gives it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// The lower bound.
    pub low: String,
    /// The upper bound.
    pub high: String,
}
