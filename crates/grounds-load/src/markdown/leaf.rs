//! The text of one paragraph, heading or cell: its lines without what their containers put before
//! them, and the way back to the bytes of the source.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memchr_iter;

/// Text cut out of the source, line by line.
#[derive(Debug, Default)]
pub(super) struct Leaf<'a> {
    pub(super) text: Cow<'a, str>,
    /// Where it begins in the source.
    start: usize,
    /// Where each piece begins in `text` and in the source, if there are several lines.
    pieces: Vec<(usize, usize)>,
}

impl<'a> Leaf<'a> {
    /// Cuts `range` out of `source`. Lines after the first lose their indentation and as many
    /// `>` as there are quotes around; a line of a lazy paragraph may have fewer.
    pub(super) fn cut(source: &'a str, range: Range<usize>, quotes: usize) -> Self {
        let written = &source[range.clone()];
        let breaks = memchr_iter(b'\n', written.as_bytes());
        let count = breaks.clone().count();
        if count == 0 {
            return Self {
                text: written.trim_end_matches('\r').into(),
                start: range.start,
                pieces: Vec::new(),
            };
        }
        let mut text = String::with_capacity(range.len());
        // A line and a line break have a piece each.
        let mut pieces = Vec::with_capacity(2 * count + 1);
        let mut start = range.start;
        let last = (!written.ends_with('\n')).then_some(range.end);
        for next in breaks.map(|at| range.start + at + 1).chain(last) {
            let line = &source[start..next];
            let is_first = start == range.start;
            let skipped = if is_first { 0 } else { prefix(line, quotes) };
            let kept = line.trim_end_matches(['\r', '\n']);
            let kept = &kept[skipped.min(kept.len())..];
            pieces.push((text.len(), start + skipped));
            text.push_str(kept);
            if line.ends_with('\n') && next < range.end {
                // The line break has its own piece: before it a carriage return may be missing.
                pieces.push((text.len(), next - 1));
                text.push('\n');
            }
            start = next;
        }
        Self {
            text: text.into(),
            start: range.start,
            pieces,
        }
    }

    /// The bytes of the source that `range` of the text was cut from.
    pub(super) fn source(&self, range: &Range<usize>) -> Range<usize> {
        if self.pieces.is_empty() {
            return self.start + range.start..self.start + range.end;
        }
        let start = self.place(range.start);
        let end = if range.is_empty() {
            start
        } else {
            self.place(range.end - 1) + 1
        };
        start..end
    }

    fn place(&self, at: usize) -> usize {
        let piece = self.pieces.partition_point(|(start, _)| *start <= at);
        match piece
            .checked_sub(1)
            .and_then(|piece| self.pieces.get(piece))
        {
            Some((text, source)) => source + (at - text),
            None => at,
        }
    }
}

/// How many bytes of a line belong to block quotes and indentation.
fn prefix(line: &str, quotes: usize) -> usize {
    let blanks = |at: usize| line[at..].len() - line[at..].trim_start_matches([' ', '\t']).len();
    let mut at = 0;
    for _ in 0..quotes {
        let marker = at + blanks(at);
        if !line[marker..].starts_with('>') {
            break;
        }
        at = marker + 1;
    }
    at + blanks(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_survive_quotes_and_carriage_returns() {
        let source = "> one\r\n>  two\r\nthree";
        let leaf = Leaf::cut(source, 2..source.len(), 1);
        assert_eq!(leaf.text, "one\ntwo\nthree");
        for word in ["one", "two", "three"] {
            let at = leaf.text.find(word).expect("it was kept");
            assert_eq!(&source[leaf.source(&(at..at + word.len()))], word);
        }
        assert_eq!(leaf.source(&(0..7)), 2..13);
    }
}
