//! A value of some of those who took part, said of others.

use grounds_evidence::in_sentence;
use grounds_load::child;
use grounds_model::{Key, Level};

use crate::context::Context;
use crate::numbers::{OfPart, Said, said_of_other_parts, with_known};
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/other-people",
    level: Level::Error,
    summary: "a value is said of other people than those of whom the record has it",
    docs: include_str!("other_people.md"),
    check: Check::Sentence(check),
};

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    let Some(said) = Said::of_sentence(&at).filter(|said| !said.judged.is_empty()) else {
        return;
    };
    for value in said_of_other_parts(&said, cx.numbers(), cx.appraiser().concepts()) {
        report(cx, &said, &value);
    }
}

fn report(cx: &mut Context<'_>, said: &Said<'_, '_>, value: &OfPart<'_, '_>) {
    let words = &said.text[value.quantity.whole.clone()];
    let concepts = cx.appraiser().concepts();
    let label = |key: &Key| in_sentence(concepts.label(key));
    let named = label(value.said);
    let is_of = if value.is_of.is_empty() {
        "all who took part".to_owned()
    } else {
        let all: Vec<String> = value.is_of.iter().map(label).collect();
        all.join(", ")
    };
    let message = format!("`{words}` is a result of others: of {is_of}, not of {named}");
    let diagnostic = cx.at(said.place(cx, &value.quantity.whole), message);
    let diagnostic = diagnostic.label(format!("said of {named}"));
    let mut diagnostic = with_known(cx, diagnostic, Some(value.study), value.known);
    let study = cx.set().studies.get(value.study);
    let mut help = format!("write the value of {named}, or name {is_of}");
    if let Some((study, finding)) =
        study.and_then(|study| Some((study, study.value.findings.get(value.finding)?)))
    {
        let pointer = format!("{}/among", child("/findings", value.finding.as_str()));
        let text = format!("finding `{}` is of {named}", value.finding);
        diagnostic = diagnostic.with(study.place(&pointer), text);
        let own = match value.known.arm() {
            Some(arm) => finding.values.get(arm),
            None => finding.estimate.as_ref(),
        };
        if let Some(own) = own {
            help = format!(
                "write {own}, as finding `{}` has it, or name {is_of}",
                value.finding
            );
        }
    }
    cx.report(diagnostic.help(help));
}
