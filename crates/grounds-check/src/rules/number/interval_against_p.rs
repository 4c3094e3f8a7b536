//! An interval and a p-value that cannot both be right.

use grounds_model::{Finding, Interval, Key, Level, Study};
use grounds_numbers::Exact;
use grounds_numbers::statistics::{ReportedP, p_of_interval};

use super::p_against_counts::counts_give;
use super::{axis, exact, findings, in_finding, says_margin, size_of};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::StudyAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/interval-against-p",
    level: Level::Error,
    summary: "an interval and a p-value of one result exclude one another",
    docs: include_str!("interval_against_p.md"),
    check: Check::Study(check),
};

/// The level of an interval that does not say its own.
const USUAL_LEVEL: f64 = 95.0;

/// By which factor a p-value may differ from that of the normal approximation: small samples and
/// adjusted analyses do differ.
const TOLERANCE: f64 = 4.0;

/// Beyond so many degrees of freedom t is as good as normal.
const FEW: u32 = 200;

fn check(cx: &mut Context<'_>, at: StudyAt<'_>) {
    for (key, finding) in findings(&at) {
        let Some(excluded) = excludes(at, finding) else {
            continue;
        };
        let Some(Excluded {
            low,
            high,
            level,
            least,
            most,
        }) = excluded
        else {
            cx.indeterminate();
            continue;
        };
        // A p-value of non-inferiority is of another hypothesis than that of no effect.
        if says_margin(key, finding) {
            continue;
        }
        let diagnostic = cx
            .at(
                in_finding(at.document, key, "/p"),
                format!("the p-value of finding `{key}` does not fit its interval"),
            )
            .label(format!("an interval of {low} to {high} goes with about {}", about(least, most)))
            .with(in_finding(at.document, key, "/interval"), "the interval")
            .note(format!("computed by the normal approximation, for an interval of {level} %"))
            .help("look both up in the report: one of them belongs to another result, or is misprinted");
        cx.report(diagnostic);
    }
}

/// An interval, and between which p-values that of its result must be.
pub(super) struct Excluded {
    low: Exact,
    high: Exact,
    level: f64,
    least: f64,
    most: f64,
}

/// How a finding's interval excludes its p-value: `None` where it does not, `Some(None)` where that cannot be told.
#[expect(
    clippy::option_option,
    reason = "fits, unknown, and what it is excluded by are three answers"
)]
pub(super) fn excludes(at: StudyAt<'_>, finding: &Finding) -> Option<Option<Excluded>> {
    let axis = axis(finding.measure)?;
    let (interval, estimate) = (finding.interval.as_ref()?, finding.estimate.as_ref()?);
    let p = finding.p.as_ref()?;
    let numbers = (exact(estimate), exact(&interval.low), exact(&interval.high));
    let (Some(estimate), Some(low), Some(high)) = numbers else {
        return Some(None);
    };
    let level = usual_level(interval);
    let by = |df| p_of_interval(axis, estimate, (low, high), level, df);
    let (Some((least, most)), Some(reported)) = (by(None), ReportedP::read(p.as_str())) else {
        return Some(None);
    };
    let fits =
        |(least, most): (f64, f64)| reported.admits(least / TOLERANCE, (most * TOLERANCE).min(1.0));
    // With few people an interval is that of Student's t.
    let of_few = || degrees_of_freedom(at.study(), finding).and_then(|df| by(Some(df)));
    // An exact p-value and an interval by another method part far where few people had the outcome.
    let of_counts = || counts_give(at.study(), finding, reported);
    if fits((least, most)) || of_few().is_some_and(fits) || of_counts() {
        return None;
    }
    Some(Some(Excluded {
        low,
        high,
        level,
        least,
        most,
    }))
}

/// The level of an interval in per cent.
pub(super) fn usual_level(interval: &Interval) -> f64 {
    let level = interval.level.as_ref().and_then(exact);
    level.map_or(USUAL_LEVEL, Exact::to_f64)
}

/// The degrees of freedom of a comparison of two arms, where they are few enough to matter.
fn degrees_of_freedom(study: &Study, finding: &Finding) -> Option<f64> {
    let contrast = finding.contrast.as_ref();
    let arms: Vec<&Key> = match contrast {
        Some(contrast) => vec![&contrast.arm, &contrast.against],
        None => study.arms.keys().collect(),
    };
    let sizes: Option<Vec<u64>> = arms
        .iter()
        .map(|arm| size_of(study, finding, arm))
        .collect();
    let people: u64 = sizes?.into_iter().fold(0, u64::saturating_add);
    let arms = u64::try_from(arms.len()).ok()?;
    let df = u32::try_from(people.checked_sub(arms)?).ok()?;
    (1..=FEW).contains(&df).then(|| f64::from(df))
}

fn about(least: f64, most: f64) -> String {
    let middle = (least.max(1e-300) * most.max(1e-300)).sqrt();
    if middle < 0.0001 {
        "p < 0.0001".to_owned()
    } else {
        let places = if middle < 0.01 { 4 } else { 2 };
        format!("p = {middle:.places$}")
    }
}
