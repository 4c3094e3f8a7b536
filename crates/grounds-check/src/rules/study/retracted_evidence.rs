//! A claim that stands on a retracted study as if it had not been retracted.

use grounds_load::Lookup;
use grounds_model::{CitedAs, Level};

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::standings::{fallen, with_event};
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
    match cx.set().studies.look_up(line.study.as_str()) {
        Lookup::Found(_) => {}
        Lookup::Broken(_) => return cx.indeterminate(),
        Lookup::Absent => return,
    }
    let Some(fallen) = fallen(cx.set(), &line.study) else {
        return;
    };
    let stands = format!("claim `{}` stands on", at.of.key);
    let (message, label) = match &fallen.tie {
        None => (
            format!("{stands} a retracted study, `{}`", line.study),
            "this study was retracted",
        ),
        Some(tie) => (
            format!("{stands} `{}`, {}", line.study, tie.what),
            "it has the same data",
        ),
    };
    let mut diagnostic = cx.at(at.place("study"), message).label(label);
    if let Some(tie) = fallen.tie {
        diagnostic = diagnostic.with(tie.place, tie.label);
    }
    let diagnostic = with_event(diagnostic, fallen.retracted, fallen.event)
        .note("a retraction reaches every claim that stood on the study")
        .help("take the line out, or say `cited-as: retracted` and tell readers why it is there");
    cx.report(diagnostic);
}
