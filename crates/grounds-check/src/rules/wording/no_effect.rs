//! “No effect”, where the evidence leaves an important one open.

use grounds_load::child;
use grounds_model::{Basis, Effect, Finding, Key, Level, Relation};
use grounds_numbers::statistics::ReportedP;

use super::own_words;
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;

pub(crate) static RULE: Rule = Rule {
    id: "wording/no-effect",
    level: Level::Warn,
    summary: "a claim says that there is no effect, and its evidence leaves an important one open",
    docs: include_str!("no_effect.md"),
    check: Check::Claim(check),
};

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let claim = at.claim();
    if claim.basis != Basis::Evidence {
        return;
    }
    let in_words = own_words(at).find(|(_, text)| cx.lexicon().no_effect(text).is_some());
    let place = match (in_words, claim.effect) {
        (Some((place, _)), _) => place,
        (None, Some(Effect::NoDifference)) => at.document.place("/effect"),
        _ => return,
    };
    for line in claim
        .evidence
        .iter()
        .filter(|line| line.relation == Relation::Supports)
    {
        let study = cx.set().studies.get(line.study.as_str());
        let (Some(study), Some(key)) = (study, &line.finding) else {
            continue;
        };
        let Some(finding) = study.value.findings.get(key) else {
            continue;
        };
        let Some(open) = leaves_open(cx, key, finding) else {
            continue;
        };
        let diagnostic = cx
            .at(place, "no evidence of an effect is not evidence of no effect")
            .label("said to be none")
            .with(study.place(&child("/findings", key.as_str())), open)
            .help("write that the evidence does not show an effect, with `effect: unclear`, and give the interval");
        cx.report(diagnostic);
        return;
    }
}

/// What an important difference is where the vocabulary says nothing: a quarter for ratios, half a
/// standard deviation for standardised differences (GRADE's default thresholds for imprecision:
/// Guyatt GH and others, J Clin Epidemiol 2011;64:1283–1293).
fn important(cx: &Context<'_>, finding: &Finding) -> Option<(f64, f64)> {
    use grounds_model::Measure;
    let of_outcome = cx
        .appraiser()
        .concepts()
        .get(&finding.outcome)
        .and_then(|concept| concept.important_difference.as_ref())
        .and_then(|important| important.value.as_str().parse::<f64>().ok());
    match finding.measure {
        Measure::RiskRatio | Measure::OddsRatio | Measure::HazardRatio | Measure::RateRatio => {
            Some((0.75, 1.25))
        }
        Measure::StandardisedMeanDifference => Some((-0.5, 0.5)),
        Measure::MeanDifference | Measure::RiskDifference => {
            of_outcome.map(|important| (-important.abs(), important.abs()))
        }
        _ => None,
    }
}

/// Why a finding leaves an important effect open, if it does.
fn leaves_open(cx: &Context<'_>, key: &Key, finding: &Finding) -> Option<String> {
    let Some(interval) = &finding.interval else {
        let p = finding.p.as_ref()?;
        let significant = ReportedP::read(p.as_str())?.is_significant(0.05);
        if significant == Some(true) {
            return None;
        }
        return Some(format!(
            "finding `{key}` has a p-value ({p}) and no interval: how large an effect it leaves open is not known"
        ));
    };
    let bound = |text: &grounds_model::Decimal| text.as_str().parse::<f64>().ok();
    let (low, high) = (bound(&interval.low)?, bound(&interval.high)?);
    let (less, more) = important(cx, finding)?;
    (low <= less || high >= more).then(|| {
        format!(
            "the interval {} to {} includes an effect that matters ({less} or {more})",
            interval.low, interval.high
        )
    })
}
