//! A number of prose that a cited study has with the other sign.

use std::cmp::Ordering;

use grounds_load::child;
use grounds_model::{Key, Level};
use grounds_numbers::quantity::{Quantity, Sense};
use rust_decimal::Decimal;

use super::{place_of, report_faults};
use crate::context::Context;
use crate::numbers::{
    Fault, Judged, Known, Said, When, against_words, change_against_nothing, change_over_time,
    mentions, said_of_arms, turns_round, with_known,
};
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
    for (quantity, judged) in judged {
        if let Some((study, known)) = only_source(judged) {
            derived_change(cx, &at, quantity, (study, known));
            ratio(cx, &at, quantity, (study, known));
        }
    }
    if let Some(said) = Said::of_sentence(&at) {
        contrast(cx, &said);
    }
    let found = |judged: &Judged<'_>| matches!(judged, Judged::Found(_));
    for pair in judged.windows(2) {
        let [first, second] = pair else {
            continue;
        };
        if found(&first.1) && found(&second.1) {
            from_to(cx, &at, first, second);
        }
    }
}

/// The one number of the records that a quantity can be.
fn only_source<'s, 'a>(judged: &'s Judged<'a>) -> Option<(&'a str, &'s Known)> {
    let Judged::Found(sources) = judged else {
        return None;
    };
    // The bound of another interval may have the same digits.
    let mut results = sources.iter().filter(|(_, known)| !known.is_bound());
    match (results.next(), results.next()) {
        (Some((Some(study), known)), None) => Some((study, known)),
        _ => None,
    }
}

/// Reports differences that are declared, and that the words turn round.
fn derived_change(
    cx: &mut Context<'_>,
    at: &SentenceAt<'_>,
    quantity: &Quantity,
    (study, known): (&str, &Known),
) {
    let (Some(sense), Some(_)) = (quantity.sense, known.derivation()) else {
        return;
    };
    let text = &at.sentence.text;
    let against_nothing = || {
        let (change, inert) = change_against_nothing(cx, study, known)?;
        (!is_named(cx, text, study, inert)).then_some(change)
    };
    let Some(change) = change_over_time(cx, study, known).or_else(against_nothing) else {
        return;
    };
    let other = match sense {
        Sense::Up => change < Decimal::ZERO,
        Sense::Down => change > Decimal::ZERO,
        Sense::Apart => false,
    };
    if other {
        let words = &text[quantity.whole.clone()];
        let went = if change > Decimal::ZERO {
            "rose"
        } else {
            "fell"
        };
        let message = format!("`{words}` goes the other way than in the record: it {went}");
        let diagnostic = cx.at(place_of(cx, at, quantity), message).label("this way");
        let diagnostic = with_known(cx, diagnostic, Some(study), known);
        cx.report(diagnostic.help(format!("say that it {went}, as the record has it")));
    }
}

/// Whether words name an arm other than as what something is set against: then the change may be told from its side.
fn is_named(cx: &Context<'_>, text: &str, study: &str, arm: &Key) -> bool {
    let lower = text.to_lowercase();
    let Some(document) = cx
        .set()
        .studies
        .get(study)
        .filter(|_| lower.len() == text.len())
    else {
        return true;
    };
    let arms = mentions(&lower, &document.value, cx.appraiser().concepts());
    arms.iter()
        .filter(|mention| mention.of == Some(arm))
        .any(|mention| {
            let before = lower[..mention.words.start].trim_end();
            let set_against = [
                "than",
                "than with",
                "than on",
                "versus",
                "vs",
                "against",
                "over",
                "compared with",
                "compared to",
            ];
            !set_against.iter().any(|words| before.ends_with(words))
        })
}

/// Reports a ratio beside words that say that the other arm had more.
fn ratio(
    cx: &mut Context<'_>,
    at: &SentenceAt<'_>,
    quantity: &Quantity,
    (study, known): (&str, &Known),
) {
    let Some(document) = cx.set().studies.get(study) else {
        return;
    };
    let text = &at.sentence.text;
    let concepts = cx.appraiser().concepts();
    let turned = turns_round(
        text,
        quantity,
        known,
        &document.value,
        cx.numbers(),
        concepts,
    );
    let Some((arm, is)) = turned else {
        return;
    };
    let words = &text[quantity.whole.clone()];
    let (is, side) = match is {
        Ordering::Less => ("rarer", "below"),
        _ => ("commoner", "above"),
    };
    let message = format!("`{words}` says the opposite of the words before it");
    let diagnostic = cx.at(place_of(cx, at, quantity), message).label("this way");
    let diagnostic = with_known(cx, diagnostic, Some(study), known);
    let note = format!(
        "by this ratio it was {is} in arm `{arm}`: a ratio {side} 1 for the first arm of the contrast"
    );
    cx.report(
        diagnostic
            .note(note)
            .help("say which arm had more as the record has it"),
    );
}

