//! The shapes of records: JSON Schemas made from the model, and what breaks them.
//!
//! The same schemas are written to `schemas/` for editors, so that an editor and `grounds check`
//! say the same of a record.

mod alternatives;
mod fields;
mod generate;
mod judge;
mod mend;
mod problem;
mod suggest;
mod translate;
mod words;

use std::sync::OnceLock;

use jsonschema::{Draft, Validator};
use serde_json::Value;

pub use generate::{all, generate};
pub(crate) use judge::judge;

/// What a file of a content set holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `grounds.toml`
    Settings,
    /// `vocabulary.yaml`
    Vocabulary,
    /// The front matter of `articles/<slug>.md`.
    Article,
    /// `claims/<claim-id>.yaml`
    Claim,
    /// `studies/<citation-key>.yaml`
    Study,
}

impl Kind {
    /// Every kind, in the order in which a content set is read.
    pub const ALL: [Self; 5] = [
        Self::Settings,
        Self::Vocabulary,
        Self::Article,
        Self::Claim,
        Self::Study,
    ];

    /// The name: that of the schema too.
    pub fn name(self) -> &'static str {
        match self {
            Self::Settings => "settings",
            Self::Vocabulary => "vocabulary",
            Self::Article => "article",
            Self::Claim => "claim",
            Self::Study => "study",
        }
    }
}

/// A schema that is ready for use.
struct Compiled {
    schema: Value,
    validator: Validator,
}

/// The schema of a kind, compiled at first use.
fn compiled(kind: Kind) -> &'static Compiled {
    static SCHEMAS: [OnceLock<Compiled>; 5] = [const { OnceLock::new() }; 5];
    SCHEMAS[kind as usize].get_or_init(|| {
        let schema = generate::of(kind);
        let validator = jsonschema::options()
            .with_draft(Draft::Draft202012)
            .should_validate_formats(true)
            .build(&schema)
            .expect("a schema made from the model is valid");
        Compiled { schema, validator }
    })
}

#[cfg(test)]
mod tests;
