//! What a claim stands on, in a few words.

use std::collections::BTreeSet;

use super::index::Index;
use super::words;
use crate::bundle::Claim;
use crate::bundle::terms::{Basis, CertaintyLevel, Relation};

/// The claim's certainty in words: `low certainty`.
pub(super) fn certainty(claim: &Claim) -> String {
    match (&claim.certainty, claim.basis) {
        (_, Basis::Speculative) => "speculative, no direct evidence".to_owned(),
        (Some(certainty), Basis::Evidence) => format!("{} certainty", level(certainty.level)),
        (None, Basis::Evidence) => "certainty not rated".to_owned(),
    }
}

/// The dots that stand for the claim's certainty, if it is rated.
pub(super) fn dots(claim: &Claim) -> &'static str {
    match &claim.certainty {
        Some(certainty) => words::dots(level(certainty.level)),
        None => "◇",
    }
}

fn level(level: CertaintyLevel) -> &'static str {
    match level {
        CertaintyLevel::VeryLow => "very low",
        CertaintyLevel::Low => "low",
        CertaintyLevel::Moderate => "moderate",
        CertaintyLevel::High => "high",
    }
}

/// What the claim stands on: `low certainty, 2 studies, 1 of them retracted`.
pub(super) fn summary(index: &Index<'_>, claim: &Claim) -> String {
    let keys = |wanted: &dyn Fn(Relation) -> bool| -> BTreeSet<&str> {
        let lines = claim.evidence.iter().filter(|line| wanted(line.relation));
        lines.map(|line| line.study.as_str()).collect()
    };
    let bearing = keys(&|relation| relation != Relation::Background);
    let disputing = keys(&|relation| relation == Relation::Disputes);
    let retracted = bearing.iter().filter(|key| {
        index
            .study(key)
            .is_some_and(|study| study.standing.retracted)
    });
    let studies = match bearing.len() {
        0 if claim.basis == Basis::Speculative => None,
        0 => Some("no study recorded".to_owned()),
        1 => Some("1 study".to_owned()),
        n => Some(format!("{n} studies")),
    };
    let against = (!disputing.is_empty()).then(|| format!("{} against", disputing.len()));
    let retracted = match retracted.count() {
        0 => None,
        n => Some(format!("{n} retracted")),
    };
    let parts = [Some(certainty(claim)), studies, against, retracted];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
