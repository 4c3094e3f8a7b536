//! Directness: how near a study is to a claim, dimension by dimension.
//!
//! The dimensions are those of GRADE's domain of indirectness, with the species made explicit
//! (Guyatt GH, Oxman AD, Kunz R, et al. GRADE guidelines: 8. Rating the quality of
//! evidence—indirectness. J Clin Epidemiol 2011;64:1303–1310).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Text;

/// How near a study is to a claim in one dimension.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Directness {
    /// The study is about what the claim is about.
    Direct,
    /// The study is about a part of it: men only, where the claim says adults.
    Narrower,
    /// The study is about more than that: adults, where the claim says men.
    Broader,
    /// The study is about something else.
    Different,
    /// The records do not say.
    Unknown,
}

/// The dimensions in which a study can be near a claim or far from it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Dimension {
    /// Who took part: condition, sex, age, severity.
    Population,
    /// What was done, set against what else was done in the same arm.
    Intervention,
    /// What it was compared with.
    Comparator,
    /// What was measured.
    Outcome,
    /// Whom or what it was made on.
    Species,
    /// After how long it was measured.
    FollowUp,
}

impl Dimension {
    /// All dimensions, in the order in which they are shown.
    pub const ALL: [Self; 6] = [
        Self::Population,
        Self::Intervention,
        Self::Comparator,
        Self::Outcome,
        Self::Species,
        Self::FollowUp,
    ];
}

/// What a person judged about one dimension, and why. It is shown beside what is computed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Judgement {
    /// How near the study is to the claim.
    pub judgement: Directness,
    /// Why, in a sentence that a reader can follow.
    pub reason: Text,
}

/// What a person judged about how near a study is to a claim, dimension by dimension.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Judgements {
    /// Who took part.
    pub population: Option<Judgement>,
    /// What was done.
    pub intervention: Option<Judgement>,
    /// What it was compared with.
    pub comparator: Option<Judgement>,
    /// What was measured.
    pub outcome: Option<Judgement>,
    /// Whom or what it was made on.
    pub species: Option<Judgement>,
    /// After how long it was measured.
    pub follow_up: Option<Judgement>,
}

impl Judgements {
    /// What was judged about a dimension.
    pub fn of(&self, dimension: Dimension) -> Option<&Judgement> {
        match dimension {
            Dimension::Population => self.population.as_ref(),
            Dimension::Intervention => self.intervention.as_ref(),
            Dimension::Comparator => self.comparator.as_ref(),
            Dimension::Outcome => self.outcome.as_ref(),
            Dimension::Species => self.species.as_ref(),
            Dimension::FollowUp => self.follow_up.as_ref(),
        }
    }
}
