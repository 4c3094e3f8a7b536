//! Blocks that have begun and not ended while pulldown-cmark's events are read.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Tag, TagEnd};

use super::divs::Part;
use super::tree::{Alignment, Attributes, BlockKind, ListItem};

/// A block that has begun.
#[derive(Debug)]
pub(super) struct Frame {
    pub(super) kind: FrameKind,
    pub(super) range: Range<usize>,
    pub(super) parts: Vec<Part>,
    /// Inlines right in an item, as a tight list has them.
    pub(super) loose: Option<Range<usize>>,
}

#[derive(Debug)]
pub(super) enum FrameKind {
    Body,
    Quote,
    Item,
    /// A container that nests too deep: its blocks are its parent's.
    Flat,
    Footnote(String),
    List {
        ordered_from: Option<u64>,
        tight: bool,
        items: Vec<ListItem>,
    },
    Leaf(BlockKind),
}

impl Frame {
    pub(super) fn new(kind: FrameKind, range: Range<usize>) -> Self {
        Self {
            kind,
            range,
            parts: Vec::new(),
            loose: None,
        }
    }
}

impl FrameKind {
    /// The block that begins with this tag, if one does.
    pub(super) fn of(tag: Tag) -> Option<Self> {
        Some(match tag {
            Tag::Paragraph => Self::Leaf(BlockKind::Paragraph(Vec::new())),
            Tag::Heading { level, .. } => Self::Leaf(BlockKind::Heading {
                level: level as u8,
                id: String::new(),
                attributes: Attributes::default(),
                content: Vec::new(),
            }),
            Tag::BlockQuote(_) => Self::Quote,
            Tag::CodeBlock(kind) => {
                let info = match kind {
                    CodeBlockKind::Fenced(info) => info.into_string(),
                    CodeBlockKind::Indented => String::new(),
                };
                let text = String::new();
                Self::Leaf(BlockKind::Code { info, text })
            }
            Tag::HtmlBlock => Self::Leaf(BlockKind::Html),
            Tag::List(ordered_from) => Self::List {
                ordered_from,
                tight: true,
                items: Vec::new(),
            },
            Tag::Item => Self::Item,
            Tag::FootnoteDefinition(label) => Self::Footnote(label.into_string()),
            Tag::Table(alignments) => Self::Leaf(BlockKind::Table {
                alignments: alignments.into_iter().map(alignment).collect(),
                head: Vec::new(),
                rows: Vec::new(),
            }),
            _ => return None,
        })
    }
}

/// Whether what ends is a block of a frame.
pub(super) fn ends_block(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::Table
    )
}

fn alignment(alignment: pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::None => Alignment::None,
        pulldown_cmark::Alignment::Left => Alignment::Left,
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::Right,
    }
}
