//! How much an article holds: its blocks, inlines, citations, and what is wrong with them.

use super::tree::{Block, BlockKind, Citation, Inline, InlineKind, Prose};

impl Prose {
    /// How many blocks, inlines, citations, comments and faults there are.
    pub fn parts(&self) -> usize {
        let notes = self.footnotes.iter().map(|note| blocks(&note.blocks));
        blocks(&self.blocks) + notes.sum::<usize>() + self.faults.len() + self.comments.len()
    }
}

fn blocks(list: &[Block]) -> usize {
    list.iter().map(block).sum()
}

fn block(block: &Block) -> usize {
    1 + match &block.kind {
        BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => inlines(content),
        BlockKind::Quote(inner) | BlockKind::Div { blocks: inner, .. } => blocks(inner),
        BlockKind::List { items, .. } => items.iter().map(|item| 1 + blocks(&item.blocks)).sum(),
        BlockKind::Table { head, rows, .. } => {
            let cells = head.iter().chain(rows.iter().flatten());
            cells.map(|cell| 1 + inlines(&cell.content)).sum()
        }
        _ => 0,
    }
}

fn inlines(list: &[Inline]) -> usize {
    list.iter().map(inline).sum()
}

fn inline(inline: &Inline) -> usize {
    1 + match &inline.kind {
        InlineKind::Emphasis(content)
        | InlineKind::Strong(content)
        | InlineKind::Strikethrough(content)
        | InlineKind::Superscript(content)
        | InlineKind::Subscript(content)
        | InlineKind::Link { content, .. }
        | InlineKind::Image { alt: content, .. }
        | InlineKind::Span { content, .. } => inlines(content),
        InlineKind::Cite { citations, .. } => citations.iter().map(citation).sum(),
        _ => 0,
    }
}

fn citation(citation: &Citation) -> usize {
    1 + citation.nested.iter().map(self::citation).sum::<usize>()
}
