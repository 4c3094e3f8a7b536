//! How near every study is to the claims that it bears on: made once, shared by the rules.

use std::collections::BTreeMap;

use grounds_evidence::{Appraisal, Appraiser};
use grounds_load::ContentSet;
use grounds_model::{Directness, Key};
use rayon::prelude::*;

use crate::coverage::Share;

/// The appraisals of all evidence lines of a set.
#[derive(Debug)]
pub(crate) struct Appraisals<'a> {
    appraiser: Appraiser<'a>,
    lines: BTreeMap<&'a Key, Vec<Option<Appraisal<'a>>>>,
    by_outcome: BTreeMap<&'a Key, Vec<&'a Key>>,
}

impl<'a> Appraisals<'a> {
    /// Appraises every evidence line.
    pub(crate) fn of(set: &'a ContentSet) -> Self {
        let appraiser = Appraiser::new(set);
        let claims: Vec<_> = set.claims.iter().collect();
        let lines: Vec<_> = claims
            .into_par_iter()
            .map(|(key, claim)| {
                let claim = &claim.value;
                let lines = claim.evidence.iter();
                (key, lines.map(|line| appraiser.line(claim, line)).collect())
            })
            .collect();
        let mut by_outcome: BTreeMap<&Key, Vec<&Key>> = BTreeMap::new();
        for (key, claim) in set.claims.iter() {
            let scope = claim.value.scope.as_ref();
            if let Some(outcome) = scope.and_then(|scope| scope.outcome.as_ref()) {
                by_outcome.entry(outcome).or_default().push(key);
            }
        }
        Self {
            by_outcome,
            lines: lines.into_iter().collect(),
            appraiser,
        }
    }

    /// How many evidence lines are direct in every dimension, and how many there are.
    pub(crate) fn direct(&self) -> Share {
        let lines = self.lines.values().flatten().flatten();
        let direct = |appraisal: &&Appraisal<'_>| {
            let mut dimensions = appraisal.dimensions.iter();
            dimensions.all(|assessed| assessed.effective() == Directness::Direct)
        };
        Share {
            part: lines.clone().filter(direct).count(),
            whole: lines.count(),
        }
    }

    /// The claims about an outcome, in order of their ids.
    pub(crate) fn claims_about(&self, outcome: &Key) -> &[&'a Key] {
        self.by_outcome.get(outcome).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn line(&self, claim: &Key, line: usize) -> Option<&Appraisal<'a>> {
        self.lines.get(claim)?.get(line)?.as_ref()
    }

    pub(crate) fn appraiser(&self) -> &Appraiser<'a> {
        &self.appraiser
    }
}
