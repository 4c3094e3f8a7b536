//! What words name that a claim is not about, where they do not name what it is about.

use std::borrow::Cow;
use std::ops::Range;

use grounds_evidence::{Concepts, Relation};
use grounds_model::{ConceptKind, Dimension, Key, Scope, Study, Text};
use smol_str::SmolStr;

use super::everyday::{EVERYDAY, Everyday, Kind};
use super::names::{ConceptNames, Named, NamesIn, Stemmed};
use super::places::{acts, is_acted_upon, is_of_whom};
use crate::classify::likeness::alike;
use crate::classify::token::{Gap, Token};

/// What words name that a claim is not about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Strange<'a> {
    /// The words, as bytes of the text.
    pub(crate) words: Range<usize>,
    /// As what they name it.
    pub(crate) dimension: Dimension,
    /// What they name.
    pub(crate) thing: Thing<'a>,
}

/// Something that words name.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Thing<'a> {
    /// A concept of the vocabulary.
    Concept(&'a Key),
    /// What everybody has a name for.
    Everyday(&'static Everyday),
}

impl PartialEq for Thing<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Concept(one), Self::Concept(other)) => one == other,
            (Self::Everyday(one), Self::Everyday(other)) => one.name() == other.name(),
            _ => false,
        }
    }
}

impl Eq for Thing<'_> {}

/// What a claim, or what some studies, are about, to compare words with.
#[derive(Debug)]
pub(crate) struct About<'s, 'a> {
    pub(crate) concepts: &'s Concepts<'a>,
    pub(crate) names: &'a ConceptNames,
    interventions: Vec<&'s Key>,
    comparators: Vec<&'s Key>,
    outcomes: Vec<&'s Key>,
    population: Vec<&'s Key>,
    /// The outcomes of the findings that support a claim.
    found: Vec<&'s Key>,
    /// Other words that say what it is about: a passage is also compared with the claim's statement.
    pub(crate) also: Vec<&'s str>,
    /// Whether it is studies: that a sentence tells of what they measured a surrogate for is found by a rule of its own.
    is_of_studies: bool,
}

/// Where the first side of a comparison ends that begins before a word.
fn end_of_first_side(tokens: &[Token], at: usize) -> usize {
    let compares = |it: &usize| tokens[*it].is_any(&["compared", "than", "versus"]);
    (at..tokens.len()).find(compares).unwrap_or(tokens.len())
}

/// The clause around a word: what lies between commas, and between words that begin another one.
fn clause(tokens: &[Token], at: usize) -> Range<usize> {
    const BEGINNING: &[&str] = &["and", "but", "that", "which", "while"];
    let parts = |it: usize| tokens[it].gap >= Gap::Comma || tokens[it].is_any(BEGINNING);
    let start = (1..=at).rev().find(|&it| parts(it)).unwrap_or(0);
    let end = (at + 1..tokens.len()).find(|&it| parts(it));
    start..end.unwrap_or(tokens.len())
}

impl<'s, 'a> About<'s, 'a> {
    /// What a claim is about: its scope, and what was found that supports it.
    pub(crate) fn of_claim(
        concepts: &'s Concepts<'a>,
        names: &'a ConceptNames,
        scope: &'s Scope,
        found: Vec<&'s Key>,
    ) -> Self {
        Self {
            concepts,
            names,
            interventions: scope.intervention.iter().collect(),
            comparators: scope.comparator.iter().collect(),
            outcomes: scope.outcome.iter().collect(),
            population: scope.population.iter().collect(),
            found,
            also: Vec::new(),
            is_of_studies: false,
        }
    }

    /// What some studies are about: all their arms, outcomes and people.
    pub(crate) fn of_studies(
        concepts: &'s Concepts<'a>,
        names: &'a ConceptNames,
        studies: &[&'s Study],
    ) -> Self {
        let arms = studies.iter().flat_map(|study| study.arms.values());
        let findings = || studies.iter().flat_map(|study| study.findings.values());
        let people = studies.iter().filter_map(|study| study.population.as_ref());
        let people = people.flat_map(|population| &population.concepts);
        Self {
            concepts,
            names,
            interventions: arms.flat_map(|arm| &arm.interventions).collect(),
            comparators: Vec::new(),
            outcomes: findings().map(|finding| &finding.outcome).collect(),
            population: people.collect(),
            found: findings().flat_map(|finding| &finding.among).collect(),
            also: Vec::new(),
            is_of_studies: true,
        }
    }

    /// Everything that it is about.
    fn all(&self) -> impl Iterator<Item = &'s Key> {
        let lists = [
            &self.population,
            &self.interventions,
            &self.comparators,
            &self.outcomes,
            &self.found,
        ];
        lists.into_iter().flatten().copied()
    }
}

