//! Rules about fit: whether what a study did and found is what the claim says.
//!
//! Most speak of evidence lines that `supports` a claim with `basis: evidence`. A dimension that a
//! person has judged in the record counts as judged. Four hold the words of a sentence against the studies that it
//! cites itself.

pub(super) mod alone_in_words;
pub(super) mod combined_arms;
pub(super) mod direction_against_study;
pub(super) mod misnamed_design;
pub(super) mod narrower_population;
pub(super) mod needless_judgement;
pub(super) mod no_comparison_group;
pub(super) mod no_scope;
pub(super) mod opposite_direction;
pub(super) mod other_comparator;
pub(super) mod other_intervention;
pub(super) mod other_outcome;
pub(super) mod other_population;
pub(super) mod other_species;
pub(super) mod short_follow_up;
pub(super) mod surrogate_in_words;
pub(super) mod surrogate_outcome;
pub(super) mod unsaid_partner;
pub(super) mod unsaid_species;
pub(super) mod weak_design;
pub(super) mod words_against_study;
pub(super) mod young_adults_only;

use grounds_diagnostics::{Diagnostic, Place};
use grounds_evidence::{Appraisal, Assessed, withdrawn};
use grounds_load::{Document, child};
use grounds_model::{
    Basis, Claim, ClaimKind, Dimension, Directness, EvidenceLine, Key, Relation, Study,
};

use crate::context::Context;
use crate::subject::{ClaimAt, EvidenceAt};

/// How near a supporting line's study is to its claim. `None` where the line does not support a
/// claim on evidence; where the study cannot be read, the check is indeterminate.
fn supporting<'a>(cx: &mut Context<'_>, at: EvidenceAt<'a>) -> Option<&'a Appraisal<'a>> {
    let supports = at.line.relation == Relation::Supports;
    if !supports || at.of.claim().basis != Basis::Evidence {
        return None;
    }
    let appraisal = at.of.appraisal(at.index);
    if appraisal.is_none() {
        cx.indeterminate();
    }
    appraisal
}

/// The dimension, if the study is different in it; what is unknown is indeterminate.
fn different<'a>(
    cx: &mut Context<'_>,
    appraisal: &'a Appraisal<'a>,
    dimension: Dimension,
) -> Option<&'a Assessed> {
    let assessed = appraisal.of(dimension);
    match assessed.effective() {
        Directness::Different => Some(assessed),
        Directness::Unknown => {
            cx.indeterminate();
            None
        }
        _ => None,
    }
}

/// Whether a claim is about the world, and not about what is done or known: the latter stand on
/// what studies say in words, whatever they measured and in whom.
fn is_about_the_world(claim: &Claim) -> bool {
    !matches!(claim.kind, ClaimKind::Practice | ClaimKind::StateOfEvidence)
}

/// Whether a claim is about what is done or what a thing is called: no contrast between arms
/// carries or refutes that.
fn is_practice(claim: &Claim) -> bool {
    claim.kind == ClaimKind::Practice
}

/// Where it stands of whom a line's study, or its finding, is.
fn people_of(study: &Document<Study>, line: &EvidenceLine) -> Place {
    let finding = line.finding.as_ref();
    let found = finding.and_then(|key| study.value.findings.get_key_value(key));
    match found.filter(|(_, finding)| !finding.among.is_empty()) {
        Some((key, _)) => study.place(&(child("/findings", key.as_str()) + "/among")),
        None => study.place("/population"),
    }
}

/// The record of a line's study.
fn study_of<'a>(cx: &Context<'a>, at: EvidenceAt<'_>) -> Option<&'a Document<Study>> {
    cx.set().studies.get(at.line.study.as_str())
}

/// Begins a diagnostic at a part of the claim's scope, with the line's study beside it.
fn at_scope(cx: &Context<'_>, at: EvidenceAt<'_>, field: &str, message: String) -> Diagnostic {
    let place = at.of.document.place(&format!("/scope/{field}"));
    cx.at(place, message).with(
        at.place("study"),
        format!("`{}` supports it", at.line.study),
    )
}

/// Points at an arm of a study, and says what it had.
fn with_arm(
    cx: &Context<'_>,
    diagnostic: Diagnostic,
    study: &Document<Study>,
    key: Option<&Key>,
) -> Diagnostic {
    let Some((key, arm)) = key.and_then(|key| study.value.arms.get_key_value(key)) else {
        return diagnostic;
    };
    let place = study.key_place(&child("/arms", key.as_str()));
    let had = cx.appraiser().concepts().labels(&arm.interventions);
    diagnostic.with(place, format!("arm `{key}` had {had}"))
}

/// The supporting lines of a claim on evidence whose data still stand, with their appraisals.
fn supporting_lines<'a>(cx: &Context<'_>, at: ClaimAt<'a>) -> Vec<(usize, &'a Appraisal<'a>)> {
    if at.claim().basis != Basis::Evidence {
        return Vec::new();
    }
    let lines = at.claim().evidence.iter().enumerate();
    let supports = lines.filter(|(_, line)| {
        line.relation == Relation::Supports && withdrawn(cx.set(), &line.study).is_none()
    });
    supports
        .filter_map(|(index, _)| Some((index, at.appraisal(index)?)))
        .collect()
}

/// Begins a diagnostic at the claim's outcome, with that of the line's finding beside it, where the two are
/// different; `surrogate` says whether it is surrogates that are meant, or everything else.
fn at_outcome(
    cx: &mut Context<'_>,
    at: EvidenceAt<'_>,
    surrogate: bool,
    is: &str,
) -> Option<Diagnostic> {
    let appraisal = supporting(cx, at)?;
    if !is_about_the_world(at.of.claim()) {
        return None;
    }
    let assessed = different(cx, appraisal, Dimension::Outcome)?;
    if appraisal.surrogate != surrogate {
        return None;
    }
    let study = study_of(cx, at)?;
    let (place, message) = match &at.line.finding {
        Some(finding) => (
            study.place(&format!("{}/outcome", child("/findings", finding.as_str()))),
            format!("finding `{finding}` of `{}` is {is}", at.line.study),
        ),
        None => (
            study.place("/findings"),
            format!("what `{}` found is {is}", at.line.study),
        ),
    };
    let diagnostic = at_scope(cx, at, "outcome", message).label("what the claim is about");
    Some(diagnostic.with(place, assessed.because.clone()))
}
