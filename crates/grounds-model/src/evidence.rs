//! An evidence line: why one study bears on one claim.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Judgements, Key, Text};

/// Why one study bears on one claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct EvidenceLine {
    /// The study, by its citation key.
    pub study: Key,
    /// How the study bears on the claim.
    pub relation: Relation,
    /// The finding of the study that bears on it.
    pub finding: Option<Key>,
    /// Say `retracted` when a retracted study is meant to be shown as such: only then may it
    /// still count.
    pub cited_as: Option<CitedAs>,
    /// What you judge about how near the study is to the claim, where that differs from what is
    /// computed: `population: {judgement: direct, reason: …}`.
    pub directness: Option<Box<Judgements>>,
    /// Why the study bears on the claim, or how far, in a sentence for readers.
    pub explanation: Option<Text>,
}

/// How a study bears on a claim: terms of CiTO, the Citation Typing Ontology (Peroni S,
/// Shotton D. `FaBiO` and CiTO. J Web Semant 2012;17:33–43). Only the first three are evidence.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// It found what the claim says (`cito:supports`).
    Supports,
    /// It found otherwise (`cito:disputes`).
    Disputes,
    /// It narrows the claim or sets a condition on it (`cito:qualifies`).
    Qualifies,
    /// It is of interest to the reader but is no evidence for or against
    /// (`cito:obtainsBackgroundFrom`).
    Background,
}

impl Relation {
    /// Whether a line of this relation is evidence for or against the claim.
    pub fn is_evidence(self) -> bool {
        self != Self::Background
    }
}

/// What a study is shown as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CitedAs {
    /// As a study that was retracted; its text says so to the reader.
    Retracted,
}
