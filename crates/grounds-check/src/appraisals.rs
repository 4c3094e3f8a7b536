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
        Self {
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

    pub(crate) fn line(&self, claim: &Key, line: usize) -> Option<&Appraisal<'a>> {
        self.lines.get(claim)?.get(line)?.as_ref()
    }

    pub(crate) fn appraiser(&self) -> &Appraiser<'a> {
        &self.appraiser
    }
}
