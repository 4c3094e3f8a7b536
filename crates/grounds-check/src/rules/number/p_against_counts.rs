//! A p-value that two proportions do not give by any of the usual tests.

use grounds_model::{Finding, Groups, Key, Level, Study};
use grounds_numbers::statistics::{ReportedP, Table};

use super::{exact, findings, in_finding, is_percentage, says_modelled, size_of};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::StudyAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/p-against-counts",
    level: Level::Error,
    summary: "a p-value does not follow from two proportions by any usual test",
    docs: include_str!("p_against_counts.md"),
    check: Check::Study(check),
};

fn check(cx: &mut Context<'_>, at: StudyAt<'_>) {
    // The same people twice are compared by other tests, such as McNemar's.
    if at
        .study()
        .groups
        .is_some_and(|groups| groups != Groups::Parallel)
    {
        return;
    }
    for (key, finding) in findings(&at) {
        // The p-value of an estimate is that of its model, which may adjust for more than the arms.
        if finding.estimate.is_some() {
            continue;
        }
        // Clusters, strata, trends and times to an event have tests of their own.
        if says_modelled(key, finding) {
            continue;
        }
        let Some(reported) = finding.p.as_ref().and_then(|p| ReportedP::read(p.as_str())) else {
            continue;
        };
        let Some((table, counts)) = table(at.study(), finding) else {
            continue;
        };
        if fits(table, reported) {
            continue;
        }
        let fisher = table.fisher();
        let plain = table.chi_squared(false);
        let chi = plain.map(|p| format!(", χ² {p:.3}")).unwrap_or_default();
        let diagnostic = cx
            .at(
                in_finding(at.document, key, "/p"),
                format!("the p-value of finding `{key}` does not fit its counts"),
            )
            .label(format!("Fisher's exact test gives {fisher:.2}{chi}"))
            .with(in_finding(at.document, key, ""), counts)
            .help(
                "look up what the p-value belongs to; it may be that of a finer grading or of another \
                 comparison",
            );
        cx.report(diagnostic);
    }
}

/// Whether a usual test of two proportions gives a p-value.
fn fits(table: Table, reported: ReportedP) -> bool {
    // One-sided tests give half of these; a twentieth is left for how the counts were rounded.
    let mut usual = table.usual();
    usual.any(|p| reported.admits(p * 0.475, p * 1.05))
}

/// Whether the counts of a finding's two arms give its p-value by a usual test.
pub(super) fn counts_give(study: &Study, finding: &Finding, reported: ReportedP) -> bool {
    table(study, finding).is_some_and(|(table, _)| fits(table, reported))
}

/// The counts of the finding's two arms, and how they are said.
fn table(study: &Study, finding: &Finding) -> Option<(Table, String)> {
    let arms: Vec<&Key> = if finding.events.is_empty() {
        finding.values.keys().collect()
    } else {
        finding.events.keys().collect()
    };
    let [one, other] = arms.as_slice() else {
        return None;
    };
    let (n, other_n) = (
        size_of(study, finding, one)?,
        size_of(study, finding, other)?,
    );
    let events = |arm: &Key, n: u64| match finding.events.get(arm) {
        Some(events) => Some(events.get()),
        None if is_percentage(finding) => people_of(finding, arm, n),
        None => None,
    };
    let (a, b) = (events(one, n)?, events(other, other_n)?);
    let counts = format!("{a} of {n} against {b} of {other_n}");
    Some((Table::of([a, b], [n, other_n])?, counts))
}

/// How many of so many people a per cent is: the nearest whole number.
fn people_of(finding: &Finding, arm: &Key, n: u64) -> Option<u64> {
    let share = exact(finding.values.get(arm)?)?.value();
    let people = share.checked_mul(n.into())? / rust_decimal::Decimal::ONE_HUNDRED;
    people.round().to_string().parse().ok()
}
