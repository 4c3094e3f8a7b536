//! A study in use that was corrected after its publication.

use grounds_model::{Level, StandingKind};

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::standings::{is_in_use, with_uses};
use crate::subject::StudyAt;

pub(crate) static RULE: Rule = Rule {
    id: "study/corrected",
    level: Level::Warn,
    summary: "a study in use was corrected after its publication",
    docs: include_str!("corrected.md"),
    check: Check::Study(check),
};

fn check(cx: &mut Context<'_>, at: StudyAt<'_>) {
    let standing = at.study().standing();
    if standing.corrected.is_none() || !is_in_use(cx, at, standing) {
        return;
    }
    let events = at.study().standing.iter().enumerate();
    for (event, correction) in events.filter(|(_, event)| event.event == StandingKind::Corrected) {
        let place = at.document.place(&format!("/standing/{event}"));
        let on = correction
            .on
            .map(|on| format!(" ({on})"))
            .unwrap_or_default();
        let message = format!("study `{}` is in use and was corrected{on}", at.key);
        let diagnostic = cx.at(place, message).label("the report was corrected");
        let diagnostic = with_uses(diagnostic, cx, at.key).help(format!(
            "compare the record's findings with the correction, then say so: `suppress: [{{rule: study/corrected{}, reason: …}}]`",
            correction.on.map(|on| format!(", on: {on}")).unwrap_or_default()
        ));
        cx.report(diagnostic);
    }
}
