//! The row of bytes: how a part is written, and read again.
//!
//! A part is the number of its name (with its letters, if it has no number), how far its name stands from
//! the last place that was written, and the length of its value with two bits that say what follows. Of a value
//! that does not stand right behind a name and its `: ` follows how many bytes the name has beyond its letters, and how
//! far the value stands from it; of a list or a mapping, how many bytes the parts in it take, and these. An
//! item of a list has no name. Numbers have seven bits a byte, the last byte first of all that is less than 128;
//! distances can be negative.

use std::borrow::Cow;
use std::ops::Range;

use super::names;
use crate::document::escaped;
use crate::tree::{Node, NodeKind};

/// The number that says that a part has no name.
const NO_NAME: usize = 0;
/// The number that says that the letters of the name follow.
const LETTERS: usize = 1;
/// The first number of a known name.
const KNOWN: usize = 2;

/// The bit of a length that says that the value holds parts.
const HOLDS: usize = 1;
/// The bit of a length that says that the value stands elsewhere than right behind its name.
const APART: usize = 2;
/// What a length is multiplied by, to leave room for the bits.
const BITS: usize = 4;
/// How far a value is from its name where it stands right behind it.
const BEHIND: usize = ": ".len();

/// A part of a document.
#[derive(Debug, Default)]
pub(super) struct Part<'a> {
    /// Its name, escaped as in pointers; none for an item of a list.
    pub(super) name: Option<Cow<'a, str>>,
    /// The bytes of its name.
    pub(super) key: Option<Range<usize>>,
    /// The bytes of its value.
    pub(super) value: Range<usize>,
    inside: &'a [u8],
}

impl<'a> Part<'a> {
    /// The parts in it.
    pub(super) fn inside(&self) -> Parts<'a> {
        Parts {
            row: self.inside,
            at: self.value.start,
        }
    }
}

/// Writes the row of a tree.
pub(super) fn write(root: &Node) -> Box<[u8]> {
    let mut row = Backwards(Vec::with_capacity(512));
    row.part(None, root, 0);
    let Backwards(mut bytes) = row;
    bytes.reverse();
    bytes.into()
}

/// A row that is written from its last byte to its first: how long the parts in a part are is known before it is
/// written.
struct Backwards(Vec<u8>);

impl Backwards {
    /// Writes a part behind the place `at`.
    fn part(&mut self, name: Option<(&str, &Range<usize>)>, node: &Node, at: usize) {
        let value = &node.range;
        let behind = self.0.len();
        self.inside(node);
        let holds = !matches!(node.kind, NodeKind::Scalar(..));
        if holds {
            self.number(self.0.len() - behind);
        }
        let Some((name, key)) = name else {
            self.number(distance(at, value.start));
            self.length(value, holds, true);
            return self.number(NO_NAME);
        };
        let known = names::number(name);
        let name = match known {
            None if name.contains(['~', '/']) => Cow::Owned(escaped(name)),
            _ => Cow::Borrowed(name),
        };
        let beyond = distance(name.len(), key.len());
        let apart = beyond != 0 || value.start != key.end + BEHIND;
        if apart {
            self.number(distance(key.end, value.start));
            self.number(beyond);
        }
        self.length(value, holds, apart);
        self.number(distance(at, key.start));
        if let Some(number) = known {
            self.number(KNOWN + number);
        } else {
            self.0.extend(name.bytes().rev());
            self.number(name.len());
            self.number(LETTERS);
        }
    }

    /// Writes the parts in a part.
    fn inside(&mut self, node: &Node) {
        // Each is written behind the one before it.
        let start = node.range.start;
        match &node.kind {
            NodeKind::Scalar(..) => {}
            NodeKind::Sequence(items) => {
                for (i, item) in items.iter().enumerate().rev() {
                    let before = i.checked_sub(1).map(|before| &items[before]);
                    self.part(None, item, before.map_or(start, |before| before.range.end));
                }
            }
            NodeKind::Mapping(entries) => {
                for (i, entry) in entries.iter().enumerate().rev() {
                    let before = i.checked_sub(1).map(|before| &entries[before].value);
                    let at = before.map_or(start, |before| before.range.end);
                    self.part(Some((&entry.key, &entry.key_range)), &entry.value, at);
                }
            }
        }
    }

    /// Writes the length of a value and what follows it.
    fn length(&mut self, value: &Range<usize>, holds: bool, apart: bool) {
        let bits = if holds { HOLDS } else { 0 } | if apart { APART } else { 0 };
        self.number((value.len() * BITS) | bits);
    }

    fn number(&mut self, number: usize) {
        let [low, ..] = number.to_le_bytes();
        if number < 128 {
            return self.0.push(low);
        }
        self.number(number >> 7);
        self.0.push(low | 128);
    }
}

/// A distance as a number: twice as large, and one less where it goes back.
fn distance(from: usize, to: usize) -> usize {
    if to >= from {
        (to - from) * 2
    } else {
        (from - to) * 2 - 1
    }
}

/// Parts side by side.
pub(super) struct Parts<'a> {
    row: &'a [u8],
    /// The place behind which the next one was written.
    at: usize,
}

impl<'a> Parts<'a> {
    /// The root of a row.
    pub(super) fn of(row: &'a [u8]) -> Self {
        Self { row, at: 0 }
    }

    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.row.split_at_checked(length)?;
        self.row = rest;
        Some(taken)
    }

    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..usize::BITS).step_by(7) {
            let (&byte, rest) = self.row.split_first()?;
            self.row = rest;
            number |= usize::from(byte & 127) << shift;
            if byte < 128 {
                return Some(number);
            }
        }
        None
    }

    fn distance(&mut self, from: usize) -> Option<usize> {
        let number = self.number()?;
        let distance = number.div_ceil(2);
        if number.is_multiple_of(2) {
            from.checked_add(distance)
        } else {
            from.checked_sub(distance)
        }
    }

    /// The name whose number was read.
    fn name(&mut self, number: usize) -> Option<Cow<'a, str>> {
        if number != LETTERS {
            return names::name(number.checked_sub(KNOWN)?).map(Cow::Borrowed);
        }
        let length = self.number()?;
        Some(String::from_utf8_lossy(self.take(length)?))
    }

    fn part(&mut self) -> Option<Part<'a>> {
        let number = self.number()?;
        let (mut name, mut key_start) = (None, self.at);
        if number != NO_NAME {
            name = Some(self.name(number)?);
            key_start = self.distance(self.at)?;
        }
        let mut key_end = key_start + name.as_ref().map_or(0, |name| name.len());
        let length = self.number()?;
        let start = if length & APART == 0 {
            key_end + BEHIND
        } else {
            if let Some(name) = &name {
                key_end = key_start + self.distance(name.len())?;
            }
            self.distance(key_end)?
        };
        let value = start..start + length / BITS;
        let inside = if length & HOLDS == 0 {
            &[]
        } else {
            let length = self.number()?;
            self.take(length)?
        };
        self.at = value.end;
        Some(Part {
            key: name.is_some().then_some(key_start..key_end),
            name,
            value,
            inside,
        })
    }
}

impl<'a> Iterator for Parts<'a> {
    type Item = Part<'a>;

    fn next(&mut self) -> Option<Part<'a>> {
        self.part()
    }
}