/// Reports the values of two arms that go the other way than the words that set these against one another.
fn contrast(cx: &mut Context<'_>, said: &Said<'_, '_>) {
    // Most sentences have no two values, and compare nothing.
    if said.judged.len() < 2 || !said.text.contains(" than ") {
        return;
    }
    let (set, text) = (cx.set(), said.text);
    let concepts = cx.appraiser().concepts();
    for values in said_of_arms(text, said.judged, said.heads, set, concepts) {
        let study = values
            .first()
            .and_then(|value| set.studies.get(value.study));
        let turned = study.and_then(|study| {
            against_words(
                text,
                &values,
                &study.value,
                cx.numbers(),
                cx.appraiser().concepts(),
            )
        });
        let Some([one, other]) = turned else {
            continue;
        };
        let words = |quantity: &Quantity| &text[quantity.whole.clone()];
        let message = format!(
            "`{}` against `{}` goes the other way than the words say",
            words(one.quantity),
            words(other.quantity)
        );
        let place = said.place(cx, &one.quantity.whole);
        let mut diagnostic = cx.at(place, message).label("this way");
        for value in [one, other] {
            diagnostic = with_known(cx, diagnostic, Some(value.study), value.known);
        }
        cx.report(diagnostic.help("say which arm had more as the record has it"));
    }
}

/// Reports two numbers that go the other way than the words between which they stand, or of which the first was measured
/// after the second.
fn from_to(
    cx: &mut Context<'_>,
    at: &SentenceAt<'_>,
    (first, of_first): &(Quantity, Judged<'_>),
    (second, of_second): &(Quantity, Judged<'_>),
) {
    let text = &at.sentence.text;
    let between = text.get(first.whole.end..second.number.start);
    let Some(sense) = first.sense_of_from(text) else {
        return;
    };
    if between.map(str::trim) != Some("to") {
        return;
    }
    let (one, other) = (first.value.value(), second.value.value());
    let turned = first.unit == second.unit
        && match sense {
            Sense::Up => other < one,
            Sense::Down => other > one,
            Sense::Apart => false,
        };
    let words = |of: &Quantity| &text[of.whole.clone()];
    let (one, other) = (words(first), words(second));
    if turned {
        let message = format!("from `{one}` to `{other}` goes the other way than the words say");
        let diagnostic = cx.at(place_of(cx, at, second), message).label("this way");
        cx.report(diagnostic.help("say that it rose or that it fell as the numbers do"));
    } else if let Some((study, earlier, later)) = in_other_order(cx, of_first, of_second) {
        let message = format!("`{one}` was measured after `{other}`, not before it");
        let mut diagnostic = cx.at(place_of(cx, at, second), message).label("this way");
        if let Some(document) = cx.set().studies.get(study) {
            for (finding, what) in [(earlier, "earlier"), (later, "later")] {
                let pointer = format!("{}/at", child("/findings", finding.as_str()));
                let text = format!("the {what} one is of finding `{finding}`");
                diagnostic = diagnostic.with(document.place(&pointer), text);
            }
        }
        cx.report(diagnostic.help(format!(
            "write from {other} to {one}, and which way that is"
        )));
    }
}

/// The findings of two values of one outcome in one arm, the earlier first, where the second value is the earlier one.
fn in_other_order<'s>(
    cx: &Context<'_>,
    first: &'s Judged<'_>,
    second: &'s Judged<'_>,
) -> Option<(&'s str, &'s Key, &'s Key)> {
    let ((study, one), (other_study, other)) = (only_source(first)?, only_source(second)?);
    let findings = &cx.set().studies.get(study)?.value.findings;
    let same_arm = one.arm().is_some() && one.arm() == other.arm() && study == other_study;
    let (later, earlier) = (one.finding()?, other.finding()?);
    let (of_later, of_earlier) = (findings.get(later)?, findings.get(earlier)?);
    let then = When::read(of_later.at.as_ref()?.as_str())?;
    let before = When::read(of_earlier.at.as_ref()?.as_str())?;
    (same_arm && of_later.outcome == of_earlier.outcome && before.is_before(then))
        .then_some((study, earlier, later))
}
