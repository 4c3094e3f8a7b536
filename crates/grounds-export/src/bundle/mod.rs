//! The bundle: the exported content set as one document.
//!
//! These types are published. Their field documentation becomes the descriptions in the bundle's
//! JSON Schema, so it is written for those who read bundles. A change that breaks a reader raises
//! [`VERSION`].

mod article;
mod canonical;
mod claim;
mod digest;
mod finding;
mod indented;
mod people;
mod prose;
mod reference;
mod run;
mod schema;
mod shared;
mod study;
pub mod terms;

use std::io::{self, Write as _};
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Serializer;

pub use article::{Article, Footnote, Passage, Reference};
pub use claim::{
    Assessed, Certainty, Claim, Downgrade, EvidenceLine, FormerReview, Independence, PassageUse,
    Review, Scope, Upgrade,
};
pub use finding::{ArmValue, Contrast, Finding, Interval, Spread};
pub use people::{Ages, ArmCount, ClaimNumber, DerivedNumber, Severity, TestResult};
pub use prose::{Alignment, Block, Citation, CitationMode, Inline};
pub use reference::{Form, FormattedReference, GroupName, Name, PersonName, Report, Run};
pub use run::{ArticleCoverage, Coverage, NotChecked, Outcomes, RuleOutcomes, RunSummary};
pub use schema::schema;
pub use study::{
    Arm, CitationUse, EvidenceUse, Population, Quote, Standing, StandingEvent, Study, StudyUses,
};

use indented::Indented;
use terms::ConceptKind;

/// The version of the format: a reader that knows it can read the bundle.
pub const VERSION: u32 = 1;

/// A checked content set as one document.
///
/// Everything refers to everything by key: a passage to its claim, a claim's evidence to its
/// studies, a study to where it is used. What a reference names may be missing, for a set with
/// errors can be exported knowingly (`run.errors-allowed`); then it says `"resolved": false`.
///
/// Fields that are not there are not known. Lists are always there and may be empty. Articles,
/// claims, studies and concepts are in order of their keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "Grounds bundle")]
pub struct Bundle {
    /// What kind of document this is.
    pub format: Format,
    /// The version of the format.
    #[schemars(extend("const" = VERSION))]
    pub version: u32,
    /// What made the bundle.
    pub generator: Generator,
    /// The digest of all the rest: `sha256:` and 64 hexadecimal digits.
    ///
    /// To recompute it, take the bundle without this field, write it as canonical JSON (RFC 8785:
    /// keys sorted, no white space, UTF-8) and take the SHA-256 of its bytes. All numbers in a
    /// bundle are whole and below 2^53, and all keys are ASCII, so any JSON writer that sorts keys
    /// will do: in Python, `json.dumps(bundle, sort_keys=True, separators=(",", ":"),
    /// ensure_ascii=False)`.
    #[schemars(regex(pattern = "^sha256:[0-9a-f]{64}$"))]
    pub digest: String,
    /// The title of the set.
    pub title: String,
    /// What the set is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The language of the set, as a BCP 47 tag.
    pub language: String,
    /// The address at which the site stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_url: Option<String>,
    /// The citation style of the references.
    pub citation_style: CitationStyle,
    /// What the run that made the bundle found, and what it did not look at.
    pub run: RunSummary,
    /// The concepts that claims and studies are described with.
    pub concepts: Vec<Concept>,
    /// The articles.
    #[serde(with = "shared")]
    #[schemars(with = "Vec<Article>")]
    pub articles: Vec<Arc<Article>>,
    /// The claims.
    #[serde(with = "shared")]
    #[schemars(with = "Vec<Claim>")]
    pub claims: Vec<Arc<Claim>>,
    /// The studies.
    #[serde(with = "shared")]
    #[schemars(with = "Vec<Study>")]
    pub studies: Vec<Arc<Study>>,
}

/// What kind of document a bundle is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Format {
    /// A bundle.
    #[serde(rename = "grounds-bundle")]
    GroundsBundle,
}

/// What made a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Generator {
    /// The name of the program.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// A citation style.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CitationStyle {
    /// The name or path under which the set's settings know it.
    pub name: String,
    /// Its title, as its authors gave it.
    pub title: String,
}

/// A condition, intervention, outcome or population.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Concept {
    /// The id under which claims and studies name it.
    pub id: String,
    /// The name that readers see.
    pub label: String,
    /// What it is a concept of.
    pub kind: ConceptKind,
    /// Other names for the same thing.
    pub synonyms: Vec<String>,
    /// The next broader concepts, by id.
    pub broader: Vec<String>,
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub definition: Option<String>,
    /// The identifier in MeSH.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mesh: Option<String>,
    /// Addresses of the same concept in other vocabularies.
    pub same_as: Vec<String>,
}

impl Bundle {
    /// The bundle with its digest, which is taken now.
    #[must_use]
    pub fn with_digest(&self) -> Self {
        Self {
            digest: self.compute_digest(),
            ..self.clone()
        }
    }

    /// The bundle as indented JSON with a line break at its end: the same bundle gives the same
    /// bytes.
    pub fn to_json(&self) -> String {
        let mut json = Vec::new();
        self.write_json(&mut json).expect("a bundle is plain JSON");
        String::from_utf8(json).expect("JSON is UTF-8")
    }

    /// Writes the bundle as [`to_json`](Self::to_json) gives it, without holding its text in memory.
    pub fn write_json(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let mut out = io::BufWriter::with_capacity(1 << 16, out);
        let indented = Indented::default();
        self.serialize(&mut Serializer::with_formatter(&mut out, indented))?;
        out.write_all(b"\n")?;
        out.flush()
    }

    /// The bundle of this JSON.
    pub fn from_json(json: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(json)
    }
}
