//! Scope: what a claim is about, as concepts of the vocabulary.

use std::fmt;

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
    /// Every concept that the scope names, with where in the scope it does.
    pub fn concepts(&self) -> impl Iterator<Item = (ScopePart, &Key)> {
        let population = listed(&self.population, ScopePart::Population);
        let intervention = listed(&self.intervention, ScopePart::Intervention);
        let comparator = listed(&self.comparator, ScopePart::Comparator);
        let outcome = self.outcome.iter().map(|key| (ScopePart::Outcome, key));
        let done = intervention.chain(comparator);
        population.chain(done).chain(outcome)
    }
}

fn listed(keys: &[Key], part: fn(usize) -> ScopePart) -> impl Iterator<Item = (ScopePart, &Key)> {
    let keys = keys.iter().enumerate();
    keys.map(move |(i, key)| (part(i), key))
}

/// A part of a scope that names a concept, with its position in its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScopePart {
    /// One of `population`.
    Population(usize),
    /// One of `intervention`.
    Intervention(usize),
    /// One of `comparator`.
    Comparator(usize),
    /// The `outcome`.
    Outcome,
}

/// The path within the scope.
impl fmt::Display for ScopePart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Population(i) => write!(f, "/population/{i}"),
            Self::Intervention(i) => write!(f, "/intervention/{i}"),
            Self::Comparator(i) => write!(f, "/comparator/{i}"),
            Self::Outcome => f.write_str("/outcome"),
        }
    }
}
