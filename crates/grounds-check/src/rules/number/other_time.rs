//! A result that is said of another time point than the one at which it was measured.

use grounds_evidence::Duration;
use grounds_load::child;
use grounds_model::Level;
use grounds_numbers::Unit;
use grounds_numbers::quantity::Quantity;

use super::place_of;
use crate::context::Context;
use crate::numbers::{Judged, Known};
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/other-time",
    level: Level::Error,
    summary: "a result is said of another time point than the one at which it was measured",
    docs: include_str!("other_time.md"),
    check: Check::Sentence(check),
};

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    let Some(judged) = at.compared().and_then(|c| c.quantities.as_ref()) else {
        return;
    };
    let text = &at.sentence.text;
    let is_time = |quantity: &Quantity| quantity.unit.as_ref().is_some_and(Unit::is_time);
    // A time that is in no record is for `number/not-in-study`.
    let is_known = |judged: &Judged<'_>| matches!(judged, Judged::Found(_));
    let times: Vec<&Quantity> = judged
        .iter()
        .filter(|(quantity, judged)| is_time(quantity) && is_known(judged))
        .map(|(quantity, _)| quantity)
        .filter(|quantity| !is_age(text, quantity))
        .collect();
    if !times.iter().any(|time| is_time_point(text, time)) {
        return;
    }
    let said: Vec<Duration> = times
        .iter()
        .filter_map(|time| Duration::read(&text[time.whole.clone()]))
        .collect();
    for (quantity, judged) in judged {
        let Judged::Found(sources) = judged else {
            continue;
        };
        if is_time(quantity) || sources.is_empty() {
            continue;
        }
        let measured: Option<Vec<(&str, &Known, Duration)>> = sources
            .iter()
            .map(|(study, known)| {
                let study = (*study)?;
                Some((study, known, measured_at(cx, study, known)?))
            })
            .collect();
        let Some(measured) = measured else { continue };
        let fits = |then: &Duration| {
            let mut said = said.iter();
            said.any(|said| said.reaches(*then) && then.reaches(*said))
        };
        if measured.iter().any(|(.., then)| fits(then)) {
            continue;
        }
        let words = &text[quantity.whole.clone()];
        let message = format!("`{words}` was measured at another time than the sentence says");
        let mut diagnostic = cx
            .at(place_of(cx, &at, quantity), message)
            .label("this result");
        let (study, known, _) = measured[0];
        if let (Some(document), Some(finding)) = (cx.set().studies.get(study), known.finding()) {
            let pointer = format!("{}/at", child("/findings", finding.as_str()));
            let text = format!("`{study}` measured it then ({})", known.what());
            diagnostic = diagnostic.with(document.place(&pointer), text);
        }
        let diagnostic =
            diagnostic.help("name the time point of the finding, or the finding of the time point");
        cx.report(diagnostic);
        return;
    }
}

/// When the result of a finding was measured, where its record says.
fn measured_at(cx: &Context<'_>, study: &str, known: &Known) -> Option<Duration> {
    let finding = known.finding()?;
    let study = &cx.set().studies.get(study)?.value;
    Duration::read(study.findings.get(finding)?.at.as_ref()?.as_str())
}

/// Whether the words before a time make it a time point: `at 24 weeks`, `after six months`.
fn is_time_point(text: &str, time: &Quantity) -> bool {
    let before = &text[..time.number.start];
    let last = before.split_whitespace().next_back().unwrap_or_default();
    let last = last.to_lowercase();
    ["at", "after", "within", "by", "in", "over"].contains(&last.as_str())
}

/// Whether a time is an age: `aged 50 years`, `50 years old`, `50 years and over`.
fn is_age(text: &str, time: &Quantity) -> bool {
    let before = text[..time.number.start].to_lowercase();
    let after = text[time.whole.end..].to_lowercase();
    let near = before.split_whitespace().rev().take(4);
    let aged = near
        .into_iter()
        .any(|word| ["age", "aged", "ages"].contains(&word));
    let old = [" old", " of age", " and over", " and older", " or older"];
    aged || old.iter().any(|words| after.starts_with(words))
}
