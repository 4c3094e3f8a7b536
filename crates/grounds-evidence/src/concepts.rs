//! The vocabulary as an index: which concept is a case of which other.

use std::collections::HashMap;
use std::sync::OnceLock;

use foldhash::fast::FixedState;
use grounds_model::{Concept, ConceptKind, Key, Vocabulary};

use crate::combinations::combinations;

/// The concepts of a set, with everything that each is a case of.
#[derive(Debug)]
pub struct Concepts<'a>(HashMap<&'a Key, Known<'a>, FixedState>);

/// A concept of the vocabulary.
#[derive(Debug)]
struct Known<'a> {
    key: &'a Key,
    /// It, and all that it is a case of and the vocabulary has.
    lineage: Box<[&'a Concept]>,
    /// The ids of all that it is a case of, in order.
    above: Box<[&'a Key]>,
    /// What it is made of, if it is a combination.
    parts: Box<[&'a Key]>,
    /// Whether it is inert, once that was asked.
    inert: OnceLock<bool>,
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
        let concepts = vocabulary.concepts.keys();
        let known = concepts.map(|key| (key, Known::of(vocabulary, key)));
        let mut all = Self(known.collect());
        for (key, parts) in combinations(vocabulary) {
            all.make_combination(vocabulary, key, parts);
        }
        all
    }

    /// A combination is a case of what all its parts are cases of, and of no other.
    fn make_combination(&mut self, vocabulary: &'a Vocabulary, key: &'a Key, parts: Vec<&'a Key>) {
        let of_one = |key: &Key| {
            let mut is = parts.iter().map(|part| self.is_a(part, key));
            is.clone().any(|is| is) && !is.all(|is| is)
        };
        let Some(known) = self.0.get(key) else {
            return;
        };
        let above: Box<[&Key]> = known
            .above
            .iter()
            .copied()
            .filter(|key| !of_one(key))
            .collect();
        let all = std::iter::once(key).chain(above.iter().copied());
        let lineage = all.filter_map(|key| vocabulary.concepts.get(key)).collect();
        let inert = OnceLock::new();
        let parts = parts.into_boxed_slice();
        self.0.insert(
            key,
            Known {
                key,
                lineage,
                above,
                parts,
                inert,
            },
        );
    }

    /// Some concepts, each combination taken apart.
    pub fn taken_apart<'k>(&self, keys: &'k [Key]) -> Vec<&'k Key>
    where
        'a: 'k,
    {
        keys.iter().flat_map(|key| self.apart(key)).collect()
    }

    /// The parts of a combination, or what is none itself.
    fn apart<'k>(&self, key: &'k Key) -> Vec<&'k Key>
    where
        'a: 'k,
    {
        match self.parts(key) {
            [] => vec![key],
            parts => parts.to_vec(),
        }
    }

    /// What a combination is made of; nothing, if it is none.
    pub fn parts(&self, key: &Key) -> &[&'a Key] {
        self.0.get(key).map_or(&[], |known| &known.parts)
    }

    /// Whether one of two is a combination with what the other is, or has as a part, or a case of it.
    pub fn share_a_part(&self, one: &Key, other: &Key) -> bool {
        let (parts, others) = (self.parts(one), self.parts(other));
        let related = |one: &Key, other: &Key| self.relation(one, other) != Relation::Apart;
        parts
            .iter()
            .any(|part| related(part, other) || others.iter().any(|other| related(part, other)))
            || others.iter().any(|part| related(part, one))
    }

    /// The concept, if the vocabulary has it.
    pub fn get(&self, key: &Key) -> Option<&'a Concept> {
        self.lineage_of(key).first().copied()
    }

    /// A concept with its own key in the vocabulary.
    pub fn entry(&self, key: &Key) -> Option<(&'a Key, &'a Concept)> {
        let known = self.0.get(key)?;
        Some((known.key, known.lineage.first()?))
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
        let is_case = |known: &Known<'_>| known.above.binary_search(&b).is_ok();
        a == b || self.0.get(a).is_some_and(is_case)
    }

    /// Whether a concept is no treatment where arms are compared: it, or what it is a case of, says that it is
    /// inert, or has the name of what is.
    pub fn is_inert(&self, key: &Key) -> bool {
        self.0.get(key).is_some_and(Known::is_inert)
    }

    /// The concept and all that it is a case of; nothing, where the vocabulary does not have it.
    pub fn lineage(&self, key: &Key) -> impl Iterator<Item = &'a Concept> {
        self.lineage_of(key).iter().copied()
    }

    /// The same, as a list.
    pub(crate) fn lineage_of(&self, key: &Key) -> &[&'a Concept] {
        self.0.get(key).map_or(&[], |known| &known.lineage)
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
    /// together: each must have its counterpart. A combination is itself, or all that it is made of.
    pub fn relation_of_sets(&self, claim: &[Key], study: &[Key]) -> Relation {
        let whole = self.relation_of_all(&claim.iter(), study.iter());
        if whole != Relation::Apart || !self.has_combination(claim.iter().chain(study)) {
            return whole;
        }
        let (claim, study) = (self.taken_apart(claim), self.taken_apart(study));
        self.relation_of_all(&claim.into_iter(), study.into_iter())
    }

    fn relation_of_all<'k>(
        &self,
        claim: &(impl Iterator<Item = &'k Key> + Clone),
        mut study: impl Iterator<Item = &'k Key> + Clone,
    ) -> Relation {
        let mut whole = Relation::Equal;
        for key in claim.clone() {
            let relations = study.clone().map(|other| self.relation(key, other));
            match relations.min() {
                None | Some(Relation::Apart) => return Relation::Apart,
                Some(relation) => whole = whole.max(relation),
            }
        }
        let known = |other: &Key| {
            let mut relations = claim.clone().map(|key| self.relation(key, other));
            relations.any(|relation| relation != Relation::Apart)
        };
        if study.all(known) {
            whole
        } else {
            Relation::Apart
        }
    }

    fn has_combination<'k>(&self, mut keys: impl Iterator<Item = &'k Key>) -> bool {
        keys.any(|key| !self.parts(key).is_empty())
    }

    /// Those of `keys` that are not among `others`, nor cases of one, nor the other way round. A combination is taken
    /// apart, unless it is among them whole.
    pub fn without<'k>(&self, keys: &'k [Key], others: &[Key]) -> Vec<&'k Key>
    where
        'a: 'k,
    {
        let among = |key: &Key, others: &[Key]| {
            let mut relations = others.iter().map(|other| self.relation(other, key));
            relations.any(|relation| relation != Relation::Apart)
        };
        let mut left: Vec<&Key> = keys.iter().filter(|key| !among(key, others)).collect();
        if self.has_combination(left.iter().copied().chain(others)) {
            let others: Vec<Key> = self.taken_apart(others).into_iter().cloned().collect();
            let apart = left.into_iter().flat_map(|key| self.apart(key));
            left = apart.filter(|key| !among(key, &others)).collect();
        }
        left
    }
}

impl<'a> Known<'a> {
    fn of(vocabulary: &'a Vocabulary, key: &'a Key) -> Self {
        // Of one that is a case of too many, which is a fault of the set, nothing is known.
        let above = vocabulary.above(key).unwrap_or_default();
        let all = std::iter::once(key).chain(above.iter().copied());
        Self {
            key,
            lineage: all.filter_map(|key| vocabulary.concepts.get(key)).collect(),
            above: above.into_iter().collect(),
            parts: Box::default(),
            inert: OnceLock::new(),
        }
    }

    fn is_inert(&self) -> bool {
        *self.inert.get_or_init(|| {
            let mut lineage = self.lineage.iter();
            let said = lineage.find_map(|concept| concept.inert);
            said.unwrap_or_else(|| self.lineage.iter().any(|concept| is_named_inert(concept)))
        })
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
