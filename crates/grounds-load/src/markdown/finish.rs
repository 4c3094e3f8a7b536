//! From the inlines of a leaf to those of the tree: places in the source, citations with their
//! locators, and what was gathered on the way.

use std::ops::Range;
use std::rc::Rc;

use super::MAX_MARKS;
use super::inlines::{Definitions, Inlines};
use super::leaf::Leaf;
use super::node::{Node, NodeKind, Nodes, Target};
use super::tree::{Attributes, Block, BlockKind, Fault, Footnote, HtmlComment, Inline, InlineKind};

/// What is gathered from all leaves.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) footnotes: Vec<Footnote>,
    pub(super) faults: Vec<Fault>,
    pub(super) comments: Vec<HtmlComment>,
    /// How many notes were written in place.
    pub(super) inline_notes: usize,
}

/// Reads the inlines of a whole leaf.
pub(super) fn read(leaf: &Leaf<'_>, definitions: &Definitions, into: &mut Gathered) -> Vec<Inline> {
    let mut reader = Inlines::new(&leaf.text, definitions);
    let mut nodes = Vec::new();
    reader.until(&mut nodes, |_| false);
    finish(leaf, reader, nodes, into)
}

/// A heading's parts.
pub(super) struct Heading {
    pub(super) content: Vec<Inline>,
    pub(super) attributes: Attributes,
    /// The words as written, which as a link's label lead here.
    pub(super) label: String,
}

/// Reads the inlines of a heading, up to the attributes at its end. `hashes` may close it.
pub(super) fn read_heading(
    leaf: &Leaf<'_>,
    hashes: bool,
    definitions: &Definitions,
    into: &mut Gathered,
) -> Heading {
    let mut reader = Inlines::new(&leaf.text, definitions);
    let mut nodes = Vec::new();
    reader.until(&mut nodes, |reader| heading_end(reader, hashes).is_some());
    let attributes = heading_end(&reader, hashes).unwrap_or_default();
    let label = leaf.text[..reader.at].to_owned();
    let content = finish(leaf, reader, nodes, into);
    Heading {
        content,
        attributes: mapped(leaf, attributes),
        label,
    }
}

/// The attributes with which the heading ends here, if nothing follows them.
fn heading_end(reader: &Inlines, hashes: bool) -> Option<Attributes> {
    let mut rest = reader.rest();
    let blank = |rest: &str| rest.starts_with([' ', '\t']) || reader.at == 0;
    if hashes && blank(rest) {
        rest = rest.trim_start().trim_start_matches('#');
    }
    rest = rest.trim_start();
    if rest.is_empty() {
        return Some(Attributes::default());
    }
    if !rest.starts_with('{') || !rest.trim_end().ends_with('}') {
        return None;
    }
    let attributes = reader.attributes_at(reader.limit - rest.len())?.ok()?;
    let after = &reader.text()[attributes.range.end..reader.limit];
    after.trim().is_empty().then_some(attributes)
}

fn finish(
    leaf: &Leaf<'_>,
    mut reader: Inlines,
    nodes: Vec<Node>,
    into: &mut Gathered,
) -> Vec<Inline> {
    let too_deep = reader.too_deep.take();
    // What it remembers shares the nodes, which are taken apart here.
    drop(reader);
    if let Some(range) = &too_deep {
        into.faults.push(Fault::TooDeep {
            range: leaf.source(range),
        });
    }
    let mut finisher = Finisher {
        leaf,
        into,
        span: None,
        marks: 0,
    };
    finisher.inlines(nodes)
}

pub(super) struct Finisher<'a> {
    pub(super) leaf: &'a Leaf<'a>,
    pub(super) into: &'a mut Gathered,
    /// The outermost span around.
    pub(super) span: Option<Range<usize>>,
    /// How many marks are around.
    pub(super) marks: usize,
}

