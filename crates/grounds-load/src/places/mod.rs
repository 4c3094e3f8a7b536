//! Where the parts of a document stand, by JSON Pointer.
//!
//! A large set has millions of parts, and few of their places are ever asked for. So they are not kept as a
//! tree but written into a row of bytes, each part before the parts in it and every number as the
//! distance from the one before: about four bytes a part. A pointer is followed step by step.

mod names;
mod row;

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::{ControlFlow, Range};

use grounds_diagnostics::{FileId, Place};

use self::row::{Part, Parts};
use crate::tree::{Node, NodeKind};

/// Where the parts of a document stand, by JSON Pointer.
#[derive(Debug, Clone)]
pub struct Places {
    file: FileId,
    row: Box<[u8]>,
}

impl Places {
    /// The places of a document in `file` whose root stands at `whole`, and of which no part is
    /// known.
    pub fn new(file: FileId, whole: Range<usize>) -> Self {
        let root = Node {
            range: whole,
            kind: NodeKind::Sequence(Vec::new()),
        };
        Self::of(file, &root)
    }

    /// The places of all parts of a tree.
    pub(crate) fn of(file: FileId, root: &Node) -> Self {
        Self {
            file,
            row: row::write(root),
        }
    }

    /// The file.
    pub(crate) fn file(&self) -> FileId {
        self.file
    }

    /// The place of a part's value, or of the nearest part that holds it.
    pub fn value(&self, pointer: &str) -> Place {
        Place::new(self.file, self.nearest(pointer).value)
    }

    /// The place of a part's name, or of the nearest part that holds it.
    pub fn key(&self, pointer: &str) -> Place {
        let part = self.nearest(pointer);
        Place::new(self.file, part.key.unwrap_or(part.value))
    }

    /// The places of the names of all parts of a part.
    pub fn keys(&self, pointer: &str) -> HashMap<Cow<'_, str>, Place> {
        let named = self.nearest(pointer).inside().filter_map(|part| {
            let place = Place::new(self.file, part.key.unwrap_or(part.value));
            Some((part.name?, place))
        });
        named.collect()
    }

    fn nearest(&self, pointer: &str) -> Part<'_> {
        let mut steps = pointer.split('/').skip(1);
        let root = Parts::of(&self.row).next().unwrap_or_default();
        let nearest = steps.try_fold(root, |part, step| match inside(&part, step) {
            Some(inner) => ControlFlow::Continue(inner),
            None => ControlFlow::Break(part),
        });
        match nearest {
            ControlFlow::Continue(part) | ControlFlow::Break(part) => part,
        }
    }
}

/// The part to which a step leads from another.
fn inside<'a>(part: &Part<'a>, step: &str) -> Option<Part<'a>> {
    let leads = |number: usize, inner: &Part<'_>| match &inner.name {
        Some(name) => *name == step,
        None => step.parse() == Ok(number) && !(step.len() > 1 && step.starts_with(['0', '+'])),
    };
    let mut parts = part.inside().enumerate();
    let found = parts.find(|(number, inner)| leads(*number, inner));
    found.map(|(_, inner)| inner)
}

#[cfg(test)]
mod tests {
    use grounds_diagnostics::Sources;

    use super::*;
    use crate::document::child;

    fn places(text: &str) -> Places {
        let file = Sources::new("").add("claims/a.yaml", text);
        Places::of(file, &crate::yaml::tree_of(file, text))
    }

    #[test]
    fn what_has_no_place_has_its_parents() {
        let places = places("basis: evidence\nevidence: [a, {b/c: d}]\n");
        assert_eq!(places.value("/basis").range(), 7..15);
        assert_eq!(places.key("/basis").range(), 0..5);
        assert_eq!(places.value("/basis/0/deep").range(), 7..15);
        assert_eq!(places.value("/evidence/0").range(), 27..28);
        assert_eq!(places.value("/evidence/1/b~1c").range(), 36..37);
        assert_eq!(places.key("/evidence/1/b~1c").range(), 31..34);
        assert_eq!(places.value("/evidence/01").range(), 26..39);
        assert_eq!(places.value("/evidence/2").range(), 26..39);
        assert_eq!(places.value("/").range(), 0..39);
        assert_eq!(places.value("").range(), 0..39);
        assert_eq!(child("/a", "b/c~d"), "/a/b~1c~0d");
    }

    #[test]
    fn what_is_left_out_stands_at_its_name_and_does_not_move_what_follows() {
        let places = places("note:\n\"quoted\":\n  deep: {er: [1]}\n");
        assert_eq!(places.value("/note").range(), 0..4);
        assert_eq!(places.key("/quoted").range(), 6..14);
        assert_eq!(places.value("/quoted/deep/er/0").range(), 30..31);
    }

    #[test]
    fn a_record_takes_few_bytes() {
        let places = places(include_str!("../../../../content/studies/kumar-2018.yaml"));
        assert!(places.row.len() < 2000, "{}", places.row.len());
    }
}
