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
    let items = match &block.kind {
        BlockKind::List { items, .. } => items.len(),
        BlockKind::Table { .. } => block.kind.inlines().count(),
        _ => 0,
    };
    let inner = block.kind.blocks().map(blocks).sum::<usize>();
    1 + items + inner + block.kind.inlines().map(inlines).sum::<usize>()
}

fn inlines(list: &[Inline]) -> usize {
    list.iter().map(inline).sum()
}

fn inline(inline: &Inline) -> usize {
    1 + match &inline.kind {
        InlineKind::Cite { citations, .. } => citations.iter().map(citation).sum(),
        kind => inlines(kind.content().unwrap_or_default()),
    }
}

fn citation(citation: &Citation) -> usize {
    1 + citation.nested.iter().map(self::citation).sum::<usize>()
}
