//! A per cent that so many people cannot give.

use grounds_load::child;
use grounds_model::Level;
use grounds_numbers::statistics::is_possible_percentage;

use super::{exact, findings, in_finding, is_percentage, says_modelled, size_of};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::StudyAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/impossible-percentage",
    level: Level::Error,
    summary: "a per cent does not fit the number of people that it is of",
    docs: include_str!("impossible_percentage.md"),
    check: Check::Study(check),
};

fn check(cx: &mut Context<'_>, at: StudyAt<'_>) {
    for (key, finding) in findings(&at).filter(|(_, finding)| is_percentage(finding)) {
        for (arm, value) in &finding.values {
            let (Some(percentage), Some(n)) = (exact(value), size_of(at.study(), finding, arm))
            else {
                continue;
            };
            let events = finding.events.get(arm).map(|events| events.get());
            let place = in_finding(at.document, key, &child("/values", arm.as_str()));
            let hundred = rust_decimal::Decimal::ONE_HUNDRED;
            let of = |events: u64| {
                let share = hundred.checked_mul(events.into())?;
                share.checked_div(n.into())
            };
            let diagnostic = match events.and_then(|events| Some((events, of(events)?))) {
                Some((events, share)) if !percentage.is_rounded_from(share) => cx
                    .at(place, format!("{events} of {n} people are {}%, not {percentage}%", share.round_dp(2).normalize()))
                    .with(in_finding(at.document, key, &child("/events", arm.as_str())), "so many had the outcome")
                    .help("look the number, the whole and the per cent up in the report"),
                // Kaplan-Meier's, weighted and modelled per cents are no counts of people.
                None if !is_possible_percentage(percentage, n) && !says_modelled(key, finding) => cx
                    .at(place, format!("no number of {n} people is {percentage}% of them"))
                    .help("look both up in the report; the per cent may be of those who stayed: record `n` in the finding"),
                _ => continue,
            };
            cx.report(diagnostic);
        }
    }
}
