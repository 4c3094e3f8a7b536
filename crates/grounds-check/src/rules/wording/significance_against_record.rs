//! Words for significance, or for no difference, where the finding of the cited study says the opposite.

use grounds_load::{Document, child};
use grounds_model::{Finding, Level, Study};

use crate::cited::carrying;
use crate::classify::locate::words_in;
use crate::context::Context;
use crate::numbers::{ToldOf, told_of};
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;
use crate::wording::{Verdict, verdicts};

pub(crate) static RULE: Rule = Rule {
    id: "wording/significance-against-record",
    level: Level::Warn,
    summary: "a sentence says that something differed significantly, or that it did not differ, and the finding of its study says the opposite",
    docs: include_str!("significance_against_record.md"),
    check: Check::Sentence(check),
};

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    let text = at.sentence.text.as_str();
    if at.sentence.citations.is_empty() {
        return;
    }
    let verdicts = verdicts(text);
    if verdicts.is_empty() {
        return;
    }
    let cited = carrying(cx, at, |study| !study.findings.is_empty());
    let studies: Vec<(&str, &Study)> = cited
        .iter()
        .map(|(key, document)| (*key, &document.value))
        .collect();
    for verdict in verdicts {
        let clause = &text[verdict.clause.clone()];
        let concepts = cx.appraiser().concepts();
        let Some((told, shows)) = told_of(text, clause, &studies, cx.numbers(), concepts) else {
            continue;
        };
        let document = cited.iter().find(|(key, _)| *key == told.study);
        if let Some((_, document)) = document.filter(|_| shows != verdict.differs) {
            report(cx, at, &verdict, (document, &told));
        }
    }
}

fn report(
    cx: &mut Context<'_>,
    at: SentenceAt<'_>,
    verdict: &Verdict,
    (document, told): (&Document<Study>, &ToldOf<'_>),
) {
    let words = &at.sentence.text[verdict.words.clone()];
    let place = words_in(&at, words, cx.sources()).unwrap_or_else(|| at.place());
    let (message, help) = if verdict.differs {
        (
            format!("`{words}` is said of a finding that may be chance"),
            "say that the groups did not clearly differ, or mend the record",
        )
    } else {
        (
            format!("`{words}` is said of a finding that shows a difference"),
            "say that the groups differed and by how much, or mend the record",
        )
    };
    let field = if told.finding.interval.is_some() {
        "interval"
    } else {
        "p"
    };
    let pointer = format!("{}/{field}", child("/findings", told.key.as_str()));
    let diagnostic = cx
        .at(place, message)
        .label("the words say so")
        .with(document.place(&pointer), says(told.finding))
        .help(help);
    cx.report(diagnostic);
}

/// What the record has, for a label.
fn says(finding: &Finding) -> String {
    match (&finding.interval, &finding.p) {
        (Some(interval), Some(p)) => {
            format!("{} to {}, p {p}", interval.low, interval.high)
        }
        (Some(interval), None) => format!("{} to {}", interval.low, interval.high),
        (None, Some(p)) => format!("p {p}"),
        (None, None) => "the finding".to_owned(),
    }
}
