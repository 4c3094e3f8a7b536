//! Words for significance beside an interval that says the opposite.

use grounds_load::child;
use grounds_model::{Level, Study};

use super::no_effect::{Left, leaves_open};
use crate::classify::locate::words_within;
use crate::classify::token::tokens;
use crate::context::Context;
use crate::numbers::significant::{Result, of_outcome, of_values};
use crate::numbers::{Said, told_of};
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;
use crate::wording::{Sure, Sureness, contradictions, names_another_side, sure_words};

pub(crate) static RULE: Rule = Rule {
    id: "wording/significance-against-interval",
    level: Level::Warn,
    summary: "words say that a result is significant, or that there is no effect, and its interval says otherwise",
    docs: include_str!("significance_against_interval.md"),
    check: Check::Sentence(check),
};

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    let sentence = at.sentence;
    if sentence.quoted || sentence.text.ends_with('?') {
        return;
    }
    let beside = contradictions(&sentence.text);
    if beside.is_empty() {
        check_records(cx, at);
    }
    for found in beside {
        let place = |words: &std::ops::Range<usize>| {
            let words = &sentence.text[words.clone()];
            words_within(at.place(), words, cx.sources()).unwrap_or_else(|| at.place())
        };
        let words = &sentence.text[found.words.clone()];
        let null = found.no_effect;
        let (message, help) = if found.is_denied {
            (
                format!("`{words}` stands beside an interval that leaves {null} out"),
                "say that the groups differed, or correct the interval by the record",
            )
        } else {
            (
                format!("`{words}` stands beside an interval that includes {null}"),
                "say that the result was not significant, or correct the interval by the record",
            )
        };
        let label = if found.is_denied {
            "this interval leaves no effect out"
        } else {
            "this interval includes no effect"
        };
        let diagnostic = cx
            .at(place(&found.words), message)
            .label("the words say so")
            .with(place(&found.interval), label)
            .note(format!(
                "{null} stands for no effect; a result is significant at 5% where its 95% interval leaves that out"
            ))
            .help(help);
        cx.report(diagnostic);
    }
}

/// Holds words for significance against the records of the values that they tell, or else of the one outcome that they name.
fn check_records(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    let Some(said) = Said::of_sentence(&at).filter(|_| at.sentence.labels.non_claim.is_none())
    else {
        return;
    };
    for sure in sure_words(cx.lexicon(), said.text) {
        let set = cx.set();
        let of_values = of_values(set, &said, &sure.clause);
        let result = of_values.or_else(|| {
            let compares =
                names_another_side(&tokens(said.text)) || sure.says != Sureness::Significant;
            let of_numbers = said
                .judged
                .iter()
                .any(|(quantity, _)| quantity.unit.as_ref().is_none_or(|unit| !unit.is_time()));
            (compares && !of_numbers)
                .then(|| of_outcome(set, &said, cx.numbers(), &sure.clause))
                .flatten()
                .filter(|result| {
                    sure.says == Sureness::NoneEver || is_told(cx, &said, &sure, result)
                })
        });
        let Some(result) = result else { continue };
        match (sure.says, result.is_significant) {
            (Sureness::Significant, false) | (Sureness::NotSignificant | Sureness::None, true) => {
                report(cx, &said, &sure, &result, None);
            }
            (Sureness::NoneEver, false) => match leaves_open(cx, result.key, result.finding) {
                Left::Open(open) => report(cx, &said, &sure, &result, Some(open)),
                Left::Unknown => cx.indeterminate(),
                Left::Closed => {}
            },
            _ => {}
        }
    }
}

/// Whether a clause tells of a result between arms at its end, and not of the start, of a part of the people or of centres.
fn is_told(cx: &Context<'_>, said: &Said<'_, '_>, sure: &Sure, result: &Result<'_>) -> bool {
    let Some(part) = &sure.part else {
        return false;
    };
    let studies = said.grounds.studies.iter();
    let studies: Vec<(&str, &Study)> = studies
        .filter_map(|key| Some((*key, &cx.set().studies.get(key)?.value)))
        .collect();
    let concepts = cx.appraiser().concepts();
    let part = &said.text[part.clone()];
    told_of(said.text, part, &studies, cx.numbers(), concepts) == Some(result.is_significant)
}

fn report(
    cx: &mut Context<'_>,
    said: &Said<'_, '_>,
    sure: &Sure,
    result: &Result<'_>,
    open: Option<String>,
) {
    let words = &said.text[sure.words.clone()];
    let (of, key) = (result.study, result.key);
    let (message, help) = match (sure.says, &open) {
        (_, Some(_)) => (
            format!(
                "`{words}` says that there is no effect, and finding `{key}` of `{of}` leaves an important one open"
            ),
            "write that the study did not show an effect, and give the interval",
        ),
        (Sureness::Significant, None) => (
            format!("`{words}` is said of finding `{key}` of `{of}`, which is not significant"),
            "say that the difference was not significant",
        ),
        (_, None) => (
            format!("`{words}` is said of finding `{key}` of `{of}`, which is significant"),
            "say that the groups differed",
        ),
    };
    let label = open.unwrap_or_else(|| match (&result.finding.interval, &result.finding.p) {
        (Some(interval), _) => format!("the interval is {} to {}", interval.low, interval.high),
        (None, Some(p)) => format!("p is {p}"),
        (None, None) => "the finding".to_owned(),
    });
    let mut diagnostic = cx
        .at(said.place(cx, &sure.words), message)
        .label("the words say so");
    if let Some(study) = cx.set().studies.get(of) {
        let pointer = child("/findings", key.as_str());
        diagnostic = diagnostic.with(study.place(&pointer), label);
    }
    cx.report(diagnostic.help(help));
}
