//! A number outside what its kind of number can be.

use grounds_load::child;
use grounds_model::{Decimal, Finding, Key, Level, Measure};

use super::{axis, exact, findings, in_finding, is_percentage};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::StudyAt;
use grounds_numbers::statistics::Axis;

pub(crate) static RULE: Rule = Rule {
    id: "number/impossible-value",
    level: Level::Error,
    summary: "a number lies outside what its kind of number can be",
    docs: include_str!("impossible_value.md"),
    check: Check::Study(check),
};

fn check(cx: &mut Context<'_>, at: StudyAt<'_>) {
    for (key, finding) in findings(&at) {
        for (pointer, number, low, high, what) in bounded(finding) {
            let Some(value) = exact(number).map(grounds_numbers::Exact::to_f64) else {
                cx.indeterminate();
                continue;
            };
            if value >= low && value <= high {
                continue;
            }
            let place = in_finding(at.document, key, &pointer);
            let diagnostic = cx
                .at(place, format!("{number} cannot be {what}"))
                .label(range(low, high))
                .help("look the number, its unit and its kind of measure up in the report");
            cx.report(diagnostic);
        }
    }
}

fn range(low: f64, high: f64) -> String {
    if high.is_finite() {
        format!("from {low} to {high}")
    } else {
        "not negative".to_owned()
    }
}

type Bounded<'a> = (String, &'a Decimal, f64, f64, &'static str);

/// The numbers of a finding that have bounds, with their pointers within it.
fn bounded(finding: &Finding) -> Vec<Bounded<'_>> {
    let of = |name: &str, arm: &Key| child(&format!("/{name}"), arm.as_str());
    let mut numbers: Vec<Bounded<'_>> = Vec::new();
    for (arm, sd) in &finding.sd {
        numbers.push((
            of("sd", arm),
            sd,
            0.0,
            f64::INFINITY,
            "a standard deviation",
        ));
    }
    let share = is_percentage(finding) || finding.measure == Measure::Sucra;
    for (arm, value) in &finding.values {
        if share && value.as_str().starts_with('-') {
            // A change in per cent can be negative; a share of people cannot be told from it.
            continue;
        }
        if finding.measure == Measure::Count {
            numbers.push((
                of("values", arm),
                value,
                0.0,
                f64::INFINITY,
                "a number of things",
            ));
        }
        if finding.measure == Measure::Sucra {
            numbers.push((of("values", arm), value, 0.0, 100.0, "a SUCRA in per cent"));
        }
    }
    if let Some(i2) = &finding.i2 {
        numbers.push(("/i2".to_owned(), i2, 0.0, 100.0, "an I² in per cent"));
    }
    if let Some(estimate) = &finding.estimate {
        if axis(finding.measure) == Some(Axis::Logarithmic) {
            numbers.push((
                "/estimate".to_owned(),
                estimate,
                0.0,
                f64::INFINITY,
                "a ratio",
            ));
        }
        if finding.measure == Measure::Correlation {
            numbers.push(("/estimate".to_owned(), estimate, -1.0, 1.0, "a correlation"));
        }
    }
    numbers
}
