//! What rules say of a number of prose: what is wrong with it, what the record has, and what to write.

use grounds_diagnostics::{Diagnostic, Place};
use grounds_load::child;
use grounds_numbers::Unit;
use grounds_numbers::quantity::Quantity;

use super::compare::Source;
use super::meant::Offered;
use super::p_values::number_of;
use super::{Fault, Grounds, Known, Recorded, offer, recorded};
use crate::context::Context;

/// Says what is wrong with a quantity of a text, at a place.
pub(crate) fn describe<'a>(
    cx: &Context<'a>,
    place: Place,
    text: &str,
    quantity: &Quantity,
    fault: &Fault<'_>,
    grounds: &Grounds<'a>,
) -> Diagnostic {
    let words = &text[quantity.whole.clone()];
    let names = grounds.names();
    match fault {
        Fault::OtherP { meant, elsewhere } => {
            other_p(cx, place, words, (*meant, *elsewhere), &names)
        }
        Fault::Absent => absent(cx, place, text, quantity, grounds),
        Fault::Rounded((study, known)) => {
            let message = format!("`{words}` is a rounding that does not say so");
            let diagnostic = cx.at(place, message).label("rounded");
            with_known(cx, diagnostic, *study, known).help(format!(
                "write {}, or “about {words}”, or declare the rounding under `derivations`",
                shown(cx, *study, known)
            ))
        }
        Fault::OtherSign((study, known)) => {
            let message = format!("`{words}` goes the other way than in the record");
            let diagnostic = cx.at(place, message).label("this way");
            with_known(cx, diagnostic, *study, known)
                .note("a positive change is a rise, and a negative one a fall")
                .help(format!(
                    "write {}, with its sign or in words",
                    shown(cx, *study, known)
                ))
        }
        Fault::Level((study, known)) => {
            let message = format!("`{words}` is how many had it in the record, and no change");
            let diagnostic = cx.at(place, message).label("said as a change");
            with_known(cx, diagnostic, *study, known).help(
                "write from what to what it changed, or declare the change under `derivations`",
            )
        }
        Fault::OtherUnit((study, known)) => {
            let message = format!("`{words}` has another unit than the record");
            let diagnostic = cx.at(place, message).label("this unit");
            let help = if known.is_in_words() {
                "write the unit that the words of the record have".to_owned()
            } else {
                format!("write {}", shown(cx, *study, known))
            };
            let diagnostic = with_known(cx, diagnostic, *study, known).help(help);
            let converted = quantity.unit.as_ref().and_then(|here| {
                let there = known.unit.as_ref()?;
                there.convert(known.value.value(), here)
            });
            match converted {
                Some(amount) => diagnostic.note(format!(
                    "in the unit that stands here, the record's value would be {}",
                    amount.round_dp(known.value.places().max(2)).normalize()
                )),
                None => diagnostic,
            }
        }
    }
}

/// Says that no record has a quantity, and what was probably meant.
fn absent<'a>(
    cx: &Context<'a>,
    place: Place,
    text: &str,
    quantity: &Quantity,
    grounds: &Grounds<'a>,
) -> Diagnostic {
    let words = &text[quantity.whole.clone()];
    let diagnostic = cx
        .at(place, format!("`{words}` is not in {}", grounds.names()))
        .label("not recorded");
    if let Some(of) = unread_p(cx, quantity, grounds) {
        return diagnostic
            .note(format!(
                "it is the p-value of finding `{}` of `{}`, but the words do not say that it is one",
                of.key, of.study
            ))
            .help(format!("write {}", written_p(of)));
    }
    let concepts = cx.appraiser().concepts();
    let offered = Offered::of(text, quantity, grounds, cx.numbers(), concepts);
    let nearest = offered.nearest(quantity);
    let probable = nearest
        .as_ref()
        .filter(|(_, known)| known.value.has_digits_of(quantity.value));
    let derived = offer(cx.set(), &grounds.studies, quantity);
    match (probable, derived, &nearest) {
        (None, Some(offer), _) => diagnostic.help(offer),
        (Some((study, known)), ..) | (None, None, Some((study, known))) => {
            let or = if is_time(quantity) {
                "name the time of the finding that is meant"
            } else {
                "declare how the number follows under `derivations`"
            };
            with_known(cx, diagnostic, *study, known)
                .help(format!("write {}, or {or}", shown(cx, *study, known)))
        }
        (None, None, None) => instead(cx, diagnostic, &offered.instead(quantity), quantity),
    }
}

