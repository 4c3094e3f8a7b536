//! The inlines of one leaf while they are being read: places are in the leaf's text, and parts
//! are shared, since Pandoc's grammar reads some of them more than once.

use std::ops::Range;
use std::rc::Rc;

use super::tree::{Attributes, CitationMode};

/// Shared content.
pub(super) type Nodes = Rc<Vec<Node>>;

/// One inline.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) range: Range<usize>,
    pub(super) kind: NodeKind,
}

#[derive(Debug, Clone)]
pub(super) enum NodeKind {
    /// The leaf's text at this place.
    Text,
    /// An escape or an entity.
    Decoded(String),
    Emphasis(Nodes),
    Strong(Nodes),
    Strikethrough(Nodes),
    Superscript(Nodes),
    Subscript(Nodes),
    Code(String),
    Link(Rc<Target>, Nodes),
    Image(Rc<Target>, Nodes),
    Span(Rc<Attributes>, Nodes),
    Cite(Rc<Vec<CitationNode>>),
    FootnoteReference(String),
    InlineNote(Nodes),
    SoftBreak,
    HardBreak,
    Html,
    Comment,
    /// Not in the text: braces that are no attributes.
    MalformedAttributes(&'static str),
    /// Not in the text: something like a citation.
    MalformedCitation(&'static str),
}

/// Where a link leads.
#[derive(Debug, Clone, Default)]
pub(super) struct Target {
    pub(super) url: String,
    pub(super) title: String,
    pub(super) attributes: Attributes,
}

/// One cited work.
#[derive(Debug, Clone)]
pub(super) struct CitationNode {
    pub(super) range: Range<usize>,
    pub(super) key: Range<usize>,
    pub(super) mode: CitationMode,
    pub(super) prefix: Nodes,
    pub(super) suffix: Nodes,
}

impl Node {
    pub(super) fn new(range: Range<usize>, kind: NodeKind) -> Self {
        Self { range, kind }
    }

    pub(super) fn text(range: Range<usize>) -> Self {
        Self::new(range, NodeKind::Text)
    }
}

impl NodeKind {
    /// Whether it holds inlines that stand in the text.
    pub(super) fn is_mark(&self) -> bool {
        matches!(
            self,
            Self::Emphasis(_)
                | Self::Strong(_)
                | Self::Strikethrough(_)
                | Self::Superscript(_)
                | Self::Subscript(_)
                | Self::Link(..)
                | Self::Image(..)
                | Self::Span(..)
        )
    }
}

/// Adds text, to the last node where that is text that ends there.
pub(super) fn push_text(nodes: &mut Vec<Node>, range: Range<usize>) {
    match nodes.last_mut() {
        _ if range.is_empty() => {}
        Some(Node {
            range: last,
            kind: NodeKind::Text,
        }) if last.end == range.start => {
            last.end = range.end;
        }
        _ => nodes.push(Node::text(range)),
    }
}
