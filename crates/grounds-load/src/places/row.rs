//! The row of bytes: how a part is written, and read again.
//!
//! A part is the number of its name (with its letters, if it has no number), how far its name stands from
//! the last place that was written and how many bytes it has beyond its letters, how far its value
//! stands from there, and its length. An item of a list has no name. Numbers have seven bits a byte, the last
//! byte first of all that is less than 128; distances can be negative. Behind the length of a list or a mapping
//! stands how many bytes the parts in it take.

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

/// How many bytes say how long the parts in a part are.
const LENGTH: usize = 4;

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
    let mut row = Vec::with_capacity(512);
    write_part(&mut row, None, root, 0);
    row.into()
}

/// Writes a part behind the place `at`; gives the place behind which the next one is written.
fn write_part(
    row: &mut Vec<u8>,
    name: Option<(&str, &Range<usize>)>,
    node: &Node,
    at: usize,
) -> usize {
    let mut from = at;
    match name {
        Some((name, key)) => {
            let name = if name.contains(['~', '/']) {
                Cow::Owned(escaped(name))
            } else {
                Cow::Borrowed(name)
            };
            if let Some(number) = names::number(&name) {
                write_number(row, KNOWN + number);
            } else {
                write_number(row, LETTERS);
                write_number(row, name.len());
                row.extend_from_slice(name.as_bytes());
            }
            write_distance(row, at, key.start);
            write_distance(row, name.len(), key.len());
            from = key.end;
        }
        None => write_number(row, NO_NAME),
    }
    write_distance(row, from, node.range.start);
    let holds = !matches!(node.kind, NodeKind::Scalar(..));
    write_number(row, node.range.len() * 2 + usize::from(holds));
    if !holds {
        return node.range.end;
    }
    let before = row.len();
    row.extend_from_slice(&[0; LENGTH]);
    let mut at = node.range.start;
    match &node.kind {
        NodeKind::Scalar(..) => {}
        NodeKind::Sequence(items) => {
            for item in items {
                at = write_part(row, None, item, at);
            }
        }
        NodeKind::Mapping(entries) => {
            for entry in entries {
                let name = Some((entry.key.as_str(), &entry.key_range));
                at = write_part(row, name, &entry.value, at);
            }
        }
    }
    let length = row.len() - before - LENGTH;
    // Files are far smaller than 4 GB.
    let length = u32::try_from(length).unwrap_or(u32::MAX);
    row[before..before + LENGTH].copy_from_slice(&length.to_le_bytes());
    node.range.end
}

fn write_number(row: &mut Vec<u8>, mut number: usize) {
    while number >= 128 {
        row.push(number.to_le_bytes()[0] | 128);
        number >>= 7;
    }
    row.push(number.to_le_bytes()[0]);
}

fn write_distance(row: &mut Vec<u8>, from: usize, to: usize) {
    write_number(
        row,
        if to >= from {
            (to - from) * 2
        } else {
            (from - to) * 2 - 1
        },
    );
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
        let (mut name, mut key, mut from) = (None, None, self.at);
        let number = self.number()?;
        if number != NO_NAME {
            let letters = self.name(number)?;
            let start = self.distance(from)?;
            from = start + self.distance(letters.len())?;
            (name, key) = (Some(letters), Some(start..from));
        }
        let start = self.distance(from)?;
        let length = self.number()?;
        let value = start..start + length / 2;
        let inside = if length.is_multiple_of(2) {
            &[]
        } else {
            let length = self.take(LENGTH)?.try_into().ok()?;
            self.take(usize::try_from(u32::from_le_bytes(length)).ok()?)?
        };
        self.at = value.end;
        Some(Part {
            name,
            key,
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
