//! The rows of the list as they stand in its file, and those that a diagnostic shows.

use std::ops::Range;

use super::cells::{doi, pmid};

/// The rows of the file, and those that are shown, on the lines on which they stand.
pub(super) struct Rows<'b> {
    bytes: &'b [u8],
    raw: &'b [u8],
    /// The line at which the row begins, from 1.
    pub(super) line: u64,
    counted: usize,
    /// What is shown, each row on its own line.
    pub(super) excerpt: String,
    lines: u64,
}

impl<'b> Rows<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        Self {
            bytes,
            raw: &bytes[..0],
            line: 1,
            counted: 0,
            excerpt: String::new(),
            lines: 1,
        }
    }

    /// Goes to the row between two positions. Lines are counted here: the reader takes the end of one line, where it is
    /// a return and a line feed, for the beginning of the next row.
    pub(super) fn at(&mut self, start: &csv::Position, end: &csv::Position) {
        let at = |position: &csv::Position| {
            let byte = usize::try_from(position.byte()).unwrap_or(usize::MAX);
            byte.min(self.bytes.len())
        };
        let (mut start, end) = (at(start), at(end));
        while start < end && matches!(self.bytes[start], b'\r' | b'\n') {
            start += 1;
        }
        let passed = self.bytes.get(self.counted..start).unwrap_or_default();
        let breaks = passed.split(|byte| *byte == b'\n').count() - 1;
        self.line += u64::try_from(breaks).unwrap_or_default();
        self.counted = start;
        self.raw = self.bytes.get(start..end).unwrap_or_default();
    }

    /// The first DOI or PubMed number anywhere in the row for which `wanted` says yes, as it is written.
    pub(super) fn identifier(
        &self,
        wanted: &dyn Fn(Option<&str>, Option<&str>) -> bool,
    ) -> Option<String> {
        /// Shorter numbers are volumes, pages and years.
        const DIGITS_OF_PMID: usize = 6;
        let text = String::from_utf8_lossy(self.raw);
        let mut words = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '"' | ';'));
        let found = words.find(|word| {
            let number = word.len() >= DIGITS_OF_PMID && word.bytes().all(|b| b.is_ascii_digit());
            let (doi, pmid) = (doi(word), pmid(word).filter(|_| number));
            (doi.is_some() && wanted(doi.as_deref(), None))
                || (pmid.is_some() && wanted(None, pmid.as_deref()))
        });
        found.map(str::to_owned)
    }

    /// Shows the row, once, and says where in the excerpt a field of it stands; else the whole row.
    pub(super) fn show(&mut self, field: &str) -> Range<usize> {
        let text = String::from_utf8_lossy(self.raw);
        let text = text.trim_matches(['\r', '\n']);
        if self.lines <= self.line {
            while self.lines < self.line {
                self.excerpt.push('\n');
                self.lines += 1;
            }
            self.excerpt.push_str(text);
            self.excerpt.push('\n');
            self.lines += 1 + u64::try_from(text.matches('\n').count()).unwrap_or_default();
        }
        let start = self.excerpt.len().saturating_sub(text.len() + 1);
        match text.find(field).filter(|_| !field.is_empty()) {
            Some(at) => start + at..start + at + field.len(),
            None => start..start + text.lines().next().unwrap_or_default().len(),
        }
    }
}
