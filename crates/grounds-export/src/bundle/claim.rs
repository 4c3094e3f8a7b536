//! A claim and what it stands on.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::people::{Ages, ClaimNumber, Severity};
use super::terms::{
    Basis, CertaintyLevel, CitedAs, ClaimKind, Dimension, Directness, DowngradeDomain, Effect,
    Relation, Species, UpgradeDomain,
};

/// A claim, what it stands on, and where it is stated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Claim {
    /// The name of the claim in addresses and passages.
    pub id: String,
    /// The claim in one sentence.
    pub statement: String,
    /// Other approved wordings.
    pub variations: Vec<String>,
    /// The kind of question that it answers.
    pub kind: ClaimKind,
    /// What it stands on.
    pub basis: Basis,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Scope>,
    /// The direction that it asserts for its outcome.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effect: Option<Effect>,
    /// How sure the evidence lets us be, by GRADE.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
    /// The studies that bear on it, for and against.
    pub evidence: Vec<EvidenceLine>,
    /// The numbers of the statement that follow from findings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub derivations: Vec<ClaimNumber>,
    /// The last review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Review>,
    /// The reviews before that one, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former_reviews: Vec<FormerReview>,
    /// How many papers support it, and to how many studies they come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub independence: Option<Independence>,
    /// The passages that state it, by article and order.
    pub used_in: Vec<PassageUse>,
}

/// What a claim is about, as ids of the vocabulary's concepts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Scope {
    /// Whom it is about: all of these hold for each person.
    pub population: Vec<String>,
    /// Their ages, where it is limited to some.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<Ages>,
    /// How severe their condition is, where it is limited to some grades.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// The species, where it is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub species: Option<Species>,
    /// What is done to them, all of it together.
    pub intervention: Vec<String>,
    /// What it is compared with, all of it together.
    pub comparator: Vec<String>,
    /// What is measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// After how long, as text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
}

/// How sure the evidence lets us be, by GRADE, with the reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Certainty {
    /// The level after all steps.
    pub level: CertaintyLevel,
    /// The level from which the rating started.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<CertaintyLevel>,
    /// The steps down.
    pub downgrades: Vec<Downgrade>,
    /// The steps up.
    pub upgrades: Vec<Upgrade>,
}

/// A reason to be less certain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Downgrade {
    /// The GRADE domain.
    pub domain: DowngradeDomain,
    /// How many levels down.
    pub steps: u64,
    /// Why, in a sentence.
    pub reason: String,
}

/// A reason to be more certain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Upgrade {
    /// The GRADE domain.
    pub domain: UpgradeDomain,
    /// How many levels up.
    pub steps: u64,
    /// Why, in a sentence.
    pub reason: String,
}

/// Why one study bears on the claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct EvidenceLine {
    /// The study, by its citation key.
    pub study: String,
    /// Whether the study is among the bundle's `studies`.
    pub resolved: bool,
    /// How it bears on the claim.
    pub relation: Relation,
    /// The finding that bears on it, by its name within the study.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<String>,
    /// What it is knowingly shown as.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cited_as: Option<CitedAs>,
    /// Why, or how far, in a sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub explanation: Option<String>,
    /// How near the study is to the claim, dimension by dimension; empty where the study is not
    /// among the bundle's `studies`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub directness: Vec<Assessed>,
}

/// How near a study is to a claim in one dimension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Assessed {
    /// The dimension.
    pub dimension: Dimension,
    /// What counts: what a person judged, else what was computed.
    pub judgement: Directness,
    /// What was computed from the records.
    pub computed: Directness,
    /// Why, as a clause, where there is something to say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// Why a person judged otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// How many papers support a claim, and to how many independent studies they come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Independence {
    /// The number of supporting papers.
    pub papers: u64,
    /// The papers by study, as citation keys.
    pub studies: Vec<Vec<String>>,
}

/// Who looked at something, when, and when somebody must look again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Review {
    /// The person or group.
    pub by: String,
    /// The day of the review.
    #[schemars(extend("format" = "date"))]
    pub on: String,
    /// The day by which it is due again.
    #[schemars(extend("format" = "date"))]
    pub due: String,
    /// What it changed; none, if it changed nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<String>,
}

/// A review that another one has followed since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct FormerReview {
    /// The person or group.
    pub by: String,
    /// The day of the review.
    #[schemars(extend("format" = "date"))]
    pub on: String,
    /// What it changed; none, if it changed nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<String>,
}

/// A passage that states a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PassageUse {
    /// The slug of the article.
    pub article: String,
    /// The position among the article's `passages`, from 0.
    pub passage: u64,
    /// The identifier of the place in the article.
    pub anchor: String,
    /// The words of the passage.
    pub text: String,
    /// Whether the passage is labelled speculative.
    pub speculative: bool,
}