impl Finisher<'_> {
    pub(super) fn shared(&mut self, nodes: Nodes) -> Vec<Inline> {
        self.marks += 1;
        let inlines = self.inlines(Rc::unwrap_or_clone(nodes));
        self.marks -= 1;
        inlines
    }

    fn inlines(&mut self, nodes: Vec<Node>) -> Vec<Inline> {
        let mut inlines: Vec<Inline> = Vec::with_capacity(nodes.len());
        let mut end_of_text = None;
        for node in nodes {
            if let NodeKind::Text = node.kind
                && end_of_text == Some(node.range.start)
                && let Some(Inline {
                    range,
                    kind: InlineKind::Text(text),
                }) = inlines.last_mut()
            {
                text.push_str(&self.leaf.text[node.range.clone()]);
                range.end = self.leaf.source(&node.range).end;
                end_of_text = Some(node.range.end);
                continue;
            }
            end_of_text = matches!(node.kind, NodeKind::Text).then_some(node.range.end);
            let range = self.leaf.source(&node.range);
            if let Some(kind) = self.kind(node, &range) {
                inlines.push(Inline { range, kind });
            }
        }
        inlines
    }

    fn kind(&mut self, node: Node, range: &Range<usize>) -> Option<InlineKind> {
        let Node { range: words, kind } = node;
        if self.marks >= MAX_MARKS && kind.is_mark() {
            let range = range.clone();
            self.into.faults.push(Fault::TooDeep { range });
            return Some(InlineKind::Text(self.leaf.text[words].to_owned()));
        }
        Some(match kind {
            NodeKind::Text => InlineKind::Text(self.leaf.text[words].to_owned()),
            NodeKind::Decoded(text) => InlineKind::Text(text),
            NodeKind::Emphasis(content) => InlineKind::Emphasis(self.shared(content)),
            NodeKind::Strong(content) => InlineKind::Strong(self.shared(content)),
            NodeKind::Strikethrough(content) => InlineKind::Strikethrough(self.shared(content)),
            NodeKind::Superscript(content) => InlineKind::Superscript(self.shared(content)),
            NodeKind::Subscript(content) => InlineKind::Subscript(self.shared(content)),
            NodeKind::Code(code) => InlineKind::Code(code),
            NodeKind::Link(target, content) => self.link(target, content),
            NodeKind::Image(target, alt) => self.image(target, alt),
            NodeKind::Span(attributes, content) => self.span(attributes, content, range),
            NodeKind::Cite(citations) => self.cite(&words, citations, range),
            NodeKind::FootnoteReference(label) => InlineKind::FootnoteReference(label),
            NodeKind::InlineNote(content) => self.note(content, range),
            NodeKind::SoftBreak => InlineKind::SoftBreak,
            NodeKind::HardBreak => InlineKind::HardBreak,
            NodeKind::Html => InlineKind::Html,
            NodeKind::Comment => self.comment(&words, range),
            NodeKind::MalformedAttributes(reason) => {
                let range = range.clone();
                self.into
                    .faults
                    .push(Fault::MalformedAttributes { range, reason });
                return None;
            }
            NodeKind::MalformedCitation(reason) => {
                let range = range.clone();
                self.into
                    .faults
                    .push(Fault::MalformedCitation { range, reason });
                return None;
            }
        })
    }

    fn link(&mut self, target: Rc<Target>, content: Nodes) -> InlineKind {
        let content = self.shared(content);
        let Target {
            url,
            title,
            attributes,
        } = Rc::unwrap_or_clone(target);
        let attributes = mapped(self.leaf, attributes);
        InlineKind::Link {
            url,
            title,
            attributes,
            content,
        }
    }

    fn image(&mut self, target: Rc<Target>, alt: Nodes) -> InlineKind {
        let alt = self.shared(alt);
        let Target {
            url,
            title,
            attributes,
        } = Rc::unwrap_or_clone(target);
        let attributes = mapped(self.leaf, attributes);
        InlineKind::Image {
            url,
            title,
            attributes,
            alt,
        }
    }

    fn span(
        &mut self,
        attributes: Rc<Attributes>,
        content: Nodes,
        range: &Range<usize>,
    ) -> InlineKind {
        let outer = self.span.clone();
        self.span.get_or_insert_with(|| range.clone());
        let content = self.shared(content);
        self.span = outer;
        let attributes = mapped(self.leaf, Rc::unwrap_or_clone(attributes));
        InlineKind::Span {
            attributes,
            content,
        }
    }

    fn comment(&mut self, words: &Range<usize>, range: &Range<usize>) -> InlineKind {
        let inside = words.start + 4..words.end - 3;
        let text = self.leaf.text[inside].to_owned();
        self.into.comments.push(HtmlComment {
            range: range.clone(),
            text,
        });
        InlineKind::Html
    }

    /// A note in place becomes a footnote like others.
    fn note(&mut self, content: Nodes, range: &Range<usize>) -> InlineKind {
        self.into.inline_notes += 1;
        let label = format!("^{}", self.into.inline_notes);
        let span = self.span.take();
        let kind = BlockKind::Paragraph(self.shared(content));
        self.span = span;
        let inside = range.start + 2..range.end - 1;
        let blocks = vec![Block {
            range: inside,
            kind,
        }];
        let note = Footnote {
            range: range.clone(),
            label: label.clone(),
            blocks,
        };
        self.into.footnotes.push(note);
        InlineKind::FootnoteReference(label)
    }
}

/// Attributes with their places in the source.
fn mapped(leaf: &Leaf<'_>, mut attributes: Attributes) -> Attributes {
    let map = |range: &mut Range<usize>| *range = leaf.source(range);
    map(&mut attributes.range);
    for name in attributes.id.iter_mut().chain(&mut attributes.classes) {
        map(&mut name.range);
    }
    for pair in &mut attributes.pairs {
        map(&mut pair.range);
        map(&mut pair.value_range);
    }
    attributes
}
