//! What stands within a block or an inline: the one way to walk the tree.

use super::tree::{Block, BlockKind, Cell, Inline, InlineKind, ListItem};

impl BlockKind {
    /// The blocks within it, list by list: those of a quotation or a div, or of each item.
    pub fn blocks(&self) -> impl Iterator<Item = &[Block]> {
        let (own, items): (Option<&[Block]>, &[ListItem]) = match self {
            Self::Quote(blocks) | Self::Div { blocks, .. } => (Some(blocks), &[]),
            Self::List { items, .. } => (None, items),
            _ => (None, &[]),
        };
        own.into_iter()
            .chain(items.iter().map(|item| item.blocks.as_slice()))
    }

    /// The inlines within it, list by list: those of a heading or a paragraph, or of each cell of a table.
    pub fn inlines(&self) -> impl Iterator<Item = &[Inline]> {
        let (own, head, rows): (Option<&[Inline]>, &[Cell], &[Vec<Cell>]) = match self {
            Self::Heading { content, .. } | Self::Paragraph(content) => (Some(content), &[], &[]),
            Self::Table { head, rows, .. } => (None, head, rows),
            _ => (None, &[], &[]),
        };
        let cells = head.iter().chain(rows.iter().flatten());
        own.into_iter()
            .chain(cells.map(|cell| cell.content.as_slice()))
    }
}

impl InlineKind {
    /// The inlines within it; `None` where it cannot hold any. What a citation says before and after its key is
    /// its own.
    pub fn content(&self) -> Option<&[Inline]> {
        match self {
            Self::Emphasis(content)
            | Self::Strong(content)
            | Self::Strikethrough(content)
            | Self::Superscript(content)
            | Self::Subscript(content)
            | Self::Link { content, .. }
            | Self::Image { alt: content, .. }
            | Self::Span { content, .. } => Some(content),
            Self::Text(_)
            | Self::Code(_)
            | Self::Cite { .. }
            | Self::FootnoteReference(_)
            | Self::SoftBreak
            | Self::HardBreak
            | Self::Html => None,
        }
    }
}

/// The words of these inlines as plain text: breaks as blanks, citations as they were written,
/// without footnotes and raw HTML.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut words = String::new();
    append_plain_text(inlines, &mut words);
    words
}

fn append_plain_text(inlines: &[Inline], words: &mut String) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Code(text) | InlineKind::Cite { text, .. } => {
                words.push_str(text);
            }
            InlineKind::SoftBreak | InlineKind::HardBreak => words.push(' '),
            kind => append_plain_text(kind.content().unwrap_or_default(), words),
        }
    }
}
