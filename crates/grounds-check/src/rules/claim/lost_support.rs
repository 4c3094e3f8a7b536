//! A passage that states a claim whose evidence names a study that is not there.

use grounds_load::Lookup;
use grounds_model::{Level, Relation};

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::PassageAt;

pub(crate) static RULE: Rule = Rule {
    id: "claim/lost-support",
    level: Level::Error,
    summary: "a passage states a claim whose evidence names a study that is not in the set",
    docs: include_str!("lost_support.md"),
    check: Check::Passage(check),
};

fn check(cx: &mut Context<'_>, at: PassageAt<'_>) {
    let Some(written) = &at.passage.claim else {
        return;
    };
    let claim = match cx.set().claims.look_up(&written.text) {
        Lookup::Found(claim) => claim,
        Lookup::Broken(_) => return cx.indeterminate(),
        Lookup::Absent => return,
    };
    let lost: Vec<_> = claim
        .value
        .evidence
        .iter()
        .enumerate()
        .filter(|(_, line)| line.relation.is_evidence())
        .filter(|(_, line)| {
            matches!(
                cx.set().studies.look_up(line.study.as_str()),
                Lookup::Absent
            )
        })
        .collect();
    if lost.is_empty() {
        return;
    }
    let names: Vec<String> = lost
        .iter()
        .map(|(_, line)| format!("`{}`", line.study))
        .collect();
    let support = lost
        .iter()
        .any(|(_, line)| line.relation == Relation::Supports);
    let stands = if support {
        "stands on"
    } else {
        "is weighed against"
    };
    let record = if lost.len() == 1 {
        "which has no record"
    } else {
        "which have no records"
    };
    let message = format!("this passage {stands} {}, {record}", names.join(" and "));
    let diagnostic = cx
        .at(at.place(), message)
        .label(format!("this states claim `{}`", written.text));
    let diagnostic = lost.iter().fold(diagnostic, |diagnostic, (index, _)| {
        let place = claim.place(&format!("/evidence/{index}/study"));
        diagnostic.with(place, "the claim names the study here")
    });
    let diagnostic = diagnostic.help(
        "record the study, or take it out of the claim's evidence and look at the claim anew",
    );
    cx.report(diagnostic);
}
