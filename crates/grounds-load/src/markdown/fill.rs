//! Reading the inlines of all blocks, and naming the headings.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::finish::{self, Gathered};
use super::inlines::Definitions;
use super::leaf::Leaf;
use super::tree::{Block, BlockKind, Cell, Inline};
use super::within::plain_text;

/// Which blocks are read: headings come first, since links may name them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pass {
    Headings,
    Others,
}

/// Reads inlines, block by block.
#[derive(Debug)]
pub(super) struct Filler<'a> {
    pub(super) text: &'a str,
    pub(super) definitions: &'a Definitions,
    pub(super) into: &'a mut Gathered,
    pub(super) pass: Pass,
    /// Identifiers of headings, which are unique.
    pub(super) identifiers: BTreeSet<String>,
    /// The number from which the next one is sought for headings with the same words: from 1 for
    /// each of them, a page of equal headings would take long.
    pub(super) numbers: BTreeMap<String, usize>,
    /// What leads to headings: labels and identifiers.
    pub(super) labels: Vec<(String, String)>,
}

impl<'a> Filler<'a> {
    /// Reads the inlines of these blocks, which stand in so many quotes.
    pub(super) fn blocks(&mut self, blocks: &mut [Block], quotes: usize) {
        for block in blocks {
            self.block(block, quotes);
        }
    }

    fn block(&mut self, block: &mut Block, quotes: usize) {
        let range = block.range.clone();
        let headings = self.pass == Pass::Headings;
        match &mut block.kind {
            BlockKind::Heading {
                id,
                attributes,
                content,
                ..
            } if headings => {
                let (leaf, hashes) = self.heading(range, quotes);
                let heading = finish::read_heading(&leaf, hashes, self.definitions, self.into);
                let written = heading.attributes.id.as_ref().map(|id| id.text.clone());
                *id = written.unwrap_or_else(|| self.unused(&identifier(&heading.content)));
                (*content, *attributes) = (heading.content, heading.attributes);
                self.identifiers.insert(id.clone());
                self.labels.push((heading.label, id.clone()));
            }
            BlockKind::Quote(blocks) => self.blocks(blocks, quotes + 1),
            BlockKind::Div { blocks, .. } => self.blocks(blocks, quotes),
            BlockKind::List { items, .. } => {
                for item in items {
                    self.blocks(&mut item.blocks, quotes);
                }
            }
            BlockKind::Paragraph(content) if !headings => *content = self.inlines(range, quotes),
            BlockKind::Table { head, rows, .. } if !headings => {
                let cells = head.iter_mut().chain(rows.iter_mut().flatten());
                cells.for_each(|cell: &mut Cell| {
                    cell.content = self.inlines(cell.range.clone(), quotes);
                });
            }
            _ => {}
        }
    }

    fn inlines(&mut self, range: Range<usize>, quotes: usize) -> Vec<Inline> {
        let leaf = Leaf::cut(self.text, range, quotes);
        finish::read(&leaf, self.definitions, self.into)
    }

    /// The words of a heading, and whether it is one with `#`.
    fn heading(&self, range: Range<usize>, quotes: usize) -> (Leaf<'a>, bool) {
        let text = &self.text[range.clone()];
        let words = text.trim_start_matches('#');
        let blank = words.is_empty() || words.starts_with([' ', '\t']);
        let (words, hashes) = match text.strip_prefix('#') {
            Some(_) if blank && !text.contains('\n') => (words.trim_start(), true),
            _ => (
                text.rsplit_once('\n')
                    .map_or("", |(words, _underline)| words),
                false,
            ),
        };
        let start = if hashes {
            range.end - words.len()
        } else {
            range.start
        };
        (
            Leaf::cut(self.text, start..start + words.trim_end().len(), quotes),
            hashes,
        )
    }

    /// The identifier with a number, if without it is taken.
    fn unused(&mut self, identifier: &str) -> String {
        let base = if identifier.is_empty() {
            "section"
        } else {
            identifier
        };
        if !self.identifiers.contains(base) {
            return base.to_owned();
        }
        let next = self.numbers.entry(base.to_owned()).or_insert(1);
        loop {
            let id = format!("{base}-{next}");
            *next += 1;
            if !self.identifiers.contains(&id) {
                return id;
            }
        }
    }
}

/// Pandoc's `auto_identifiers`: letters, digits and `_-.`, in lower case, from the first letter
/// on, with hyphens for blanks. Dashes and dots that Pandoc would set as one character go.
fn identifier(content: &[Inline]) -> String {
    let words = plain_text(content).to_lowercase();
    let words = words
        .replace("---", "")
        .replace("--", "")
        .replace("...", "");
    let kept =
        |char: &char| char.is_alphanumeric() || char.is_whitespace() || "_-.".contains(*char);
    let kept: String = words.chars().filter(kept).collect();
    let joined = kept.split_whitespace().collect::<Vec<_>>().join("-");
    joined
        .trim_start_matches(|char: char| !char.is_alphabetic())
        .to_owned()
}
