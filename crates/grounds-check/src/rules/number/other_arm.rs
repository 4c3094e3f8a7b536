//! The value of one arm, said of another.

use grounds_model::{Key, Level, Study};

use super::swapped_arms::are_swapped;
use crate::context::Context;
use crate::numbers::{OfArm, Said, said_of_arms, with_known};
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/other-arm",
    level: Level::Error,
    summary: "a value is said of another arm than the one that has it in the record",
    docs: include_str!("other_arm.md"),
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
        if values.iter().any(|value| value.is_open) {
            cx.indeterminate();
        }
        for value in &values {
            let named = value.said.filter(|named| *named != value.arm);
            let study = set.studies.get(value.study);
            let has = |said: &&Key| study.is_some_and(|study| has_value(&study.value, value, said));
            // Two values that changed places have a rule of their own.
            let swapped = values.iter().any(|other| are_swapped(value, other));
            let Some(named) = named.filter(has).filter(|_| !swapped) else {
                continue;
            };
            let words = &text[value.quantity.whole.clone()];
            let message = format!("`{words}` is not the value of arm `{named}`");
            let diagnostic = cx.at(said.place(cx, &value.quantity.whole), message);
            let diagnostic = diagnostic.label("said of this arm");
            let diagnostic = with_known(cx, diagnostic, Some(value.study), value.known).help(
                "write the value of the arm that the words name, or name the arm of the value",
            );
            cx.report(diagnostic);
        }
    }
}

/// Whether an arm has a value of its own in the finding: else nothing was measured that it could be taken for.
fn has_value(study: &Study, value: &OfArm<'_>, arm: &Key) -> bool {
    let finding = study.findings.get(value.finding);
    finding
        .is_some_and(|finding| finding.values.contains_key(arm) || finding.events.contains_key(arm))
}
