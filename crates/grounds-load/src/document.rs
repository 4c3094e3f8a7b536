//! A document: a value read from a file, and where each part of it stands.

use std::borrow::Cow;
use std::collections::HashMap;

use grounds_diagnostics::{FileId, Place};

pub use crate::places::Places;

/// A value read from a file, with a place for everything in it.
#[derive(Debug)]
pub struct Document<T> {
    /// The value.
    pub value: T,
    /// Where its parts stand.
    pub places: Places,
}

impl<T> Document<T> {
    /// The place of the part at a JSON Pointer (RFC 6901), such as `/evidence/0/study`; with no
    /// place of its own, it has its parent's.
    pub fn place(&self, pointer: &str) -> Place {
        self.places.value(pointer)
    }

    /// The place of the *name* of the part at a JSON Pointer: the key before its value.
    pub fn key_place(&self, pointer: &str) -> Place {
        self.places.key(pointer)
    }

    /// The places of the names of all parts of the part at a JSON Pointer, by these names.
    pub fn key_places(&self, pointer: &str) -> HashMap<Cow<'_, str>, Place> {
        self.places.keys(pointer)
    }

    /// The file.
    pub fn file(&self) -> FileId {
        self.places.file()
    }
}

/// The JSON Pointer of `name` within `pointer`, escaped by RFC 6901.
pub fn child(pointer: &str, name: &str) -> String {
    format!("{pointer}/{}", escaped(name))
}

pub(crate) fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
