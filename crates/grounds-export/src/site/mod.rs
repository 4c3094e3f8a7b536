//! From the bundle to a web site: a function of the bundle and of nothing else.
//!
//! Plain HTML and one stylesheet. No script; nothing is loaded from elsewhere; every link within
//! the site is relative, so that it reads from a folder as it does from a server.

mod anchors;
mod article;
mod data;
mod evidence;
mod figures;
mod html;
mod index;
mod inlines;
mod machines;
mod page_path;
mod pages;
mod prose;
mod reference;
mod templates;
mod url;
mod words;

pub use page_path::{page_of_article, page_of_claim, page_of_study};

use crate::bundle::Bundle;
use crate::error::ExportError;

/// A file of the site: its path, with `/` on every system, and its bytes.
pub type File = (String, Vec<u8>);

/// Makes the site of a bundle, in memory: the same bundle gives the same files in the same order.
///
/// An error is a defect of this program, whatever is in the bundle.
pub fn render(bundle: &Bundle) -> Result<Vec<File>, ExportError> {
    let index = index::Index::of(bundle);
    let templates = templates::Templates::new(&index)?;
    pages::render(&index, &templates)
}
