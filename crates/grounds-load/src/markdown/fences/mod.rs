//! Finding the fences of divs: `::: {.class}` … `:::`.
//!
//! CommonMark has no divs, so this pass finds the lines that open and close them, before the
//! blocks are read. It follows quotes, lists and code line by line, as far as they decide whether
//! a line of colons is a fence. Pandoc's rules (2.17): a fence stands at the very start of its
//! container's lines; one that opens may not follow a line of a paragraph; one that closes may,
//! while a div is open; a div that is never closed is none.

use std::collections::BTreeSet;
use std::ops::Range;

use memchr::memmem;

use super::MAX_BLOCKS;
use super::lines::{self, Cursor};
use super::opening::{self, is_closing};
use super::tree::{Attributes, Fault};

/// A line, or for attributes over two lines both, that opens or closes a div.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fence {
    /// From the first colon to the end of the line, without the line break.
    pub(super) range: Range<usize>,
    /// What it opens, or nothing where it closes.
    pub(super) opens: Option<Attributes>,
    /// Whether the closing line stands outside the quote or item that the div is in, where it
    /// continues a paragraph. Set on both fences.
    pub(super) lazy: bool,
}

/// The fences of a text, in order, and what looks like one and is none.
#[derive(Debug, Default)]
pub(super) struct Fences {
    pub(super) fences: Vec<Fence>,
    pub(super) faults: Vec<Fault>,
}

/// Finds the fences in `text[body]`.
pub(super) fn find(text: &str, body: &Range<usize>) -> Fences {
    // A div that is not closed is text, which may change what follows: look again, as Pandoc
    // does. After some rounds, all that are left open are given up at once.
    const ROUNDS: usize = 16;
    let mut unclosed = BTreeSet::new();
    if memmem::find(&text.as_bytes()[body.clone()], b":::").is_none() {
        return Fences::default();
    }
    for round in 0.. {
        let mut scan = Scan {
            text,
            end: body.end,
            unclosed: &unclosed,
            ..Scan::EMPTY
        };
        let mut left_open = scan.run(body.start);
        if left_open.is_empty() {
            return within_depth(scan.found);
        }
        if round < ROUNDS {
            left_open.truncate(1);
        }
        unclosed.extend(left_open);
    }
    Fences::default()
}

/// Without the fences that nest too deep.
fn within_depth(mut found: Fences) -> Fences {
    let mut depth = 0_usize;
    let Fences { fences, faults } = &mut found;
    fences.retain(|fence| {
        let deep = depth > MAX_BLOCKS || (depth == MAX_BLOCKS && fence.opens.is_some());
        if fence.opens.is_some() {
            depth += 1;
            if deep {
                faults.push(Fault::TooDeep {
                    range: fence.range.clone(),
                });
            }
        } else {
            depth -= 1;
        }
        !deep
    });
    found
}

/// What is around a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Container {
    Quote,
    /// An item of a list, or a footnote, and how far its lines are indented.
    Item(usize),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verbatim {
    /// A code block: its fence, and in how many containers it stands.
    Code(char, usize, usize),
    Comment,
}

#[derive(Debug)]
struct Scan<'a> {
    text: &'a str,
    end: usize,
    /// Openings known to be closed nowhere.
    unclosed: &'a BTreeSet<usize>,
    found: Fences,
    containers: Vec<Container>,
    verbatim: Option<Verbatim>,
    /// Whether the line before is one of a paragraph; and of a table.
    paragraph: bool,
    table: bool,
    /// Open divs: which fence opened them, and in how many containers.
    open: Vec<(usize, usize)>,
    left_open: Vec<usize>,
}

impl<'a> Scan<'a> {
    const EMPTY: Self = Self {
        text: "",
        end: 0,
        unclosed: &BTreeSet::new(),
        found: Fences {
            fences: Vec::new(),
            faults: Vec::new(),
        },
        containers: Vec::new(),
        verbatim: None,
        paragraph: false,
        table: false,
        open: Vec::new(),
        left_open: Vec::new(),
    };

