//! What evidence-cited content *is*: articles, claims, studies, a vocabulary, settings.
//!
//! Plain data and pure functions over it. Nothing here reads a file, knows a place in one, or
//! prints: the shapes derive `serde` (what is accepted) and `schemars` (what editors are told),
//! and the two are tested against each other. The field documentation becomes the descriptions
//! in the JSON Schemas, so it is written for the authors of records.
//!
//! A large set has very many records, and most leave most fields out. So a list is a boxed slice, what is
//! [`Named`] is a pointer, and a field that few records have is boxed: left out, it takes eight bytes.
//!
//! ```
//! let claim: grounds_model::Claim = serde_json::from_str(
//!     r#"{"statement": "Needling wakes follicles.", "kind": "mechanism", "basis": "speculative"}"#,
//! )?;
//! assert!(claim.evidence.is_empty());
//! # Ok::<(), serde_json::Error>(())
//! ```

mod article;
mod certainty;
mod claim;
mod count;
mod date;
mod decimal;
mod derivation;
mod directness;
mod evidence;
mod finding;
pub mod identifier;
mod key;
mod named;
mod people;
mod report;
mod review;
mod scope;
mod settings;
mod standing;
mod study;
mod suppression;
mod text;
mod vocabulary;
mod written;

pub use article::{Audience, FrontMatter, NonClaim};
pub use certainty::{
    Certainty, CertaintyLevel, Downgrade, DowngradeDomain, Upgrade, UpgradeDomain,
};
pub use claim::{Basis, Claim, ClaimKind, Effect};
pub use count::Count;
pub use date::{Date, PartialDate};
pub use decimal::{Decimal, PValue};
pub use derivation::{Derivation, DerivationMethod, Operand, OperandNumber};
pub use directness::{Dimension, Directness, Judgement, Judgements};
pub use evidence::{CitedAs, EvidenceLine, Relation};
pub use finding::{Contrast, Finding, Interval, Measure, Spread, Test, TestStatistic};
pub use key::Key;
pub use named::Named;
pub use people::{AgeRange, SeverityRange, Sex};
pub use report::{GroupName, Name, PersonName, Report, ReportType};
pub use review::{FormerReview, Review};
pub use scope::{Scope, ScopePart};
pub use settings::{CoverageSettings, Level, Percent, Settings, WordingSettings};
pub use standing::{Standing, StandingEvent, StandingKind};
pub use study::{Arm, Design, Groups, Population, Quote, Species, Study};
pub use suppression::Suppression;
pub use text::{Label, Text};
pub use vocabulary::{Concept, ConceptKind, ImportantDifference, ModelSystem, Vocabulary};
