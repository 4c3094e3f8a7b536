//! “No effect”, where the evidence leaves an important one open.

use grounds_diagnostics::Place;
use grounds_load::child;
use grounds_model::{Basis, Effect, Finding, Key, Level, Relation};
use grounds_numbers::statistics::ReportedP;

use super::{own_words, passages, remembering};
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
    let mut places = None;
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
        let left = leaves_open(cx, key, finding);
        if matches!(left, Left::Closed) {
            continue;
        }
        // Words are read where something depends on them.
        let places = places.get_or_insert_with(|| said_to_be_none(cx, at));
        if places.is_empty() {
            return;
        }
        let open = match left {
            Left::Open(open) => open,
            Left::Closed => continue,
            // What would matter is written nowhere.
            Left::Unknown => {
                cx.indeterminate();
                continue;
            }
        };
        for place in places.drain(..) {
            let diagnostic = cx
                .at(place, "no evidence of an effect is not evidence of no effect")
                .label("said to be none")
                .with(study.place(&child("/findings", key.as_str())), open.as_str())
                .help("write that the evidence does not show an effect, with `effect: unclear`, and give the interval");
            cx.report(diagnostic);
        }
        return;
    }
}

/// Where a claim says that there is no effect: in its words, in passages, or else by its `effect`.
fn said_to_be_none(cx: &Context<'_>, at: ClaimAt<'_>) -> Vec<Place> {
    let claim = at.claim();
    let stated: Vec<_> = passages(cx, at).collect();
    let stated = stated.iter().map(|it| (it.place(), it.text(claim)));
    let words = own_words(at).chain(stated);
    let lexicon = cx.lexicon();
    let mut says_none = remembering(|text| lexicon.no_effect(text).is_some());
    let mut places: Vec<Place> = words
        .filter(|(_, text)| says_none(text))
        .map(|(place, _)| place)
        .collect();
    if places.is_empty() && claim.effect == Some(Effect::NoDifference) {
        places.push(at.document.place("/effect"));
    }
    places
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

/// What a finding leaves open.
pub(super) enum Left {
    /// An effect that matters; why.
    Open(String),
    /// None.
    Closed,
    /// Nobody can say: the record gives no interval, or the vocabulary no important difference.
    Unknown,
}

/// Whether a finding leaves an important effect open, and why.
pub(super) fn leaves_open(cx: &Context<'_>, key: &Key, finding: &Finding) -> Left {
    let Some(interval) = &finding.interval else {
        return without_interval(key, finding);
    };
    let bound = |text: &grounds_model::Decimal| text.as_str().parse::<f64>().ok();
    let bounds = bound(&interval.low).zip(bound(&interval.high));
    let (Some((low, high)), Some((less, more))) = (bounds, important(cx, finding)) else {
        return Left::Unknown;
    };
    if low <= less || high >= more {
        Left::Open(format!(
            "the interval {} to {} includes an effect that matters ({less} or {more})",
            interval.low, interval.high
        ))
    } else {
        Left::Closed
    }
}

fn without_interval(key: &Key, finding: &Finding) -> Left {
    let p = finding.p.as_ref();
    let significant = p.and_then(|p| ReportedP::read(p.as_str())?.is_significant(0.05));
    match (p, significant) {
        (_, Some(true)) => Left::Closed,
        (Some(p), _) => Left::Open(format!(
            "finding `{key}` has a p-value ({p}) and no interval: how large an effect it leaves open is not known"
        )),
        (None, _) => Left::Unknown,
    }
}
