//! An interval that is not symmetric about its estimate.

use grounds_model::Level;
use grounds_numbers::statistics::{Axis, is_symmetric};

use super::{axis, exact, findings, in_finding};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::StudyAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/asymmetric-interval",
    level: Level::Warn,
    summary: "an interval is not symmetric about its estimate, on the axis of its measure",
    docs: include_str!("asymmetric_interval.md"),
    check: Check::Study(check),
};

/// How far, as a share of the interval's width, the estimate may be from the middle beyond what
/// rounding explains: exact, bootstrap and credible intervals are not quite symmetric.
const SLACK: f64 = 0.1;

fn check(cx: &mut Context<'_>, at: StudyAt<'_>) {
    for (key, finding) in findings(&at) {
        let (Some(axis), Some(interval), Some(estimate)) =
            (axis(finding.measure), &finding.interval, &finding.estimate)
        else {
            continue;
        };
        let (Some(estimate), Some(low), Some(high)) =
            (exact(estimate), exact(&interval.low), exact(&interval.high))
        else {
            cx.indeterminate();
            continue;
        };
        let inside = low.value() <= estimate.value() && estimate.value() <= high.value();
        let positive = axis == Axis::Linear || low.to_f64() > 0.0;
        if !inside || !positive || is_symmetric(axis, estimate, low, high, SLACK) {
            continue;
        }
        let on = match axis {
            Axis::Linear => "",
            Axis::Logarithmic => ", on the logarithmic axis of a ratio",
        };
        let diagnostic = cx
            .at(
                in_finding(at.document, key, "/estimate"),
                format!("the interval of finding `{key}` is not symmetric about its estimate{on}"),
            )
            .label(format!("not in the middle of {low} to {high}"))
            .with(in_finding(at.document, key, "/interval"), "the interval")
            .note("an interval of a difference is symmetric, and one of a ratio is so in its logarithm")
            .help("look the three numbers up in the report; check the measure, too");
        cx.report(diagnostic);
    }
}
