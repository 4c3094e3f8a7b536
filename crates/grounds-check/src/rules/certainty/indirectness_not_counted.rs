//! Evidence that is direct in no line, and a certainty that does not count it.

use grounds_evidence::certainty::{Ceiling, ceiling};
use grounds_evidence::{Appraisal, Assessed, withdrawn};
use grounds_model::{
    CertaintyLevel, Design, Dimension, Directness, DowngradeDomain, Level, Relation,
};

use super::{counts, of_evidence};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;

pub(crate) static RULE: Rule = Rule {
    id: "certainty/indirectness-not-counted",
    level: Level::Warn,
    summary: "no supporting study is direct in a dimension, and the certainty is not rated down for indirectness",
    docs: include_str!("indirectness_not_counted.md"),
    check: Check::Claim(check),
};

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let claim = at.claim();
    let Some(certainty) = of_evidence(claim) else {
        return;
    };
    let counted = counts(certainty, DowngradeDomain::Indirectness);
    let rated = ceiling(claim.kind, Design::Rct) != Ceiling::NotRated;
    if counted || !rated || certainty.level == CertaintyLevel::VeryLow {
        return;
    }
    let lines = claim.evidence.iter().enumerate();
    let lines = lines.filter(|(_, line)| {
        line.relation == Relation::Supports && withdrawn(cx.set(), &line.study).is_none()
    });
    let appraised: Option<Vec<(usize, &Appraisal<'_>)>> = lines
        .map(|(index, _)| Some((index, at.appraisal(index)?)))
        .collect();
    let Some(mut bearing) = appraised else {
        // A study that cannot be read may be the one that is direct.
        cx.indeterminate();
        return;
    };
    bearing.retain(|(_, appraisal)| appraisal.bears());
    let Some(dimension) = Dimension::ALL.into_iter().find(|dimension| {
        !bearing.is_empty() && bearing.iter().all(|(_, a)| is_indirect(a.of(*dimension)))
    }) else {
        return;
    };
    report(cx, at, dimension, &bearing);
}

fn report(
    cx: &mut Context<'_>,
    at: ClaimAt<'_>,
    dimension: Dimension,
    bearing: &[(usize, &Appraisal<'_>)],
) {
    let name = match dimension {
        Dimension::FollowUp => "follow-up".to_owned(),
        other => super::spaced(&format!("{other:?}")),
    };
    let mut diagnostic = cx
        .at(
            at.document.place("/certainty"),
            format!("no supporting study is direct in its {name}, and nothing is rated down for indirectness"),
        )
        .label("no step for indirectness");
    for (index, appraisal) in bearing {
        let place = at.document.place(&format!("/evidence/{index}/study"));
        let because = &appraisal.of(dimension).because;
        diagnostic = diagnostic.with(place, because.clone());
        let line = &at.claim().evidence[*index];
        if let Some(study) = cx.set().studies.get(line.study.as_str()) {
            let (pointer, text) = match dimension {
                Dimension::Population => ("/population", "who took part"),
                Dimension::Species => ("/species", "on whom it was made"),
                Dimension::Outcome | Dimension::FollowUp => {
                    ("/findings", "what was measured, and when")
                }
                Dimension::Intervention | Dimension::Comparator => ("/arms", "what was done"),
            };
            diagnostic = diagnostic.with(study.place(pointer), text);
        }
    }
    let diagnostic = diagnostic
        .note("GRADE rates evidence down where its people, interventions, comparators or outcomes are not those of the claim (Guyatt GH and others, J Clin Epidemiol 2011;64:1303–1310)")
        .help(
            "add a step with `domain: indirectness` and its reason, narrow the claim to what was studied, or say at \
             the line why it is direct: `directness: {…: {judgement: direct, reason: …}}`",
        );
    cx.report(diagnostic);
}

/// Whether a study is not direct in a dimension. Fewer people, and less time, than the claim says have rules of their own.
fn is_indirect(assessed: &Assessed) -> bool {
    let own_rule = matches!(
        assessed.dimension,
        Dimension::Population | Dimension::FollowUp
    );
    match assessed.effective() {
        Directness::Narrower => !own_rule,
        Directness::Broader | Directness::Different => true,
        Directness::Direct | Directness::Unknown => false,
    }
}
