//! The outcomes that a sentence names, among those that its studies measured, and what stands between them and its numbers.

use std::collections::BTreeSet;
use std::ops::Range;

use grounds_evidence::Concepts;
use grounds_model::{Key, Study};

use super::arms::named_interventions;
use super::beside::{Passed, Words};
use super::outcomes::NamedOutcome;
use super::{Numbers, Without};

/// The studies that a sentence stands on, and what they measured.
#[derive(Debug)]
pub(super) struct Cited<'c, 'a> {
    pub(super) studies: Vec<&'a Study>,
    pub(super) measured: BTreeSet<&'a Key>,
    concepts: &'c Concepts<'a>,
}

impl<'c, 'a> Cited<'c, 'a> {
    pub(super) fn of(studies: impl Iterator<Item = &'a Study>, concepts: &'c Concepts<'a>) -> Self {
        let studies: Vec<&'a Study> = studies.collect();
        let findings = studies.iter().flat_map(|study| study.findings.values());
        Self {
            measured: findings.map(|finding| &finding.outcome).collect(),
            studies,
            concepts,
        }
    }

    /// Whether one outcome is the other, a case of it, or stands for it.
    pub(super) fn are_related(&self, one: &Key, other: &Key) -> bool {
        let concepts = self.concepts;
        let stands_for = |one: &Key, other: &Key| {
            let entry = concepts.entry(one).into_iter();
            let lineage = entry.flat_map(|(key, _)| concepts.lineage(key));
            let mut important = lineage.flat_map(|concept| &concept.surrogate_for);
            important.any(|key| concepts.is_a(key, other) || concepts.is_a(other, key))
        };
        concepts.is_a(one, other)
            || concepts.is_a(other, one)
            || stands_for(one, other)
            || stands_for(other, one)
    }

    /// Where words, in small letters, name what arms had or who took part.
    fn others(&self, lower: &str, numbers: &Numbers<'a>) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        for study in &self.studies {
            let arms = named_interventions(lower, study, self.concepts);
            found.extend(arms.into_iter().map(|(words, _)| words));
            let people = study.population.iter().flat_map(|people| &people.concepts);
            let people = numbers.outcomes.places(lower, &people.collect(), &[]);
            found.extend(people.into_iter().map(|named| named.words));
        }
        found
    }
}

/// What a sentence names.
#[derive(Debug)]
pub(super) struct Naming<'a> {
    /// The sentence in small letters.
    pub(super) lower: String,
    /// The outcomes, in its order.
    pub(super) outcomes: Vec<NamedOutcome<'a>>,
    /// Its numbers and arms.
    passed: Vec<Passed>,
}

impl<'a> Naming<'a> {
    /// What a sentence with numbers at some places names. `None` where that cannot tell anything: where all that was measured
    /// is one outcome, and where only those are named of which all its values are.
    pub(super) fn of(
        text: &str,
        numbers: impl Iterator<Item = Range<usize>>,
        cited: &Cited<'_, 'a>,
        all: &Numbers<'a>,
        is_own: &dyn Fn(&NamedOutcome<'a>) -> bool,
    ) -> Option<Self> {
        if cited.measured.len() < 2 {
            return None;
        }
        let lower = text.to_lowercase();
        if lower.len() != text.len() {
            return None;
        }
        let mut outcomes = all.outcomes.places(&lower, &cited.measured, &[]);
        if !outcomes.is_empty() && outcomes.iter().all(is_own) {
            return None;
        }
        let others = cited.others(&lower, all);
        let within = |words: &Range<usize>, other: &Range<usize>| {
            other.len() > words.len() && other.start <= words.start && words.end <= other.end
        };
        outcomes.retain(|named| !others.iter().any(|other| within(&named.words, other)));
        let inside = |bytes: &Range<usize>| {
            let mut names = outcomes.iter().map(|named| &named.words);
            names.any(|words| words.start < bytes.end && bytes.start < words.end)
        };
        let numbers = numbers.map(|words| (words, true));
        let arms = others.into_iter().map(|words| (words, false));
        let passed = numbers.chain(arms).filter(|(words, _)| !inside(words));
        let mut passed: Vec<Passed> = passed
            .map(|(words, is_number)| Passed { words, is_number })
            .collect();
        passed.sort_by_key(|passed| passed.words.start);
        Some(Self {
            lower,
            outcomes,
            passed,
        })
    }

    /// The words between names and numbers.
    pub(super) fn words(&self) -> Words<'_> {
        Words {
            text: &self.lower,
            passed: &self.passed,
        }
    }

    /// Whether the words tell of those who did not have something. The `free` of progression-free survival does not.
    pub(super) fn tells_of_others(&self) -> bool {
        let mut rest = self.lower.clone();
        for named in self.outcomes.iter().rev() {
            // Names that overlap are not cut twice.
            if rest.is_char_boundary(named.words.start) && named.words.end <= rest.len() {
                rest.replace_range(named.words.clone(), "");
            }
        }
        Without::said(&rest) == Without::Anyone
    }
}
