//! Arms that do not make up the study.

use grounds_model::{Count, Groups, Level};

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::StudyAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/arms-sum",
    level: Level::Error,
    summary: "the arms of a study of parallel groups do not sum to those who took part",
    docs: include_str!("arms_sum.md"),
    check: Check::Study(check),
};

fn check(cx: &mut Context<'_>, at: StudyAt<'_>) {
    let study = at.study();
    if study.groups != Some(Groups::Parallel) {
        return;
    }
    let sizes: Option<Vec<u64>> = study
        .arms
        .values()
        .map(|arm| arm.n.map(Count::get))
        .collect();
    let Some(people) = &study.population else {
        return;
    };
    let Some(sizes) = sizes.filter(|sizes| sizes.len() > 1) else {
        return;
    };
    let sum = sizes.iter().copied().fold(0, u64::saturating_add);
    let totals: Vec<u64> = [people.enrolled, people.analysed]
        .into_iter()
        .flatten()
        .map(Count::get)
        .collect();
    if totals.is_empty() || totals.contains(&sum) {
        return;
    }
    // People who were lost before the analysis lie between the two.
    if totals.len() == 2 && totals.iter().any(|n| *n < sum) && totals.iter().any(|n| *n > sum) {
        return;
    }
    let sizes: Vec<String> = sizes.iter().map(ToString::to_string).collect();
    let field = if people.enrolled.is_some() {
        "enrolled"
    } else {
        "analysed"
    };
    let diagnostic = cx
        .at(
            at.document.place(&format!("/population/{field}")),
            format!("the arms have {sum} people, the study has {}", totals[0]),
        )
        .label(format!("{field} in all"))
        .with(at.document.place("/arms"), format!("{} = {sum}", sizes.join(" + ")))
        .help("look the numbers up in the report; where they cannot be settled, say so in `limitations`");
    cx.report(diagnostic);
}
