//! The closed lists of terms that the bundle uses.
//!
//! They mirror those of the model, so that the published format does not change with it unseen.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Whom an article is written for.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// People with a condition, and those close to them.
    Patients,
    /// Health professionals.
    Clinicians,
    /// Everybody.
    Public,
}

/// What prose is declared to be when it is no claim.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum NonClaim {
    /// It says what a word means.
    Definition,
    /// It says what to do.
    Advice,
    /// It says what the author holds.
    Opinion,
    /// It orients the reader.
    Context,
}

/// The question that a claim answers.
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
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// At least one cited study supports it.
    Evidence,
    /// No direct evidence: it must be shown as speculative wherever readers meet it.
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
    /// Evidence that the difference, if any, is too small to matter.
    NoDifference,
    /// The evidence does not settle the direction.
    Unclear,
}

/// GRADE's four levels of certainty, lowest first.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum CertaintyLevel {
    /// The evidence is very uncertain.
    VeryLow,
    /// Limited confidence in the estimate.
    Low,
    /// Moderate confidence in the estimate.
    Moderate,
    /// High confidence in the estimate.
    High,
}

/// GRADE's five reasons to rate down.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum DowngradeDomain {
    /// Limitations in how the studies were designed or carried out.
    RiskOfBias,
    /// Results differ from study to study without explanation.
    Inconsistency,
    /// The studies' question is not the claim's.
    Indirectness,
    /// Few people or events, or a wide interval.
    Imprecision,
    /// Studies with other results are likely to be missing.
    PublicationBias,
}

/// GRADE's three reasons to rate up.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum UpgradeDomain {
    /// The effect is large.
    LargeEffect,
    /// More of the exposure goes with more of the outcome.
    DoseResponse,
    /// All plausible confounding would have reduced the effect.
    PlausibleConfounding,
}

/// How a study bears on a claim (terms of CiTO, the Citation Typing Ontology). Only the first
/// three are evidence.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// It found what the claim says.
    Supports,
    /// It found otherwise.
    Disputes,
    /// It narrows the claim or sets a condition on it.
    Qualifies,
    /// Of interest to the reader, but no evidence for or against.
    Background,
}

/// What a study is shown as.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum CitedAs {
    /// As a study that was retracted.
    Retracted,
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
    /// A ratio of incidence rates.
    RateRatio,
    /// A coefficient of correlation.
    Correlation,
    /// An odds ratio.
    OddsRatio,
    /// A hazard ratio.
    HazardRatio,
    /// A coefficient of a regression.
    RegressionCoefficient,
    /// A value as a multiple of another.
    FoldChange,
    /// The surface under the cumulative ranking curve, in per cent.
    Sucra,
    /// A result in words.
    Qualitative,
}

/// What kind of work a report is (types of CSL).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum ReportType {
    /// An article in a journal.
    ArticleJournal,
    /// A preprint or manuscript.
    Article,
    /// A book.
    Book,
    /// A chapter of a book.
    Chapter,
    /// A conference paper or abstract.
    PaperConference,
    /// A report of an institution.
    Report,
    /// A thesis.
    Thesis,
    /// A data set, or an entry of a registry.
    Dataset,
    /// A web page.
    Webpage,
}

/// How a study was made.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Design {
    /// A clinical guideline.
    Guideline,
    /// A review that searched and selected systematically.
    SystematicReview,
    /// A systematic review that pools results.
    MetaAnalysis,
    /// A randomised controlled trial.
    Rct,
    /// A controlled trial without randomisation.
    ControlledTrial,
    /// A cohort study.
    Cohort,
    /// A case-control study.
    CaseControl,
    /// A cross-sectional study.
    CrossSectional,
    /// People treated and described, without a control group.
    CaseSeries,
    /// One person treated and described.
    CaseReport,
    /// A review of selected literature.
    NarrativeReview,
    /// An opinion, editorial or letter without data of its own.
    Opinion,
    /// An experiment on animals.
    Animal,
    /// An experiment on cells or excised tissue.
    InVitro,
    /// A simulation.
    InSilico,
}

/// Whom or what a study was made on.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Species {
    /// People, or human tissue.
    Human,
    /// Mice.
    Mouse,
    /// Rats.
    Rat,
    /// Pigs, or porcine tissue.
    Pig,
    /// Another animal, or its tissue.
    OtherAnimal,
    /// No living matter.
    None,
}

/// What can happen to a report after its publication.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum StandingKind {
    /// The journal or the authors withdrew it.
    Retracted,
    /// The journal warned of a doubt (expression of concern).
    Concern,
    /// A correction was published.
    Corrected,
    /// An earlier retraction or concern was lifted.
    Reinstated,
    /// It was retracted, and a corrected version was published in its place.
    Replaced,
    /// A newer report or version takes its place.
    Superseded,
    /// It is a preprint, and the version of record has been published.
    VersionOfRecord,
}

/// What a concept is of: the dimensions of PICO.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum ConceptKind {
    /// A group of people, or of animals.
    Population,
    /// A disease or state.
    Condition,
    /// Something that is done or given.
    Intervention,
    /// Something that is measured.
    Outcome,
}

/// A dimension in which a study can be near a claim or far from it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Dimension {
    /// Who took part.
    Population,
    /// What was done.
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

/// How near a study is to a claim in one dimension.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Directness {
    /// The study is about what the claim is about.
    Direct,
    /// The study is about a part of it.
    Narrower,
    /// The study is about more than that.
    Broader,
    /// The study is about something else.
    Different,
    /// The records do not say.
    Unknown,
}
