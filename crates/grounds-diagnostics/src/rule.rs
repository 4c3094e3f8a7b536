//! What a renderer must know of a rule.

use crate::Severity;

/// A rule, as reports name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleInfo {
    /// The permanent name: `claim/no-evidence`.
    pub id: &'static str,
    /// What it finds, in a sentence without a full stop.
    pub summary: &'static str,
    /// Its page, in Markdown.
    pub docs: &'static str,
    /// The severity that it has by default; `None` if it is off by default.
    pub default: Option<Severity>,
}
