//! A study in use whose retraction or concern was lifted.

use grounds_model::Level;

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::standings::{is_used, with_uses};
use crate::subject::StudyAt;

pub(crate) static RULE: Rule = Rule {
    id: "study/reinstated",
    level: Level::Warn,
    summary: "a study in use was retracted or doubted, and reinstated",
    docs: include_str!("reinstated.md"),
    check: Check::Study(check),
};

fn check(cx: &mut Context<'_>, at: StudyAt<'_>) {
    let standing = at.study().standing();
    let Some(event) = standing.reinstated.filter(|_| is_used(cx, at.key)) else {
        return;
    };
    let message = format!("study `{}` is in use and was reinstated", at.key);
    let diagnostic = cx
        .at(at.document.place(&format!("/standing/{event}")), message)
        .label("it stands again");
    let diagnostic = with_uses(diagnostic, cx, at.key)
        .help("make sure that nothing in the prose still calls it retracted or doubtful, then suppress this and say so");
    cx.report(diagnostic);
}
