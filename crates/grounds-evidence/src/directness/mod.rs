//! Directness: how near each study is to the claim that it bears on, dimension by dimension.
//!
//! What is computed comes from the claim's scope, the study's people, arms and findings, and the
//! vocabulary. A person's judgement does not change it: both are kept, and the judgement counts.

mod accuracy;
mod arms;
mod contrast;
mod cover;
mod follow_up;
mod outcome;
mod overlap;
mod people;
mod population;
mod ranges;
mod species;
#[cfg(test)]
mod tests;

use grounds_load::ContentSet;
use grounds_model::{Claim, Dimension, Directness, EvidenceLine, Finding, Judgement, Scope, Study};

use crate::concepts::{Concepts, Relation};

pub use contrast::Compared;
pub use overlap::Overlap;
pub use species::made_on;

/// How near one study is to one claim.
#[derive(Debug, Clone)]
pub struct Appraisal<'a> {
    /// The dimensions, in the order of [`Dimension::ALL`].
    pub dimensions: Vec<Assessed>,
    /// What the study compared, as far as its record says.
    pub compared: Compared<'a>,
    /// Whether the study measured a surrogate for the claim's outcome.
    pub surrogate: bool,
}

/// How near a study is to a claim in one dimension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessed {
    /// The dimension.
    pub dimension: Dimension,
    /// What the records say.
    pub computed: Directness,
    /// Why, as a clause for readers; empty where there is nothing to say.
    pub because: String,
    /// What a person judged, and why.
    pub judged: Option<Judgement>,
}

impl Assessed {
    /// What counts: the person's judgement, where there is one.
    pub fn effective(&self) -> Directness {
        self.judged
            .as_ref()
            .map_or(self.computed, |judged| judged.judgement)
    }
}

impl Appraisal<'_> {
    /// A dimension.
    pub fn of(&self, dimension: Dimension) -> &Assessed {
        let at = Dimension::ALL.iter().position(|d| *d == dimension);
        &self.dimensions[at.expect("every dimension is assessed")]
    }

    /// Whether the study is direct in every dimension.
    pub fn is_direct(&self) -> bool {
        let direct = |assessed: &Assessed| assessed.effective() == Directness::Direct;
        self.dimensions.iter().all(direct)
    }

    /// Whether the study bears on the claim: it is different in no dimension.
    pub fn bears(&self) -> bool {
        let different = |assessed: &Assessed| assessed.effective() == Directness::Different;
        !self.dimensions.iter().any(different)
    }
}

/// What was computed about one dimension, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Computed(Directness, String);

impl Computed {
    fn direct() -> Self {
        Self(Directness::Direct, String::new())
    }

    fn unknown(because: impl Into<String>) -> Self {
        Self(Directness::Unknown, because.into())
    }
}

impl From<Relation> for Directness {
    fn from(relation: Relation) -> Self {
        match relation {
            Relation::Equal => Self::Direct,
            Relation::Narrower => Self::Narrower,
            Relation::Broader => Self::Broader,
            Relation::Apart => Self::Different,
        }
    }
}

/// Appraises evidence lines. Made once for a set.
#[derive(Debug)]
pub struct Appraiser<'a> {
    set: &'a ContentSet,
    concepts: Concepts<'a>,
}

impl<'a> Appraiser<'a> {
    /// Indexes the set's vocabulary.
    pub fn new(set: &'a ContentSet) -> Self {
        Self {
            set,
            concepts: Concepts::of(&set.vocabulary.value),
        }
    }

    /// The vocabulary's index.
    pub fn concepts(&self) -> &Concepts<'a> {
        &self.concepts
    }

    /// Whether the studies of some lines, each of a part of the people whom a claim is about, come to all of them
    /// together.
    pub fn covers(&self, claim: &Claim, lines: &[&EvidenceLine]) -> bool {
        let lines = lines.iter().filter_map(|line| self.found(line));
        cover::covers(&self.concepts, claim, &lines.collect::<Vec<_>>())
    }

    /// Whether the study of a line is of young adults only, and leaves out nobody else whom a claim is about.
    pub fn leaves_out_older(&self, claim: &Claim, line: &EvidenceLine) -> bool {
        self.found(line).is_some_and(|(study, finding)| {
            cover::leaves_out_older(&self.concepts, claim, study, finding)
        })
    }

    /// The study of a line, and its finding, if they are there.
    fn found(&self, line: &EvidenceLine) -> Option<(&'a Study, Option<&'a Finding>)> {
        let study = &self.set.studies.get(line.study.as_str())?.value;
        let finding = line.finding.as_ref();
        Some((study, finding.and_then(|key| study.findings.get(key))))
    }

    /// How the scopes of two claims overlap, if they do.
    pub fn overlap(&self, one: &Scope, other: &Scope) -> Option<Overlap> {
        overlap::overlap(&self.concepts, one, other)
    }

    /// How near a line's study is to a claim. `None` where the study is not there or could not be
    /// read.
    pub fn line(&self, claim: &Claim, line: &EvidenceLine) -> Option<Appraisal<'a>> {
        let (study, finding) = self.found(line)?;
        Some(self.appraise(claim, line, study, finding))
    }

    fn appraise(
        &self,
        claim: &Claim,
        line: &EvidenceLine,
        study: &'a Study,
        finding: Option<&'a Finding>,
    ) -> Appraisal<'a> {
        let concepts = &self.concepts;
        let compared = contrast::compare(concepts, claim, study, finding);
        let (outcome, surrogate) = outcome::compare(concepts, claim, study, finding);
        let dimensions = Dimension::ALL.map(|dimension| {
            let Computed(computed, because) = match dimension {
                Dimension::Population => population::compare(concepts, claim, study, finding),
                Dimension::Intervention => compared.intervention.clone(),
                Dimension::Comparator => compared.comparator.clone(),
                Dimension::Outcome => outcome.clone(),
                Dimension::Species => species::compare(self.set, concepts, claim, study),
                Dimension::FollowUp => follow_up::compare(claim, finding),
            };
            let judged = line.directness.as_ref().and_then(|all| all.of(dimension));
            Assessed {
                dimension,
                computed,
                because,
                judged: judged.cloned(),
            }
        });
        Appraisal {
            dimensions: dimensions.to_vec(),
            compared: compared.compared,
            surrogate,
        }
    }
}
