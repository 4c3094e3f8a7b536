//! Texts folded so that phrases can be found in them: small letters, straight apostrophes, common
//! blanks and hyphens.

use std::ops::Range;

/// A text folded for search, with the place of each of its bytes in what was written.
#[derive(Debug)]
pub(super) struct Folded {
    /// The folded text.
    pub(super) text: String,
    places: Vec<usize>,
}

impl Folded {
    pub(super) fn of(written: &str) -> Self {
        let mut folded = Self {
            text: String::with_capacity(written.len()),
            places: Vec::with_capacity(written.len() + 1),
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

    /// The bytes as written of bytes of the folded text.
    pub(super) fn written(&self, found: &Range<usize>) -> Range<usize> {
        let place = |at: usize| self.places.get(at).copied().unwrap_or_default();
        place(found.start)..place(found.end)
    }
}
