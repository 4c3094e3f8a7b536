//! From bytes to a resolved content set, with a place for everything.
//!
//! [`read`] is the only part that touches the world: it walks the set and reads its files.
//! [`assemble`] turns what was read into a [`ContentSet`] and diagnostics, and never fails: bad
//! content is data.

mod assemble;
mod bidi;
mod byte_set;
mod content_set;
mod deserialize;
mod document;
mod files;
mod front_matter;
mod lookalike;
pub mod markdown;
mod places;
mod prose;
mod records;
mod retractions;
pub mod rule;
pub mod schema;
pub mod sentences;
mod toml;
mod tree;
mod uses;
mod yaml;

use std::path::Path;

pub use assemble::{
    Former, Loaded, Media, Opened, ReadArticle, Replaced, Unread, Waiting, assemble, open,
};
pub use content_set::{Article, ContentSet, Lookup, Records, Sorted};
pub use document::{Document, Places, child};
pub use files::{
    Content, EntryKind, FolderEntry, MAX_FILE_SIZE, MAX_FILES, RawFile, ReadError, SETTINGS_FILE,
    entries, is_passed_over, read, read_one, theme_path,
};
pub use prose::{Cited, Labels, Passage, Prose, Sentence, Setting, TableCell, Written};
pub use retractions::{
    BrokenRow, Nature, Notice, RetractionList, RetractionsError, known_by, read_retractions,
};
pub use uses::{CitationUse, EvidenceUse, PassageUse, Uses};
pub use yaml::{MAX_DEPTH, MAX_NODES, yaml_values};

/// Reads the content set in the folder `root`.
///
/// # Errors
/// The folder is no content set, or cannot be listed. Bad content is never an error: see
/// [`Loaded::diagnostics`].
pub fn load(root: &Path) -> Result<Loaded, ReadError> {
    Ok(assemble(read(root)?, &root.display().to_string()))
}
