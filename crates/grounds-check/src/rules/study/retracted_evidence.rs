//! A claim that stands on a retracted study as if it had not been retracted.

use grounds_load::Lookup;
use grounds_model::{CitedAs, Level};

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::standings::with_event;
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
    let Some(event) = study.value.standing().retracted else {
        return;
    };
    let message = format!(
        "claim `{}` stands on a retracted study, `{}`",
        at.of.key, line.study
    );
    let diagnostic = cx
        .at(at.place("study"), message)
        .label("this study was retracted");
    let diagnostic = with_event(diagnostic, study, event)
        .note("a retraction reaches every claim that stood on the study")
        .help("take the line out, or say `cited-as: retracted` and tell readers why it is there");
    cx.report(diagnostic);
}
