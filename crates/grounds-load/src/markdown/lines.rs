//! What the start of a line says about blocks, after CommonMark.

use super::brackets::footnote_label;
use super::verbatim::run;
use crate::byte_set::ByteSet;

/// A place in a line, in bytes and in columns (tabs go to multiples of four).
#[derive(Debug, Clone)]
pub(super) struct Cursor<'a> {
    line: &'a str,
    at: usize,
    /// The column of the byte at `at`.
    column: usize,
    /// Columns taken already of a tab that stands at `at`.
    taken: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(line: &'a str) -> Self {
        Self {
            line,
            at: 0,
            column: 0,
            taken: 0,
        }
    }

    /// The line from the next byte that is no blank.
    pub(super) fn rest(&self) -> &'a str {
        self.line[self.at..].trim_start_matches([' ', '\t'])
    }

    /// Where [`Self::rest`] begins.
    pub(super) fn offset(&self) -> usize {
        self.line.len() - self.rest().len()
    }

    /// How many columns of blanks are before [`Self::rest`].
    pub(super) fn indent(&self) -> usize {
        let blanks = &self.line[self.at..self.offset()];
        let end = blanks.bytes().fold(self.column, advance);
        end - self.column - self.taken
    }

    /// Goes past `width` columns of blanks, if there are so many.
    pub(super) fn indentation(&mut self, width: usize) -> bool {
        let enough = self.indent() >= width;
        if enough {
            self.taken += width;
            while self.taken > 0 {
                let next = advance(self.column, self.line.as_bytes()[self.at]);
                if next - self.column > self.taken {
                    break;
                }
                self.taken -= next - self.column;
                (self.at, self.column) = (self.at + 1, next);
            }
        }
        enough
    }

    /// Goes past `> `, if it is here.
    pub(super) fn quote(&mut self) -> bool {
        let found = self.indent() < 4 && self.rest().starts_with('>');
        if found {
            self.skip_to(self.offset() + 1);
            self.indentation(1);
        }
        found
    }

    /// Goes past a list marker, if one is here; gives the indentation of the item's lines.
    /// Within a paragraph, only some markers count.
    pub(super) fn list_marker(&mut self, in_paragraph: bool) -> Option<usize> {
        let rest = self.rest();
        let marker = list_marker(rest, in_paragraph)?;
        let before = self.indent();
        self.skip_to(self.offset() + marker);
        let blanks = self.indent();
        let inside = if self.rest().is_empty() || blanks > 4 {
            1
        } else {
            blanks
        };
        self.indentation(inside);
        Some(before + marker + inside)
    }

    /// Goes past `[^label]:`, if it is here.
    pub(super) fn footnote_marker(&mut self) -> bool {
        let Some(length) = footnote_marker(self.rest()) else {
            return false;
        };
        self.skip_to(self.offset() + length);
        true
    }

    fn skip_to(&mut self, offset: usize) {
        let passed = &self.line.as_bytes()[self.at..offset];
        self.column = passed
            .iter()
            .fold(self.column, |column, byte| advance(column, *byte));
        (self.at, self.taken) = (offset, 0);
    }
}

fn advance(column: usize, byte: u8) -> usize {
    if byte == b'\t' {
        column / 4 * 4 + 4
    } else {
        column + 1
    }
}

/// The length of the list marker at the start of `rest`.
pub(super) fn list_marker(rest: &str, in_paragraph: bool) -> Option<usize> {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let marker = match rest.as_bytes().get(digits)? {
        b'-' | b'+' | b'*' if digits == 0 && !is_rule(rest) => 1,
        b'.' | b')' if (1..=9).contains(&digits) => digits + 1,
        _ => return None,
    };
    let after = &rest[marker..];
    let spaced = after.is_empty() || after.starts_with([' ', '\t', '\r', '\n']);
    let interrupts =
        !after.trim().is_empty() && (digits == 0 || rest.starts_with('1') && digits == 1);
    (spaced && (interrupts || !in_paragraph)).then_some(marker)
}

