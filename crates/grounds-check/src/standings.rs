//! Standing in diagnostics: the event that matters, and where the study is used.

use grounds_diagnostics::{Diagnostic, Place};
use grounds_evidence::withdrawn;
use grounds_load::{ContentSet, Document};
use grounds_model::{CitedAs, Key, Standing, StandingKind, Study};

use crate::context::Context;
use crate::subject::StudyAt;

/// How many uses a diagnostic points at; the rest is counted.
const SHOWN_USES: usize = 5;

/// Points at an event in a study's standing.
pub(crate) fn with_event(
    diagnostic: Diagnostic,
    study: &Document<Study>,
    event: usize,
) -> Diagnostic {
    let place = study.place(&format!("/standing/{event}"));
    let happened = &study.value.standing[event];
    let what = match happened.event {
        StandingKind::Retracted => "retracted",
        StandingKind::Concern => "put under an expression of concern",
        StandingKind::Corrected => "corrected",
        StandingKind::Reinstated => "reinstated",
        StandingKind::Replaced => "retracted and replaced",
        StandingKind::Superseded => "superseded",
        StandingKind::VersionOfRecord => "published as the version of record",
    };
    let text = match (happened.on, &happened.reason) {
        (Some(on), Some(reason)) => format!("{what} {on}: {reason}"),
        (Some(on), None) => format!("{what} {on}"),
        (None, Some(reason)) => format!("{what}: {reason}"),
        (None, None) => what.to_owned(),
    };
    diagnostic.with(place, text)
}

/// The record whose retraction takes the data of a report away, with the position of the event: the report's own, or
/// that of what it is a part of.
pub(crate) fn retraction<'a>(
    set: &'a ContentSet,
    report: &Key,
) -> Option<(&'a Document<Study>, usize)> {
    let study = set.studies.get(withdrawn(set, report)?.as_str())?;
    Some((study, study.value.standing().retracted?))
}

/// Whether an article cites a study or a claim names it as evidence.
pub(crate) fn is_used(cx: &Context<'_>, study: &Key) -> bool {
    citations(cx, study).next().is_some() || cx.set().uses.evidence.contains_key(study)
}

/// Whether a study is in use as one of which its other notices matter. One that was retracted is so where it is
/// evidence that nobody has marked as retracted: readers of the other notices would take it for sound.
pub(crate) fn is_in_use(cx: &Context<'_>, at: StudyAt<'_>, standing: Standing) -> bool {
    if standing.retracted.is_none() {
        return is_used(cx, at.key);
    }
    let mut lines = cx.set().uses.evidence.get(at.key).into_iter().flatten();
    lines.any(|line| {
        let claim = cx.set().claims.get(line.claim.as_str());
        let line = claim.and_then(|claim| claim.value.evidence.get(line.line));
        line.is_some_and(|line| {
            line.relation.is_evidence() && line.cited_as != Some(CitedAs::Retracted)
        })
    })
}

/// Points at the uses of a study: evidence lines first, then citations.
pub(crate) fn with_uses(mut diagnostic: Diagnostic, cx: &Context<'_>, study: &Key) -> Diagnostic {
    let mut places = uses(cx, study);
    for (place, text) in places.by_ref().take(SHOWN_USES) {
        diagnostic = diagnostic.with(place, text);
    }
    match places.count() {
        0 => diagnostic,
        more => diagnostic.note(format!("and {more} more uses")),
    }
}

fn uses(cx: &Context<'_>, study: &Key) -> impl Iterator<Item = (Place, &'static str)> {
    let set = cx.set();
    let lines = set.uses.evidence.get(study).into_iter().flatten();
    let lines = lines.filter_map(move |line| {
        let claim = set.claims.get(line.claim.as_str())?;
        let place = claim.place(&format!("/evidence/{}/study", line.line));
        Some((place, "evidence here"))
    });
    let citations = citations(cx, study).map(|place| (place, "cited here"));
    lines.chain(citations)
}

fn citations(cx: &Context<'_>, study: &Key) -> impl Iterator<Item = Place> {
    let record = cx.set().studies.get(study.as_str()).into_iter();
    record.flat_map(|record| cx.articles().citing(record.file()))
}

/// Whether words speak of a retraction. Retractors are instruments, and hair follicles, scars and
/// gums can be retractile: these say nothing about a study.
pub(crate) fn says_retracted(words: &str) -> bool {
    let lower = words.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    // `was not retracted`, `has never been retracted`, `no retraction` deny it; `without the retracted trial` does not.
    let denied = |at: usize| {
        let before = words[..at].iter().rev();
        let mut before = before.skip_while(|word| ["been", "be"].contains(word));
        matches!(before.next(), Some(&("not" | "never" | "no" | "nor")))
    };
    words.iter().enumerate().any(|(at, word)| {
        let retracts = matches!(
            *word,
            "retract" | "retracts" | "retracted" | "retracting" | "retraction" | "retractions"
        );
        retracts && !denied(at)
    })
}

#[cfg(test)]
mod tests {
    use super::says_retracted;

    #[test]
    fn only_a_retraction_speaks_of_one() {
        assert!(says_retracted(", retracted in 2024"));
        assert!(says_retracted("A trial, since retracted, reported more."));
        assert!(!says_retracted(
            "It was printed in 2005 and was not retracted."
        ));
        assert!(says_retracted("Without the retracted trial it is so."));
        assert!(!says_retracted("It has never been retracted."));
        assert!(!says_retracted("A retractor held the scalp."));
        assert!(!says_retracted(""));
    }
}
