//! What a diagnostic *is* and how it looks: sources, places, fixes, and one renderer a format.
//!
//! Nothing here knows content. A [`Diagnostic`] says what is wrong and where; levels are given
//! to it once, by whoever builds the [`Report`]; nothing but a renderer prints it.

mod diagnostic;
mod fingerprint;
pub mod render;
mod report;
mod rule;
mod source;

pub use diagnostic::{Diagnostic, Edit, Fix, Label};
pub use fingerprint::fingerprints;
pub use report::{Entry, Measure, Report, Severity, Tally, Unchecked, Verdict};
pub use rule::RuleInfo;
pub use source::{FileId, LineColumn, Place, Reader, Source, Sources};
