//! A pooled estimate outside all of its subgroups.

use grounds_load::child;
use grounds_model::Level;

use super::{exact, findings, in_finding};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::StudyAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/pooled-outside-subgroups",
    level: Level::Error,
    summary: "a pooled estimate lies outside the range of its own subgroups",
    docs: include_str!("pooled_outside_subgroups.md"),
    check: Check::Study(check),
};

fn check(cx: &mut Context<'_>, at: StudyAt<'_>) {
    let study = at.study();
    for (key, finding) in findings(&at).filter(|(_, finding)| !finding.subgroups.is_empty()) {
        let Some(pooled) = finding.estimate.as_ref().and_then(exact) else {
            continue;
        };
        let estimates: Vec<_> = finding
            .subgroups
            .iter()
            .filter_map(|subgroup| study.findings.get(subgroup))
            .filter(|subgroup| subgroup.measure == finding.measure)
            .filter_map(|subgroup| exact(subgroup.estimate.as_ref()?))
            .collect();
        let least = estimates.iter().min_by_key(|estimate| estimate.value());
        let most = estimates.iter().max_by_key(|estimate| estimate.value());
        let (Some(least), Some(most)) = (least, most) else {
            cx.indeterminate();
            continue;
        };
        if pooled.bounds().1 >= least.bounds().0 && pooled.bounds().0 <= most.bounds().1 {
            continue;
        }
        let mut diagnostic = cx
            .at(
                in_finding(at.document, key, "/estimate"),
                format!("the pooled estimate of finding `{key}` lies outside its subgroups"),
            )
            .label(format!("its subgroups lie between {least} and {most}"));
        for subgroup in &finding.subgroups {
            let pointer = format!("{}/estimate", child("/findings", subgroup.as_str()));
            if study.findings.contains_key(subgroup) {
                diagnostic = diagnostic.with(
                    at.document.place(&pointer),
                    format!("subgroup `{subgroup}`"),
                );
            }
        }
        let diagnostic = diagnostic
            .note("a weighted mean lies between the least and the greatest of what it is the mean of")
            .help("look the estimates and their measures up in the report; one may be on another scale");
        cx.report(diagnostic);
    }
}
