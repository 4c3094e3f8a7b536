//! Fixed combinations: interventions that are several in one, by their record or by their label.

use std::collections::{BTreeSet, HashMap};

use foldhash::fast::FixedState;
use grounds_model::{Concept, ConceptKind, Key, Vocabulary};

/// What stands between the parts in the label of a combination.
const BETWEEN: &[&str] = &[" + ", "/", " and ", " plus "];

/// The combinations of a vocabulary, each with its parts. A combination of combinations has the parts of these.
pub(crate) fn combinations(vocabulary: &Vocabulary) -> Vec<(&Key, Vec<&Key>)> {
    let names = names(vocabulary);
    let mut found: HashMap<&Key, Vec<&Key>, FixedState> = HashMap::default();
    for (key, concept) in &vocabulary.concepts {
        let parts = if concept.parts.is_empty() {
            parts_of_label(concept, &names)
        } else {
            concept.parts.iter().collect()
        };
        if parts.len() > 1 && !parts.contains(&key) {
            found.insert(key, parts);
        }
    }
    let combined = vocabulary.concepts.keys();
    combined
        .filter_map(|key| Some((key, in_the_end(key, found.get(key)?, &found))))
        .collect()
}

/// The interventions by their names, in small letters. None is needed where no label could be one of a combination.
fn names(vocabulary: &Vocabulary) -> HashMap<String, &Key, FixedState> {
    let interventions = vocabulary.concepts.iter();
    let mut interventions = interventions.filter(|(_, it)| it.kind == ConceptKind::Intervention);
    let joins = |concept: &Concept| {
        let label = concept.label.as_str();
        BETWEEN.iter().any(|between| label.contains(between))
    };
    if !interventions.clone().any(|(_, concept)| joins(concept)) {
        return HashMap::default();
    }
    let mut names = HashMap::default();
    for (key, concept) in interventions.by_ref() {
        for name in std::iter::once(&concept.label).chain(&concept.synonyms) {
            names.entry(name.as_str().to_lowercase()).or_insert(key);
        }
    }
    names
}

/// The parts that the label of an intervention names: all of them are interventions of the vocabulary.
fn parts_of_label<'a>(
    concept: &Concept,
    names: &HashMap<String, &'a Key, FixedState>,
) -> Vec<&'a Key> {
    if concept.kind != ConceptKind::Intervention || names.is_empty() {
        return Vec::new();
    }
    let label = concept.label.as_str().to_lowercase();
    let split = BETWEEN.iter().map(|between| {
        let parts = label.split(between).map(str::trim);
        parts
            .map(|part| names.get(part).copied())
            .collect::<Option<Vec<&Key>>>()
    });
    split
        .flatten()
        .find(|parts| parts.len() > 1)
        .unwrap_or_default()
}

/// The parts of a combination that are none themselves.
fn in_the_end<'a>(
    key: &'a Key,
    parts: &[&'a Key],
    all: &HashMap<&'a Key, Vec<&'a Key>, FixedState>,
) -> Vec<&'a Key> {
    let mut seen = BTreeSet::from([key]);
    let mut left: Vec<&Key> = parts.iter().rev().copied().collect();
    let mut last = Vec::new();
    while let Some(part) = left.pop() {
        if !seen.insert(part) {
            continue;
        }
        match all.get(part) {
            Some(parts) => left.extend(parts.iter().rev()),
            None => last.push(part),
        }
    }
    last
}
