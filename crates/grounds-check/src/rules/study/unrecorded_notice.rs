//! A notice of the retraction list that the record does not have.

use grounds_load::{Nature, known_by};
use grounds_model::Level;

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::standings::with_uses;
use crate::subject::StudyAt;

pub(crate) static RULE: Rule = Rule {
    id: "study/unrecorded-notice",
    level: Level::Error,
    summary: "the retraction list has a notice about a study that its record does not have",
    docs: include_str!("unrecorded_notice.md"),
    check: Check::Study(check),
};

fn check(cx: &mut Context<'_>, at: StudyAt<'_>) {
    let Some(list) = cx.retractions() else {
        return;
    };
    let (doi, pmid) = known_by(at.study());
    if doi.is_none() && pmid.is_none() {
        return cx.indeterminate();
    }
    let unrecorded = list.unrecorded.iter().filter(|(key, _)| key == at.key);
    for notice in unrecorded.map(|(_, notice)| &list.notices[*notice]) {
        let (what, event) = names(notice.nature);
        let on = notice.on.map(|on| format!(" of {on}")).unwrap_or_default();
        let field = if notice.doi.is_some() && notice.doi == doi {
            "DOI"
        } else {
            "PMID"
        };
        let message = format!(
            "the list has {what}{on} about `{}` that its record does not have",
            at.key
        );
        let mut diagnostic = cx
            .at(at.document.place(&format!("/report/{field}")), message)
            .label(format!("{}, line {}", list.name, notice.line));
        if notice.on.is_some_and(|on| on > cx.as_of()) {
            diagnostic = diagnostic.note(format!(
                "the list dates it after {}, the day of this check: it counts, but its date may be mistyped",
                cx.as_of()
            ));
        }
        let differs = |of_row: &Option<String>, own: &Option<String>| {
            of_row.is_some() && own.is_some() && of_row != own
        };
        if differs(&notice.doi, &doi) || differs(&notice.pmid, &pmid) {
            diagnostic = diagnostic.note(
                "the row has another DOI or PubMed number than the record: see which paper it is about",
            );
        }
        if !notice.reason.is_empty() {
            diagnostic = diagnostic.note(format!("reason: {}", notice.reason));
        }
        let entry = notice
            .on
            .map(|on| format!(", on: {on}"))
            .unwrap_or_default();
        let doi = notice
            .notice
            .as_ref()
            .map(|doi| format!(", notice: {doi}"))
            .unwrap_or_default();
        let diagnostic = with_uses(diagnostic, cx, at.key).help(format!(
            "read the notice, and add to `standing`: `- {{event: {event}{entry}{doi}}}`"
        ));
        cx.report(diagnostic);
    }
}

fn names(nature: Nature) -> (&'static str, &'static str) {
    match nature {
        Nature::Retraction => ("a retraction", "retracted"),
        Nature::Concern => ("an expression of concern", "concern"),
        Nature::Correction => ("a correction", "corrected"),
        Nature::Reinstatement => ("a reinstatement", "reinstated"),
    }
}
