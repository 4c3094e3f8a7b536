//! A study that is cited as retracted, which it is not.

use grounds_diagnostics::{Diagnostic, Place};
use grounds_evidence::{says_retracted, withdrawn};
use grounds_load::Lookup;
use grounds_model::{CitedAs, Level, StandingKind, Study};

use crate::context::Context;
use crate::rule::{Check, Reads, Rule};
use crate::standings::with_event;
use crate::subject::ArticleAt;

pub(crate) static RULE: Rule = Rule {
    id: "study/needless-retraction-notice",
    level: Level::Warn,
    summary: "a study is cited as retracted, but is not retracted",
    docs: include_str!("needless_retraction_notice.md"),
    check: Check::Everywhere {
        article: check_article,
        rest: check,
        reads: Reads {
            same_claim: |former, now| former.value.evidence == now.value.evidence,
            same_study: |former, now| {
                let stands = |study: &Study| (study.standing.clone(), study.part_of.clone());
                stands(&former.value) == stands(&now.value)
            },
            ..Reads::NOTHING
        },
    },
};

fn check(cx: &mut Context<'_>) {
    let set = cx.set();
    for (_, claim) in set.claims.iter() {
        for (i, line) in claim.value.evidence.iter().enumerate() {
            if line.cited_as == Some(CitedAs::Retracted) {
                let place = claim.place(&format!("/evidence/{i}/cited-as"));
                check_notice(cx, line.study.as_str(), place, "delete `cited-as`");
            }
        }
    }
}

fn check_article(cx: &mut Context<'_>, at: ArticleAt<'_>) {
    for citation in &at.article.prose.citations {
        if says_retracted(&citation.prefix) || says_retracted(&citation.suffix) {
            let place = at.article.place(citation.key_range.clone());
            check_notice(cx, &citation.key, place, "leave the word out");
        }
    }
}

/// Reports a notice at `place` if its study stands.
fn check_notice(cx: &mut Context<'_>, key: &str, place: Place, remedy: &str) {
    let study = match cx.set().studies.look_up(key) {
        Lookup::Found(study) => study,
        Lookup::Broken(_) => return cx.indeterminate(),
        Lookup::Absent => return,
    };
    let own = cx.set().studies.sound.get_key_value(key);
    if own.is_some_and(|(own, _)| withdrawn(cx.set(), own).is_some()) {
        return;
    }
    let message = format!("study `{key}` is cited as retracted, but is not retracted");
    let mut diagnostic: Diagnostic = cx
        .at(place, message)
        .label("readers are told that the study was retracted")
        .help(format!(
            "{remedy}, or record the retraction in the study's `standing`"
        ));
    let reinstated = |event: &grounds_model::StandingEvent| event.event == StandingKind::Reinstated;
    if let Some(event) = study.value.standing.iter().rposition(reinstated) {
        diagnostic = with_event(diagnostic, study, event);
    }
    cx.report(diagnostic);
}
