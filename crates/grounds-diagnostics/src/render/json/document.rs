//! The types of the JSON report. They are published: `schemas/report.schema.json` is made
//! from them, so the comments here are what its readers see.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Severity, Tally, Verdict};

/// What one run of `grounds check` found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Document {
    /// The name and version of this format. The number changes when a field goes or changes
    /// its meaning; fields may be added without that.
    pub format: Format,
    /// The version of `grounds` that made the report.
    pub version: String,
    /// The day as of which freshness was judged, such as `2026-11-22`.
    pub as_of: String,
    /// The path of the content set as the user named it; every `path` below begins with it.
    pub root: String,
    /// What the run comes to.
    pub verdict: Verdict,
    /// How many findings there are.
    pub counts: Counts,
    /// How many things of each kind were read.
    pub read: BTreeMap<String, usize>,
    /// How all checks ended, over all rules.
    pub checks: Tally,
    /// Shares that the run measured, such as claim coverage.
    pub measures: Vec<Measure>,
    /// What was not checked, and why.
    pub unchecked: Vec<Unchecked>,
    /// Every rule, in order of its name, with how its checks ended.
    pub rules: Vec<Rule>,
    /// The findings, in order of path, place, rule and message.
    pub diagnostics: Vec<Diagnostic>,
}

/// The name and version of the format of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Format {
    /// The first version.
    #[serde(rename = "grounds-report/1")]
    V1,
}

/// How many findings there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Counts {
    /// Findings that fail the run, with those that are left out below.
    pub errors: usize,
    /// Findings that do not, with those that are left out below.
    pub warnings: usize,
    /// How many of them `diagnostics` leaves out because there are too many.
    pub omitted: Omitted,
    /// Findings that were suppressed in the content, each with a reason. They are not among
    /// the errors and warnings.
    pub suppressed: usize,
}

/// How many findings are left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Omitted {
    /// Errors that are left out.
    pub errors: usize,
    /// Warnings that are left out.
    pub warnings: usize,
}

/// A share that the run measured.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Measure {
    /// Its name, such as `claim coverage`.
    pub name: String,
    /// How many of `whole`.
    pub part: usize,
    /// Of how many; where it is zero, nothing was measured.
    pub whole: usize,
    /// What is counted, such as `sentences accounted for`.
    pub unit: String,
    /// The share in per cent, rounded down to one decimal, so that only the whole is 100;
    /// null where nothing was measured.
    pub percent: Option<f64>,
}

/// Something that was not checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Unchecked {
    /// What was not checked.
    pub what: String,
    /// Why it was not.
    pub why: String,
}

/// A rule. Its page is what `grounds explain` shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Rule {
    /// The permanent name, such as `claim/no-evidence`.
    pub id: String,
    /// What it finds, in a sentence.
    pub summary: String,
    /// The severity that it has by default; null if it is off by default.
    pub default: Option<Severity>,
    /// How its checks ended.
    pub checks: Tally,
}

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Diagnostic {
    /// The name of the rule that found it.
    pub rule: String,
    /// What it does to the run.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// A name of the finding that survives edits elsewhere in the file.
    pub fingerprint: String,
    /// Where it is wrong, and what is there.
    pub primary: Label,
    /// Other places that matter, often in other files.
    pub secondary: Vec<Label>,
    /// Why it matters, or what was compared.
    pub notes: Vec<String>,
    /// What to do.
    pub help: Vec<String>,
    /// A change that would mend it; null if none is known to be right.
    pub fix: Option<Fix>,
}

/// A place and what is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What is there; may be empty.
    pub text: String,
}

/// A stretch of text in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Span {
    /// The path of the file, with `/` on every system: `root` and the path in the content set; of
    /// another file, the path that the command line gave.
    pub path: String,
    /// Where it begins.
    pub start: Point,
    /// Where what follows begins; equal to `start` for a point.
    pub end: Point,
}

/// A point in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Point {
    /// The offset in bytes, from 0.
    pub byte: usize,
    /// The line, from 1.
    pub line: usize,
    /// The column in Unicode code points, from 1.
    pub column: usize,
}

/// A change that would mend a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Fix {
    /// What the change does.
    pub title: String,
    /// The replacements, in order, disjoint, all in one file.
    pub edits: Vec<Edit>,
}

/// A replacement of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Edit {
    /// The text that goes; empty for an insertion.
    pub span: Span,
    /// The text that comes.
    pub replacement: String,
}
