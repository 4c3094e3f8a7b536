//! The YAML that nearly all records are written in, read line by line.
//!
//! A general YAML parser looks at each character many times, and YAML is most of what a large set
//! makes a machine do. Records seldom need its generality: block mappings and lists, one line a
//! value, flow collections within a line. This reads just that, and makes the same tree with the same
//! places as [`build`](super::build) does. Whatever else a text holds (a value of several lines, an
//! escape, a comment behind a value, a duplicate key, a mistake), it gives up, and the text is read by
//! the general parser. `yaml::tests::plain` compares the two.

use std::ops::Range;

use memchr::memchr;

use super::Stretch;
use super::scalar::resolve;
use crate::byte_set::{ByteSet, LETTERS_AND_DIGITS};
use crate::tree::{Entry, Node, NodeKind, Scalar, Style};

/// Longer texts could hold more values than a record may have; they are counted elsewhere.
const MAX_LENGTH: usize = 100_000;

/// How deep collections nest before it gives up.
const MAX_DEPTH: usize = 16;

/// The tree of a text that is written plainly; `None` says nothing of any other.
pub(super) fn read(stretch: Stretch<'_>) -> Option<Node> {
    let text = stretch.text;
    let strange = |bytes: &[u8]| {
        let tabs = bytes.iter().map(|byte| matches!(byte, b'\t' | b'\r'));
        tabs.fold(false, |any, tab| any | tab)
    };
    let turns = ['\u{feff}', '\u{85}', '\u{2028}', '\u{2029}'];
    if text.len() > MAX_LENGTH
        || text.as_bytes().chunks(256).any(strange)
        || (!text.is_ascii() && text.contains(turns))
    {
        return None;
    }
    let mut reader = Reader {
        text,
        base: stretch.base,
        line: None,
        next: 0,
    };
    reader.advance();
    let indent = reader.line.as_ref()?.indent;
    let root = reader.block(indent, 0)?;
    (reader.line.is_none() && indent == 0).then_some(root)
}

/// A line, or what is left of it: without blanks at its end.
#[derive(Debug, Clone)]
struct Line {
    indent: usize,
    range: Range<usize>,
}

struct Reader<'a> {
    text: &'a str,
    base: usize,
    /// The line that is read next; none at the end.
    line: Option<Line>,
    /// Where the line after it begins.
    next: usize,
}

impl<'a> Reader<'a> {
    /// Goes to the next line that is neither blank nor a comment.
    fn advance(&mut self) {
        self.line = None;
        while self.line.is_none() && self.next < self.text.len() {
            let start = self.next;
            let rest = &self.text[start..];
            let length = memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
            self.next = start + length + 1;
            let content = rest[..length].trim_end_matches(' ');
            let indent = content.len() - content.trim_start_matches(' ').len();
            if content.len() > indent && content.as_bytes()[indent] != b'#' {
                self.line = Some(Line {
                    indent,
                    range: start + indent..start + content.len(),
                });
            }
        }
    }

