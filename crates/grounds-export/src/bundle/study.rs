//! A study, what it found, how it stands and where it is used.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::finding::Finding;
use super::people::{Ages, DerivedNumber, Severity};
use super::reference::{FormattedReference, Report};
use super::terms::{Design, Relation, Species, StandingKind};

/// A study: the unit of independence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Study {
    /// The citation key.
    pub key: String,
    /// A short name for use in sentences and lists: `Kumar et al. 2018`.
    pub label: String,
    /// The authors as words of a sentence, and nothing else: `Kumar et al.`
    pub authors_in_text: String,
    /// The citable work that reports the study.
    pub report: Report,
    /// The work as a reference in the bundle's citation style.
    pub reference: FormattedReference,
    /// How the study was made.
    pub design: Design,
    /// Whom or what it was made on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub species: Option<Species>,
    /// The number under which it was registered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registration: Option<String>,
    /// The study of which this is a second report, by its citation key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<String>,
    /// The studies that a review includes, as far as they are known, by citation key.
    pub includes: Vec<String>,
    /// Who took part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population: Option<Population>,
    /// The groups that were compared.
    pub arms: Vec<Arm>,
    /// The results.
    pub findings: Vec<Finding>,
    /// Numbers that follow from the findings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub derivations: Vec<DerivedNumber>,
    /// Short verbatim extracts.
    pub quotes: Vec<Quote>,
    /// What limits the study.
    pub limitations: Vec<String>,
    /// Who paid for it, and conflicts of interest as declared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub funding: Option<String>,
    /// How the report stands now, and what happened to it.
    pub standing: Standing,
    /// The addresses at which these facts were read.
    pub sources: Vec<String>,
    /// Where it is used.
    pub used_in: StudyUses,
}

/// Who took part in a study.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Population {
    /// Who they were, as ids of concepts: all of these hold for each person.
    pub concepts: Vec<String>,
    /// Who they were, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Their ages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<Ages>,
    /// How severe their condition was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// How many were female.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub female: Option<u64>,
    /// How many were male.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub male: Option<u64>,
    /// How many were enrolled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enrolled: Option<u64>,
    /// How many were analysed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub analysed: Option<u64>,
}

/// A group of a study.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Arm {
    /// Its name within the study.
    pub id: String,
    /// What was done in this group, all of it together, as ids of concepts.
    pub interventions: Vec<String>,
    /// Dose, device, schedule, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// How many were in the group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<u64>,
}

/// A short verbatim extract.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Quote {
    /// Its name within the study.
    pub id: String,
    /// The words.
    pub text: String,
    /// Where they stand in the report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locator: Option<String>,
}

/// How a report stands: after all its events, and event by event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "any of them may hold beside the others"
)]
pub struct Standing {
    /// Whether a retraction is in force.
    pub retracted: bool,
    /// Whether an expression of concern is in force.
    pub concern: bool,
    /// Whether it was ever corrected.
    pub corrected: bool,
    /// Whether something has taken its place.
    pub superseded: bool,
    /// Whether a retraction or a concern was lifted, and none came after.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reinstated: bool,
    /// Whether it was retracted and replaced.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub replaced: bool,
    /// Whether it is a preprint whose version of record is published.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub version_of_record: bool,
    /// What happened, in order.
    pub events: Vec<StandingEvent>,
}

/// Something that happened to a report after its publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct StandingEvent {
    /// What happened.
    pub event: StandingKind,
    /// When, as far as it is known: `2018`, `2018-10` or `2018-10-15`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    /// The day on which the source reported it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "date"))]
    pub reported: Option<String>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The DOI of the notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<String>,
    /// The study that takes its place, by citation key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The address at which this was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// Where a study is used.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct StudyUses {
    /// The evidence lines of claims that name it.
    pub claims: Vec<EvidenceUse>,
    /// The places in articles that cite it.
    pub citations: Vec<CitationUse>,
}

/// An evidence line that names a study.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct EvidenceUse {
    /// The claim.
    pub claim: String,
    /// The position among the claim's `evidence`, from 0.
    pub line: u64,
    /// How the study bears on the claim.
    pub relation: Relation,
}

/// A place in an article that cites a study.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CitationUse {
    /// The slug of the article.
    pub article: String,
    /// The identifier of the place in the article.
    pub anchor: String,
    /// The number of the study among the article's references.
    pub number: u64,
    /// The words of the sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sentence: Option<String>,
    /// Whether any words of the sentence are speculative: then they must be shown as such.
    pub speculative: bool,
}
