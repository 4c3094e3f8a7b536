//! A step up for a large effect that no finding shows.

use grounds_diagnostics::Place;
use grounds_load::child;
use grounds_model::{
    CertaintyLevel, Claim, Decimal, Finding, Key, Level, Measure, Relation, Study, UpgradeDomain,
};

use super::of_evidence;
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;

pub(crate) static RULE: Rule = Rule {
    id: "certainty/effect-not-large",
    level: Level::Warn,
    summary: "a step up is for a large effect, and no supporting finding shows one",
    docs: include_str!("effect_not_large.md"),
    check: Check::Claim(check),
};

/// From which ratio an effect is large, or very large, which is two steps (Guyatt GH and others, GRADE guidelines 9, J
/// Clin Epidemiol 2011;64:1311-1316).
const LARGE: f64 = 2.0;
const VERY_LARGE: f64 = 5.0;

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let claim = at.claim();
    let Some(certainty) = of_evidence(claim) else {
        return;
    };
    let large = |domain| domain == UpgradeDomain::LargeEffect;
    let mut steps = certainty.upgrades.iter();
    let Some(step) = steps.position(|step| large(step.domain)) else {
        return;
    };
    // Evidence that starts high, or was rated down, is not rated up at all: that has a rule of its own.
    let high = |level| level == CertaintyLevel::High;
    let start = at.allowed.and_then(|allowed| allowed.start);
    let starts_high =
        certainty.start.is_some_and(high) || start.is_some_and(|(level, _)| high(level));
    if starts_high || !certainty.downgrades.is_empty() {
        return;
    }
    let needed = match certainty.upgrades[step].steps.get() {
        ..=1 => LARGE,
        _ => VERY_LARGE,
    };
    let Some(ratios) = ratios(cx, claim) else {
        return cx.indeterminate();
    };
    let is_large = |ratio: f64| ratio >= needed || ratio <= 1.0 / needed;
    if ratios.is_empty() || ratios.iter().any(|(ratio, _)| is_large(*ratio)) {
        return;
    }
    let how = if needed > LARGE {
        "very large"
    } else {
        "large"
    };
    let pointer = format!("/certainty/upgrades/{step}");
    let message = format!("a step up is for a {how} effect, and no finding shows one");
    let mut diagnostic = cx
        .at(at.document.place(&pointer), message)
        .label("the step up");
    for (ratio, place) in ratios {
        diagnostic = diagnostic.with(
            place,
            format!("a ratio of {}", (ratio * 100.0).round() / 100.0),
        );
    }
    let diagnostic = diagnostic
        .note(format!(
            "GRADE calls an effect {how} from a ratio of {needed}, or of {}, on (Guyatt GH and others, J Clin \
             Epidemiol 2011;64:1311–1316)",
            1.0 / needed
        ))
        .help("take back the step, or say in a suppression why the effect is large");
    cx.report(diagnostic);
}

/// The ratios that the supporting findings give, and where. `None` where one is no ratio: it may show a large effect too.
fn ratios(cx: &Context<'_>, claim: &Claim) -> Option<Vec<(f64, Place)>> {
    let lines = claim.evidence.iter();
    let lines = lines.filter(|line| line.relation == Relation::Supports);
    let found = lines.map(|line| {
        let study = cx.set().studies.get(line.study.as_str())?;
        let (key, finding) = study.value.findings.get_key_value(line.finding.as_ref()?)?;
        let place = study.place(&(child("/findings", key.as_str()) + "/estimate"));
        Some((ratio(&study.value, finding)?, place))
    });
    found.collect()
}

/// The ratio that a finding gives. GRADE's thresholds are of risks: an odds ratio is further from 1, and where the counts
/// of both arms are there, theirs is taken.
fn ratio(study: &Study, finding: &Finding) -> Option<f64> {
    if finding.measure == Measure::OddsRatio
        && let Some(contrast) = &finding.contrast
        && let Some(risk) = risk_in(study, finding, &contrast.arm)
        && let Some(other) = risk_in(study, finding, &contrast.against)
    {
        return Some(risk / other);
    }
    let is_ratio = matches!(
        finding.measure,
        Measure::RiskRatio | Measure::OddsRatio | Measure::HazardRatio | Measure::RateRatio
    );
    let estimate = finding.estimate.as_ref().map(Decimal::as_str);
    let ratio = estimate.and_then(|estimate| estimate.parse::<f64>().ok());
    ratio.filter(|ratio| is_ratio && ratio.is_finite() && *ratio > 0.0)
}

/// The risk in an arm, by its counts; `None` where it is nought, which no ratio can be of.
fn risk_in(study: &Study, finding: &Finding, arm: &Key) -> Option<f64> {
    let n = finding.n.get(arm).copied();
    let n = n.or_else(|| study.arms.get(arm)?.n)?.get();
    let events = finding.events.get(arm)?.get();
    let risk = f64::from(u32::try_from(events).ok()?) / f64::from(u32::try_from(n).ok()?);
    (risk > 0.0 && risk <= 1.0).then_some(risk)
}
