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

/// Visits every block and inline: those of the body in the order of the source, then those of
/// the footnotes. What holds others comes before them.
pub(crate) fn walk<'a>(prose: &'a Prose, visit: &mut dyn FnMut(Node<'a>)) {
    walk_blocks(&prose.blocks, visit);
    for note in &prose.footnotes {
        walk_blocks(&note.blocks, visit);
    }
}

fn walk_blocks<'a>(blocks: &'a [Block], visit: &mut dyn FnMut(Node<'a>)) {
    for block in blocks {
        visit(Node::Block(block));
        for inlines in block.kind.inlines() {
            walk_inlines(inlines, visit);
        }
        for blocks in block.kind.blocks() {
            walk_blocks(blocks, visit);
        }
    }
}

fn walk_inlines<'a>(inlines: &'a [Inline], visit: &mut dyn FnMut(Node<'a>)) {
    for inline in inlines {
        visit(Node::Inline(inline));
        walk_inlines(inline.kind.content().unwrap_or_default(), visit);
    }
}
