//! The walk over an article's tree: every block and inline, footnotes too, in a fixed order.

use grounds_load::markdown::{Attributes, Block, BlockKind, Inline, InlineKind, Prose};

/// A block or an inline.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Node<'a> {
    /// A block.
    Block(&'a Block),
    /// An inline.
    Inline(&'a Inline),
}

impl<'a> Node<'a> {
    /// What stands in its braces, if it can have any.
    pub(crate) fn attributes(self) -> Option<&'a Attributes> {
        match self {
            Node::Block(block) => match &block.kind {
                BlockKind::Heading { attributes, .. } | BlockKind::Div { attributes, .. } => {
                    Some(attributes)
                }
                _ => None,
            },
            Node::Inline(inline) => match &inline.kind {
                InlineKind::Span { attributes, .. }
                | InlineKind::Link { attributes, .. }
                | InlineKind::Image { attributes, .. } => Some(attributes),
                _ => None,
            },
        }
    }
}

/// Every block and inline: those of the body in the order of the source, then those of the
/// footnotes. What holds others comes before them.
pub(crate) fn nodes(prose: &Prose) -> Vec<Node<'_>> {
    let mut found = Vec::new();
    add_blocks(&prose.blocks, &mut found);
    for note in &prose.footnotes {
        add_blocks(&note.blocks, &mut found);
    }
    found
}

fn add_blocks<'a>(blocks: &'a [Block], found: &mut Vec<Node<'a>>) {
    for block in blocks {
        found.push(Node::Block(block));
        for inlines in block.kind.inlines() {
            add_inlines(inlines, found);
        }
        for blocks in block.kind.blocks() {
            add_blocks(blocks, found);
        }
    }
}

fn add_inlines<'a>(inlines: &'a [Inline], found: &mut Vec<Node<'a>>) {
    for inline in inlines {
        found.push(Node::Inline(inline));
        add_inlines(inline.kind.content().unwrap_or_default(), found);
    }
}
