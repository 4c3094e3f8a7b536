//! Two numbers that are called the ends of an interquartile range, a range or an interval, and are those of another.

use grounds_diagnostics::Place;
use grounds_load::{Document, child};
use grounds_model::{Decimal, Finding, Key, Level, Study};
use grounds_numbers::quantity::Quantity;

use super::other_interval::is_named;
use super::{exact, in_finding};
use crate::context::Context;
use crate::numbers::{Said, Spread, spread_named};
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/other-spread",
    level: Level::Error,
    summary: "numbers that are called an interquartile range, a range or an interval are the ends of another",
    docs: include_str!("other_spread.md"),
    check: Check::Sentence(check),
};

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    if let Some(said) = Said::of_sentence(&at) {
        check_said(cx, &said);
    }
}

pub(super) fn check_said(cx: &mut Context<'_>, said: &Said<'_, '_>) {
    for pair in said.judged.windows(2) {
        let [(low, _), (high, _)] = pair else {
            continue;
        };
        let called = match spread_named(said.text, low, high) {
            Some(spread) => Some(What::Spread(spread)),
            None => is_called_interval(said.text, low, high).then_some(What::Interval),
        };
        let Some(called) = called else { continue };
        let recorded = recorded(cx, said);
        let Some((what, meant)) = fault(called, low, high, &recorded) else {
            continue;
        };
        let words = low.number.start..high.whole.end;
        let text = &said.text[words.clone()];
        let diagnostic = cx
            .at(said.place(cx, &words), format!("`{text}` {what}"))
            .label(format!("called {} here", called.in_words()))
            .with(meant.place(), format!("{} to {}, {}", meant.low, meant.high, meant.what.in_words()))
            .help("write both ends of one finding and arm, the lower one first, and call them what they are");
        cx.report(diagnostic);
    }
}

/// What two numbers are the ends of.
#[derive(Debug, Clone, Copy, PartialEq)]
enum What {
    Spread(Spread),
    Interval,
}

impl What {
    fn in_words(self) -> &'static str {
        match self {
            Self::Spread(Spread::Iqr) => "an interquartile range",
            Self::Spread(Spread::Range) => "a range",
            Self::Interval => "an interval",
        }
    }
}

/// Two ends in a record.
struct Ends<'a> {
    what: What,
    low: &'a Decimal,
    high: &'a Decimal,
    study: &'a Document<Study>,
    finding: &'a Key,
    /// The arm whose values have the spread.
    arm: Option<&'a Key>,
    /// What the finding says in words, where numbers without a field may stand.
    summary: &'a str,
}

impl Ends<'_> {
    fn place(&self) -> Place {
        let pointer = match (self.what, self.arm) {
            (What::Spread(spread), Some(arm)) => {
                child(&format!("/{}", spread.field()), arm.as_str())
            }
            _ => "/interval".to_owned(),
        };
        in_finding(self.study, self.finding, &pointer)
    }
}

/// The spreads and intervals of the studies that some words stand on.
fn recorded<'a>(cx: &Context<'a>, said: &Said<'_, '_>) -> Vec<Ends<'a>> {
    let mut all = Vec::new();
    let studies = said.grounds.studies.iter();
    for study in studies.filter_map(|key| cx.set().studies.get(key)) {
        for (key, finding) in &study.value.findings {
            of_finding(study, (key, finding), &mut all);
        }
    }
    all
}

fn of_finding<'a>(
    study: &'a Document<Study>,
    (key, finding): (&'a Key, &'a Finding),
    all: &mut Vec<Ends<'a>>,
) {
    let summary = finding.summary.as_ref().map_or("", |text| text.as_str());
    for (spread, arms) in [(Spread::Iqr, &finding.iqr), (Spread::Range, &finding.range)] {
        all.extend(arms.iter().map(|(arm, ends)| Ends {
            what: What::Spread(spread),
            low: &ends.low,
            high: &ends.high,
            study,
            finding: key,
            arm: Some(arm),
            summary,
        }));
    }
    all.extend(finding.interval.as_ref().map(|interval| Ends {
        what: What::Interval,
        low: &interval.low,
        high: &interval.high,
        study,
        finding: key,
        arm: None,
        summary,
    }));
}

/// What is wrong with two numbers that are called something, and what the record has.
fn fault<'e, 'a>(
    called: What,
    low: &Quantity,
    high: &Quantity,
    all: &'e [Ends<'a>],
) -> Option<(String, &'e Ends<'a>)> {
    let states =
        |said: &Quantity, end: &Decimal| exact(end).is_some_and(|end| said.value.states(end));
    let is = |ends: &&Ends<'_>| states(low, ends.low) && states(high, ends.high);
    let is_turned = |ends: &&Ends<'_>| states(low, ends.high) && states(high, ends.low);
    let of_kind = || all.iter().filter(move |ends| ends.what == called);
    if of_kind().any(|ends| is(&ends)) {
        return None;
    }
    if let Some(other) = all.iter().find(|ends| ends.what != called && is(ends)) {
        return Some((format!("is {} in the record", other.what.in_words()), other));
    }
    if called == What::Interval {
        return None;
    }
    if let Some(turned) = of_kind().find(is_turned) {
        return Some(("ends before it begins".to_owned(), turned));
    }
    // What a summary says in words has no field that it could be held against.
    let digits = low.value.to_string();
    if all.iter().any(|ends| ends.summary.contains(&digits)) {
        return None;
    }
    let near = of_kind().find(|ends| states(low, ends.low) || states(high, ends.high));
    let nearest = near.or_else(|| of_kind().next())?;
    Some((
        format!("is not {} of the record", called.in_words()),
        nearest,
    ))
}

/// Whether two numbers are called a confidence interval.
fn is_called_interval(text: &str, low: &Quantity, high: &Quantity) -> bool {
    let between = text
        .get(low.whole.end..high.number.start)
        .unwrap_or_default();
    let joined = ["to", "\u{2013}", "-", ",", "and", "through"].contains(&between.trim());
    joined && is_named(text.get(..low.number.start).unwrap_or_default().trim_end())
}
