//! A value of one outcome, said of another.

use grounds_load::child;
use grounds_model::{Decimal, Level};

use super::other_measure::misnamed;
use crate::context::Context;
use crate::numbers::{
    OfOutcome, OfTheRest, Said, said_of_arms, said_of_others, said_of_the_rest, with_known,
};
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/other-outcome",
    level: Level::Error,
    summary: "a value is said of another outcome than the one that has it in the record",
    docs: include_str!("other_outcome.md"),
    check: Check::Sentence(check),
};

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    if let Some(said) = Said::of_sentence(&at) {
        check_said(cx, &said);
    }
}

pub(super) fn check_said(cx: &mut Context<'_>, said: &Said<'_, '_>) {
    for of in said_of_the_rest(said, cx.numbers()) {
        if !is_of_another_arm(cx, said, &of) {
            report_rest(cx, said, &of);
        }
    }
    let found = said_of_others(said, cx.numbers(), cx.appraiser().concepts());
    for value in found {
        // A number needed to treat that is called one to harm is told of once, as that.
        let at = said
            .judged
            .iter()
            .position(|(of, _)| of.whole == value.quantity.whole);
        if at.is_none_or(|at| misnamed(cx, said, at).is_none()) {
            report(cx, said, &value);
        }
    }
}

/// Whether a value is said of another arm as well, which has a rule of its own.
fn is_of_another_arm(cx: &Context<'_>, said: &Said<'_, '_>, of: &OfTheRest<'_>) -> bool {
    let concepts = cx.appraiser().concepts();
    let findings = said_of_arms(said.text, said.judged, said.heads, cx.set(), concepts);
    let mut values = findings.iter().flatten();
    values.any(|value| {
        let other = value.said.is_some_and(|said| said != value.arm);
        other && value.quantity.number == of.quantity.number
    })
}

/// Reports a share of those who had something that is said of those who had not.
fn report_rest(cx: &mut Context<'_>, said: &Said<'_, '_>, of: &OfTheRest<'_>) {
    let words = &said.text[of.quantity.whole.clone()];
    let message = format!("`{words}` had it, and the words tell of those who did not");
    let diagnostic = cx.at(said.place(cx, &of.quantity.whole), message);
    let diagnostic = diagnostic.label("said of the others");
    let diagnostic = with_known(cx, diagnostic, Some(of.study), of.known);
    cx.report(diagnostic.help("write how many are left, or tell of those who had it"));
}

fn report(cx: &mut Context<'_>, said: &Said<'_, '_>, value: &OfOutcome<'_>) {
    let words = &said.text[value.quantity.whole.clone()];
    let concepts = cx.appraiser().concepts();
    let label = |key| grounds_evidence::in_sentence(concepts.label(key));
    let (named, is_of) = (label(value.said), label(value.is_of));
    let message = format!("`{words}` is a result of another outcome: of {is_of}, not of {named}");
    let diagnostic = cx.at(said.place(cx, &value.quantity.whole), message);
    let diagnostic = diagnostic.label(format!("said of {named}"));
    let mut diagnostic = with_known(cx, diagnostic, Some(value.study), value.known);
    let study = cx.set().studies.get(value.study);
    let finding = study.and_then(|study| Some((study, study.value.findings.get(value.finding)?)));
    let mut meant = None;
    if let Some((study, finding)) = finding {
        let own: Option<&Decimal> = match value.known.arm() {
            Some(arm) => finding.values.get(arm),
            None => finding.estimate.as_ref(),
        };
        let pointer = format!("{}/outcome", child("/findings", value.finding.as_str()));
        let text = format!("finding `{}` is of {named}", value.finding);
        diagnostic = diagnostic.with(study.place(&pointer), text);
        meant = own;
    }
    let help = match meant {
        Some(own) => format!(
            "write {own}, as finding `{}` has it, or name {is_of}",
            value.finding
        ),
        None => format!(
            "write a value of finding `{}`, or name {is_of}",
            value.finding
        ),
    };
    cx.report(diagnostic.help(help));
}
