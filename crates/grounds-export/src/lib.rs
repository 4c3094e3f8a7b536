//! From a content set to a [`Bundle`](bundle::Bundle), and from the bundle to a site.

mod build;
pub mod bundle;
mod csl;
mod error;
pub mod site;

pub use build::build;
pub use csl::{ReadStyle, StyleError};
pub use error::ExportError;
