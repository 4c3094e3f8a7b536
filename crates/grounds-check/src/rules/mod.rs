//! The rules: one value and one page each, and the sorted table of them all.
//!
//! To add a rule, write `<group>/<name>.rs` and `<group>/<name>.md`, and add a line to the `mod`
//! list of the group and to [`RULES`]; a test says what is missing.

mod claim;

use crate::rule::Rule;

/// Every rule, in order of its name.
pub static RULES: &[&Rule] = &[&claim::no_evidence::RULE];
