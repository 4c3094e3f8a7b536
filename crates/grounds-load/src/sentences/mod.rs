//! Sentences of a paragraph of prose, the unit of coverage.
//!
//! The Unicode sentence rules (UAX #29) know scripts but no words: they split after "et al." and
//! join "small. p53 was". Here a layer of rules about English health prose answers first, and the
//! Unicode rules where it is silent. A rule is about a kind of writing (initials, note marks, names
//! of genes), never about one text. All rules look at a bounded stretch around a mark, so that the
//! time is linear in the length of the text whatever it holds.

mod abbreviations;
mod atoms;
mod boundaries;
mod enclosures;
mod lines;
mod lists;
pub mod measure;
mod missing_space;
mod notes;
mod stops;
mod unicode;
mod vocabulary;
mod words;

use std::ops::Range;

pub use atoms::Atom;

use enclosures::Enclosures;
use lines::Lines;
use lists::Listing;
use stops::Stop;
use words::Begins;

use crate::byte_set::ByteSet;

/// Byte ranges of the sentences of one paragraph of prose; in order, disjoint, trimmed of white
/// space, never empty, on character boundaries.
///
/// A quotation or a bracket within a sentence is not split, and the marks that close after a full
/// stop, notes and numeric citations included, belong to the sentence before it.
pub fn split(text: &str) -> Vec<Range<usize>> {
    Splitter::new(text).split()
}

/// The same, where `atoms` (sorted, disjoint) are indivisible and carry no punctuation.
///
/// An atom that attaches and follows a full stop belongs to the sentence before it.
pub fn split_with_atoms(text: &str, atoms: &[Atom]) -> Vec<Range<usize>> {
    Splitter::new(&atoms::mask(text, atoms)).split()
}

struct Splitter<'a> {
    text: &'a str,
    enclosures: Enclosures,
    lines: Lines,
    list: Listing,
    /// Where the sentence that is being read begins.
    start: usize,
    is_reference_list: bool,
    sentences: Vec<Range<usize>>,
}

impl<'a> Splitter<'a> {
    fn new(text: &'a str) -> Self {
        let mut splitter = Self {
            text,
            enclosures: Enclosures::of(text),
            lines: Lines::of(text),
            list: Listing::default(),
            start: 0,
            is_reference_list: notes::is_reference_list(text),
            sentences: Vec::new(),
        };
        splitter.cut(0);
        splitter
    }

    fn split(mut self) -> Vec<Range<usize>> {
        let mut at = 0;
        while let Some(mark) = self.next_mark(at) {
            at = self.read(mark);
        }
        self.cut(self.text.len());
        self.sentences
    }

    /// The next byte at which a sentence may end, or a character outside ASCII.
    fn next_mark(&self, from: usize) -> Option<usize> {
        let found = MARKS.far_position(&self.text.as_bytes()[from..]);
        found.map(|found| from + found)
    }

    /// Reads the mark at byte `at` and returns where to read on.
    fn read(&mut self, at: usize) -> usize {
        let character = self.text[at..].chars().next().unwrap_or_default();
        match character {
            '.' => match self.list.next_item(self.text, at) {
                Some(item) => self.cut_item(item, at + 1),
                None => self.read_stop(at),
            },
            '?' | '!' | '…' => self.read_stop(at),
            ')' => {
                let item = self.list.next_item(self.text, at);
                item.map_or(at + 1, |item| self.cut_item(item, at + 1))
            }
            '\n' => {
                if self.lines.end_at(self.text, at) && self.enclosures.around(at).is_none() {
                    self.cut(at);
                }
                at + 1
            }
            '"' | '”' => {
                self.read_closing_quote(at + character.len_utf8());
                at + character.len_utf8()
            }
            _ => self.read_other(at, character),
        }
    }

    fn read_other(&mut self, at: usize, character: char) -> usize {
        let after = at + character.len_utf8();
        if character.is_alphanumeric() || words::is_opening(character) {
            return after;
        }
        if lists::is_bullet(character) {
            let spaced = self.text[..at].ends_with(char::is_whitespace);
            if spaced && self.list.is_next_bullet(character) {
                self.cut(at);
            }
            return after;
        }
        if unicode::ends_sentences(character) {
            self.read_stop(at)
        } else {
            after
        }
    }

    fn read_stop(&mut self, at: usize) -> usize {
        let mut stop = Stop::read(self.text, at, self.is_reference_list);
        if let Some(end) = self.enclosures.around(stop.end) {
            let closes = self
                .text
                .get(stop.next..end)
                .is_some_and(|gap| gap.chars().count() == 1);
            if !closes {
                return stop.resume;
            }
            stop.extend_to(self.text, end);
        }
        if boundaries::ends_sentence(self.text, self.start, &stop) {
            self.cut(stop.end);
        }
        stop.resume
    }

    /// Speech that is broken off ("afore she comes, to--") ends at its quotation mark.
    fn read_closing_quote(&mut self, end: usize) {
        let broken_off = ["--\"", "—\"", "–\"", "--”", "—”", "–”"]
            .iter()
            .any(|mark| self.text[..end].ends_with(mark));
        let spaced = self.text[end..].starts_with(char::is_whitespace);
        if !broken_off || !spaced || self.enclosures.around(end).is_some() {
            return;
        }
        let after = words::word_after(self.text, words::skip_space(self.text, end));
        if after.begins == Begins::Upper {
            self.cut(end);
        }
    }

    fn cut_item(&mut self, item: usize, resume: usize) -> usize {
        self.cut(item);
        resume
    }

    /// Ends the sentence at byte `end` and begins the next one after the space that follows.
    fn cut(&mut self, end: usize) {
        // Of several marks within one stretch of white space (blank lines) the first one counts.
        let end = end.max(self.start);
        let length = self.text[self.start..end].trim_end().len();
        if length > 0 {
            self.sentences.push(self.start..self.start + length);
        }
        self.start = words::skip_space(self.text, end);
        self.list.enter(self.text, self.start);
    }
}

/// The bytes at which a sentence may end, or at which a character outside ASCII begins.
static MARKS: ByteSet = ByteSet::of(b".?!)\n\"").and_beyond_ascii();

#[cfg(test)]
mod tests;