    fn rest(&self, range: &Range<usize>) -> &'a str {
        &self.text[range.clone()]
    }

    fn node(&self, range: Range<usize>, kind: NodeKind) -> Node {
        Node {
            range: self.base + range.start..self.base + range.end,
            kind,
        }
    }

    /// Whether the next line continues something that stands at `indent`.
    fn goes_deeper(&self, indent: usize) -> bool {
        self.line.as_ref().is_some_and(|line| line.indent > indent)
    }

    /// The block collection whose lines stand at `indent`.
    fn block(&mut self, indent: usize, depth: usize) -> Option<Node> {
        if depth >= MAX_DEPTH {
            return None;
        }
        let line = self.line.as_ref()?;
        if self.rest(&line.range).starts_with("- ") {
            self.list(indent, depth)
        } else {
            self.mapping(indent, depth)
        }
    }

    fn mapping(&mut self, indent: usize, depth: usize) -> Option<Node> {
        let mut entries: Vec<Entry> = Vec::with_capacity(8);
        while let Some(line) = self.line.clone().filter(|line| line.indent >= indent) {
            if line.indent > indent {
                return None;
            }
            let content = self.rest(&line.range);
            if content.starts_with("- ") && !entries.is_empty() {
                // In a list at the same indent, a mapping ends before the next item.
                break;
            }
            let key = key(content)?;
            let key_range = line.range.start..line.range.start + key.len();
            if entries.iter().any(|entry| entry.key == key) {
                return None;
            }
            let after = key_range.end + 1..line.range.end;
            let blanks = self.rest(&after).len() - self.rest(&after).trim_start_matches(' ').len();
            let value = after.start + blanks..after.end;
            if !value.is_empty() && blanks == 0 {
                return None;
            }
            self.advance();
            let value = if value.is_empty() {
                self.below(indent, &key_range, depth)?
            } else {
                let value = self.inline(value)?;
                if self.goes_deeper(indent) {
                    return None;
                }
                value
            };
            entries.push(Entry {
                key: key.into(),
                key_range: self.base + key_range.start..self.base + key_range.end,
                value,
            });
        }
        let start = entries.first()?.key_range.start;
        let last = entries.last()?;
        let end = last.value.range.end.max(last.key_range.end);
        Some(Node {
            range: start..end,
            kind: NodeKind::Mapping(entries),
        })
    }

    /// The value below a key: a deeper block, a list at the same indent, or none.
    fn below(&mut self, indent: usize, key: &Range<usize>, depth: usize) -> Option<Node> {
        let Some(line) = &self.line else {
            return Some(self.absent(key));
        };
        let is_list = self.rest(&line.range).starts_with("- ");
        if line.indent > indent {
            self.block(line.indent, depth + 1)
        } else if line.indent == indent && is_list {
            self.list(indent, depth + 1)
        } else {
            Some(self.absent(key))
        }
    }

    fn absent(&self, key: &Range<usize>) -> Node {
        self.node(key.clone(), NodeKind::Scalar(Scalar::Null, Style::Absent))
    }

    fn list(&mut self, indent: usize, depth: usize) -> Option<Node> {
        let mut items: Vec<Node> = Vec::new();
        let start = self.line.as_ref()?.range.start;
        while let Some(line) = self.line.clone().filter(|line| line.indent >= indent) {
            let content = self.rest(&line.range);
            if line.indent > indent {
                return None;
            }
            let Some(item) = content.strip_prefix("- ") else {
                break;
            };
            let item = item.trim_start_matches(' ');
            let range = line.range.end - item.len()..line.range.end;
            if item.starts_with("- ") || item == "-" {
                return None;
            }
            if key(item).is_some() {
                // A mapping begins behind the dash, and its lines stand below its first key.
                let indent = line.indent + (range.start - line.range.start);
                self.line = Some(Line { indent, range });
                if depth + 1 >= MAX_DEPTH {
                    return None;
                }
                items.push(self.mapping(indent, depth + 1)?);
            } else {
                self.advance();
                items.push(self.inline(range)?);
            }
            if self.goes_deeper(indent) {
                return None;
            }
        }
        let end = items.last()?.range.end;
        Some(Node {
            range: self.base + start..end,
            kind: NodeKind::Sequence(items),
        })
    }

    /// A value that stands within a line, and fills it.
    fn inline(&self, range: Range<usize>) -> Option<Node> {
        match self.text.as_bytes()[range.start] {
            b'[' | b'{' => {
                let (node, end) = self.flow(range.clone(), 0)?;
                (end == range.end).then_some(node)
            }
            b'"' | b'\'' => {
                let (node, end) = self.quoted(range.clone())?;
                (end == range.end).then_some(node)
            }
            _ => {
                let text = self.rest(&range);
                let plain = begins_plainly(text) && !is_marked(text) && !text.ends_with(':');
                let value = NodeKind::Scalar(resolve(text), Style::Plain);
                plain.then(|| self.node(range, value))
            }
        }
    }

    /// A text between quotes, without escapes; and where it ends.
    fn quoted(&self, range: Range<usize>) -> Option<(Node, usize)> {
        let text = self.rest(&range);
        let quote = char::from(*text.as_bytes().first()?);
        let length = text[1..].find(quote)?;
        let words = &text[1..=length];
        let end = range.start + length + 2;
        let doubled = self.text[end..].starts_with('\'') && quote == '\'';
        if doubled || (quote == '"' && words.contains('\\')) {
            return None;
        }
        let kind = NodeKind::Scalar(Scalar::Text(words.into()), Style::Quoted);
        Some((self.node(range.start..end, kind), end))
    }

    /// A value in a flow collection, or one itself; and where it ends.
    fn flow(&self, range: Range<usize>, depth: usize) -> Option<(Node, usize)> {
        match self.text.as_bytes()[range.start] {
            _ if depth >= MAX_DEPTH => None,
            b'[' => self.flow_list(range, depth),
            b'{' => self.flow_mapping(range, depth),
            b'"' | b'\'' => self.quoted(range),
            _ => {
                let text = self.rest(&range);
                let length = BESIDE_FLOW.position(text.as_bytes())?;
                let words = text[..length].trim_end_matches(' ');
                let closed = matches!(text.as_bytes()[length], b',' | b']' | b'}');
                let end = range.start + words.len();
                (closed && begins_plainly(words)).then(|| {
                    let kind = NodeKind::Scalar(resolve(words), Style::Plain);
                    (self.node(range.start..end, kind), end)
                })
            }
        }
    }

    fn flow_list(&self, range: Range<usize>, depth: usize) -> Option<(Node, usize)> {
        let mut items = Vec::new();
        let mut at = self.behind_blanks(range.start + 1, range.end)?;
        if self.text.as_bytes()[at] != b']' {
            loop {
                let (item, end) = self.flow(at..range.end, depth + 1)?;
                items.push(item);
                at = self.behind_blanks(end, range.end)?;
                match self.text.as_bytes()[at] {
                    b',' => at = self.behind_blanks(at + 1, range.end)?,
                    b']' => break,
                    _ => return None,
                }
            }
        }
        let kind = NodeKind::Sequence(items);
        Some((self.node(range.start..at + 1, kind), at + 1))
    }

    fn flow_mapping(&self, range: Range<usize>, depth: usize) -> Option<(Node, usize)> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut at = self.behind_blanks(range.start + 1, range.end)?;
        if self.text.as_bytes()[at] != b'}' {
            loop {
                let key = key(self.rest(&(at..range.end)))?;
                if entries.iter().any(|entry| entry.key == key) {
                    return None;
                }
                let colon = at + key.len();
                let start = self.behind_blanks(colon + 1, range.end)?;
                if start == colon + 1 {
                    return None;
                }
                let (value, end) = self.flow(start..range.end, depth + 1)?;
                entries.push(Entry {
                    key: key.into(),
                    key_range: self.base + at..self.base + colon,
                    value,
                });
                at = self.behind_blanks(end, range.end)?;
                match self.text.as_bytes()[at] {
                    b',' => at = self.behind_blanks(at + 1, range.end)?,
                    b'}' => break,
                    _ => return None,
                }
            }
        }
        let kind = NodeKind::Mapping(entries);
        Some((self.node(range.start..at + 1, kind), at + 1))
    }

    /// The first byte behind blanks, if the line goes on.
    fn behind_blanks(&self, from: usize, end: usize) -> Option<usize> {
        let text = self.text.get(from..end)?;
        let at = from + text.len() - text.trim_start_matches(' ').len();
        (at < end).then_some(at)
    }
}

