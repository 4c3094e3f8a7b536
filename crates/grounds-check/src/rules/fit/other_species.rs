//! A claim about people that stands on animals, cells or a simulation.

use grounds_evidence::{Concepts, made_on};
use grounds_model::{Design, Dimension, Level, Species, Study};

use super::{different, study_of, supporting};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::EvidenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "fit/other-species",
    level: Level::Error,
    summary: "a claim stands on a study of another species, or of a model of one",
    docs: include_str!("other_species.md"),
    check: Check::Evidence(check),
};

fn check(cx: &mut Context<'_>, at: EvidenceAt<'_>) {
    let Some(appraisal) = supporting(cx, at) else {
        return;
    };
    let Some(assessed) = different(cx, appraisal, Dimension::Species) else {
        return;
    };
    let Some(study) = study_of(cx, at) else {
        return;
    };
    let message = format!(
        "`{}` cannot carry this claim: it was {}",
        at.line.study, assessed.because
    );
    let place = at.of.document.place("/scope/population");
    let concepts = cx.appraiser().concepts();
    let field = field_of(concepts, &study.value);
    let (design, species) = made_on(concepts, &study.value);
    let diagnostic = cx
        .at(place, message)
        .label("whom the claim is about")
        .with(at.place("study"), format!("`{}` supports it", at.line.study))
        .with(study.place(field), "made on this")
        .note("most of what works in animals or in the laboratory does not work in people")
        .help(format!(
            "begin the claim with “{}, …” and give it that scope ({}), or make it `basis: speculative` with this \
             line as `background`",
            wording(design, species),
            scope(design),
        ));
    cx.report(diagnostic);
}

/// Where a record says on what its study was made.
pub(super) fn field_of(concepts: &Concepts<'_>, study: &Study) -> &'static str {
    let (design, species) = made_on(concepts, study);
    if design != study.design || species != study.species {
        "/population"
    } else if species.is_some() {
        "/species"
    } else {
        "/design"
    }
}

/// How the scope of a claim about a model says so.
fn scope(design: Design) -> &'static str {
    match design {
        Design::InSilico => "a concept with `system: in-silico` in its population",
        Design::InVitro => "a concept with `system: in-vitro` in its population",
        _ => "`species`, or a concept with one",
    }
}

/// How a claim about a model begins.
pub(super) fn wording(design: Design, species: Option<Species>) -> &'static str {
    match (design, species) {
        (Design::InSilico, _) => "In a simulation",
        (Design::InVitro, Some(Species::Human)) => "In human cells or tissue in the laboratory",
        (Design::InVitro, Some(Species::Mouse)) => "In mouse cells or tissue in the laboratory",
        (Design::InVitro, Some(Species::Rat)) => "In rat cells or tissue in the laboratory",
        (Design::InVitro, Some(Species::Pig)) => "In pig cells or tissue in the laboratory",
        (Design::InVitro, Some(Species::OtherAnimal)) => {
            "In animal cells or tissue in the laboratory"
        }
        (Design::InVitro, _) => "In the laboratory",
        (_, Some(Species::Mouse)) => "In mice",
        (_, Some(Species::Rat)) => "In rats",
        (_, Some(Species::Pig)) => "In pigs",
        (_, Some(Species::Human)) => "In people",
        _ => "In animals",
    }
}
