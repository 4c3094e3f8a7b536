//! A step up for evidence that starts high, or that was stepped down as well.

use grounds_model::{CertaintyLevel, Level};

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;

pub(crate) static RULE: Rule = Rule {
    id: "certainty/upgrade-of-trials",
    level: Level::Error,
    summary: "a step up for evidence that starts high, or that was stepped down as well",
    docs: include_str!("upgrade_of_trials.md"),
    check: Check::Claim(check),
};

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let Some(certainty) = at
        .claim()
        .certainty
        .as_ref()
        .filter(|c| !c.upgrades.is_empty())
    else {
        return;
    };
    let place = at.document.place("/certainty/upgrades/0");
    let of_evidence = at.allowed.and_then(|allowed| allowed.start);
    let high = |level| level == CertaintyLevel::High;
    let trial = of_evidence.filter(|(level, _)| high(*level));
    let diagnostic = if certainty.start.is_some_and(high) || trial.is_some() {
        cx.at(place, "evidence that starts high cannot be rated up")
            .with(at.document.place("/certainty/start"), "it starts high")
    } else if let Some(step) = certainty.downgrades.first() {
        let text = format!(
            "rated down for {}",
            super::spaced(&format!("{:?}", step.domain))
        );
        cx.at(place, "evidence that was rated down is not rated up")
            .with(at.document.place("/certainty/downgrades/0"), text)
    } else {
        return;
    };
    let diagnostic = diagnostic
        .note("GRADE keeps rating up for observational studies without serious limitations (Guyatt GH and others, J Clin Epidemiol 2011;64:1311–1316)")
        .help("take back the step up");
    cx.report(diagnostic);
}
