//! The vocabulary: the concepts that claims and studies are described with.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{AgeRange, Decimal, Key, Sex, Species, Suppression, Text};

/// The concepts that the set's claims and studies are described with (`vocabulary.yaml`).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "Vocabulary")]
pub struct Vocabulary {
    /// The concepts, by their ids.
    #[serde(default)]
    pub concepts: IndexMap<Key, Concept>,
    /// Diagnostics of this file that are accepted, each with its reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suppress: Vec<Suppression>,
}

impl Vocabulary {
    /// How many concepts one may be a case of. A vocabulary of medicine has some fifteen levels.
    pub const MOST_ABOVE: usize = 200;

    /// The ids of all that a concept is a case of: what it is narrower than, and what that is. None, if they are more than
    /// [`MOST_ABOVE`](Self::MOST_ABOVE). A concept that is a case of itself says nothing of what it is a case of.
    pub fn above<'a>(&'a self, key: &'a Key) -> Option<BTreeSet<&'a Key>> {
        let mut found = BTreeSet::new();
        let mut left = vec![key];
        while let Some(next) = left.pop() {
            let concept = self.concepts.get(next).into_iter();
            for broader in concept.flat_map(|concept| &concept.broader) {
                if found.insert(broader) {
                    left.push(broader);
                }
            }
            if found.len() > Self::MOST_ABOVE {
                return None;
            }
        }
        if found.contains(key) {
            found.clear();
        }
        Some(found)
    }
}

/// A condition, intervention, outcome or population.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Concept {
    /// The name that readers see.
    pub label: Text,
    /// What it is a concept of.
    pub kind: ConceptKind,
    /// Other names for the same thing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub synonyms: Vec<Text>,
    /// The next broader concepts: every case of this one is a case of each of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub broader: Vec<Key>,
    /// What a fixed combination is made of, where an intervention is several in one: `[perindopril, amlodipine]`. It counts
    /// as all of them together, and is a case of none of them. A label such as `Perindopril + amlodipine` says so too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Key>,
    /// The sex, where a group of people is of one only.
    pub sex: Option<Sex>,
    /// The ages, where a group of people is of some only.
    pub age: Option<AgeRange>,
    /// The species, where the group is not of people.
    pub species: Option<Species>,
    /// The model, where the group is of no living people or animals: cells, tissue or a simulation.
    pub system: Option<ModelSystem>,
    /// Whether an intervention does nothing of its own and stands for no treatment where arms are compared: a
    /// placebo, a sham, usual care. Where this is not said, the usual names of such arms say it.
    pub inert: Option<bool>,
    /// The outcomes that matter to people in whose place this one is measured: it is a surrogate
    /// for them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub surrogate_for: Vec<Key>,
    /// The smallest difference in this outcome that matters to people.
    pub important_difference: Option<ImportantDifference>,
    /// What it is, in a sentence.
    pub definition: Option<Text>,
    /// The identifier in MeSH, the Medical Subject Headings: `D000505`.
    pub mesh: Option<Text>,
    /// Addresses of the same concept in other vocabularies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub same_as: Vec<Text>,
}

/// What takes the place of living people or animals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ModelSystem {
    /// Cells, or excised tissue.
    InVitro,
    /// A simulation.
    InSilico,
}

/// The smallest difference that matters to people, with where that comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ImportantDifference {
    /// The difference, in quotes.
    pub value: Decimal,
    /// Its unit.
    pub unit: Option<Text>,
    /// Where it comes from: a reference, or whose judgement it is.
    pub source: Text,
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
