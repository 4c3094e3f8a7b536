//! More people in a part than in the whole.

use grounds_model::{Count, Level};

use super::{findings, in_finding, size_of};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::StudyAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/count-above-total",
    level: Level::Error,
    summary: "more people are counted in a part of a study than in the whole of it",
    docs: include_str!("count_above_total.md"),
    check: Check::Study(check),
};

fn check(cx: &mut Context<'_>, at: StudyAt<'_>) {
    let study = at.study();
    let mut parts: Vec<(String, u64, u64)> = Vec::new();
    let people = study.population.as_ref();
    let enrolled = people.and_then(|people| people.enrolled).map(Count::get);
    let analysed = people.and_then(|people| people.analysed).map(Count::get);
    let mut against_enrolled = |part: Option<u64>, pointer: &dyn Fn() -> String| {
        if let (Some(part), Some(enrolled)) = (part, enrolled)
            && part > enrolled
        {
            parts.push((pointer(), part, enrolled));
        }
    };
    against_enrolled(analysed, &|| "/population/analysed".to_owned());
    if let Some(people) = people {
        let counted = |count: Option<Count>| count.map(Count::get);
        let (female, male) = (counted(people.female), counted(people.male));
        let field = if male.is_some() { "male" } else { "female" };
        let sexes = [female, male]
            .into_iter()
            .flatten()
            .reduce(u64::saturating_add);
        against_enrolled(sexes, &|| format!("/population/{field}"));
    }
    for (key, arm) in &study.arms {
        let pointer = || format!("{}/n", grounds_load::child("/arms", key.as_str()));
        against_enrolled(arm.n.map(Count::get), &pointer);
    }
    for (pointer, part, enrolled) in parts {
        let diagnostic = cx
            .at(
                at.document.place(&pointer),
                format!("{part} people are more than the {enrolled} enrolled"),
            )
            .with(at.document.place("/population/enrolled"), "enrolled")
            .help("look both up in the report");
        cx.report(diagnostic);
    }
    in_findings(cx, at);
}

/// More people in a finding than in its arm, and more with the outcome than people.
fn in_findings(cx: &mut Context<'_>, at: StudyAt<'_>) {
    let study = at.study();
    for (key, finding) in findings(&at) {
        for (arm, n) in &finding.n {
            let in_arm = study.arms.get(arm).and_then(|arm| arm.n);
            let Some(whole) = in_arm.filter(|whole| n > whole) else {
                continue;
            };
            let n_of_finding = grounds_load::child("/n", arm.as_str());
            let n_of_arm = format!("{}/n", grounds_load::child("/arms", arm.as_str()));
            let diagnostic = cx
                .at(
                    in_finding(at.document, key, &n_of_finding),
                    format!("{n} people of arm `{arm}` are more than the {whole} in it"),
                )
                .with(at.document.place(&n_of_arm), "in the arm")
                .help("look both up in the report");
            cx.report(diagnostic);
        }
        for (arm, events) in &finding.events {
            let Some(n) = size_of(study, finding, arm).filter(|n| events.get() > *n) else {
                continue;
            };
            let place = in_finding(
                at.document,
                key,
                &grounds_load::child("/events", arm.as_str()),
            );
            let diagnostic = cx
                .at(place, format!("{events} of {n} people cannot have had the outcome"))
                .label(format!("arm `{arm}` had {n}"))
                .help("look both up in the report; where people can have several events, record the number as `values`");
            cx.report(diagnostic);
        }
    }
}
