//! Standing in diagnostics: the event that matters, and where the study is used.

use grounds_diagnostics::{Diagnostic, Place};
use grounds_evidence::{says_retracted, withdrawn};
use grounds_load::{ContentSet, Document};
use grounds_model::{CitedAs, Key, Standing, StandingKind, Study};

use crate::context::Context;
use crate::subject::{CitationAt, StudyAt};

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

/// A report whose data were withdrawn, with the record whose retraction did that.
pub(crate) struct Fallen<'a> {
    /// What the report is to the retracted one; `None` where it was retracted itself.
    pub(crate) tie: Option<Tie>,
    /// The record that was retracted.
    pub(crate) retracted: &'a Document<Study>,
    /// The position of the event.
    pub(crate) event: usize,
}

/// What ties a report to one with the same data.
pub(crate) struct Tie {
    /// Where the record says so.
    pub(crate) place: Place,
    /// What the report is, with its article.
    pub(crate) what: &'static str,
    /// What stands at the place.
    pub(crate) label: &'static str,
}

/// How a report fell, if it did. One that was retracted and replaced has a rule of its own, which is told at each of its uses.
pub(crate) fn fallen<'a>(set: &'a ContentSet, report: &Key) -> Option<Fallen<'a>> {
    let (retracted, event) = retraction(set, report)?;
    let study = set.studies.get(report.as_str())?;
    let happened = &retracted.value.standing[event];
    let own = study.value.standing().retracted.is_some();
    if own && happened.event == StandingKind::Replaced {
        return None;
    }
    let by_whole = study.value.part_of.as_deref();
    let by_whole = by_whole.is_some_and(|whole| withdrawn(set, whole).is_some());
    let tie = if own {
        None
    } else if by_whole {
        Some(Tie {
            place: study.place("/part-of"),
            what: "a report of a study that was retracted",
            label: "what it is a part of",
        })
    } else {
        let published = study.value.standing().version_of_record?;
        Some(Tie {
            place: study.place(&format!("/standing/{published}")),
            what: "a preprint of a paper that was retracted",
            label: "its version of record",
        })
    };
    Some(Fallen {
        tie,
        retracted,
        event,
    })
}

/// Whether readers are told by a citation, or by the sentence in which it stands, that something was retracted.
pub(crate) fn tells_retraction(at: &CitationAt<'_>) -> bool {
    let citation = at.citation;
    let sentences = &at.of.article.prose.sentences;
    let sentence = citation.sentence.and_then(|index| sentences.get(index));
    sentence.is_some_and(|sentence| says_retracted(&sentence.text))
        || says_retracted(&citation.prefix)
        || says_retracted(&citation.suffix)
}

/// Says what to use instead of a study: what came in its place, unless that was retracted too. `otherwise` follows
/// the name, `unnamed` is said where none is recorded.
pub(crate) fn with_successor(
    diagnostic: Diagnostic,
    cx: &Context<'_>,
    by: Option<&Key>,
    (otherwise, unnamed): (&str, &str),
) -> Diagnostic {
    let Some(by) = by else {
        return diagnostic.help(unnamed);
    };
    match retraction(cx.set(), by) {
        Some((study, event)) => with_event(diagnostic, study, event).help(format!(
            "`{by}` was retracted: name a study that stands, or take this one out"
        )),
        None => diagnostic.help(format!("use `{by}` instead, {otherwise}")),
    }
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
        more => diagnostic.note(format!(
            "and {more} more uses: `grounds used {study}` lists them all"
        )),
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
