//! An evidence line that says that a study was retracted, which it was not.

use grounds_load::Lookup;
use grounds_model::{CitedAs, Level, StandingKind};

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::standings::with_event;
use crate::subject::EvidenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "study/needless-retraction-notice",
    level: Level::Warn,
    summary: "a study is cited as retracted, but is not retracted",
    docs: include_str!("needless_retraction_notice.md"),
    check: Check::Evidence(check),
};

fn check(cx: &mut Context<'_>, at: EvidenceAt<'_>) {
    let line = at.line;
    if line.cited_as != Some(CitedAs::Retracted) {
        return;
    }
    let study = match cx.set().studies.look_up(line.study.as_str()) {
        Lookup::Found(study) => study,
        Lookup::Broken(_) => return cx.indeterminate(),
        Lookup::Absent => return,
    };
    if study.value.standing().retracted.is_some() {
        return;
    }
    let message = format!(
        "study `{}` is cited as retracted, but is not retracted",
        line.study
    );
    let mut diagnostic = cx
        .at(at.place("cited-as"), message)
        .label("readers are told that the study was retracted")
        .help("delete `cited-as`, or record the retraction in the study's `standing`");
    let events = &study.value.standing;
    let reinstated = |kind| kind == StandingKind::Reinstated;
    if let Some(event) = events.iter().rposition(|event| reinstated(event.event)) {
        diagnostic = with_event(diagnostic, study, event);
    }
    cx.report(diagnostic);
}
