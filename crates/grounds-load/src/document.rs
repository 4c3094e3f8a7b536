//! A document: a value read from a file, and where each part of it stands.

use std::collections::BTreeMap;
use std::ops::Range;

use grounds_diagnostics::{FileId, Place};

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

    /// The file.
    pub fn file(&self) -> FileId {
        self.places.file
    }
}

/// Where the parts of a document stand, by JSON Pointer.
#[derive(Debug, Clone)]
pub struct Places {
    file: FileId,
    spots: BTreeMap<String, Spot>,
}

#[derive(Debug, Clone)]
struct Spot {
    key: Option<Range<usize>>,
    value: Range<usize>,
}

impl Places {
    /// The places of a document in `file` whose root stands at `whole`.
    pub fn new(file: FileId, whole: Range<usize>) -> Self {
        let root = Spot {
            key: None,
            value: whole,
        };
        Self {
            file,
            spots: BTreeMap::from([(String::new(), root)]),
        }
    }

    /// Records where a part stands.
    pub fn insert(&mut self, pointer: String, key: Option<Range<usize>>, value: Range<usize>) {
        self.spots.insert(pointer, Spot { key, value });
    }

    /// The place of a part's value, or of the nearest part that holds it.
    pub fn value(&self, pointer: &str) -> Place {
        Place::new(self.file, self.nearest(pointer).value.clone())
    }

    /// The place of a part's name, or of the nearest part that holds it.
    pub fn key(&self, pointer: &str) -> Place {
        let spot = self.nearest(pointer);
        Place::new(self.file, spot.key.as_ref().unwrap_or(&spot.value).clone())
    }

    fn nearest(&self, pointer: &str) -> &Spot {
        let mut pointer = pointer;
        loop {
            if let Some(spot) = self.spots.get(pointer) {
                return spot;
            }
            pointer = pointer.rfind('/').map_or("", |slash| &pointer[..slash]);
        }
    }
}

/// The JSON Pointer of `name` within `pointer`, escaped by RFC 6901.
pub fn child(pointer: &str, name: &str) -> String {
    format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"))
}

#[cfg(test)]
mod tests {
    use grounds_diagnostics::Sources;

    use super::*;

    #[test]
    fn what_has_no_place_has_its_parents() {
        let mut sources = Sources::new("");
        let file = sources.add("claims/a.yaml", "basis: evidence\n");
        let mut places = Places::new(file, 0..16);
        places.insert(child("", "basis"), Some(0..5), 7..15);
        assert_eq!(places.value("/basis").range(), 7..15);
        assert_eq!(places.key("/basis").range(), 0..5);
        assert_eq!(places.value("/basis/0/deep").range(), 7..15);
        assert_eq!(places.value("/evidence/0").range(), 0..16);
        assert_eq!(child("/a", "b/c~d"), "/a/b~1c~0d");
    }
}
