//! Certainty of a body of evidence, by GRADE: a level, and a reason for every step.
//!
//! Source: Guyatt GH, Oxman AD, Vist GE, et al. GRADE: an emerging consensus on rating quality of
//! evidence and strength of recommendations. BMJ 2008;336:924–926.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Count, Text};

/// How sure the evidence behind a claim lets us be, with the reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Certainty {
    /// The level after all steps.
    pub level: CertaintyLevel,
    /// The level from which the rating started: `high` for randomised trials, `low` for
    /// observational studies.
    pub start: Option<CertaintyLevel>,
    /// The steps down, each with its reason.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub downgrades: Box<[Downgrade]>,
    /// The steps up, each with its reason.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub upgrades: Box<[Upgrade]>,
}

/// GRADE's four levels of certainty, lowest first.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum CertaintyLevel {
    /// The evidence is very uncertain: the true effect is likely to be substantially different.
    VeryLow,
    /// Limited confidence: the true effect may be substantially different.
    Low,
    /// Moderate confidence: the true effect is probably close to the estimate.
    Moderate,
    /// High confidence: the true effect lies close to the estimate.
    High,
}

/// A reason to be less certain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Downgrade {
    /// The GRADE domain.
    pub domain: DowngradeDomain,
    /// How many levels down: 1 (serious) or 2 (very serious); 3 is possible for risk of bias.
    pub steps: Count,
    /// Why, in a sentence that a reader can follow.
    pub reason: Text,
}

/// GRADE's five reasons to rate down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DowngradeDomain {
    /// Limitations in how the studies were designed or carried out.
    RiskOfBias,
    /// Results differ from study to study without explanation.
    Inconsistency,
    /// The studies' population, intervention, comparator or outcome is not the claim's.
    Indirectness,
    /// Few people or events, or an interval that leaves the decision open.
    Imprecision,
    /// Studies with other results are likely to be missing.
    PublicationBias,
}

/// A reason to be more certain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Upgrade {
    /// The GRADE domain.
    pub domain: UpgradeDomain,
    /// How many levels up: 1 or 2.
    pub steps: Count,
    /// Why, in a sentence that a reader can follow.
    pub reason: Text,
}

/// GRADE's three reasons to rate observational evidence up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum UpgradeDomain {
    /// The effect is large.
    LargeEffect,
    /// More of the exposure goes with more of the outcome.
    DoseResponse,
    /// All plausible confounding would have reduced the effect.
    PlausibleConfounding,
}
