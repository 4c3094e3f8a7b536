//! An interval and a p-value that cannot both be right.

use grounds_model::Level;
use grounds_numbers::statistics::{ReportedP, p_of_interval};

use super::{axis, exact, findings, in_finding};
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

fn check(cx: &mut Context<'_>, at: StudyAt<'_>) {
    for (key, finding) in findings(&at) {
        let (Some(axis), Some(interval), Some(estimate), Some(p)) = (
            axis(finding.measure),
            &finding.interval,
            &finding.estimate,
            &finding.p,
        ) else {
            continue;
        };
        let numbers = (exact(estimate), exact(&interval.low), exact(&interval.high));
        let (Some(estimate), Some(low), Some(high)) = numbers else {
            cx.indeterminate();
            continue;
        };
        let level = interval
            .level
            .as_ref()
            .and_then(exact)
            .map_or(USUAL_LEVEL, grounds_numbers::Exact::to_f64);
        let bounds = p_of_interval(axis, estimate, low, high, level);
        let (Some((least, most)), Some(reported)) = (bounds, ReportedP::read(p.as_str())) else {
            cx.indeterminate();
            continue;
        };
        if reported.admits(least / TOLERANCE, (most * TOLERANCE).min(1.0)) {
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

fn about(least: f64, most: f64) -> String {
    let middle = (least.max(1e-300) * most.max(1e-300)).sqrt();
    if middle < 0.0001 {
        "p < 0.0001".to_owned()
    } else {
        let places = if middle < 0.01 { 4 } else { 2 };
        format!("p = {middle:.places$}")
    }
}
