//! A number of a claim's own words that no study of its evidence has, or not of this result.

use grounds_model::Level;

use super::{
    other_arm, other_count, other_interval, other_measure, other_outcome, other_proportion,
    other_spread, other_time, swapped_arms,
};
use crate::context::Context;
use crate::numbers::{Grounds, Heads, Judged, Said, describe};
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/not-in-evidence",
    level: Level::Error,
    summary: "a number of a claim's statement or of a variation is in no study of its evidence",
    docs: include_str!("not_in_evidence.md"),
    check: Check::Claim(check),
};

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let Some((key, document)) = cx.set().claims.sound.get_key_value(at.key) else {
        return;
    };
    let grounds = Grounds::of_claim(key, &document.value);
    if grounds.studies.is_empty() {
        return;
    }
    let claim = at.claim();
    let statement = ("/statement".to_owned(), &claim.statement);
    let variations = claim.variations.iter().enumerate();
    let variations = variations.map(|(i, text)| (format!("/variations/{i}"), text));
    for (pointer, text) in std::iter::once(statement).chain(variations) {
        let Some(judged) = grounds.judge(cx.numbers(), text.as_str(), Heads::default()) else {
            cx.indeterminate();
            return;
        };
        let said = Said {
            text: text.as_str(),
            whole: at.document.place(&pointer),
            judged: &judged,
            grounds: &grounds,
            heads: Heads::default(),
        };
        for (quantity, judged) in &judged {
            if let Judged::Fault(fault) = judged {
                let place = said.place(cx, &quantity.whole);
                let diagnostic = describe(cx, place, said.text, quantity, fault, &grounds);
                cx.report(diagnostic);
            }
        }
        other_arm::check_said(cx, &said);
        swapped_arms::check_said(cx, &said);
        other_time::check_said(cx, &said);
        other_interval::check_said(cx, &said);
        other_spread::check_said(cx, &said);
        other_measure::check_said(cx, &said);
        other_outcome::check_said(cx, &said);
        other_count::check_said(cx, &said);
        other_proportion::check_said(cx, &said);
    }
}
