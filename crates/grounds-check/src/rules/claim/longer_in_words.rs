//! Words that say that an effect lasts, or was seen, for longer than the claim's scope and what was measured.

use std::cell::LazyCell;
use std::ops::{Deref, Range};

use grounds_load::{ContentSet, Document};
use grounds_model::{Claim, Level, Study, Text};
use grounds_numbers::lists::PartList;

use super::words_against_scope::{compares, place_of};
use crate::classify::token::{Gap, tokens};
use crate::context::Context;
use crate::numbers::times::{When, times};
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;

pub(crate) static RULE: Rule = Rule {
    id: "claim/longer-in-words",
    level: Level::Warn,
    summary: "the words speak of a longer time than the claim's scope and its evidence",
    docs: include_str!("longer_in_words.md"),
    check: Check::Claim(check),
};

/// Words before a time for which something is said to hold, or at which it was seen: `for at least a year`.
const BEFORE: &[&str] = &[
    "about",
    "after",
    "almost",
    "another",
    "around",
    "at",
    "for",
    "full",
    "least",
    "nearly",
    "over",
    "some",
    "the",
    "throughout",
    "within",
];

/// Words of time without end.
const ENDLESS: &[&str] = &[
    "for ever",
    "for good",
    "for life",
    "forever",
    "lifelong",
    "permanently",
];

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let claim = at.claim();
    let scope = claim.scope.as_ref().filter(|_| compares(claim.kind));
    let Some(until) = scope.and_then(|scope| scope.at.as_ref()) else {
        return;
    };
    let set = cx.set();
    let recorded = LazyCell::new(|| recorded(set, at.document));
    let mut own: Vec<String> = Vec::new();
    for wording in at.wordings {
        let text = wording.text.to_lowercase();
        if text.len() != wording.text.len() {
            continue;
        }
        let Some(words) = longer(&text, &recorded).or_else(|| endless(&text)) else {
            continue;
        };
        let said = text[words.clone()].to_owned();
        // A passage that says what the statement says has no fault of its own.
        if !wording.is_own && own.contains(&said) {
            continue;
        }
        let place = place_of(cx, wording, &words);
        let diagnostic = cx
            .at(place, format!("the words speak of `{said}`, the claim of {until}"))
            .label("longer than anybody was followed")
            .with(at.document.place("/scope/at"), "the time of the claim")
            .note("an effect may fade, and harm may come late: what was seen once is not known of later")
            .help("say the time at which it was measured, or give the claim a longer one and the evidence for it");
        cx.report(diagnostic);
        if wording.is_own {
            own.push(said);
        }
    }
}

/// The times of the records: of the scope, and of whatever the studies behind the claim say.
fn recorded(set: &ContentSet, document: &Document<Claim>) -> Vec<When> {
    let claim = &document.value;
    let lines = claim.evidence.iter();
    let studies = lines.filter_map(|line| set.studies.get(line.study.as_str()));
    let studies: Vec<&Study> = studies.map(|study| &study.value).collect();
    let findings = studies.iter().flat_map(|study| study.findings.values());
    let ends = findings.filter_map(|finding| finding.at.as_ref());
    let scope = claim.scope.iter().filter_map(|scope| scope.at.as_ref());
    let ends = scope.chain(ends).filter_map(|at| When::read(at.as_str()));
    let told = studies.iter().flat_map(|study| texts_of(study));
    let told = told.flat_map(|text| times(&text.as_str().to_lowercase()));
    ends.chain(told.filter_map(|time| Some(time.of?.when)))
        .collect()
}

/// The texts of a study that may say how long something was.
fn texts_of(study: &Study) -> impl Iterator<Item = &Text> {
    let findings = study
        .findings
        .values()
        .filter_map(|finding| finding.summary.as_ref());
    let arms = study
        .arms
        .values()
        .filter_map(|arm| arm.description.as_ref());
    findings.chain(arms)
}

/// The words for a time for which something is said to hold and that is longer than all that are recorded.
fn longer(text: &str, recorded: &impl Deref<Target = Vec<When>>) -> Option<Range<usize>> {
    let holds = |at: usize| {
        let before = tokens(&text[..at]);
        before.last().is_some_and(|word| word.is_any(BEFORE))
            || ["at least a ", "up to "]
                .iter()
                .any(|words| text[..at].ends_with(words))
            || before.is_empty()
    };
    let ages = |end: usize| {
        let behind = tokens(&text[end..]);
        behind.first().is_some_and(|word| {
            word.gap < Gap::Comma
                && word.is_any(&[
                    "ago", "and", "before", "earlier", "of", "old", "older", "or", "younger",
                ])
        })
    };
    times(text).into_iter().find_map(|time| {
        let when = time.of?.when;
        let beyond =
            matches!(when, When::After(_)) && recorded.iter().all(|known| known.is_before(when));
        (beyond && holds(time.words.start) && !ages(time.words.end)).then_some(time.words)
    })
}

/// The words for a time without end.
fn endless(text: &str) -> Option<Range<usize>> {
    static PARTS: PartList = PartList::new(ENDLESS);
    if !PARTS.is_in(text) {
        return None;
    }
    ENDLESS.iter().find_map(|words| {
        let start = text.find(words)?;
        let end = start + words.len();
        let alone = |at: Option<char>| at.is_none_or(|char| !char.is_alphanumeric());
        let stands = alone(text[..start].chars().next_back()) && alone(text[end..].chars().next());
        stands.then_some(start..end)
    })
}
