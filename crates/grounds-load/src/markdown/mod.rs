//! Markdown to a tree: CommonMark's blocks, with Pandoc's citations, spans and divs.
//!
//! The way: find the fences of divs, make a skeleton that shows pulldown-cmark only what decides
//! about blocks, build the blocks, and read the inlines of each by Pandoc's grammar. Nothing
//! here fails: text that is no markup is text, and what looks meant otherwise is a [`Fault`].
//!
//! Known differences from Pandoc are listed in `tests/pandoc/README.md`.

mod attributes;
mod blocks;
mod brackets;
mod citations;
mod destination;
mod emphasis;
mod entities;
mod fences;
mod fill;
mod finish;
mod inlines;
mod leaf;
mod lines;
mod locator;
mod node;
mod skeleton;
mod tree;
mod verbatim;

use std::collections::BTreeSet;
use std::ops::Range;

pub use tree::{
    Alignment, Attributes, Block, BlockKind, Cell, Citation, CitationMode, Fault, Footnote,
    HtmlComment, Inline, InlineKind, ListItem, Locator, Name, Pair, Prose, plain_text,
};

/// How deep blocks and inlines may nest; what is deeper is read as text.
pub const MAX_DEPTH: usize = 64;

/// Reads the prose of an article: `body` is the part of `text` after the front matter.
pub fn parse(text: &str, body: Range<usize>) -> Prose {
    let text = &text[..body.end];
    let mut gathered = finish::Gathered::default();
    let fences::Fences { fences, faults } = fences::find(text, &body);
    gathered.faults = faults;
    let skeleton = skeleton::make(text, &body, &fences, &mut gathered.faults);
    let mut read = blocks::read(text, body.start, &skeleton, &fences, &mut gathered);
    fill(text, &mut read, &mut gathered);
    let finish::Gathered { mut footnotes, mut faults, mut comments, .. } = gathered;
    footnotes.extend(read.notes.into_iter().map(|note| note.footnote));
    footnotes.sort_by_key(|note| note.range.start);
    faults.sort_by_key(|fault| fault.range().start);
    comments.sort_by_key(|comment| comment.range.start);
    Prose { blocks: read.body, footnotes, faults, comments }
}

/// Reads the inlines: headings first, as their words are labels of links to them.
fn fill(text: &str, read: &mut blocks::Blocks, into: &mut finish::Gathered) {
    for pass in [fill::Pass::Headings, fill::Pass::Others] {
        let mut filler = fill::Filler {
            text,
            definitions: &read.definitions,
            into,
            pass,
            identifiers: BTreeSet::new(),
            labels: Vec::new(),
        };
        filler.blocks(&mut read.body, 0);
        for note in &mut read.notes {
            filler.blocks(&mut note.footnote.blocks, note.quotes);
        }
        for (label, id) in filler.labels {
            let target = || (format!("#{id}"), String::new());
            let links = &mut read.definitions.links;
            links.entry(inlines::label_key(&label)).or_insert_with(target);
        }
    }
}
