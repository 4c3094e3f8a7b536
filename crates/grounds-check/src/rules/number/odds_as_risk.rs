//! An odds ratio of a common outcome, told as a ratio of risks.

use grounds_load::child;
use grounds_model::{Level, Measure};
use grounds_numbers::quantity::Quantity;

use crate::context::Context;
use crate::numbers::{Heads, Likelihood, Said, Told, likelihoods, told_as_risk};
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/odds-as-risk",
    level: Level::Warn,
    summary: "an odds ratio of a common outcome is told as a ratio of risks: “2.5 times as likely”",
    docs: include_str!("odds_as_risk.md"),
    check: Check::Sentence(check),
};

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    let Some(compared) = at.compared() else {
        return;
    };
    // Few studies report odds, which is told before anything is read of the sentence.
    let reports_odds = |key: &&str| {
        let study = cx.set().studies.get(key);
        let mut findings = study.iter().flat_map(|study| study.value.findings.values());
        findings.any(|finding| finding.measure == Measure::OddsRatio)
    };
    if !compared.grounds.studies.iter().any(reports_odds) {
        return;
    }
    let judged = compared.quantities.as_deref().unwrap_or_default();
    let said = Said {
        text: &at.sentence.text,
        whole: at.place(),
        judged,
        grounds: &compared.grounds,
        heads: Heads::default(),
    };
    let quantities: Vec<&Quantity> = judged.iter().map(|(quantity, _)| quantity).collect();
    for likelihood in likelihoods(said.text, &quantities) {
        for key in &compared.grounds.studies {
            let Some(document) = cx.set().studies.get(key) else {
                continue;
            };
            match told_as_risk(&likelihood, &document.value) {
                Some(Told::Unknown) => cx.indeterminate(),
                Some(told) => report(cx, &said, &likelihood, key, &told),
                None => {}
            }
        }
    }
}

fn report(
    cx: &mut Context<'_>,
    said: &Said<'_, '_>,
    likelihood: &Likelihood,
    study: &str,
    told: &Told<'_>,
) {
    let Told::Common {
        finding,
        incidence,
        risk_ratio,
    } = told
    else {
        return;
    };
    let words = &said.text[likelihood.words.clone()];
    let message = format!("`{words}` is an odds ratio, told as a ratio of risks");
    let mut diagnostic = cx
        .at(said.place(cx, &likelihood.words), message)
        .label("of odds, not of risks");
    if let Some(document) = cx.set().studies.get(study) {
        let pointer = format!("{}/estimate", child("/findings", finding.as_str()));
        let text = format!("finding `{finding}` of `{study}` is an odds ratio");
        diagnostic = diagnostic.with(document.place(&pointer), text);
    }
    let share = incidence * 100.0;
    let diagnostic = diagnostic.note(format!(
        "{share:.0}% of people had it: where more than 10% have it, an odds ratio is farther from 1 than the ratio of the risks"
    ));
    let help = match risk_ratio {
        Some(ratio) => format!(
            "say that it is the odds, or tell the risks, whose ratio is {:.2}",
            if *ratio > 1.0 { *ratio } else { 1.0 / ratio }
        ),
        None => "say that it is the odds, or tell the risks themselves".to_owned(),
    };
    cx.report(diagnostic.help(help));
}
