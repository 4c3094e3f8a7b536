//! Considerable heterogeneity without a step down for inconsistency.

use grounds_evidence::withdrawn;
use grounds_load::child;
use grounds_model::{DowngradeDomain, Level, Relation};

use super::{counts, of_evidence};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;

pub(crate) static RULE: Rule = Rule {
    id: "certainty/inconsistency-not-counted",
    level: Level::Warn,
    summary: "a pooled result is considerably heterogeneous, and no step down is for inconsistency",
    docs: include_str!("inconsistency_not_counted.md"),
    check: Check::Claim(check),
};

/// From this I² on heterogeneity is considerable, in per cent (Cochrane Handbook for Systematic
/// Reviews of Interventions, section 10.10.2: 75% to 100%).
const CONSIDERABLE: f64 = 75.0;

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let claim = at.claim();
    let Some(certainty) = of_evidence(claim) else {
        return;
    };
    let counted = counts(certainty, DowngradeDomain::Inconsistency);
    if counted {
        return;
    }
    for line in claim
        .evidence
        .iter()
        .filter(|line| line.relation == Relation::Supports)
        .filter(|line| withdrawn(cx.set(), &line.study).is_none())
    {
        let study = cx.set().studies.get(line.study.as_str());
        let (Some(study), Some(key)) = (study, &line.finding) else {
            continue;
        };
        let i2 = study
            .value
            .findings
            .get(key)
            .and_then(|finding| finding.i2.as_ref());
        let considerable = i2.filter(|i2| {
            i2.as_str()
                .parse::<f64>()
                .is_ok_and(|i2| i2 >= CONSIDERABLE)
        });
        let Some(i2) = considerable else { continue };
        let place = study.place(&format!("{}/i2", child("/findings", key.as_str())));
        let diagnostic = cx
            .at(at.document.place("/certainty"), "no step down is for inconsistency")
            .with(place, format!("I² of {i2}% is considerable heterogeneity"))
            .help("add a step for inconsistency with its reason, or say in a suppression why the trials may differ so much");
        cx.report(diagnostic);
        return;
    }
}
