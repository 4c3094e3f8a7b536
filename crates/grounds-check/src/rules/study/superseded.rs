//! A study in use whose place a newer one has taken.

use grounds_load::Lookup;
use grounds_model::Level;

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::standings::{is_in_use, retraction, with_successor, with_uses};
use crate::subject::StudyAt;

pub(crate) static RULE: Rule = Rule {
    id: "study/superseded",
    level: Level::Warn,
    summary: "a study in use was superseded by a newer report or version",
    docs: include_str!("superseded.md"),
    check: Check::Study(check),
};

fn check(cx: &mut Context<'_>, at: StudyAt<'_>) {
    let standing = at.study().standing();
    let Some(event) = standing.superseded.filter(|_| is_in_use(cx, at, standing)) else {
        return;
    };
    let place = at.document.place(&format!("/standing/{event}"));
    let successor = at.study().standing[event].by.as_ref();
    let gone = successor.is_some_and(|by| retraction(cx.set(), by).is_some());
    let message = match successor {
        Some(by) if gone => format!(
            "study `{}` is in use and superseded by `{by}`, which was retracted",
            at.key
        ),
        Some(by) => format!("study `{}` is in use and superseded by `{by}`", at.key),
        None => format!("study `{}` is in use and superseded", at.key),
    };
    let mut diagnostic = cx
        .at(place, message)
        .label("a newer report or version has its place");
    if let Some(by) = successor
        && let Lookup::Found(document) = cx.set().studies.look_up(by.as_str())
    {
        diagnostic = diagnostic.with(document.place("/report/title"), "the successor");
    }
    let diagnostic = with_uses(diagnostic, cx, at.key);
    let advice = (
        "or suppress this and say why the old one counts",
        "record the successor as `by`, and use it instead",
    );
    let diagnostic = with_successor(diagnostic, cx, successor, advice);
    cx.report(diagnostic);
}
