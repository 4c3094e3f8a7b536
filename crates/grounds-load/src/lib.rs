//! From bytes to a resolved content set, with a place for everything.
//!
//! [`read`] is the only part that touches the world: it walks the set and reads its files.
//! [`assemble`] turns what was read into a [`ContentSet`] and diagnostics, and never fails: bad
//! content is data.

mod content_set;
mod document;
pub mod markdown;
mod prose;
pub mod rule;
pub mod sentences;
mod uses;

pub use content_set::{Article, ContentSet, Lookup, Records};
pub use document::{Document, Places, child};
pub use prose::{Cited, Labels, Passage, Prose, Sentence, Setting, Written};
pub use uses::{CitationUse, EvidenceUse, PassageUse, Uses};