    /// Reads all lines; gives the openings that nothing closed, in order.
    fn run(&mut self, start: usize) -> Vec<usize> {
        let mut at = start;
        while at < self.end {
            let rest: &'a str = &self.text[at..self.end];
            let length = rest.find('\n').map_or(rest.len(), |end| end + 1);
            let line = rest[..length].trim_end_matches(['\r', '\n']);
            let next = self.line(at, line);
            at = next.max(at + length);
        }
        while let Some((opener, _)) = self.open.pop() {
            self.leave_open(opener);
        }
        self.left_open.sort_unstable();
        std::mem::take(&mut self.left_open)
    }

    /// Reads one line; gives the place behind it where it is more than one.
    fn line(&mut self, start: usize, line: &str) -> usize {
        let mut cursor = Cursor::new(line);
        let matched = self.enter(&mut cursor);
        if cursor.rest().is_empty() {
            // A line without `>` ends quotes; items go on over empty lines.
            let quote = self.containers[matched..]
                .iter()
                .position(|c| *c == Container::Quote);
            self.leave(quote.map_or(self.containers.len(), |quote| matched + quote));
            self.after_text(false);
            return start;
        }
        if self.in_verbatim(&cursor, matched) {
            return start;
        }
        let place = start + cursor.offset();
        if cursor.indent() == 0 && is_closing(cursor.rest()) {
            let range = place..place + cursor.rest().trim_end().len();
            if self.closing(range, matched) {
                return start;
            }
        }
        let lazy = self.paragraph && matched < self.containers.len();
        if lazy && !lines::interrupts(&cursor) {
            self.stray(&cursor, place, "a blank line must stand before a div");
            return start;
        }
        if matched < self.containers.len() {
            self.leave(matched);
            self.after_text(false);
        }
        self.open_containers(&mut cursor);
        self.leaf(start + cursor.offset(), &cursor).unwrap_or(start)
    }

    /// Goes past the marks of the containers around; gives how many of them go on.
    fn enter(&self, cursor: &mut Cursor) -> usize {
        let goes_on = |container: &&Container| match container {
            Container::Quote => cursor.quote(),
            Container::Item(width) => cursor.rest().is_empty() || cursor.indentation(*width),
        };
        self.containers.iter().take_while(goes_on).count()
    }

    /// Ends containers, and with them the divs in them.
    fn leave(&mut self, depth: usize) {
        self.containers.truncate(depth);
        while let Some((opener, _)) = self.open.pop_if(|(_, containers)| *containers > depth) {
            self.leave_open(opener);
        }
    }

    fn leave_open(&mut self, opener: usize) {
        self.left_open.push(self.found.fences[opener].range.start);
    }

    fn after_text(&mut self, paragraph: bool) {
        self.paragraph = paragraph;
        self.table = false;
    }

    /// Whether the line belongs to a code block or a comment.
    fn in_verbatim(&mut self, cursor: &Cursor, matched: usize) -> bool {
        match self.verbatim {
            Some(Verbatim::Code(fence, length, depth)) if matched >= depth => {
                if cursor.indent() < 4 && lines::closes_code(cursor.rest(), fence, length) {
                    self.verbatim = None;
                }
                true
            }
            Some(Verbatim::Comment) => {
                if cursor.rest().contains("-->") {
                    self.verbatim = None;
                }
                true
            }
            _ => {
                self.verbatim = None;
                false
            }
        }
    }

    /// A line of colons alone. It closes the div that is open in the same containers.
    fn closing(&mut self, range: Range<usize>, matched: usize) -> bool {
        let last = self
            .open
            .iter()
            .rposition(|(_, containers)| *containers <= matched);
        let inside = self
            .open
            .last()
            .is_some_and(|(_, containers)| *containers > matched);
        let lazy = match last {
            Some(last) if self.open[last].1 == matched => {
                self.leave(matched);
                false
            }
            // Nothing outside is open: the line continues the paragraph inside, and closes there.
            None if inside && self.paragraph => true,
            _ => {
                let reason = if self.open.is_empty() {
                    "no div is open here"
                } else {
                    "the open div began outside this list or quote"
                };
                self.found
                    .faults
                    .push(Fault::StrayDivFence { range, reason });
                return false;
            }
        };
        if let Some((opener, _)) = self.open.pop() {
            self.found.fences[opener].lazy = lazy;
        }
        self.found.fences.push(Fence {
            range,
            opens: None,
            lazy,
        });
        self.after_text(false);
        true
    }

