//! The value of one arm, said of another.

use grounds_model::{Key, Level, Study};

use super::swapped_arms::are_swapped;
use super::{place_of, with_known};
use crate::context::Context;
use crate::numbers::{OfArm, said_of_arms};
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
    let Some(judged) = at.compared().and_then(|c| c.quantities.as_ref()) else {
        return;
    };
    let set = cx.set();
    let study = |key: &str| set.studies.get(key).map(|study| &study.value);
    let text = &at.sentence.text;
    for values in said_of_arms(text, judged, study, cx.appraiser().concepts()) {
        for value in &values {
            let said = value.said.filter(|said| *said != value.arm);
            let has =
                |said: &&Key| study(value.study).is_some_and(|study| has_value(study, value, said));
            // Two values that changed places have a rule of their own.
            let swapped = values.iter().any(|other| are_swapped(value, other));
            let Some(said) = said.filter(has).filter(|_| !swapped) else {
                continue;
            };
            let words = &text[value.quantity.whole.clone()];
            let message = format!("`{words}` is not the value of arm `{said}`");
            let diagnostic = cx.at(place_of(cx, &at, value.quantity), message);
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
