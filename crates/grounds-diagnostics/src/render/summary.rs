//! What a run comes to, in the words that every readable format uses.

use crate::{Measure, Report, Severity, Tally, Verdict};

/// The last line: what it is called, and what it says.
pub(super) fn verdict(report: &Report) -> (&'static str, String) {
    let tally = report.checks();
    let warnings = report.count(Severity::Warning);
    let and_warnings = match warnings {
        0 => String::new(),
        _ => format!(", {}", counted(warnings, "warning")),
    };
    match report.verdict() {
        Verdict::Failed => {
            let errors = counted(report.count(Severity::Error), "error");
            ("error", errors + &and_warnings)
        }
        Verdict::Passed if warnings > 0 => ("warning", format!("no errors{and_warnings}")),
        Verdict::Passed => {
            let passed = counted(tally.passed, "check");
            let suppressed = match report.suppressed {
                0 => String::new(),
                count => format!(", {} suppressed", counted(count, "finding")),
            };
            (
                "clean",
                format!("{passed} passed{}{suppressed}", undecided(tally)),
            )
        }
        Verdict::NothingCompared => (
            "warning",
            format!(
                "nothing was compared: no check passed or failed{}{and_warnings}",
                undecided(tally)
            ),
        ),
    }
}

/// How the checks ended, with all four outcomes.
pub(super) fn checks(tally: Tally) -> String {
    let four = format!(
        "{} passed, {} failed, {} indeterminate, {} not run",
        tally.passed, tally.failed, tally.indeterminate, tally.not_run
    );
    if tally.compared() == 0 {
        format!("nothing was compared ({four})")
    } else {
        four
    }
}

/// What a run measured.
pub(super) fn measure(measure: &Measure) -> String {
    let Measure {
        name,
        part,
        whole,
        unit,
    } = measure;
    match measure.per_mille() {
        Some(share) => format!(
            "{name}: {part} of {whole} {unit} ({}.{} %)",
            share / 10,
            share % 10
        ),
        None => format!("{name}: nothing was measured ({part} of {whole} {unit})"),
    }
}

/// What was left out, where anything was: `12 more errors not shown`.
pub(super) fn omitted(report: &Report) -> Option<String> {
    let more = |count, what| (count > 0).then(|| counted(count, what));
    let (errors, warnings) = report.omitted;
    let parts: Vec<String> = [more(errors, "more error"), more(warnings, "more warning")]
        .into_iter()
        .flatten()
        .collect();
    (!parts.is_empty()).then(|| format!("{} not shown", parts.join(" and ")))
}

/// A number and its noun: `1 error`, `2 errors`.
pub(super) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// A number and the plural that a report carries, singular where it is one: `1 study`.
pub(super) fn counted_plural(count: usize, plural: &str) -> String {
    if count != 1 {
        return format!("{count} {plural}");
    }
    match plural.strip_suffix("ies") {
        Some(stem) => format!("1 {stem}y"),
        None => format!("1 {}", plural.strip_suffix('s').unwrap_or(plural)),
    }
}

fn undecided(tally: Tally) -> String {
    let some = |count, what| match count {
        0 => String::new(),
        _ => format!(", {count} {what}"),
    };
    some(tally.indeterminate, "indeterminate") + &some(tally.not_run, "not run")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coverage(part: usize, whole: usize) -> String {
        measure(&Measure {
            name: "claim coverage",
            part,
            whole,
            unit: "sentences accounted for".to_owned(),
        })
    }

    #[test]
    fn a_share_is_never_rounded_up() {
        assert_eq!(
            coverage(104, 104),
            "claim coverage: 104 of 104 sentences accounted for (100.0 %)"
        );
        assert_eq!(
            coverage(99_999, 100_000),
            "claim coverage: 99999 of 100000 sentences accounted for (99.9 %)"
        );
        assert_eq!(
            coverage(0, 0),
            "claim coverage: nothing was measured (0 of 0 sentences accounted for)"
        );
    }

    #[test]
    fn one_is_singular() {
        assert_eq!(counted_plural(1, "studies"), "1 study");
        assert_eq!(counted_plural(1, "articles"), "1 article");
        assert_eq!(counted_plural(0, "claims"), "0 claims");
    }
}
