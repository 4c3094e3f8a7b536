//! An estimate that is far from what the events or the values of its arms give.

use grounds_model::{Design, Finding, Level, Measure, Study};
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
        if says_modelled(key, finding) {
            continue;
        }
        let Some((crude, of)) = crude(at.study(), finding) else {
            continue;
        };
        if crude.may_be_reported_as(estimate, interval(finding)) {
            continue;
        }
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

/// What the arms of a finding give, without any adjustment, and of what.
fn crude(study: &Study, finding: &Finding) -> Option<(Crude, String)> {
    let contrast = finding.contrast.as_ref()?;
    let (arm, against) = (&contrast.arm, &contrast.against);
    let events = || -> Option<(Arms, String)> {
        let events = [
            finding.events.get(arm)?.get(),
            finding.events.get(against)?.get(),
        ];
        let n = [
            size_of(study, finding, arm)?,
            size_of(study, finding, against)?,
        ];
        let said = format!(
            "{} of {} against {} of {}",
            events[0], n[0], events[1], n[1]
        );
        Some((Arms::of(events, n)?, said))
    };
    match finding.measure {
        Measure::RiskRatio => events().and_then(|(arms, of)| Some((arms.risk_ratio()?, of))),
        Measure::OddsRatio => events().and_then(|(arms, of)| Some((arms.odds_ratio()?, of))),
        Measure::RiskDifference => {
            let per_cent = finding.unit.as_ref().is_some_and(|unit| {
                unit.as_str().contains('%')
                    || unit.as_str().contains("percent")
                    || unit.as_str().contains("per cent")
            });
            events().map(|(arms, of)| (arms.risk_difference(per_cent), of))
        }
        Measure::MeanDifference => {
            let (one, other) = (finding.values.get(arm)?, finding.values.get(against)?);
            let said = format!("{one} against {other}");
            Some((Crude::difference(exact(one)?, exact(other)?)?, said))
        }
        _ => None,
    }
}
