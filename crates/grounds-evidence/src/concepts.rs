//! The vocabulary as an index: which concept is a case of which other.

use std::collections::{BTreeMap, BTreeSet};

use grounds_model::{Concept, ConceptKind, Key, Vocabulary};

/// The concepts of a set, with everything that each is a case of.
#[derive(Debug)]
pub struct Concepts<'a> {
    vocabulary: &'a Vocabulary,
    broader: BTreeMap<&'a Key, BTreeSet<&'a Key>>,
}

/// How what a study has relates to what a claim says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// The same.
    Equal,
    /// A case of it.
    Narrower,
    /// More than it.
    Broader,
    /// Neither.
    Apart,
}

impl<'a> Concepts<'a> {
    /// Indexes a vocabulary. Circular `broader` relations do no harm.
    pub fn of(vocabulary: &'a Vocabulary) -> Self {
        let broader = vocabulary
            .concepts
            .keys()
            .map(|key| (key, ancestors(vocabulary, key)))
            .collect();
        Self {
            vocabulary,
            broader,
        }
    }

    /// The concept, if the vocabulary has it.
    pub fn get(&self, key: &Key) -> Option<&'a Concept> {
        self.vocabulary.concepts.get(key)
    }

    /// A concept with its own key in the vocabulary.
    pub fn entry(&self, key: &Key) -> Option<(&'a Key, &'a Concept)> {
        self.vocabulary.concepts.get_key_value(key)
    }

    /// Whether the vocabulary has a concept.
    pub fn has(&self, key: &Key) -> bool {
        self.get(key).is_some()
    }

    /// What readers call it; its id where the vocabulary does not have it.
    pub fn label<'k>(&self, key: &'k Key) -> &'k str
    where
        'a: 'k,
    {
        self.get(key).map_or(key.as_str(), |c| c.label.as_str())
    }

    /// What readers call several, with `and`: `Microneedling and Topical minoxidil`.
    pub fn labels(&self, keys: &[Key]) -> String {
        let labels: Vec<String> = keys
            .iter()
            .map(|key| in_sentence(self.label(key)))
            .collect();
        match labels.as_slice() {
            [] => "nothing".to_owned(),
            [one] => one.clone(),
            [first @ .., last] => format!("{} and {last}", first.join(", ")),
        }
    }

    /// Whether every case of `a` is a case of `b`.
    pub fn is_a(&self, a: &Key, b: &Key) -> bool {
        a == b || self.broader.get(a).is_some_and(|all| all.contains(b))
    }

    /// Whether a concept is no treatment where arms are compared: it, or what it is a case of, says that it is
    /// inert, or has the name of what is.
    pub fn is_inert(&self, key: &Key) -> bool {
        let Some((key, concept)) = self.entry(key) else {
            return false;
        };
        let said = concept.inert.or_else(|| {
            let mut above = self.lineage(key).skip(1);
            above.find_map(|concept| concept.inert)
        });
        said.unwrap_or_else(|| self.lineage(key).any(is_named_inert))
    }

    /// The concept and all that it is a case of.
    pub fn lineage(&self, key: &'a Key) -> impl Iterator<Item = &'a Concept> {
        let above = self.broader.get(key).into_iter().flatten().copied();
        std::iter::once(key)
            .chain(above)
            .filter_map(|key| self.get(key))
    }

    /// How a concept of a study relates to one of a claim.
    pub fn relation(&self, claim: &Key, study: &Key) -> Relation {
        if claim == study {
            Relation::Equal
        } else if self.is_a(study, claim) {
            Relation::Narrower
        } else if self.is_a(claim, study) {
            Relation::Broader
        } else {
            Relation::Apart
        }
    }

    /// How what a study did, all of it together, relates to what a claim says is done, all of it
    /// together: each must have its counterpart.
    pub fn relation_of_sets(&self, claim: &[Key], study: &[Key]) -> Relation {
        let nearest = |key: &Key| study.iter().map(|other| self.relation(key, other)).min();
        let mut whole = Relation::Equal;
        for key in claim {
            match nearest(key) {
                None | Some(Relation::Apart) => return Relation::Apart,
                Some(relation) => whole = whole.max(relation),
            }
        }
        let known = |other: &&Key| {
            let relations = claim.iter().map(|key| self.relation(key, other));
            relations.min().is_some_and(|r| r != Relation::Apart)
        };
        if study.iter().all(|other| known(&other)) {
            whole
        } else {
            Relation::Apart
        }
    }

    /// Those of `keys` that are not among `others`, nor cases of one, nor the other way round.
    pub fn without<'k>(&self, keys: &'k [Key], others: &[Key]) -> Vec<&'k Key> {
        let shared = |key: &&Key| {
            let mut relations = others.iter().map(|other| self.relation(other, key));
            relations.any(|relation| relation != Relation::Apart)
        };
        keys.iter().filter(|key| !shared(key)).collect()
    }
}

/// What the arms are called in which nothing is tried.
const INERT: &[&str] = &[
    "placebo",
    "sham",
    "dummy",
    "vehicle",
    "nothing",
    "no treatment",
    "no intervention",
    "usual care",
    "standard care",
    "waiting list",
];

/// Whether a concept has the name of an arm in which nothing is tried: `Sham needling`, `Usual care`.
fn is_named_inert(concept: &Concept) -> bool {
    let names = std::iter::once(&concept.label).chain(&concept.synonyms);
    concept.kind == ConceptKind::Intervention
        && names.into_iter().any(|name| {
            let name = name.as_str().to_lowercase();
            let is = |inert: &&str| *inert == name;
            let (first, last) = (name.split(' ').next(), name.split(' ').next_back());
            INERT.iter().any(is)
                || matches!(first, Some("placebo" | "sham"))
                || last == Some("placebo")
        })
}

fn ancestors<'a>(vocabulary: &'a Vocabulary, key: &'a Key) -> BTreeSet<&'a Key> {
    let mut found = BTreeSet::new();
    let mut left: Vec<&Key> = vec![key];
    while let Some(next) = left.pop() {
        for broader in vocabulary
            .concepts
            .get(next)
            .into_iter()
            .flat_map(|c| &c.broader)
        {
            if found.insert(broader) {
                left.push(broader);
            }
        }
    }
    // A concept that is a case of itself says nothing of what it is a case of.
    if found.contains(key) {
        found.clear();
    }
    found
}

/// A label as it stands within a sentence: small, unless it is an abbreviation or a name.
pub fn in_sentence(label: &str) -> String {
    let mut chars = label.chars();
    let Some(first) = chars.next() else {
        return String::new();
    };
    let small = |c: char| c.is_lowercase() || !c.is_alphabetic();
    let word = label.split_whitespace().next().unwrap_or(label);
    if word.chars().skip(1).all(small) && word.chars().count() > 1 {
        first.to_lowercase().chain(chars).collect()
    } else {
        label.to_owned()
    }
}
