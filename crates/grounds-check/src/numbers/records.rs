//! The numbers of a record, read when they are first asked for.

use std::hash::BuildHasher as _;
use std::sync::{Arc, Mutex, PoisonError};

use foldhash::fast::FixedState;
use grounds_evidence::Concepts;
use grounds_load::ContentSet;
use grounds_model::{Key, Study};

use super::known::Known;
use super::outcomes::OutcomeNames;
use super::read;

/// How many studies are remembered: those that the articles at hand cite. To remember all would take more
/// memory than the records themselves.
const REMEMBERED: usize = 4096;

type Remembered = Option<(Key, Arc<[Known]>)>;

/// The numbers of all studies, and of the claims' derivations.
#[derive(Debug)]
pub(crate) struct Numbers<'a> {
    set: &'a ContentSet,
    concepts: &'a Concepts<'a>,
    /// The names of outcomes.
    pub(super) outcomes: OutcomeNames<'a>,
    recent: Box<[Mutex<Remembered>]>,
}

impl<'a> Numbers<'a> {
    /// The numbers of the records of a set.
    pub(crate) fn of(set: &'a ContentSet, concepts: &'a Concepts<'a>) -> Self {
        // With more places than studies, few of a small set share one.
        let slots = (set.studies.sound.len() * 4).clamp(1, REMEMBERED);
        Self {
            set,
            concepts,
            outcomes: OutcomeNames::of(&set.vocabulary.value),
            recent: (0..slots).map(|_| Mutex::default()).collect(),
        }
    }

    /// The numbers of a study; none where it is not there.
    pub(crate) fn study(&self, key: &str) -> Arc<[Known]> {
        let Some((key, study)) = self.set.studies.sound.get_key_value(key) else {
            return Arc::default();
        };
        let hash = FixedState::default().hash_one(key) % self.recent.len() as u64;
        let slot = &self.recent[usize::try_from(hash).unwrap_or_default()];
        let recall = || slot.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, known)) = recall().as_ref().filter(|(other, _)| other == key) {
            return Arc::clone(known);
        }
        let known: Arc<[Known]> = read::of_study(&study.value, self.concepts).into();
        *recall() = Some((key.clone(), Arc::clone(&known)));
        known
    }

    /// Whether a study has any number. Most have how many people there were, which is told at once.
    pub(crate) fn has_any(&self, key: &str) -> bool {
        let Some(study) = self.record(key) else {
            return false;
        };
        let mut arms = study.arms.values();
        let mut findings = study.findings.values();
        arms.any(|arm| arm.n.is_some())
            || findings.any(|finding| !finding.n.is_empty() || !finding.events.is_empty())
            || !self.study(key).is_empty()
    }

    /// The numbers that a claim derives.
    pub(crate) fn claim(&self, key: &Key) -> Vec<Known> {
        let claim = self.set.claims.sound.get(key);
        claim.map_or_else(Vec::new, |claim| read::of_claim(&claim.value))
    }

    /// The vocabulary.
    pub(super) fn concepts(&self) -> &'a Concepts<'a> {
        self.concepts
    }

    /// The set.
    pub(super) fn set(&self) -> &'a ContentSet {
        self.set
    }

    /// The record of a study, if it is there.
    pub(super) fn record(&self, key: &str) -> Option<&'a Study> {
        self.set.studies.get(key).map(|study| &study.value)
    }
}
