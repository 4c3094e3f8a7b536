//! One result that is printed for two comparisons.

use std::collections::BTreeMap;

use grounds_model::{Key, Level};

use super::{findings, in_finding};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::StudyAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/repeated-result",
    level: Level::Warn,
    summary: "two findings of a study have the same estimate and the same interval",
    docs: include_str!("repeated_result.md"),
    check: Check::Study(check),
};

fn check(cx: &mut Context<'_>, at: StudyAt<'_>) {
    let mut seen: BTreeMap<(&str, &str, &str), &Key> = BTreeMap::new();
    for (key, finding) in findings(&at) {
        let (Some(estimate), Some(interval)) = (&finding.estimate, &finding.interval) else {
            continue;
        };
        let numbers = (
            estimate.as_str(),
            interval.low.as_str(),
            interval.high.as_str(),
        );
        let Some(first) = seen.get(&numbers) else {
            seen.insert(numbers, key);
            continue;
        };
        let message = format!("findings `{first}` and `{key}` have the same estimate and interval");
        let diagnostic = cx
            .at(in_finding(at.document, key, "/estimate"), message)
            .label("printed here as well")
            .with(in_finding(at.document, first, "/estimate"), "and here")
            .note("three numbers that agree to the last digit are seldom two results")
            .help("look both up in the report; a line may have been copied");
        cx.report(diagnostic);
    }
}
