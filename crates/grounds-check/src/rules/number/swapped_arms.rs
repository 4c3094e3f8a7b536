//! Two values of a finding, each said of the other's arm.

use grounds_model::Level;

use crate::context::Context;
use crate::numbers::{OfArm, Said, said_of_arms, with_known};
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/swapped-arms",
    level: Level::Error,
    summary: "the values of two arms are each said of the other arm",
    docs: include_str!("swapped_arms.md"),
    check: Check::Sentence(check),
};

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    if let Some(said) = Said::of_sentence(&at) {
        check_said(cx, &said);
    }
}

pub(super) fn check_said(cx: &mut Context<'_>, said: &Said<'_, '_>) {
    let (set, text) = (cx.set(), said.text);
    for values in said_of_arms(
        text,
        said.judged,
        said.heads,
        set,
        cx.appraiser().concepts(),
    ) {
        for (i, first) in values.iter().enumerate() {
            let Some(second) = values[i + 1..]
                .iter()
                .find(|second| are_swapped(first, second))
            else {
                continue;
            };
            let words = |of: &OfArm<'_>| &text[of.quantity.whole.clone()];
            let message = format!(
                "the values of arms `{}` and `{}` are swapped: `{}` is that of `{}`, and `{}` that of `{}`",
                second.arm,
                first.arm,
                words(first),
                first.arm,
                words(second),
                second.arm,
            );
            let diagnostic = cx
                .at(said.place(cx, &first.quantity.whole), message)
                .label(format!("said of `{}`", second.arm));
            let diagnostic = with_known(cx, diagnostic, Some(first.study), first.known);
            let diagnostic = with_known(cx, diagnostic, Some(second.study), second.known)
                .help("put each value beside the arm that it belongs to");
            cx.report(diagnostic);
        }
    }
}

/// Whether two values are each said of the other's arm.
pub(super) fn are_swapped(first: &OfArm<'_>, second: &OfArm<'_>) -> bool {
    first.arm != second.arm && first.said == Some(second.arm) && second.said == Some(first.arm)
}
