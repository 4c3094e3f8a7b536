//! A report: what one run found, in order, with what it counted and what it did not check.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Diagnostic, RuleInfo, Sources};

/// What a diagnostic does to a run.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// It is shown, and the run passes.
    Warning,
    /// It is shown, and the run fails.
    Error,
}

/// What a run comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// There are errors: exit status 1.
    Failed,
    /// There are no errors; there may be warnings: exit status 0.
    Passed,
    /// There are no errors because nothing was compared, which says nothing about the
    /// content: exit status 0.
    NothingCompared,
}

/// What one run found.
#[derive(Debug)]
pub struct Report {
    /// The version of `grounds`.
    pub version: &'static str,
    /// The day as of which freshness was judged, `2026-11-22`.
    pub as_of: String,
    /// How many things of each kind were read: `("articles", 3)`.
    pub read: Vec<(&'static str, usize)>,
    /// The diagnostics, in order, each with its severity.
    pub entries: Vec<Entry>,
    /// How many more there are than `entries` shows, by severity: errors, warnings.
    pub omitted: (usize, usize),
    /// How many diagnostics were suppressed, each with a reason.
    pub suppressed: usize,
    /// Every rule, in order of its name, with how its checks ended.
    pub rules: Vec<(RuleInfo, Tally)>,
    /// Shares that the run measured, such as claim coverage.
    pub measures: Vec<Measure>,
    /// What was not checked, and why.
    pub unchecked: Vec<Unchecked>,
}

impl Report {
    /// How many diagnostics of a severity there are, shown or omitted.
    pub fn count(&self, severity: Severity) -> usize {
        let shown = self
            .entries
            .iter()
            .filter(|entry| entry.severity == severity)
            .count();
        let (errors, warnings) = self.omitted;
        shown
            + if severity == Severity::Error {
                errors
            } else {
                warnings
            }
    }

    /// How all checks ended, over all rules.
    pub fn checks(&self) -> Tally {
        self.rules
            .iter()
            .fold(Tally::default(), |sum, (_, tally)| Tally {
                passed: sum.passed + tally.passed,
                failed: sum.failed + tally.failed,
                indeterminate: sum.indeterminate + tally.indeterminate,
                not_run: sum.not_run + tally.not_run,
            })
    }

    /// What the run comes to.
    pub fn verdict(&self) -> Verdict {
        if self.count(Severity::Error) > 0 {
            Verdict::Failed
        } else if self.checks().compared() == 0 {
            Verdict::NothingCompared
        } else {
            Verdict::Passed
        }
    }

    /// Brings diagnostics into their total order: path, place, rule, message.
    pub fn sort(entries: &mut [Entry], sources: &Sources) {
        entries.sort_by(|a, b| order(a, sources).cmp(&order(b, sources)));
    }
}

/// What a diagnostic is ordered by: path, place, rule, message.
fn order<'a>(
    Entry { diagnostic, .. }: &'a Entry,
    sources: &'a Sources,
) -> (&'a str, usize, usize, &'a str, &'a str) {
    let place = diagnostic.primary.place;
    (
        sources.get(place.file).path(),
        place.start,
        place.end,
        diagnostic.rule,
        &diagnostic.message,
    )
}

/// A diagnostic and its severity.
#[derive(Debug, Clone)]
pub struct Entry {
    /// What it does to the run.
    pub severity: Severity,
    /// What was found.
    pub diagnostic: Diagnostic,
}

/// How the checks of one rule ended: one check is one rule on one article, claim, study, …
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Tally {
    /// Compared, and as it should be.
    pub passed: usize,
    /// Compared, and not as it should be.
    pub failed: usize,
    /// Looked at, but what is written does not decide it.
    pub indeterminate: usize,
    /// Not looked at: the rule is off, or a record that it needs could not be read.
    pub not_run: usize,
}

impl Tally {
    /// How many checks compared something: those that passed or failed.
    pub fn compared(self) -> usize {
        self.passed + self.failed
    }
}

/// A share that a run measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// Its name: `claim coverage`.
    pub name: &'static str,
    /// How many of `whole`.
    pub part: usize,
    /// Of how many. Where it is zero, nothing was measured, and renderers say so.
    pub whole: usize,
    /// What is counted: `sentences accounted for`.
    pub unit: String,
}

impl Measure {
    /// The share in tenths of a per cent, rounded down, so that only the whole is 1000; `None`
    /// where nothing was measured.
    pub fn per_mille(&self) -> Option<u32> {
        let share = (self.part as u128 * 1000).checked_div(self.whole as u128)?;
        u32::try_from(share).ok()
    }
}

/// Something that was not checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unchecked {
    /// What: `2 rules`, `claims/a.yaml`.
    pub what: String,
    /// Why: `turned off`, `could not be read`.
    pub why: String,
}
