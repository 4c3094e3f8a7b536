//! A study in use of which the journal has published an expression of concern.

use grounds_model::Level;

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::standings::{is_in_use, with_uses};
use crate::subject::StudyAt;

pub(crate) static RULE: Rule = Rule {
    id: "study/concern",
    level: Level::Warn,
    summary: "a study in use is under an expression of concern",
    docs: include_str!("concern.md"),
    check: Check::Study(check),
};

fn check(cx: &mut Context<'_>, at: StudyAt<'_>) {
    let standing = at.study().standing();
    let Some(event) = standing.concern.filter(|_| is_in_use(cx, at, standing)) else {
        return;
    };
    let place = at.document.place(&format!("/standing/{event}"));
    let message = format!(
        "study `{}` is in use and under an expression of concern",
        at.key
    );
    let diagnostic = cx.at(place, message).label("the journal doubts the study");
    let diagnostic = with_uses(diagnostic, cx, at.key)
        .help("read the notice and decide: tell readers, rest the claims on other studies, or suppress this with what you decided");
    cx.report(diagnostic);
}
