//! What the project generates of itself, and what it measures: not for users.
//!
//! Every generated file has one source of truth in the code. A test of the workspace compares
//! them with what is committed; `cargo run -p grounds-dev -- write` brings them up to date.

mod generated;
mod reference;
mod rules;
pub mod sentences;

pub use generated::{Drift, drift, generated, write};
