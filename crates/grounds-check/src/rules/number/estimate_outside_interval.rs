//! An estimate outside its own interval.

use grounds_model::Level;

use super::{exact, findings, in_finding};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::StudyAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/estimate-outside-interval",
    level: Level::Error,
    summary: "an estimate lies outside its interval, or the interval's ends are in the wrong order",
    docs: include_str!("estimate_outside_interval.md"),
    check: Check::Study(check),
};

fn check(cx: &mut Context<'_>, at: StudyAt<'_>) {
    for (key, finding) in findings(&at) {
        let Some(interval) = &finding.interval else {
            continue;
        };
        let (Some(low), Some(high)) = (exact(&interval.low), exact(&interval.high)) else {
            cx.indeterminate();
            continue;
        };
        let places = |field: &str| in_finding(at.document, key, field);
        if low.value() > high.value() {
            let diagnostic = cx
                .at(
                    places("/interval/low"),
                    format!("the interval of finding `{key}` ends before it begins"),
                )
                .label("the lower bound")
                .with(places("/interval/high"), "the upper bound")
                .help("look the interval up in the report; a minus sign may be missing");
            cx.report(diagnostic);
            continue;
        }
        let Some(estimate) = finding.estimate.as_ref().and_then(exact) else {
            continue;
        };
        // Within rounding an estimate may lie on a bound, but not where only the very tie of both roundings would do.
        let (least, most) = (low.bounds().0, high.bounds().1);
        if estimate.bounds().1 <= least || estimate.bounds().0 >= most {
            let diagnostic = cx
                .at(places("/estimate"), format!("the estimate of finding `{key}` lies outside its interval"))
                .label(format!("not between {low} and {high}"))
                .with(places("/interval"), "the interval")
                .help("look both up in the report; one of them belongs to another result, or is misprinted");
            cx.report(diagnostic);
        }
    }
}
