//! Prose as checks see it: sentences, passages and citations, drawn from the tree of an article.

mod build;
mod linear;
#[cfg(test)]
mod tests;
mod units;

use std::collections::BTreeMap;
use std::ops::Range;

use grounds_model::NonClaim;

use crate::markdown;
use crate::markdown::CitationMode;

/// The prose of one article.
#[derive(Debug, Default)]
pub struct Prose {
    /// The tree, as it was read.
    pub tree: markdown::Prose,
    /// The sentences, in order. They are the unit of claim coverage.
    pub sentences: Vec<Sentence>,
    /// The passages, in order: stretches that state a claim or are labelled speculative.
    pub passages: Vec<Passage>,
    /// The citations, in order, one entry for each key.
    pub citations: Vec<Cited>,
    /// What stands around the sentences that are in a table's body, by position.
    pub cells: BTreeMap<usize, TableCell>,
}

/// What stands around a sentence in a cell of a table's body: what its numbers are may be said there alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TableCell {
    /// The first sentence of the head of its column, by position.
    pub head: Option<usize>,
    /// The first sentence of its row, by position, where that stands in another cell.
    pub row: Option<usize>,
}

/// One sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its bytes in the file, markup and citations included.
    pub range: Range<usize>,
    /// Its words: no markup, no citations, entities decoded, white space folded.
    pub text: String,
    /// What kind of block it stands in.
    pub setting: Setting,
    /// What labels cover all its words.
    pub labels: Labels,
    /// The passages in it, or around it, by position.
    pub passages: Vec<usize>,
    /// The citations that belong to it, by position.
    pub citations: Vec<usize>,
    /// Whether its words are (within) a quotation block.
    pub quoted: bool,
}

/// The kind of block that a sentence stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Setting {
    /// A paragraph.
    Paragraph,
    /// A heading.
    Heading,
    /// An item of a list.
    ListItem,
    /// A cell of a table's head.
    TableHead,
    /// A cell of a table's body.
    TableCell,
    /// A footnote.
    Footnote,
}

/// What spans and divs around some words declare of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Labels {
    /// `.speculative`: shown to readers as such.
    pub speculative: bool,
    /// `.definition`, `.advice`, `.opinion` or `.context`.
    pub non_claim: Option<NonClaim>,
}

/// A stretch of prose that states one claim (`[…]{claim=id}`), or is labelled speculative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Its bytes in the file: of a span, from `[` to `}`; of a div, from fence to fence.
    pub range: Range<usize>,
    /// The bytes of its words.
    pub words: Range<usize>,
    /// Its words: no markup, no citations.
    pub text: String,
    /// The claim that it states, as it was written.
    pub claim: Option<Written>,
    /// What labels hold for it, its own and those around it.
    pub labels: Labels,
    /// The citations that belong to it: in it, or in a sentence that it is in, by position.
    pub citations: Vec<usize>,
}

/// A word of the source and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The word.
    pub text: String,
    /// Its bytes in the file.
    pub range: Range<usize>,
}

/// One work cited once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// The key as it was written.
    pub key: String,
    /// The bytes of the key.
    pub key_range: Range<usize>,
    /// The bytes of the citation, with its prefix and suffix.
    pub range: Range<usize>,
    /// How it is cited.
    pub mode: CitationMode,
    /// The words before the key.
    pub prefix: String,
    /// The words after the key, locator included.
    pub suffix: String,
    /// The sentence that it belongs to, by position.
    pub sentence: Option<usize>,
}
