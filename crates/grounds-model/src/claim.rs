//! A claim: a statement that can be true or false, with a scope and a basis.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Certainty, Derivation, EvidenceLine, FormerReview, Named, Review, Scope, Suppression, Text,
};

/// A claim: a statement that can be true or false, with what it is about and what it stands on.
///
/// One claim a file, `claims/<claim-id>.yaml`; articles state it with `[…]{claim=<claim-id>}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "Claim")]
pub struct Claim {
    /// The claim in one sentence, no stronger than its evidence.
    pub statement: Text,
    /// Other approved wordings of the same claim.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub variations: Box<[Text]>,
    /// The kind of question that the claim answers; it decides which designs can carry it.
    pub kind: ClaimKind,
    /// What the claim stands on: `evidence`, or nothing yet (`speculative`).
    pub basis: Basis,
    /// What the claim is about, as concepts of the vocabulary (PICO).
    pub scope: Option<Scope>,
    /// The direction that the claim asserts for its outcome.
    pub effect: Option<Effect>,
    /// How sure the evidence lets us be (GRADE).
    pub certainty: Option<Certainty>,
    /// The studies that bear on the claim, for and against.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub evidence: Box<[EvidenceLine]>,
    /// Numbers of the statement that are in no finding, by a name of your own: how they follow.
    #[serde(default, skip_serializing_if = "Named::is_empty")]
    pub derivations: Named<Derivation>,
    /// A note for other authors; readers do not see it.
    pub note: Option<Box<Text>>,
    /// Who reviewed the claim last, when, and when it is due again.
    pub review: Option<Review>,
    /// The reviews before that one, the oldest first: the history that readers see.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub former_reviews: Box<[FormerReview]>,
    /// Diagnostics of this record that are accepted, each with its reason.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub suppress: Box<[Suppression]>,
}

/// The question that a claim answers, after the question types of the Oxford Centre for
/// Evidence-Based Medicine's levels of evidence (OCEBM Levels of Evidence Working Group, 2011).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimKind {
    /// Does the intervention help?
    Efficacy,
    /// What harm can it do?
    Harm,
    /// How does it work?
    Mechanism,
    /// Do two things go together?
    Association,
    /// How common is it?
    Prevalence,
    /// Is the test accurate?
    Diagnosis,
    /// What happens next?
    Prognosis,
    /// What is done, and what is it called?
    Practice,
    /// What do we know and not know?
    StateOfEvidence,
}

/// What a claim stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// At least one cited study supports it.
    Evidence,
    /// No direct evidence: wherever readers meet it, it is labelled speculative.
    Speculative,
}

/// The direction that a claim asserts for its outcome.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// More of the outcome than under the comparator.
    Increase,
    /// Less of the outcome than under the comparator.
    Decrease,
    /// Evidence that the difference, if any, is too small to matter. Not "no evidence of a
    /// difference": that is `unclear`.
    NoDifference,
    /// The evidence does not settle the direction.
    Unclear,
}
