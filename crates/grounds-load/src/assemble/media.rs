//! Fonts and pictures: files without a text, kept as they are.

use std::collections::BTreeMap;

use crate::files::{Content, MAX_FILE_SIZE, Role, role};

/// The fonts and pictures of a theme, by their paths in the set.
pub type Media = BTreeMap<String, Vec<u8>>;

/// Keeps the bytes of a font or a picture, and leaves an empty text in their place; any other content is given
/// back as it is.
pub(super) fn keep(path: &str, content: Content, media: &mut Media) -> Content {
    match content {
        Content::Bytes(bytes)
            if role(path) == Role::ThemeMedia && bytes.len() as u64 <= MAX_FILE_SIZE =>
        {
            media.insert(path.to_owned(), bytes);
            Content::Bytes(Vec::new())
        }
        other => other,
    }
}