/// Shows what the records have instead of a quantity.
fn instead(
    cx: &Context<'_>,
    mut diagnostic: Diagnostic,
    all: &[Source<'_>],
    quantity: &Quantity,
) -> Diagnostic {
    for (study, known) in all {
        diagnostic = with_known(cx, diagnostic, *study, known);
    }
    diagnostic.help(match all {
        [] => "record the finding with its number, or declare how it follows under `derivations`",
        _ if is_time(quantity) => {
            "write the time at which it was measured, or record the finding of this time"
        }
        _ => "write what the record has, or record the finding with its number",
    })
}

fn is_time(quantity: &Quantity) -> bool {
    quantity.unit.as_ref().is_some_and(Unit::is_time)
}

/// Says that a p-value is none of the records', or that of another result, and shows the one that they have.
fn other_p(
    cx: &Context<'_>,
    place: Place,
    words: &str,
    (meant, elsewhere): (Option<Recorded<'_>>, Option<Recorded<'_>>),
    names: &str,
) -> Diagnostic {
    let (message, label) = if elsewhere.is_some() {
        (
            format!("`{words}` is the p-value of another result"),
            "not of this one",
        )
    } else {
        (
            format!("no p-value of {names} is `{words}`, with this operator"),
            "not recorded",
        )
    };
    let mut diagnostic = cx.at(place, message).label(label);
    for of in [meant, elsewhere].into_iter().flatten() {
        if let Some(document) = cx.set().studies.get(of.study) {
            diagnostic = diagnostic.with(
                document.place(&format!("{}/p", child("/findings", of.key.as_str()))),
                format!("finding `{}` of `{}` has {}", of.key, of.study, of.p),
            );
        }
    }
    match meant {
        Some(of) => diagnostic.help(format!(
            "write {}, if it is said of finding `{}`",
            written_p(of),
            of.key
        )),
        None => diagnostic.help("record the p-value with its finding"),
    }
}

/// A p-value of a record as prose would have it: `p = 0.03`, `p < 0.001`.
fn written_p(of: Recorded<'_>) -> String {
    let written = of.p.as_str().trim();
    let number = written.trim_start_matches(['<', '>', '=']);
    let operator = &written[..written.len() - number.len()];
    let operator = if operator.is_empty() { "=" } else { operator };
    format!("p {operator} {}", number.trim())
}

/// The p-value of a record that has the number of a quantity, which was not read as one.
fn unread_p<'a>(
    cx: &Context<'a>,
    quantity: &Quantity,
    grounds: &Grounds<'a>,
) -> Option<Recorded<'a>> {
    let all = recorded(cx.set(), &grounds.studies).into_iter();
    let mut same = all.filter(|of| number_of(of.p) == Some(quantity.value));
    same.next().filter(|_| quantity.unit.is_none())
}

/// Points at a number of a record.
pub(crate) fn with_known(
    cx: &Context<'_>,
    diagnostic: Diagnostic,
    study: Option<&str>,
    known: &Known,
) -> Diagnostic {
    let document = study.and_then(|key| cx.set().studies.get(key));
    match (study, document) {
        (Some(key), Some(document)) => {
            let value = written_time(cx, study, known);
            let value = value.unwrap_or_else(|| known.value.to_string());
            let text = format!("`{key}` has {value} ({})", known.what());
            diagnostic.with(document.place(&known.pointer()), text)
        }
        _ => diagnostic.note(format!("{} is {}", known.what(), known.value)),
    }
}

/// The time of a finding, as its record writes it.
fn written_time(cx: &Context<'_>, study: Option<&str>, known: &Known) -> Option<String> {
    let finding = known.measured()?;
    let record = &cx.set().studies.get(study?)?.value;
    let at = record.findings.get(finding)?.at.as_ref()?;
    Some(at.as_str().to_owned())
}

/// A number of a record as prose would have it, with its unit as the record writes it.
fn shown(cx: &Context<'_>, study: Option<&str>, known: &Known) -> String {
    if let (Some(time), Some(finding)) = (written_time(cx, study, known), known.measured()) {
        return format!("{time}, the time of finding `{finding}`");
    }
    let study = study.and_then(|key| cx.set().studies.get(key));
    let finding = study
        .zip(known.finding())
        .filter(|_| known.has_unit_of_finding);
    let unit = finding.and_then(|(study, key)| study.value.findings.get(key)?.unit.as_ref());
    let unit = unit.map(|unit| match unit.as_str() {
        "%" => "%".to_owned(),
        unit => format!(" {unit}"),
    });
    let have = if known.is_in_words() { "have" } else { "has" };
    format!(
        "{}{}, as {} {have} it",
        known.value,
        unit.unwrap_or_default(),
        known.what()
    )
}
