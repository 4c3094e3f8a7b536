//! Exact numbers: decimals with their precision, units, quantities in prose, derivations, and the
//! statistics of a report.
//!
//! Knows no content: numbers come in as they are written, and what is wrong with them comes out.

pub mod derivation;
mod exact;
pub mod lists;
pub mod quantity;
pub mod statistics;
mod unit;

pub use exact::Exact;
pub use unit::Unit;
