//! A document: a value read from a file, and where each part of it stands.

use std::ops::{ControlFlow, Range};

use grounds_diagnostics::{FileId, Place};

use crate::tree::{Node, NodeKind};

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
///
/// A large set has millions of parts, and few of their places are ever asked for: so they lie in
/// one row, each part before the parts in it, and a pointer is followed step by step.
#[derive(Debug, Clone)]
pub struct Places {
    file: FileId,
    spots: Box<[Spot]>,
    /// The names of the parts, one behind the other, escaped as in pointers.
    names: Box<str>,
}

#[derive(Debug, Clone)]
struct Spot {
    /// The bytes of its name; none for an item of a list.
    key: Option<Stretch>,
    value: Stretch,
    /// Where its name ends in the names.
    name_end: u32,
    /// The position of the spot behind the last part in it.
    next: u32,
}

/// A range of bytes, half as large.
#[derive(Debug, Clone, Copy)]
struct Stretch(u32, u32);

impl From<&Range<usize>> for Stretch {
    fn from(range: &Range<usize>) -> Self {
        Self(short(range.start), short(range.end))
    }
}

impl From<Stretch> for Range<usize> {
    fn from(Stretch(start, end): Stretch) -> Self {
        start as usize..end as usize
    }
}

/// Files are far smaller than 4 GB.
fn short(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
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
        let mut row = Row::default();
        row.add(None, root);
        Self {
            file,
            spots: row.spots.into(),
            names: row.names.into(),
        }
    }

    /// The place of a part's value, or of the nearest part that holds it.
    pub fn value(&self, pointer: &str) -> Place {
        Place::new(self.file, self.nearest(pointer).value.into())
    }

    /// The place of a part's name, or of the nearest part that holds it.
    pub fn key(&self, pointer: &str) -> Place {
        let spot = self.nearest(pointer);
        Place::new(self.file, spot.key.unwrap_or(spot.value).into())
    }

    fn nearest(&self, pointer: &str) -> &Spot {
        let mut steps = pointer.split('/').skip(1);
        let nearest = steps.try_fold(0, |at, step| match self.part(at, step) {
            Some(part) => ControlFlow::Continue(part),
            None => ControlFlow::Break(at),
        });
        match nearest {
            ControlFlow::Continue(at) | ControlFlow::Break(at) => &self.spots[at],
        }
    }

    /// The position of the part of a spot to which a step leads.
    fn part(&self, of: usize, step: &str) -> Option<usize> {
        let end = self.spots[of].next as usize;
        let mut at = of + 1;
        let mut number = 0;
        while at < end {
            let found = match self.spots[at].key {
                Some(_) => self.name(at) == step,
                None => {
                    step.parse() == Ok(number) && !(step.len() > 1 && step.starts_with(['0', '+']))
                }
            };
            if found {
                return Some(at);
            }
            number += 1;
            at = self.spots[at].next as usize;
        }
        None
    }

    fn name(&self, at: usize) -> &str {
        let start = self.spots[at - 1].name_end as usize;
        &self.names[start..self.spots[at].name_end as usize]
    }
}

/// The row while it is made.
#[derive(Default)]
struct Row {
    spots: Vec<Spot>,
    names: String,
}

impl Row {
    fn add(&mut self, key: Option<&Range<usize>>, node: &Node) {
        let position = self.spots.len();
        self.spots.push(Spot {
            key: key.map(Stretch::from),
            value: (&node.range).into(),
            name_end: short(self.names.len()),
            next: 0,
        });
        match &node.kind {
            NodeKind::Scalar(..) => {}
            NodeKind::Sequence(items) => items.iter().for_each(|item| self.add(None, item)),
            NodeKind::Mapping(entries) => {
                for entry in entries {
                    if entry.key.contains(['~', '/']) {
                        self.names.push_str(&escaped(&entry.key));
                    } else {
                        self.names.push_str(&entry.key);
                    }
                    self.add(Some(&entry.key_range), &entry.value);
                }
            }
        }
        self.spots[position].next = short(self.spots.len());
    }
}

/// The JSON Pointer of `name` within `pointer`, escaped by RFC 6901.
pub fn child(pointer: &str, name: &str) -> String {
    format!("{pointer}/{}", escaped(name))
}

fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use grounds_diagnostics::Sources;

    use super::*;

    #[test]
    fn what_has_no_place_has_its_parents() {
        let mut sources = Sources::new("");
        let file = sources.add("claims/a.yaml", "basis: evidence\n");
        let tree = crate::yaml::tree_of(file, "basis: evidence\nevidence: [a, {b/c: d}]\n");
        let places = Places::of(file, &tree);
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
}