    fn open_containers(&mut self, cursor: &mut Cursor) {
        while self.containers.len() < MAX_BLOCKS
            && (cursor.indent() < 4 || cursor.rest().is_empty())
        {
            let container = if cursor.quote() {
                Container::Quote
            } else if let Some(width) = cursor.list_marker(self.paragraph) {
                Container::Item(width)
            } else if !self.paragraph && cursor.footnote_marker() {
                Container::Item(4)
            } else {
                break;
            };
            self.containers.push(container);
            self.after_text(false);
        }
    }

    /// What stands on the line inside its containers.
    fn leaf(&mut self, place: usize, cursor: &Cursor) -> Option<usize> {
        let rest = cursor.rest();
        if rest.is_empty() || (cursor.indent() >= 4 && !self.paragraph) {
            self.after_text(false);
        } else if cursor.indent() >= 4 {
            // The paragraph goes on.
        } else if let Some((fence, length)) = lines::opens_code(rest) {
            self.verbatim = Some(Verbatim::Code(fence, length, self.containers.len()));
            self.after_text(false);
        } else if rest.starts_with(":::") && !is_closing(rest) {
            return self.opening(place, cursor);
        } else if rest.starts_with("<!--") && !self.paragraph {
            self.verbatim = (!rest.contains("-->")).then_some(Verbatim::Comment);
            self.after_text(false);
        } else if lines::is_heading(rest)
            || lines::is_rule(rest)
            || (self.paragraph && lines::is_underline(rest))
            || (!self.paragraph && lines::is_reference(rest))
        {
            self.after_text(false);
        } else {
            let row = self.table || (self.paragraph && lines::is_table_line(rest));
            self.after_text(!(row && rest.contains('|')));
            self.table = row;
        }
        None
    }

    /// A line that may open a div; gives its end.
    fn opening(&mut self, place: usize, cursor: &Cursor) -> Option<usize> {
        let reason = match cursor.indent() {
            _ if self.paragraph => "a blank line must stand before a div",
            0 => "",
            _ => "a div's fence may not be indented",
        };
        if !reason.is_empty() {
            self.stray(cursor, place, reason);
            self.after_text(true);
            return None;
        }
        let line_end = place + cursor.rest().len();
        let quoted = self.containers.contains(&Container::Quote);
        let limit = if quoted { line_end } else { self.end };
        let opening = opening::read(&self.text[..limit], place, line_end, &mut self.found.faults);
        let Some((attributes, end)) = opening else {
            let reason = "a div takes one class, or attributes in braces, and nothing else";
            self.stray(cursor, place, reason);
            self.after_text(true);
            return None;
        };
        let range = place..end;
        if self.unclosed.contains(&place) {
            self.found.faults.push(Fault::UnclosedDiv { range });
            self.after_text(true);
            return None;
        }
        self.open
            .push((self.found.fences.len(), self.containers.len()));
        self.found.fences.push(Fence {
            range,
            opens: Some(attributes),
            lazy: false,
        });
        self.after_text(false);
        Some(end)
    }

    fn stray(&mut self, cursor: &Cursor, place: usize, reason: &'static str) {
        let rest = cursor.rest().trim_end();
        // Colons within a paragraph's lines are reported only where they look meant.
        if rest.starts_with(":::") && !is_closing(rest) {
            let range = place..place + rest.len();
            self.found
                .faults
                .push(Fault::StrayDivFence { range, reason });
        }
    }
}

#[cfg(test)]
mod tests;
