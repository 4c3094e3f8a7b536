//! A step up or down without a reason, of no known size, or in a domain that was counted already.

use grounds_diagnostics::Diagnostic;
use grounds_model::{DowngradeDomain, Level, UpgradeDomain};

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;

pub(crate) static RULE: Rule = Rule {
    id: "certainty/unreasoned-step",
    level: Level::Error,
    summary: "a step of certainty has no reason, an impossible size, or a domain that was counted already",
    docs: include_str!("unreasoned_step.md"),
    check: Check::Claim(check),
};

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let Some(certainty) = &at.claim().certainty else {
        return;
    };
    let downgrades = certainty.downgrades.iter().enumerate().map(|(i, step)| {
        let most = match step.domain {
            DowngradeDomain::RiskOfBias | DowngradeDomain::Imprecision => 3,
            _ => 2,
        };
        let mut before = certainty.downgrades[..i].iter();
        let new = before.all(|before| before.domain != step.domain);
        ("downgrades", i, step.steps.get(), most, &step.reason, new)
    });
    let upgrades = certainty.upgrades.iter().enumerate().map(|(i, step)| {
        // Only a very large effect counts twice.
        let most = match step.domain {
            UpgradeDomain::LargeEffect => 2,
            UpgradeDomain::DoseResponse | UpgradeDomain::PlausibleConfounding => 1,
        };
        let mut before = certainty.upgrades[..i].iter();
        let new = before.all(|before| before.domain != step.domain);
        ("upgrades", i, step.steps.get(), most, &step.reason, new)
    });
    for (list, i, size, most, reason, new) in downgrades.chain(upgrades) {
        let place = |field: &str| {
            let pointer = format!("/certainty/{list}/{i}/{field}");
            at.document.place(&pointer)
        };
        let mut found: Vec<Diagnostic> = Vec::new();
        if !(1..=most).contains(&size) {
            let most = match most {
                1 => "1 level".to_owned(),
                most => format!("1 to {most} levels"),
            };
            let message = format!("a step in this domain is {most}, not {size}");
            found.push(cx.at(place("steps"), message).help(
                "down, 1 is for serious and 2 for very serious concerns; up, 2 is for a very large effect alone",
            ));
        }
        if !says_something(reason.as_str()) {
            found.push(
                cx.at(place("reason"), "this is no reason")
                    .note("readers see it beside the level, and must be able to follow it")
                    .help("say in a sentence what it is in these studies that makes us less or more certain"),
            );
        }
        if !new {
            found.push(
                cx.at(place("domain"), "this domain was counted already")
                    .help("make it one step, of two levels if the concern is very serious"),
            );
        }
        for diagnostic in found {
            cx.report(diagnostic);
        }
    }
}

/// Words that fill the field and say nothing.
const EMPTY: &[&str] = &[
    "because",
    "see above",
    "see below",
    "todo",
    "tbd",
    "n/a",
    "na",
    "none",
    "unknown",
    "reason",
    "serious",
    "very serious",
    "downgraded",
    "upgraded",
    "as above",
    "same",
    "yes",
    "no",
    "risk of bias",
    "inconsistency",
    "indirectness",
    "imprecision",
    "publication bias",
    "large effect",
];

fn says_something(reason: &str) -> bool {
    let words = reason.split_whitespace().count();
    let plain = reason.trim().trim_end_matches(['.', '!', '…']);
    let is_plain = |empty: &&str| empty.eq_ignore_ascii_case(plain);
    words >= 2 && !EMPTY.iter().any(is_plain)
}
