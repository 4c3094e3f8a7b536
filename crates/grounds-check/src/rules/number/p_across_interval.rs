//! An interval that excludes no effect beside a p-value that does not, or the other way round.

use grounds_model::{Finding, Interval, Level};
use grounds_numbers::statistics::{Axis, ReportedP};
use rust_decimal::Decimal;

use super::interval_against_p::{excludes, usual_level};
use super::p_against_counts::counts_give;
use super::{axis, exact, findings, in_finding, says_modelled};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::StudyAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/p-across-interval",
    level: Level::Warn,
    summary: "an interval and a p-value of one result disagree about significance",
    docs: include_str!("p_across_interval.md"),
    check: Check::Study(check),
};

fn check(cx: &mut Context<'_>, at: StudyAt<'_>) {
    for (key, finding) in findings(&at) {
        let Some((axis, interval, p)) = parts(finding) else {
            continue;
        };
        let level = usual_level(interval);
        let Some(reported) = ReportedP::read(p) else {
            continue;
        };
        let significant = reported.is_significant(1.0 - level / 100.0);
        let (Some(without_effect), Some(significant)) = (leaves_out(axis, interval), significant)
        else {
            continue;
        };
        // By the counts, an exact test and another method for the interval can part. Where they are far apart, that is an
        // error by itself.
        if without_effect == significant
            || counts_give(at.study(), finding, reported)
            || excludes(at, finding).is_some()
            || says_modelled(key, finding)
        {
            continue;
        }
        let (by_p, by_interval, has) = if significant {
            ("significant", "not", "that includes")
        } else {
            ("not significant", "it is", "without")
        };
        let message =
            format!("by its p-value finding `{key}` is {by_p}, and by its interval {by_interval}");
        let interval = format!("a {level} % interval {has} {}", axis.no_effect());
        let diagnostic = cx
            .at(in_finding(at.document, key, "/p"), message)
            .label("the p-value")
            .with(in_finding(at.document, key, "/interval"), interval)
            .note("of one analysis, a 95 % interval leaves no effect out exactly where p is below 0.05")
            .help("look both up in the report; if they are of two methods, say so in `summary`");
        cx.report(diagnostic);
    }
}

fn parts(finding: &Finding) -> Option<(Axis, &Interval, &str)> {
    let (interval, p) = (finding.interval.as_ref()?, finding.p.as_ref()?);
    finding.estimate.as_ref()?;
    Some((axis(finding.measure)?, interval, p.as_str()))
}

/// Whether an interval leaves no effect out; `None` where it depends on how its bounds were rounded.
fn leaves_out(axis: Axis, interval: &Interval) -> Option<bool> {
    let none = match axis {
        Axis::Linear => Decimal::ZERO,
        Axis::Logarithmic => Decimal::ONE,
    };
    let (low, high) = (
        exact(&interval.low)?.bounds(),
        exact(&interval.high)?.bounds(),
    );
    if low.0 > none || high.1 < none {
        Some(true)
    } else if low.1 < none && none < high.0 {
        Some(false)
    } else {
        None
    }
}
