//! A part of a bundle as canonical JSON (RFC 8785), for its digest.
//!
//! The fields of records are in a fixed order, which is not that of their names. A record is written as
//! it comes, into the one text of its part, and its fields change places there once it is whole: so nothing
//! is held twice, and a record whose fields are in order costs no more than in plain JSON.
//!
//! All keys of a bundle are ASCII, so that their order is the same in UTF-8 as in UTF-16, and all
//! its numbers are whole: for these, and for texts, `serde_json` writes what the RFC asks for.

use std::cell::RefCell;
use std::io;
use std::ops::Range;

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

/// The canonical JSON of a part of a bundle.
pub(super) fn to_vec(part: &(impl Serialize + ?Sized)) -> Vec<u8> {
    let text = RefCell::new(Vec::with_capacity(1 << 12));
    let mut serializer = Serializer::with_formatter(Shared(&text), Sorting::into(&text));
    part.serialize(&mut serializer)
        .expect("a part of a bundle is plain JSON");
    text.into_inner()
}

/// The text, for the serializer, which writes all that is no matter of order.
struct Shared<'a>(&'a RefCell<Vec<u8>>);

impl io::Write for Shared<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A field: where its key and the whole of it stand in the text.
struct Field {
    key: Range<usize>,
    end: usize,
}

/// Puts the fields of each object in the order of their keys, as soon as it ends.
struct Sorting<'a> {
    text: &'a RefCell<Vec<u8>>,
    /// The fields of all objects that are being written, the innermost last.
    fields: Vec<Field>,
    /// How many of `fields` are of outer objects, for each object.
    outer: Vec<usize>,
    sorted: Vec<u8>,
}

impl<'a> Sorting<'a> {
    fn into(text: &'a RefCell<Vec<u8>>) -> Self {
        Self {
            text,
            fields: Vec::new(),
            outer: Vec::new(),
            sorted: Vec::new(),
        }
    }

    fn here(&self) -> usize {
        self.text.borrow().len()
    }

    /// Sorts the fields of the innermost object, which are separated by commas.
    fn sort(&mut self) {
        let first = self.outer.pop().unwrap_or(0);
        let fields = &mut self.fields[first..];
        let mut text = self.text.borrow_mut();
        let key = |field: &Field| &text[field.key.clone()];
        if !fields.is_sorted_by(|a, b| key(a) <= key(b)) {
            let (start, end) = (fields[0].key.start, text.len());
            fields.sort_by(|a, b| key(a).cmp(key(b)));
            self.sorted.clear();
            for field in &*fields {
                self.sorted
                    .extend_from_slice(&text[field.key.start..field.end]);
                self.sorted.push(b',');
            }
            text[start..end].copy_from_slice(&self.sorted[..end - start]);
        }
        self.fields.truncate(first);
    }
}

impl Formatter for Sorting<'_> {
    fn begin_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.outer.push(self.fields.len());
        out.write_all(b"{")
    }

    fn begin_object_key<W: ?Sized + io::Write>(
        &mut self,
        out: &mut W,
        first: bool,
    ) -> io::Result<()> {
        if !first {
            out.write_all(b",")?;
        }
        let start = self.here();
        self.fields.push(Field {
            key: start..start,
            end: start,
        });
        Ok(())
    }

    fn end_object_key<W: ?Sized + io::Write>(&mut self, _: &mut W) -> io::Result<()> {
        let end = self.here();
        if let Some(field) = self.fields.last_mut() {
            field.key.end = end;
        }
        Ok(())
    }

    fn end_object_value<W: ?Sized + io::Write>(&mut self, _: &mut W) -> io::Result<()> {
        let end = self.here();
        if let Some(field) = self.fields.last_mut() {
            field.end = end;
        }
        Ok(())
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.sort();
        out.write_all(b"}")
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn it_is_what_the_rfc_asks_for() {
        let names =
            json!({"b": 1, "a": {"z": [], "y-y": {}, "y": null}, "ab": [{"d": true, "c": "x"}, 2]});
        let texts = json!({"text": "\u{0}\u{8}\t\n\u{c}\r\u{1f} \"\\/ é \u{7f}\u{2028}😀", "": ""});
        let numbers = json!([0, 1, 9_007_199_254_740_991_u64, 1_000_000_000_000_u64]);
        for part in [names, texts, numbers, json!({}), json!("text")] {
            let theirs = serde_json_canonicalizer::to_vec(&part).unwrap();
            let text = |bytes| String::from_utf8(bytes).unwrap();
            assert_eq!(text(to_vec(&part)), text(theirs));
        }
    }
}
