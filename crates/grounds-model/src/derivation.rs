//! A derivation: a number that is in no report, and how it follows from numbers that are.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Decimal, Key, Text};

/// A number that is computed from findings. It is computed again by every check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Derivation {
    /// How it is computed.
    pub method: DerivationMethod,
    /// The numbers that it is computed from, in the order that the method names.
    pub of: Box<[Operand]>,
    /// The result, to the precision in which it may be stated, in quotes.
    pub value: Decimal,
    /// The unit of the result.
    pub unit: Option<Text>,
}

/// How a number is computed. For two groups, the group of interest comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DerivationMethod {
    /// The first minus the second.
    Difference,
    /// The first divided by the second.
    Ratio,
    /// All of them added.
    Sum,
    /// The risk in the first group divided by the risk in the second.
    RiskRatio,
    /// The odds in the first group divided by the odds in the second.
    OddsRatio,
    /// The risk in the second group minus the risk in the first.
    AbsoluteRiskReduction,
    /// The absolute risk reduction divided by the risk in the second group, in per cent.
    RelativeRiskReduction,
    /// One divided by the absolute risk reduction, rounded up to a whole person.
    NumberNeededToTreat,
    /// The first as per cent of the second.
    PercentOf,
    /// The same quantity in another unit.
    UnitConversion,
    /// The same number with fewer digits.
    Rounding,
}

/// A number of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Operand {
    /// The study, by its citation key; in a study's own record it is that study.
    pub study: Option<Key>,
    /// The finding; without one, the number is of the study as a whole.
    pub finding: Option<Key>,
    /// The arm, where the number is of one arm.
    pub arm: Option<Key>,
    /// Which number.
    #[serde(default)]
    pub number: OperandNumber,
}

/// Which number of a finding, an arm or a study is meant.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OperandNumber {
    /// The finding's value in the arm.
    #[default]
    Value,
    /// The finding's estimate.
    Estimate,
    /// The lower bound of the estimate's interval.
    Low,
    /// The upper bound of the estimate's interval.
    High,
    /// The standard deviation in the arm.
    Sd,
    /// How many had the outcome in the arm.
    Events,
    /// How many were in the arm, for the finding or as a whole.
    N,
    /// How many were enrolled in the study.
    Enrolled,
    /// How many were analysed in the study.
    Analysed,
}