impl<'a> About<'_, 'a> {
    /// The first thing that a text names that it is not about, where the text names nothing that it is about instead.
    pub(crate) fn strange(&self, text: &NamesIn<'a>) -> Option<Strange<'a>> {
        self.first(text, false)
    }

    /// The same, also where the text names what it is about in another clause: `lowers pain, and prevents strokes`.
    pub(crate) fn strange_besides(&self, text: &NamesIn<'a>) -> Option<Strange<'a>> {
        self.first(text, true)
    }

    fn first(&self, read: &NamesIn<'a>, besides: bool) -> Option<Strange<'a>> {
        let (text, named) = (&read.text, &read.found);
        named.iter().find_map(|it| {
            let dimension = self.dimension_of(text, it)?;
            let own = self.own(dimension);
            if own.is_empty() {
                return None;
            }
            // “COPD” may be meant by who speaks of new COPD.
            let shorter = |own: &&Key| {
                let telling = self.names.telling(own);
                let mut stems = text.stems[it.tokens.clone()].iter();
                stems.all(|stem| telling.contains(stem))
            };
            if own.iter().any(shorter) {
                return None;
            }
            let thing = self.thing(it, dimension, &own)?;
            let within = match dimension {
                Dimension::Outcome if besides => clause(&text.tokens, it.tokens.start),
                // What stands behind `than` is not what is said to act.
                Dimension::Intervention => 0..end_of_first_side(&text.tokens, it.tokens.end),
                _ => 0..text.tokens.len(),
            };
            if self.is_own_named(text, named, (it, within), dimension) {
                return None;
            }
            let words = text.bytes(&it.tokens);
            Some(Strange {
                words,
                dimension,
                thing,
            })
        })
    }

    /// As what a name stands in a text, if it stands where it says what the text is about.
    fn dimension_of(&self, text: &Stemmed, it: &Named<'a>) -> Option<Dimension> {
        let concepts = it.concepts.iter();
        let kinds = concepts.filter_map(|key| Some(self.concepts.get(key)?.kind));
        let is_concept = kinds.clone().next().is_some();
        let everyday = it.everyday.map(|at| EVERYDAY[at].kind);
        let is = |kind: ConceptKind| is_concept && kinds.clone().all(|it| it == kind);
        let happens = || {
            let mut kinds = kinds.clone();
            kinds.all(|kind| matches!(kind, ConceptKind::Outcome | ConceptKind::Condition))
        };
        if (is(ConceptKind::Intervention) || !is_concept && everyday == Some(Kind::Treatment))
            && acts(text, &it.tokens)
        {
            Some(Dimension::Intervention)
        } else if (is_concept && happens() || !is_concept && everyday == Some(Kind::Outcome))
            && is_acted_upon(text, &it.tokens)
        {
            Some(Dimension::Outcome)
        } else if is(ConceptKind::Condition) && is_of_whom(text, &it.tokens) {
            Some(Dimension::Population)
        } else {
            None
        }
    }

    /// What it is about in a dimension: of whom, the conditions.
    fn own(&self, dimension: Dimension) -> Cow<'_, [&Key]> {
        match dimension {
            Dimension::Intervention => Cow::Borrowed(&self.interventions),
            Dimension::Outcome => Cow::Borrowed(&self.outcomes),
            Dimension::Population => {
                let condition = |key: &&Key| {
                    let concept = self.concepts.get(key);
                    concept.is_some_and(|concept| concept.kind == ConceptKind::Condition)
                };
                let conditions = self.population.iter().copied();
                conditions.filter(condition).collect()
            }
            _ => Cow::default(),
        }
    }

    /// Whether a text names what the scope has in a dimension, in whatever words.
    fn is_own_named(
        &self,
        text: &Stemmed,
        named: &[Named<'_>],
        (strange, within): (&Named<'_>, Range<usize>),
        dimension: Dimension,
    ) -> bool {
        let mut own = self.own(dimension);
        // What both sides have does not say what is done.
        let shared = |key: &&Key| {
            let mut compared = self.comparators.iter();
            compared.any(|other| self.concepts.relation(other, key) != Relation::Apart)
        };
        if dimension == Dimension::Intervention && !own.iter().all(shared) {
            own.to_mut().retain(|key| !shared(key));
        }
        let related = |key: &Key| {
            own.iter()
                .any(|own| self.concepts.relation(own, key) != Relation::Apart)
        };
        let by_name = |it: &Named<'_>| {
            it.tokens != strange.tokens
                && within.contains(&it.tokens.start)
                && it.concepts.iter().any(|key| related(key))
        };
        if named.iter().any(by_name) {
            return true;
        }
        // What is part of another name names something else: the flu of the flu vaccine is no outcome.
        let of_others = |at: usize| {
            named.iter().any(|it| {
                it.tokens.contains(&at)
                    && (it.tokens == strange.tokens
                        || !it.concepts.is_empty() && !it.concepts.iter().any(|key| related(key)))
            })
        };
        let stems: Vec<&SmolStr> = own.iter().flat_map(|key| self.names.telling(key)).collect();
        let alike = |stem: &SmolStr| stems.iter().any(|own| alike(own, stem));
        within
            .into_iter()
            .any(|at| !of_others(at) && alike(&text.stems[at]))
    }

    /// What a name names that is not what the claim is about.
    fn thing(&self, it: &Named<'a>, dimension: Dimension, own: &[&Key]) -> Option<Thing<'a>> {
        // What is not known to the vocabulary may have any name.
        if !own.iter().all(|own| self.concepts.has(own)) {
            return None;
        }
        let Some(key) = it.concepts.first() else {
            let everyday = &EVERYDAY[it.everyday?];
            // “The drug” may be any.
            if ["drug", "supplement"].contains(&everyday.name()) {
                return None;
            }
            return (!self.speaks_of(everyday)).then_some(Thing::Everyday(everyday));
        };
        // Most texts name just what their claim is about, which is told without a look at relations.
        if self.all().any(|own| it.concepts.contains(&own)) {
            return None;
        }
        let apart = |other: &Key| {
            it.concepts.iter().all(|key| {
                self.concepts.relation(other, key) == Relation::Apart
                    && !self.stands_for(key, other)
            })
        };
        let inert = dimension == Dimension::Intervention && self.concepts.is_inert(key);
        (!inert && self.all().all(apart)).then_some(Thing::Concept(key))
    }

    /// Whether something that is named is measured in the place of what the claim is about, or one of the two is made of the
    /// other. Who names what matters to people, where a surrogate for it was measured, says more than the claim.
    fn stands_for(&self, named: &Key, own: &Key) -> bool {
        let is_surrogate = |one: &Key, other: &Key| {
            let lineage = self.concepts.lineage(one);
            let mut important = lineage.flat_map(|concept| &concept.surrogate_for);
            important.any(|key| self.concepts.relation(key, other) != Relation::Apart)
        };
        is_surrogate(named, own)
            || (self.is_of_studies && is_surrogate(own, named))
            || self.concepts.share_a_part(named, own)
    }

    /// Whether the claim's own words speak of something, or of what it is a case of.
    fn speaks_of(&self, thing: &Everyday) -> bool {
        let concepts = self.all().flat_map(|key| self.concepts.lineage(key));
        let labels = concepts.flat_map(|concept| {
            let names = std::iter::once(&concept.label).chain(&concept.synonyms);
            names.chain(&concept.definition).map(Text::as_str)
        });
        let texts = labels.chain(self.also.iter().copied());
        texts.into_iter().any(|text| {
            let text = Stemmed::of(text);
            let mut named = super::names::everyday(&text).into_iter();
            named.any(|at| EVERYDAY[at].is_related_to(thing))
        })
    }
}
