//! JSON with a line for each value, indented by two blanks a level, as `serde_json` writes it; but each line begins with
//! one write, and not with one for each level. A bundle is a million short lines.

use std::io;

use serde_json::ser::Formatter;

/// What stands before a value that is not the first: a comma, a line break and the blanks.
const BEFORE: &[u8] = b",\n                                                                ";

/// How many of these are blanks.
const BLANKS: usize = BEFORE.len() - 2;

/// Begins lines.
#[derive(Debug, Default)]
pub(super) struct Indented {
    depth: usize,
    has_value: bool,
}

impl Indented {
    fn open<W: ?Sized + io::Write>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.has_value = false;
        out.write_all(bracket)
    }

    fn close<W: ?Sized + io::Write>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth -= 1;
        if self.has_value {
            self.line(out, true)?;
        }
        out.write_all(bracket)
    }

    /// Begins a line, after a comma if it is not the `first` of its kind.
    fn line<W: ?Sized + io::Write>(&self, out: &mut W, first: bool) -> io::Result<()> {
        let blanks = 2 * self.depth;
        out.write_all(&BEFORE[usize::from(first)..2 + blanks.min(BLANKS)])?;
        for _ in (BLANKS..blanks).step_by(2) {
            out.write_all(b"  ")?;
        }
        Ok(())
    }
}

impl Formatter for Indented {
    fn begin_array<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"[")
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"]")
    }

    fn begin_array_value<W: ?Sized + io::Write>(
        &mut self,
        out: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.line(out, first)
    }

    fn end_array_value<W: ?Sized + io::Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.has_value = true;
        Ok(())
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"{")
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"}")
    }

    fn begin_object_key<W: ?Sized + io::Write>(
        &mut self,
        out: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.line(out, first)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + io::Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.has_value = true;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize as _;
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn it_is_what_serde_json_writes() {
        let mut deep = json!([]);
        for level in 0..60 {
            deep = json!({ "level": level, "inner": [deep, {}] });
        }
        let flat = json!({"a": [], "b": {}, "c": [1, "x", null, [true, []]], "d": {"e": {"f": 1}}});
        for value in [deep, flat, json!([]), json!({}), json!("text"), Value::Null] {
            let mut written = Vec::new();
            let mut serializer =
                serde_json::Serializer::with_formatter(&mut written, Indented::default());
            value.serialize(&mut serializer).unwrap();
            let text = String::from_utf8(written).unwrap();
            assert_eq!(text, serde_json::to_string_pretty(&value).unwrap());
        }
    }
}
