//! The value of one arm, said of another.

use grounds_model::{Key, Level, Study};

use super::swapped_arms::are_swapped;
use crate::context::Context;
use crate::numbers::{
    OfArm, OfOneArm, Said, differences_of_one, rests_of_others, said_of_arms, with_known,
};
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
    check_one_arm(cx, said);
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

/// Reports numbers that are said of one arm, and are those who are left of the other, or the difference between both.
fn check_one_arm(cx: &mut Context<'_>, said: &Said<'_, '_>) {
    let (numbers, concepts) = (cx.numbers(), cx.appraiser().concepts());
    let rests = rests_of_others(said, numbers, concepts);
    let differences = differences_of_one(said, numbers, concepts);
    for of in rests {
        let what = format!("is not the rest of arm `{}`", of.said);
        let help = "write what is left of the arm that the words name";
        report_one_arm(cx, said, &of, (&what, help));
    }
    for of in differences {
        let what = format!(
            "is the difference between two arms, and no change of arm `{}`",
            of.said
        );
        let help =
            "say that it is a difference, of which arm from which, or write the arm's own change";
        report_one_arm(cx, said, &of, (&what, help));
    }
}

fn report_one_arm(
    cx: &mut Context<'_>,
    said: &Said<'_, '_>,
    of: &OfOneArm<'_, '_>,
    (what, help): (&str, &str),
) {
    let words = &said.text[of.quantity.whole.clone()];
    let place = said.place(cx, &of.quantity.whole);
    let diagnostic = cx.at(place, format!("`{words}` {what}"));
    let diagnostic = diagnostic.label("said of this arm");
    let diagnostic = with_known(cx, diagnostic, Some(of.study), &of.known).help(help);
    cx.report(diagnostic);
}

/// Whether an arm has a value of its own in the finding: else nothing was measured that it could be taken for.
fn has_value(study: &Study, value: &OfArm<'_>, arm: &Key) -> bool {
    let finding = study.findings.get(value.finding);
    finding
        .is_some_and(|finding| finding.values.contains_key(arm) || finding.events.contains_key(arm))
}
