//! A result that is said of another time point than the one at which it was measured.

use std::ops::Range;

use grounds_load::child;
use grounds_model::Level;
use grounds_numbers::Unit;
use grounds_numbers::quantity::Quantity;

use crate::context::Context;
use crate::numbers::{Judged, Known, Said, Time, When, linked, times};
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
    if let Some(said) = Said::of_sentence(&at) {
        check_said(cx, &said);
    }
}

pub(super) fn check_said(cx: &mut Context<'_>, said: &Said<'_, '_>) {
    let (text, judged) = (said.text, said.judged);
    let values: Vec<Measured<'_>> = judged.iter().filter_map(|of| measured(cx, of)).collect();
    if values.is_empty() {
        return;
    }
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return;
    }
    let mut times = times(&lower);
    // A time that is in no record is for `number/not-in-study`, and one that is itself a result is no time point.
    times.retain(|time| {
        !judged.iter().any(|(of, judged)| {
            of.number.start == time.words.start && (is_faulty(judged) || is_result(judged))
        })
    });
    let named: Vec<Time> = times.iter().filter_map(|time| time.of).collect();
    if !named.iter().any(|time| time.is_point) {
        return;
    }
    let places: Vec<Range<usize>> = values
        .iter()
        .map(|value| value.quantity.whole.clone())
        .collect();
    let beside = linked(&lower, &places, &[], &times);
    let mut beside = beside
        .into_iter()
        .map(|mention| mention.and_then(|mention| mention.of));
    let other = values.iter().find(|value| {
        let beside = beside.next().flatten().filter(|time| time.is_point);
        !value.is_at(&lower, beside, &named)
    });
    if let Some(value) = other {
        report(cx, said, value);
    }
}

fn is_faulty(judged: &Judged<'_>) -> bool {
    matches!(judged, Judged::Fault(_))
}

/// Whether a number is what a finding measured: a stay that was 1.3 days longer.
fn is_result(judged: &Judged<'_>) -> bool {
    let of_finding = |(_, known): &(Option<&str>, Known)| known.finding().is_some();
    matches!(judged, Judged::Found(sources) if !sources.is_empty() && sources.iter().all(of_finding))
}

fn report(cx: &mut Context<'_>, said: &Said<'_, '_>, value: &Measured<'_>) {
    let words = &said.text[value.quantity.whole.clone()];
    let message = format!("`{words}` was measured at another time than the sentence says");
    let mut diagnostic = cx
        .at(said.place(cx, &value.quantity.whole), message)
        .label("this result");
    let (study, known, _) = value.results[0];
    if let (Some(document), Some(finding)) = (cx.set().studies.get(study), known.finding()) {
        let pointer = format!("{}/at", child("/findings", finding.as_str()));
        let text = format!("`{study}` measured it then ({})", known.what());
        diagnostic = diagnostic.with(document.place(&pointer), text);
    }
    let diagnostic =
        diagnostic.help("name the time point of the finding, or the finding of the time point");
    cx.report(diagnostic);
}

/// A value, with the results that it may be and when they were measured.
struct Measured<'a> {
    quantity: &'a Quantity,
    results: Vec<(&'a str, &'a Known, When)>,
}

impl Measured<'_> {
    /// Whether it was measured at the time beside it; where none is, at one that the sentence, in small letters, names.
    fn is_at(&self, text: &str, beside: Option<Time>, said: &[Time]) -> bool {
        let fits = |said: &Time| {
            self.results
                .iter()
                .any(|(.., when)| said.when.is_like(*when))
        };
        let from = text[..self.quantity.number.start]
            .trim_end()
            .ends_with(" from");
        let mut measured = self.results.iter().map(|(.., when)| *when);
        if measured.clone().all(|when| when == When::AtBaseline) {
            // `At 24 weeks it had fallen from 8.2% to 7.1%`: the first is that of the beginning.
            return from || beside.is_none_or(|beside| fits(&beside));
        }
        // `By 12 months the gap had shrunk from 4.1`: that is of some time before.
        let is_before = |when: When| said.iter().any(|said| when.is_before(said.when));
        if from && measured.any(is_before) {
            return true;
        }
        beside.map_or_else(|| said.iter().any(fits), |beside| fits(&beside))
    }
}

/// When a value was measured, if each of the results that it may be has a time.
fn measured<'a>(
    cx: &Context<'_>,
    (quantity, judged): &'a (Quantity, Judged<'a>),
) -> Option<Measured<'a>> {
    let Judged::Found(sources) = judged else {
        return None;
    };
    let is_time = quantity.unit.as_ref().is_some_and(Unit::is_time);
    let results: Option<Vec<_>> = sources
        .iter()
        .map(|(study, known)| Some(((*study)?, known, measured_at(cx, (*study)?, known)?)))
        .collect();
    let results = results.filter(|results| !is_time && !results.is_empty())?;
    if results.iter().any(|(_, known, _)| known.is_level()) {
        return None;
    }
    Some(Measured { quantity, results })
}

/// When the result of a finding was measured, where its record says.
fn measured_at(cx: &Context<'_>, study: &str, known: &Known) -> Option<When> {
    let finding = known.finding()?;
    let study = &cx.set().studies.get(study)?.value;
    When::read(study.findings.get(finding)?.at.as_ref()?.as_str())
}