/// The length of `[^label]:` at the start of `rest`.
pub(super) fn footnote_marker(rest: &str) -> Option<usize> {
    let length = footnote_label(rest)?.len() + 3;
    rest[length..].starts_with(':').then_some(length + 1)
}

/// Whether the line begins a block in the midst of a paragraph.
pub(super) fn interrupts(cursor: &Cursor) -> bool {
    let rest = cursor.rest();
    cursor.indent() < 4
        && (rest.starts_with('>')
            || list_marker(rest, true).is_some()
            || opens_code(rest).is_some()
            || is_heading(rest)
            || is_rule(rest))
}

/// `***`, `- - -`, `___`.
pub(super) fn is_rule(rest: &str) -> bool {
    let mut marks = rest.bytes().filter(|byte| !byte.is_ascii_whitespace());
    let first = marks.next().filter(|byte| b"*-_".contains(byte));
    first.is_some_and(|first| marks.clone().count() >= 2 && marks.all(|mark| mark == first))
}

/// `# …`
pub(super) fn is_heading(rest: &str) -> bool {
    let level = run(rest.as_bytes(), b'#');
    (1..=6).contains(&level)
        && rest
            .as_bytes()
            .get(level)
            .is_none_or(|byte| b" \t\r\n".contains(byte))
}

/// `===` or `---`, under a paragraph.
pub(super) fn is_underline(rest: &str) -> bool {
    let rest = rest.trim_end();
    !rest.is_empty()
        && (rest.bytes().all(|byte| byte == b'=') || rest.bytes().all(|byte| byte == b'-'))
}

/// `[label]: …`, which is no paragraph; but a citation before a colon is.
pub(super) fn is_reference(rest: &str) -> bool {
    let label = rest.strip_prefix('[').map(str::as_bytes);
    let end = label.and_then(|label| Some(&label[NO_LABEL.far_position(label)?..]));
    end.is_some_and(|end| end.starts_with(b"]:"))
}

/// What no label of a link has.
static NO_LABEL: ByteSet = ByteSet::of(b"@[]");

/// `|---|:-:|`
pub(super) fn is_table_line(rest: &str) -> bool {
    rest.contains('|') && rest.contains('-') && rest.bytes().all(|byte| b"|-: \t\r".contains(&byte))
}

/// The character and the length of a fence that opens a code block.
pub(super) fn opens_code(rest: &str) -> Option<(char, usize)> {
    let fence = rest
        .chars()
        .next()
        .filter(|char| matches!(char, '`' | '~'))?;
    let length = run(rest.as_bytes(), fence as u8);
    let info = &rest[length..];
    (length >= 3 && (fence == '~' || !info.contains('`'))).then_some((fence, length))
}

/// Whether the line closes a code block with this fence.
pub(super) fn closes_code(rest: &str, fence: char, length: usize) -> bool {
    let marks = run(rest.as_bytes(), fence as u8);
    marks >= length && rest[marks..].trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_counts_columns() {
        let mut cursor = Cursor::new("\t- a");
        assert_eq!(cursor.indent(), 4);
        assert!(cursor.indentation(2));
        assert_eq!((cursor.indent(), cursor.rest()), (2, "- a"));
        assert_eq!(cursor.list_marker(false), Some(4));
        assert_eq!(cursor.rest(), "a");
        let mut cursor = Cursor::new("1)      code");
        assert_eq!(cursor.list_marker(false), Some(3));
        assert_eq!(cursor.indent(), 5);
        assert!(Cursor::new(" > a").quote());
    }

    #[test]
    fn lines_are_told_apart() {
        assert!(is_rule("* * *") && is_rule("___") && !is_rule("**") && !is_rule("*-*"));
        assert!(is_heading("# a") && is_heading("#") && !is_heading("#a"));
        assert_eq!(list_marker("- a", true), Some(1));
        assert_eq!(list_marker("2. a", true), None);
        assert_eq!(list_marker("12) a", false), Some(3));
        assert_eq!(list_marker("-a", false), None);
        assert!(is_reference("[a]: u") && !is_reference("[@a]: u"));
        assert_eq!(opens_code("```a`b"), None);
    }
}
