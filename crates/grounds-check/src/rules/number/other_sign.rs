//! A number of prose that a cited study has with the other sign.

use grounds_model::Level;
use grounds_numbers::quantity::{Quantity, Sense};

use super::{place_of, report_faults};
use crate::context::Context;
use crate::numbers::{Fault, Judged};
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/other-sign",
    level: Level::Error,
    summary: "a number of a passage or of a cited sentence goes the other way than in the record",
    docs: include_str!("other_sign.md"),
    check: Check::Sentence(check),
};

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    report_faults(cx, at, |fault| matches!(fault, Fault::OtherSign(_)));
    let Some(judged) = at.compared().and_then(|c| c.quantities.as_ref()) else {
        return;
    };
    let text = &at.sentence.text;
    let found = |judged: &Judged<'_>| matches!(judged, Judged::Found(_));
    for pair in judged.windows(2) {
        let [(first, one), (second, other)] = pair else {
            continue;
        };
        if found(one) && found(other) && goes_the_other_way(text, first, second) {
            let words = |of: &Quantity| &text[of.whole.clone()];
            let message = format!(
                "from `{}` to `{}` goes the other way than the words say",
                words(first),
                words(second)
            );
            let diagnostic = cx.at(place_of(cx, &at, second), message).label("this way");
            cx.report(diagnostic.help("say that it rose or that it fell as the numbers do"));
        }
    }
}

/// Whether two numbers are those of `rose from 8.2% to 7.1%`.
fn goes_the_other_way(text: &str, first: &Quantity, second: &Quantity) -> bool {
    let between = text
        .get(first.whole.end..second.number.start)
        .map(str::trim);
    let Some(sense) = first.sense_of_from(text).filter(|_| between == Some("to")) else {
        return false;
    };
    let (one, other) = (first.value.value(), second.value.value());
    first.unit == second.unit
        && match sense {
            Sense::Up => other < one,
            Sense::Down => other > one,
            Sense::Apart => false,
        }
}
