//! A number of prose that a cited study has in another unit.

use grounds_model::Level;

use super::{Grounds, describe};
use crate::classify::locate::words_in;
use crate::context::Context;
use crate::numbers::{Fault, Judged};
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/other-unit",
    level: Level::Error,
    summary: "a number of a passage or of a cited sentence has another unit than in the record",
    docs: include_str!("other_unit.md"),
    check: Check::Sentence(check),
};

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    let grounds = Grounds::of_sentence(cx, &at);
    if grounds.studies.is_empty() {
        return;
    }
    let text = &at.sentence.text;
    let Some(judged) = grounds.judge(cx, text) else {
        cx.indeterminate();
        return;
    };
    for (quantity, judged) in judged {
        let Judged::Fault(fault @ Fault::OtherUnit(_)) = judged else {
            continue;
        };
        let words = &text[quantity.whole.clone()];
        let place = words_in(&at, words, cx.sources()).unwrap_or_else(|| at.place());
        let diagnostic = describe(cx, place, words, &quantity, &fault, &grounds.names());
        cx.report(diagnostic);
    }
}