/// The key at the start of a text that has a colon behind it: a word of letters, digits, hyphens,
/// underscores and points that means no number and no other value.
fn key(text: &str) -> Option<&str> {
    let length = BESIDE_KEYS.position(text.as_bytes())?;
    let key = &text[..length];
    let begins = key.starts_with(|c: char| c.is_ascii_alphanumeric());
    let colon = text[length..].strip_prefix(':');
    let parted = colon.is_some_and(|after| after.is_empty() || after.starts_with(' '));
    let is_text = || !key.starts_with(|c: char| c.is_ascii_digit()) && is_no_word(key);
    (begins && parted && length <= 100 && (is_text() || matches!(resolve(key), Scalar::Text(_))))
        .then_some(key)
}

/// What no plain value in a flow collection has.
static BESIDE_FLOW: ByteSet = ByteSet::of(b",]}[{:#\"'");

/// What no key has.
static BESIDE_KEYS: ByteSet = LETTERS_AND_DIGITS.and(b"-_.").inverted();

fn is_no_word(key: &str) -> bool {
    !matches!(key, "null" | "true" | "false")
}

/// Whether a text holds the mark of a value (`: `) or of a comment (` #`).
fn is_marked(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(found) = MARKS.far_position(&bytes[from..]) {
        let at = from + found;
        let marks = match bytes[at] {
            b':' => bytes.get(at + 1) == Some(&b' '),
            _ => text[..at].ends_with(' '),
        };
        if marks {
            return true;
        }
        from = at + 1;
    }
    false
}

static MARKS: ByteSet = ByteSet::of(b":#");

/// Whether a plain scalar may begin so, and means no mark.
fn begins_plainly(text: &str) -> bool {
    let bytes = text.as_bytes();
    match bytes.first() {
        Some(b'-' | b'+') => bytes.get(1).is_some_and(u8::is_ascii_digit),
        Some(first) => {
            first.is_ascii_alphanumeric() || matches!(first, b'(' | b'<' | b'~') || *first >= 0x80
        }
        None => false,
    }
}
