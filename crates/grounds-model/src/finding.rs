//! A finding: one result of a study.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Count, Decimal, Effect, Key, Named, PValue, Text};

/// One result of a study: what was measured, in whom, when, and what came out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Finding {
    /// What was measured, as a concept of the vocabulary.
    pub outcome: Key,
    /// The result in a sentence of your own.
    pub summary: Option<Text>,
    /// Of whom it is, where it is of a part of those who took part only, as concepts of the vocabulary: `[women]` for a
    /// result among the women of a trial.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub among: Box<[Key]>,
    /// The time point, as text: `12 weeks`.
    pub at: Option<Text>,
    /// What kind of number this is.
    pub measure: Measure,
    /// The unit of the values, as text: `hairs per square inch`, `%`.
    pub unit: Option<Text>,
    /// The value in each arm, by the arm's name, in quotes: `{combined: "12.52"}`.
    #[serde(default, skip_serializing_if = "Named::is_empty")]
    pub values: Named<Decimal>,
    /// The standard deviation in each arm, by the arm's name, in quotes.
    #[serde(default, skip_serializing_if = "Named::is_empty")]
    pub sd: Named<Decimal>,
    /// The interquartile range in each arm, by the arm's name: `{combined: {low: "4", high: "9"}}`.
    #[serde(default, skip_serializing_if = "Named::is_empty")]
    pub iqr: Named<Spread>,
    /// The least and the greatest value in each arm, by the arm's name: `{combined: {low: "2", high: "31"}}`.
    #[serde(default, skip_serializing_if = "Named::is_empty")]
    pub range: Named<Spread>,
    /// How many were analysed in each arm for this finding, by the arm's name.
    #[serde(default, skip_serializing_if = "Named::is_empty")]
    pub n: Named<Count>,
    /// How many had the outcome in each arm, by the arm's name.
    #[serde(default, skip_serializing_if = "Named::is_empty")]
    pub events: Named<Count>,
    /// The number of whole-number items that each person's value is a mean of: 1 for a count or
    /// a rating, 10 for the mean of ten ratings. Leave it out where values are not whole numbers.
    pub items: Option<Count>,
    /// The direction of the result where its numbers do not say: in a result in words, or where
    /// they were not read.
    pub direction: Option<Effect>,
    /// The two arms that the result compares.
    pub contrast: Option<Contrast>,
    /// The estimated difference, ratio or pooled effect, in quotes.
    pub estimate: Option<Decimal>,
    /// The confidence or credible interval of `estimate`.
    pub interval: Option<Interval>,
    /// The p-value as reported, in quotes: `"<0.05"`.
    pub p: Option<PValue>,
    /// The statistic from which the p-value was computed.
    pub test: Option<Box<Test>>,
    /// The findings that are subgroups of this pooled one.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub subgroups: Box<[Key]>,
    /// Heterogeneity I² in per cent, in quotes.
    pub i2: Option<Box<Decimal>>,
    /// Where in the report it stands: a page, a table, the abstract.
    pub locator: Option<Text>,
    /// The address at which it was read, where that is not the report itself.
    pub source: Option<Box<Text>>,
}

/// The two arms between which an estimate is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Contrast {
    /// The arm of interest.
    pub arm: Key,
    /// The arm that it is compared with.
    pub against: Key,
}

/// A confidence or credible interval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Interval {
    /// The level in per cent, in quotes, if the source gives it: `"95"`.
    pub level: Option<Decimal>,
    /// The lower bound, in quotes.
    pub low: Decimal,
    /// The upper bound, in quotes.
    pub high: Decimal,
}

/// The ends between which values lie: all of them, or the middle half.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Spread {
    /// The lower end, in quotes.
    pub low: Decimal,
    /// The upper end, in quotes.
    pub high: Decimal,
}

/// The result of a statistical test, as it was reported: t(28) = 2.20 is
/// `{statistic: t, df: ["28"], value: "2.20"}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Test {
    /// Which statistic.
    pub statistic: TestStatistic,
    /// The degrees of freedom, in quotes: none for z, one for t, r and χ², two for F.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub df: Box<[Decimal]>,
    /// Its value, in quotes.
    pub value: Decimal,
    /// Whether the report says that the test was one-tailed.
    #[serde(default)]
    pub one_tailed: bool,
}

/// A test statistic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TestStatistic {
    /// Student's t.
    T,
    /// F, of an analysis of variance.
    F,
    /// χ².
    ChiSquared,
    /// A standard normal deviate.
    Z,
    /// A correlation coefficient.
    R,
}

/// What kind of number a finding is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// A mean.
    Mean,
    /// A mean change from the start.
    MeanChange,
    /// A difference of means.
    MeanDifference,
    /// A standardised mean difference.
    StandardisedMeanDifference,
    /// A median.
    Median,
    /// A number of people, events or things.
    Count,
    /// A share in per cent.
    Percentage,
    /// A rate per time or per people.
    Rate,
    /// A difference of risks.
    RiskDifference,
    /// A risk ratio.
    RiskRatio,
    /// An odds ratio.
    OddsRatio,
    /// A hazard ratio.
    HazardRatio,
    /// A ratio of incidence rates.
    RateRatio,
    /// A coefficient of correlation.
    Correlation,
    /// A coefficient of a regression.
    RegressionCoefficient,
    /// A value as a multiple of another.
    FoldChange,
    /// The surface under the cumulative ranking curve of a network meta-analysis, in per cent.
    Sucra,
    /// A result in words.
    Qualitative,
}
