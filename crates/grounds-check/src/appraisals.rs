//! How near every study is to the claims that it bears on: made once, shared by the rules.

use std::collections::BTreeMap;

use grounds_evidence::{Appraisal, Appraiser};
use grounds_load::ContentSet;
use grounds_model::Key;
use rayon::prelude::*;

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

    pub(crate) fn line(&self, claim: &Key, line: usize) -> Option<&Appraisal<'a>> {
        self.lines.get(claim)?.get(line)?.as_ref()
    }

    pub(crate) fn appraiser(&self) -> &Appraiser<'a> {
        &self.appraiser
    }
}
