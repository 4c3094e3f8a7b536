//! A mean that whole numbers cannot have (GRIM).

use grounds_load::child;
use grounds_model::{Count, Level, Measure};
use grounds_numbers::statistics::is_possible_mean;

use super::{exact, findings, in_finding, size_of};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::StudyAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/impossible-mean",
    level: Level::Error,
    summary: "a mean of whole numbers cannot be that of so many people (GRIM)",
    docs: include_str!("impossible_mean.md"),
    check: Check::Study(check),
};

fn check(cx: &mut Context<'_>, at: StudyAt<'_>) {
    let means = [Measure::Mean, Measure::MeanChange];
    for (key, finding) in findings(&at).filter(|(_, finding)| means.contains(&finding.measure)) {
        let Some(items) = finding.items.map(Count::get) else {
            continue;
        };
        for (arm, value) in &finding.values {
            let Some(n) = size_of(at.study(), finding, arm) else {
                cx.indeterminate();
                continue;
            };
            if exact(value).is_none_or(|mean| is_possible_mean(mean, n, items)) {
                continue;
            }
            let place = in_finding(at.document, key, &child("/values", arm.as_str()));
            let diagnostic = cx
                .at(place, format!("{n} people cannot have the mean {value}"))
                .label(format!("of whole numbers, {items} for each person"))
                .note("every mean of n whole numbers is a whole number divided by n")
                .help("look the mean and the number of people up in the report");
            cx.report(diagnostic);
        }
    }
}
