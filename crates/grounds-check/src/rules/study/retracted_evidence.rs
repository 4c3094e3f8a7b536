//! A claim that stands on a retracted study as if it had not been retracted.

use grounds_load::Lookup;
use grounds_model::{CitedAs, Level};

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::standings::{retraction, with_event};
use crate::subject::EvidenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "study/retracted-evidence",
    level: Level::Error,
    summary: "a retracted study is evidence for or against a claim, and is not cited as retracted",
    docs: include_str!("retracted_evidence.md"),
    check: Check::Evidence(check),
};

fn check(cx: &mut Context<'_>, at: EvidenceAt<'_>) {
    let line = at.line;
    if !line.relation.is_evidence() || line.cited_as == Some(CitedAs::Retracted) {
        return;
    }
    let study = match cx.set().studies.look_up(line.study.as_str()) {
        Lookup::Found(study) => study,
        Lookup::Broken(_) => return cx.indeterminate(),
        Lookup::Absent => return,
    };
    let Some((retracted, event)) = retraction(cx.set(), &line.study) else {
        return;
    };
    let own = study.value.standing().retracted.is_some();
    let (message, label) = if own {
        let message = format!(
            "claim `{}` stands on a retracted study, `{}`",
            at.of.key, line.study
        );
        (message, "this study was retracted")
    } else {
        let message = format!(
            "claim `{}` stands on `{}`, a report of a study that was retracted",
            at.of.key, line.study
        );
        (message, "this is a part of it")
    };
    let mut diagnostic = cx.at(at.place("study"), message).label(label);
    if !own {
        diagnostic = diagnostic.with(study.place("/part-of"), "what it is a part of");
    }
    let diagnostic = with_event(diagnostic, retracted, event)
        .note("a retraction reaches every claim that stood on the study")
        .help("take the line out, or say `cited-as: retracted` and tell readers why it is there");
    cx.report(diagnostic);
}
