//! What the run that made a bundle found, and what it did not look at.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What the run that made the bundle found, and what it did not look at.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RunSummary {
    /// The day as of which the content was judged, `2026-11-22`.
    #[schemars(extend("format" = "date"))]
    pub as_of: String,
    /// Whether the bundle was exported although there were errors, or would have been.
    pub errors_allowed: bool,
    /// How many diagnostics were errors.
    pub errors: u64,
    /// How many diagnostics were warnings.
    pub warnings: u64,
    /// How many diagnostics were suppressed by the authors, each with a reason.
    pub suppressed: u64,
    /// The claim coverage of all articles together.
    pub coverage: Coverage,
    /// The claim coverage of each article, by slug.
    pub articles: Vec<ArticleCoverage>,
    /// How the checks of all rules ended.
    pub checks: Outcomes,
    /// How the checks of each rule ended, in order of the rules' names.
    pub rules: Vec<RuleOutcomes>,
    /// What was not checked, and why.
    pub not_checked: Vec<NotChecked>,
}

/// A share of sentences: those that are accounted for, of those that make a statement.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Coverage {
    /// How many sentences are accounted for: inside a passage, cited, labelled speculative, or
    /// declared to be no claim.
    pub part: u64,
    /// Of how many. Where it is 0, nothing was measured.
    pub whole: u64,
}

/// The claim coverage of one article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ArticleCoverage {
    /// The slug of the article.
    pub article: String,
    /// Its claim coverage.
    pub coverage: Coverage,
}

/// How checks ended: one check is one rule on one article, claim, study, …
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Outcomes {
    /// Compared, and as it should be.
    pub passed: u64,
    /// Compared, and not as it should be.
    pub failed: u64,
    /// Looked at, but what is written does not decide it.
    pub indeterminate: u64,
    /// Not looked at.
    pub not_run: u64,
}

/// How the checks of one rule ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RuleOutcomes {
    /// The permanent name of the rule: `claim/no-evidence`.
    pub rule: String,
    /// How its checks ended.
    pub outcomes: Outcomes,
}

/// Something that was not checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct NotChecked {
    /// What: `2 rules`, `claims/a.yaml`.
    pub what: String,
    /// Why: `turned off`, `could not be read`.
    pub why: String,
}
