//! A number that is computed from a finding of a retracted study.

use grounds_load::{Lookup, child};
use grounds_model::{CitedAs, Derivation, Key, Level};

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::standings::{retraction, with_event};
use crate::subject::ClaimAt;

pub(crate) static RULE: Rule = Rule {
    id: "study/retracted-derivation",
    level: Level::Error,
    summary: "a claim derives a number from a finding of a retracted study",
    docs: include_str!("retracted_derivation.md"),
    check: Check::Claim(check),
};

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    for (name, derivation) in &at.claim().derivations {
        check_derivation(cx, at, name, derivation);
    }
}

fn check_derivation(cx: &mut Context<'_>, at: ClaimAt<'_>, name: &Key, derivation: &Derivation) {
    let mut told: Vec<&Key> = Vec::new();
    for (i, of) in derivation.of.iter().enumerate() {
        let Some(study) = &of.study else {
            continue;
        };
        match cx.set().studies.look_up(study.as_str()) {
            Lookup::Found(_) => {}
            Lookup::Broken(_) => {
                cx.indeterminate();
                continue;
            }
            Lookup::Absent => continue,
        }
        // Once for each study, and not where the claim says that the study was retracted.
        let known = at
            .claim()
            .evidence
            .iter()
            .any(|line| line.study == *study && line.cited_as == Some(CitedAs::Retracted));
        if known || told.contains(&study) {
            continue;
        }
        let Some((record, event)) = retraction(cx.set(), study) else {
            continue;
        };
        told.push(study);
        let pointer = child("/derivations", name.as_str());
        let message = format!(
            "derivation `{name}` is computed from a study whose data were retracted, `{study}`"
        );
        let diagnostic = cx
            .at(
                at.document.place(&format!("{pointer}/of/{i}/study")),
                message,
            )
            .label("this number cannot be relied on");
        let diagnostic = with_event(diagnostic, record, event).help(
            "take the derivation out, and the words that say its number; or name the study in the evidence with \
             `cited-as: retracted`, and tell readers",
        );
        cx.report(diagnostic);
    }
}
