//! Texts folded so that phrases can be found in them: small letters, straight apostrophes, common
//! blanks and hyphens.

use std::ops::Range;

/// A text folded for search, with the place of each of its bytes in what was written.
#[derive(Debug)]
pub(crate) struct Folded {
    /// The folded text.
    pub(crate) text: String,
    /// The place of each byte; empty where each is its own.
    places: Vec<usize>,
    length: usize,
}

impl Folded {
    pub(crate) fn of(written: &str) -> Self {
        let length = written.len();
        if written.is_ascii() {
            let blank = ['\t', '\n', '\x0b', '\x0c', '\r'];
            let small = written.to_ascii_lowercase();
            return Self {
                text: if has_controls(written) {
                    small.replace(blank, " ")
                } else {
                    small
                },
                places: Vec::new(),
                length,
            };
        }
        let mut folded = Self {
            text: String::with_capacity(length),
            places: Vec::with_capacity(length + 1),
            length,
        };
        for (at, char) in written.char_indices() {
            match char {
                '’' | '‘' | 'ʼ' => folded.push('\'', at),
                '‐' | '‑' => folded.push('-', at),
                char if char.is_whitespace() => folded.push(' ', at),
                char => char.to_lowercase().for_each(|small| folded.push(small, at)),
            }
        }
        folded.places.push(written.len());
        folded
    }

    fn push(&mut self, char: char, at: usize) {
        self.text.push(char);
        self.places.resize(self.text.len(), at);
    }

    /// The byte of the folded text for a byte as written.
    pub(crate) fn at(&self, written: usize) -> usize {
        if self.places.is_empty() {
            return written.min(self.length);
        }
        self.places.partition_point(|place| *place < written)
    }

    /// The bytes as written of bytes of the folded text.
    pub(crate) fn written(&self, found: &Range<usize>) -> Range<usize> {
        let place = |at: usize| match self.places.get(at) {
            Some(place) => *place,
            None => at.min(self.length),
        };
        place(found.start)..place(found.end)
    }
}

/// Whether a text holds tabs or line breaks. No byte ends the search, so that many are looked at at once.
fn has_controls(text: &str) -> bool {
    let bytes = text.bytes();
    bytes.fold(false, |any, byte| any | matches!(byte, b'\t'..=b'\r'))
}
