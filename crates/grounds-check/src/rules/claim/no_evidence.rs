//! A claim with no supporting study that resolves, and no speculative label.

use grounds_diagnostics::{Diagnostic, Place};
use grounds_load::{Document, Lookup};
use grounds_model::{Basis, CitedAs, Claim, ClaimKind, EvidenceLine, Level, Relation, Study};

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::standings::retraction;
use crate::subject::ClaimAt;

pub(crate) static RULE: Rule = Rule {
    id: "claim/no-evidence",
    level: Level::Error,
    summary: "a claim has no study that supports it, and is not speculative",
    docs: include_str!("no_evidence.md"),
    check: Check::Claim(check),
};

/// How many of the passages that state the claim are shown.
const PASSAGES: usize = 5;

/// What a supporting line comes to.
enum Support<'a> {
    /// It counts.
    Counts,
    /// Its study, or the one that it is a report of, was retracted by the event at this position.
    Retracted(&'a Document<Study>, usize),
    /// Its study could not be read.
    Unknown,
    /// Its study is not there.
    Absent,
}

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let claim = at.claim();
    if claim.basis == Basis::Speculative {
        return;
    }
    let supports: Vec<(usize, Support<'_>)> = claim
        .evidence
        .iter()
        .enumerate()
        .filter(|(_, line)| line.relation == Relation::Supports)
        .map(|(index, line)| (index, support(cx, claim, line)))
        .collect();
    if supports
        .iter()
        .any(|(_, support)| matches!(support, Support::Counts))
    {
        return;
    }
    if supports
        .iter()
        .any(|(_, support)| matches!(support, Support::Unknown))
    {
        return cx.indeterminate();
    }
    let diagnostic = diagnose(cx, at, &supports);
    let diagnostic = with_passages(cx, at, diagnostic);
    cx.report(diagnostic);
}

fn support<'a>(cx: &Context<'a>, claim: &Claim, line: &EvidenceLine) -> Support<'a> {
    // That a study was withdrawn, and what it had said, is a matter of record, and the study itself tells it.
    let of_record = matches!(claim.kind, ClaimKind::Practice | ClaimKind::StateOfEvidence);
    let told = of_record && line.cited_as == Some(CitedAs::Retracted);
    match cx.set().studies.look_up(line.study.as_str()) {
        Lookup::Found(_) if !told => match retraction(cx.set(), &line.study) {
            Some((study, event)) => Support::Retracted(study, event),
            None => Support::Counts,
        },
        Lookup::Found(_) => Support::Counts,
        Lookup::Broken(_) => Support::Unknown,
        Lookup::Absent => Support::Absent,
    }
}

fn diagnose(cx: &Context<'_>, at: ClaimAt<'_>, supports: &[(usize, Support<'_>)]) -> Diagnostic {
    let statement = at.document.place("/statement");
    let study_of = |line: usize| at.document.place(&format!("/evidence/{line}/study"));
    let mut retracted = supports.iter().filter_map(|(line, support)| match support {
        Support::Retracted(study, event) => Some((*line, *study, *event)),
        _ => None,
    });
    let Some((line, study, event)) = retracted.next() else {
        let diagnostic = cx
            .at(statement, format!("claim `{}` has no evidence", at.key))
            .label("no study that is in the set supports this");
        return if supports.is_empty() {
            diagnostic
                .help("add an evidence line with `relation: supports`, or say `basis: speculative`")
        } else {
            let lost = supports.iter().map(|(line, _)| *line);
            lost.fold(diagnostic, |diagnostic, line| {
                diagnostic.with(study_of(line), "there is no record of this study")
            })
            .help("record the study, name another that supports the claim, or say `basis: speculative`")
        };
    };
    let first: Place = study.place(&format!("/standing/{event}"));
    retracted
        .fold(
            cx.at(
                statement,
                format!("claim `{}` has no evidence but retracted studies", at.key),
            )
            .label("no study that still stands supports this")
            .with(study_of(line), "this line counts no longer")
            .with(first, "the study was retracted"),
            |diagnostic, (line, study, event)| {
                diagnostic.with(study_of(line), "nor does this").with(
                    study.place(&format!("/standing/{event}")),
                    "this one was retracted too",
                )
            },
        )
        .note("a retracted study is no support; `cited-as: retracted` keeps it in sight, and a claim about the state of the evidence may stand on it so")
        .help("name a study that supports the claim and stands, or say `basis: speculative`")
}

/// Adds the passages from which readers learn the claim.
fn with_passages(cx: &Context<'_>, at: ClaimAt<'_>, diagnostic: Diagnostic) -> Diagnostic {
    let stating = cx.articles().stating(at.document.file());
    let more = stating.clone().count().saturating_sub(PASSAGES);
    let shown = stating.take(PASSAGES);
    let diagnostic = shown.fold(diagnostic, |diagnostic, stated| {
        diagnostic.with(stated.place(), "readers are told so here")
    });
    if more > 0 {
        diagnostic.note(format!("{more} more passages state this claim"))
    } else {
        diagnostic
    }
}
