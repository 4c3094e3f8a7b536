//! The rules, and nothing else: from a content set to diagnostics.
//!
//! Pure: no file is read, no clock asked; the same set and options give the same outcome on any
//! number of threads. [`RULES`] is the one table from which the command line, the documentation,
//! the settings and SARIF know the rules.

mod articles;
mod cited;
pub mod classify;
mod context;
pub mod coverage;
mod cycles;
mod identifiers;
mod indices;
mod levels;
mod numbers;
mod policy;
mod quotations;
mod recheck;
mod references;
mod rule;
mod rules;
mod run;
mod runner;
mod standings;
mod study_counts;
mod subject;
mod suggest;
mod walk;
pub mod wording;
mod words;

pub use context::Context;
pub use coverage::{Accounted, Accounting, Coverage, Share};
pub use levels::{Levels, Selector, nearest};
pub use policy::{Pack, Thresholds, pack, packs};
pub use recheck::Kept;
pub use rule::{Asked, Check, Reads, Rule};
pub use rules::{HEURISTICS, HEURISTICS_ON_RECORDS, RULES};
pub use run::{Options, Outcome, check, check_opened};
pub use subject::{ArticleAt, CitationAt, ClaimAt, EvidenceAt, PassageAt, SentenceAt, StudyAt};

/// The rule with this name.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES
        .binary_search_by(|rule| rule.id.cmp(id))
        .ok()
        .map(|i| RULES[i])
}
