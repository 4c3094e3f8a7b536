//! A p-value that its test statistic does not give.

use grounds_model::{Level, Test, TestStatistic};
use grounds_numbers::statistics::{ReportedP, Statistic, p_bounds};

use super::{exact, findings, in_finding};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::StudyAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/p-against-test",
    level: Level::Error,
    summary: "a p-value does not follow from the test statistic that is reported with it",
    docs: include_str!("p_against_test.md"),
    check: Check::Study(check),
};

fn check(cx: &mut Context<'_>, at: StudyAt<'_>) {
    for (key, finding) in findings(&at) {
        let (Some(test), Some(p)) = (&finding.test, &finding.p) else {
            continue;
        };
        let bounds = statistic(test)
            .zip(exact(&test.value))
            .and_then(|(statistic, value)| p_bounds(statistic, value, test.one_tailed));
        let (Some((least, most)), Some(reported)) = (bounds, ReportedP::read(p.as_str())) else {
            cx.indeterminate();
            continue;
        };
        if reported.admits(least, most) {
            continue;
        }
        let range = if (most - least) < 0.00005 {
            format!("{most:.4}")
        } else {
            format!("{least:.4} to {most:.4}")
        };
        let decides = reported
            .is_significant(0.05)
            .is_some_and(|is| is != (most < 0.05));
        let diagnostic = cx
            .at(
                in_finding(at.document, key, "/p"),
                format!("the p-value of finding `{key}` does not follow from its test"),
            )
            .label(format!("the test gives {range}"))
            .with(in_finding(at.document, key, "/test"), "the test")
            .help("look both up in the report; a test may also have been one-tailed");
        let diagnostic = if decides {
            diagnostic.note("it decides whether the result is significant at the level of 0.05")
        } else {
            diagnostic
        };
        cx.report(diagnostic);
    }
}

/// The statistic with its degrees of freedom; `None` where they are missing.
fn statistic(test: &Test) -> Option<Statistic> {
    let df: Option<Vec<f64>> = test
        .df
        .iter()
        .map(|df| exact(df).map(grounds_numbers::Exact::to_f64))
        .collect();
    match (test.statistic, df?.as_slice()) {
        (TestStatistic::T, [df]) => Some(Statistic::T(*df)),
        (TestStatistic::F, [over, under]) => Some(Statistic::F(*over, *under)),
        (TestStatistic::ChiSquared, [df]) => Some(Statistic::ChiSquared(*df)),
        (TestStatistic::Z, []) => Some(Statistic::Z),
        (TestStatistic::R, [df]) => Some(Statistic::R(*df)),
        _ => None,
    }
}
