//! The integration tests, in one binary.

#![expect(
    clippy::unwrap_used,
    reason = "all of it is tests; clippy.toml allows it only in functions marked so"
)]

use grounds_tests::seeds::workspace;

mod arrows;
mod by_article;
mod cli;
mod content;
mod determinism;
mod faults;
mod fuzz;
mod generated;
mod hostile;
mod impact;
mod medicine;
mod output;
mod pandoc;
mod parts;
mod program;
mod properties;
mod recheck;
mod retraction_rows;
mod retractions;
mod rule_pages;
mod serve;
mod standing;
mod statistics;
mod supply;
mod themes;
mod tidy;
mod traps;
mod words;
