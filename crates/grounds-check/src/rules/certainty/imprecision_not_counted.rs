//! Intervals that all leave it open whether there is an effect, and a certainty that does not count it.

use grounds_evidence::withdrawn;
use grounds_load::child;
use grounds_model::{CertaintyLevel, DowngradeDomain, Effect, Finding, Level, Relation};
use grounds_numbers::Exact;

use super::{counts, of_evidence};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::rules::number::axis;
use crate::subject::ClaimAt;

pub(crate) static RULE: Rule = Rule {
    id: "certainty/imprecision-not-counted",
    level: Level::Warn,
    summary: "all intervals include no effect, and the certainty is not rated down for imprecision",
    docs: include_str!("imprecision_not_counted.md"),
    check: Check::Claim(check),
};

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let claim = at.claim();
    let Some(certainty) = of_evidence(claim) else {
        return;
    };
    let counted = counts(certainty, DowngradeDomain::Imprecision);
    let asserts = matches!(claim.effect, Some(Effect::Increase | Effect::Decrease));
    if counted || !asserts || certainty.level == CertaintyLevel::VeryLow {
        return;
    }
    let set = cx.set();
    let supporting: Vec<_> = claim
        .evidence
        .iter()
        .filter(|line| line.relation == Relation::Supports)
        .filter(|line| withdrawn(set, &line.study).is_none())
        .collect();
    let lines = supporting.iter();
    let found: Vec<_> = lines
        .filter_map(|line| {
            let study = set.studies.get(line.study.as_str())?;
            let (key, finding) = study.value.findings.get_key_value(line.finding.as_ref()?)?;
            Some((study, key, includes_no_effect(finding)?))
        })
        .collect();
    // A line whose finding has no interval may be the precise one: nothing is said of it.
    if found.is_empty() || found.len() < supporting.len() || !found.iter().all(|(.., open)| *open) {
        return;
    }
    let mut diagnostic = cx
        .at(
            at.document.place("/certainty"),
            "every interval includes no effect, and nothing is rated down for imprecision",
        )
        .label("no step for imprecision")
        .with(
            at.document.place("/effect"),
            "the claim says that there is one",
        );
    for (study, key, _) in found {
        let pointer = format!("{}/interval", child("/findings", key.as_str()));
        diagnostic = diagnostic.with(study.place(&pointer), "includes no effect");
    }
    let diagnostic = diagnostic
        .note("GRADE rates down for imprecision where an interval includes both an effect and none (Guyatt GH and others, J Clin Epidemiol 2011;64:1283–1293)")
        .help("add a step with `domain: imprecision` and its reason, or write that the effect is `unclear`");
    cx.report(diagnostic);
}

/// Whether the interval of a finding includes no effect; `None` where it has none, or none that compares.
fn includes_no_effect(finding: &Finding) -> Option<bool> {
    let (axis, interval) = (axis(finding.measure)?, finding.interval.as_ref()?);
    let number = |text: &str| Exact::read(text).map(Exact::to_f64);
    let (low, high) = (
        number(interval.low.as_str())?,
        number(interval.high.as_str())?,
    );
    // A bound that is printed as no effect may lie on either side of it.
    Some(low < axis.no_effect() && axis.no_effect() < high)
}
