//! From a content set to a [`Bundle`](bundle::Bundle), and from the bundle to a site.
//!
//! [`build`] is a view: what a set says, resolved and put in order, with no judgement of its own.
//! Whether findings stop an export is not decided here, so a set with errors has a bundle too,
//! and the bundle says so. Where articles are read one at a time, [`view`] takes of each what the bundle needs,
//! and [`build_with`] makes the bundle of these;
//! where a set is edited record by record, a [`KeptBundle`] views only those anew that an edit reaches. [`site::render`] is a function of the bundle alone: whoever has a
//! `bundle.json` can make another site of it. Nothing here writes a file.
//!
//! ```
//! use grounds_export::{ExportError, bundle::RunSummary};
//! use grounds_load::ContentSet;
//!
//! fn sizes(set: &ContentSet, run: &RunSummary) -> Result<(), ExportError> {
//!     let no_file = |_: &str| Err(std::io::ErrorKind::NotFound.into());
//!     let bundle = grounds_export::build(set, run, &no_file)?;
//!     for (path, bytes) in grounds_export::site::render(&bundle)? {
//!         println!("{path}: {} bytes", bytes.len());
//!     }
//!     Ok(())
//! }
//! ```

mod build;
pub mod bundle;
mod csl;
mod error;
mod keyed;
pub mod site;

pub use build::{ArticleView, Edited, KeptBundle, build, build_with, view};
pub use csl::{ReadStyle, StyleError, find_style};
pub use error::ExportError;
