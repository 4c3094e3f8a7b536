//! An estimate that is far from what the events or the values of its arms give.

use grounds_model::{Contrast, Decimal, Design, Finding, Level, Measure, Study};
use grounds_numbers::Exact;
use grounds_numbers::statistics::{Arms, Crude};

use super::{exact, findings, in_finding, says_modelled, size_of};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::StudyAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/estimate-against-arms",
    level: Level::Warn,
    summary: "an estimate is far from what the events or the values of its arms give",
    docs: include_str!("estimate_against_arms.md"),
    check: Check::Study(check),
};

fn check(cx: &mut Context<'_>, at: StudyAt<'_>) {
    // Elsewhere what is adjusted for may turn a result round.
    if at.study().design != Design::Rct {
        return;
    }
    for (key, finding) in findings(&at) {
        let Some(estimate) = finding.estimate.as_ref().and_then(exact) else {
            continue;
        };
        let Some(crude) = crude(at.study(), finding) else {
            continue;
        };
        if crude.may_be_reported_as(estimate, interval(finding)) || says_modelled(key, finding) {
            continue;
        }
        let of = described(at.study(), finding).unwrap_or_default();
        let turned = crude.is_inverse_of(estimate);
        let diagnostic = cx
            .at(
                in_finding(at.document, key, "/estimate"),
                format!("the estimate of finding `{key}` is far from what its arms give"),
            )
            .label(format!("the arms give {:.2}", crude.value()))
            .with(in_finding(at.document, key, ""), of);
        let diagnostic = if turned {
            diagnostic.help(
                "turn `contrast` round: the estimate is that of the other arm against this one",
            )
        } else {
            diagnostic.help(
                "look both up in the report, and the measure; where the estimate is adjusted, say so in `summary`",
            )
        };
        cx.report(diagnostic);
    }
}

fn interval(finding: &Finding) -> Option<(f64, f64)> {
    let interval = finding.interval.as_ref()?;
    let bound = |bound| exact(bound).map(Exact::to_f64);
    Some((bound(&interval.low)?, bound(&interval.high)?))
}

/// What the arms of a finding give, without any adjustment.
fn crude(study: &Study, finding: &Finding) -> Option<Crude> {
    let arms = || {
        let [events, n] = counts(study, finding)?;
        Arms::of(events, n)
    };
    match finding.measure {
        Measure::RiskRatio => arms()?.risk_ratio(),
        Measure::OddsRatio => arms()?.odds_ratio(),
        Measure::RiskDifference => {
            let per_cent = finding.unit.as_ref().is_some_and(|unit| {
                unit.as_str().contains('%')
                    || unit.as_str().contains("percent")
                    || unit.as_str().contains("per cent")
            });
            Some(arms()?.risk_difference(per_cent))
        }
        Measure::MeanDifference => {
            let [one, other] = values(finding)?;
            Crude::difference(exact(one)?, exact(other)?)
        }
        _ => None,
    }
}

/// The same in words.
fn described(study: &Study, finding: &Finding) -> Option<String> {
    if finding.measure == Measure::MeanDifference {
        let [one, other] = values(finding)?;
        return Some(format!("{one} against {other}"));
    }
    let [events, n] = counts(study, finding)?;
    Some(format!(
        "{} of {} against {} of {}",
        events[0], n[0], events[1], n[1]
    ))
}

/// The events of the two arms that a finding compares, and how many were in each.
fn counts(study: &Study, finding: &Finding) -> Option<[[u64; 2]; 2]> {
    let Contrast { arm, against } = finding.contrast.as_ref()?;
    let events = |arm| Some(finding.events.get(arm)?.get());
    Some([
        [events(arm)?, events(against)?],
        [
            size_of(study, finding, arm)?,
            size_of(study, finding, against)?,
        ],
    ])
}

/// The values of the two arms that a finding compares.
fn values(finding: &Finding) -> Option<[&Decimal; 2]> {
    let Contrast { arm, against } = finding.contrast.as_ref()?;
    Some([finding.values.get(arm)?, finding.values.get(against)?])
}
