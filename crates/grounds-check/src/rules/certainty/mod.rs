//! Rules about certainty: a level, and the steps that lead to it.

pub(super) mod effect_not_large;
pub(super) mod imprecision_not_counted;
pub(super) mod inconsistency_not_counted;
pub(super) mod indirectness_not_counted;
pub(super) mod missing;
pub(super) mod misstated;
pub(super) mod start_above_design;
pub(super) mod too_high;
pub(super) mod unexplained_level;
pub(super) mod unreasoned_step;
pub(super) mod upgrade_of_trials;

use grounds_diagnostics::Diagnostic;
use grounds_evidence::certainty::level_name;
use grounds_model::{Basis, Certainty, CertaintyLevel, Claim, DowngradeDomain, Study};

use crate::subject::ClaimAt;

/// The certainty of a claim that stands on evidence.
fn of_evidence(claim: &Claim) -> Option<&Certainty> {
    let certainty = claim.certainty.as_ref();
    certainty.filter(|_| claim.basis == Basis::Evidence)
}

/// Whether a step down is declared in a domain.
fn counts(certainty: &Certainty, domain: DowngradeDomain) -> bool {
    let mut steps = certainty.downgrades.iter();
    steps.any(|step| step.domain == domain)
}

/// The declared steps as a sum, and what it comes to: `high − 1 risk of bias − 1 imprecision = low`.
fn sum(start: CertaintyLevel, certainty: &Certainty, reached: CertaintyLevel) -> String {
    if certainty.downgrades.is_empty() && certainty.upgrades.is_empty() {
        return format!("starts {}, without steps", level_name(start));
    }
    let down = certainty.downgrades.iter().map(|step| {
        let domain = format!("{:?}", step.domain);
        format!(" − {} {}", step.steps, spaced(&domain))
    });
    let up = certainty.upgrades.iter().map(|step| {
        let domain = format!("{:?}", step.domain);
        format!(" + {} {}", step.steps, spaced(&domain))
    });
    std::iter::once(level_name(start).to_owned())
        .chain(down)
        .chain(up)
        .chain([format!(" = {}", level_name(reached))])
        .collect()
}

/// Why a review starts from where it does: GRADE rates what it includes.
fn because_of_included(diagnostic: Diagnostic, study: &Study) -> Diagnostic {
    if study.includes.is_empty() {
        return diagnostic;
    }
    let names: Vec<String> = study
        .includes
        .iter()
        .map(|key| format!("`{key}`"))
        .collect();
    diagnostic.note(format!(
        "a review starts no higher than the best of the studies that it includes and that still stand: {}",
        names.join(", ")
    ))
}

/// `RiskOfBias` as `risk of bias`.
fn spaced(name: &str) -> String {
    let mut words = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(c.to_lowercase());
    }
    words
}

/// Points at the steps.
fn with_steps(mut diagnostic: Diagnostic, at: ClaimAt<'_>, certainty: &Certainty) -> Diagnostic {
    for i in 0..certainty.downgrades.len() {
        let place = at.document.place(&format!("/certainty/downgrades/{i}"));
        diagnostic = diagnostic.with(place, "a step down");
    }
    for i in 0..certainty.upgrades.len() {
        let place = at.document.place(&format!("/certainty/upgrades/{i}"));
        diagnostic = diagnostic.with(place, "a step up");
    }
    diagnostic
}
