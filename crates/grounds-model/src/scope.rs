//! Scope: what a claim is about, as concepts of the vocabulary.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{AgeRange, Key, SeverityRange, Species, Text};

/// What a claim is about: population, intervention, comparator, outcome (PICO), as concepts of
/// `vocabulary.yaml`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Scope {
    /// Whom it is about: all of these hold for each person.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub population: Box<[Key]>,
    /// Their ages, where the claim is limited to some.
    pub age: Option<AgeRange>,
    /// How severe their condition is, where the claim is limited to some grades.
    pub severity: Option<Box<SeverityRange>>,
    /// The species, where it is not people: a claim about mice says so here, or by a concept of
    /// its population that is a species.
    pub species: Option<Species>,
    /// What is done to them, all of it together.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub intervention: Box<[Key]>,
    /// What it is compared with, all of it together.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub comparator: Box<[Key]>,
    /// What is measured.
    pub outcome: Option<Key>,
    /// After how long, as text: `12 weeks`.
    pub at: Option<Text>,
}

impl Scope {
    /// Every concept that the scope names, with its path within the scope.
    pub fn concepts(&self) -> impl Iterator<Item = (String, &Key)> {
        [
            ("population", &self.population),
            ("intervention", &self.intervention),
            ("comparator", &self.comparator),
        ]
        .into_iter()
        .flat_map(|(name, keys)| {
            keys.iter()
                .enumerate()
                .map(move |(i, key)| (format!("/{name}/{i}"), key))
        })
        .chain(self.outcome.iter().map(|key| ("/outcome".to_owned(), key)))
    }
}
