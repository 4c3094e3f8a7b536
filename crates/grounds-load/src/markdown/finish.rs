//! From the inlines of a leaf to those of the tree: places in the source, citations with their
//! locators, and what was gathered on the way.

use std::ops::Range;

use super::inlines::{Definitions, Inlines};
use super::leaf::Leaf;
use super::locator;
use super::node::{CitationNode, Node, NodeKind, Target};
use super::tree::{
    Attributes, Block, BlockKind, Citation, CitationMode, Fault, Footnote, HtmlComment, Inline, InlineKind,
    plain_text,
};

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
pub(super) fn read(leaf: &Leaf, definitions: &Definitions, into: &mut Gathered) -> Vec<Inline> {
    let mut reader = Inlines::new(&leaf.text, definitions);
    let mut nodes = Vec::new();
    reader.until(&mut nodes, |_| false);
    finish(leaf, &reader, &nodes, into)
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
    leaf: &Leaf,
    hashes: bool,
    definitions: &Definitions,
    into: &mut Gathered,
) -> Heading {
    let mut reader = Inlines::new(&leaf.text, definitions);
    let mut nodes = Vec::new();
    reader.until(&mut nodes, |reader| heading_end(reader, hashes).is_some());
    let attributes = heading_end(&reader, hashes).unwrap_or_default();
    let content = finish(leaf, &reader, &nodes, into);
    let label = leaf.text[..reader.at].to_owned();
    Heading { content, attributes: mapped(leaf, attributes), label }
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

fn finish(leaf: &Leaf, reader: &Inlines, nodes: &[Node], into: &mut Gathered) -> Vec<Inline> {
    if let Some(range) = &reader.too_deep {
        into.faults.push(Fault::TooDeep { range: leaf.source(range) });
    }
    let mut finisher = Finisher { leaf, into, span: None };
    finisher.inlines(nodes)
}

struct Finisher<'a> {
    leaf: &'a Leaf,
    into: &'a mut Gathered,
    /// The outermost span around.
    span: Option<Range<usize>>,
}

impl Finisher<'_> {
    fn inlines(&mut self, nodes: &[Node]) -> Vec<Inline> {
        let mut inlines: Vec<Inline> = Vec::with_capacity(nodes.len());
        let mut end_of_text = None;
        for node in nodes {
            if let NodeKind::Text = node.kind
                && end_of_text == Some(node.range.start)
                && let Some(Inline { range, kind: InlineKind::Text(text) }) = inlines.last_mut()
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

    fn kind(&mut self, node: &Node, range: &Range<usize>) -> Option<InlineKind> {
        Some(match &node.kind {
            NodeKind::Text => InlineKind::Text(self.leaf.text[node.range.clone()].to_owned()),
            NodeKind::Decoded(text) => InlineKind::Text(text.clone()),
            NodeKind::Emphasis(content) => InlineKind::Emphasis(self.inlines(content)),
            NodeKind::Strong(content) => InlineKind::Strong(self.inlines(content)),
            NodeKind::Strikethrough(content) => InlineKind::Strikethrough(self.inlines(content)),
            NodeKind::Superscript(content) => InlineKind::Superscript(self.inlines(content)),
            NodeKind::Subscript(content) => InlineKind::Subscript(self.inlines(content)),
            NodeKind::Code(code) => InlineKind::Code(code.clone()),
            NodeKind::Link(target, content) => {
                let content = self.inlines(content);
                let Target { url, title, attributes } = Target::clone(target);
                let attributes = mapped(self.leaf, attributes);
                InlineKind::Link { url, title, attributes, content }
            }
            NodeKind::Image(target, alt) => {
                let alt = self.inlines(alt);
                let Target { url, title, attributes } = Target::clone(target);
                let attributes = mapped(self.leaf, attributes);
                InlineKind::Image { url, title, attributes, alt }
            }
            NodeKind::Span(attributes, content) => {
                let outer = self.span.clone();
                self.span.get_or_insert_with(|| range.clone());
                let content = self.inlines(content);
                self.span = outer;
                let attributes = mapped(self.leaf, Attributes::clone(attributes));
                InlineKind::Span { attributes, content }
            }
            NodeKind::Cite(citations) => self.cite(node, citations, range),
            NodeKind::FootnoteReference(label) => InlineKind::FootnoteReference(label.clone()),
            NodeKind::InlineNote(content) => self.note(content, range),
            NodeKind::SoftBreak => InlineKind::SoftBreak,
            NodeKind::HardBreak => InlineKind::HardBreak,
            NodeKind::Html => InlineKind::Html,
            NodeKind::Comment => {
                let inside = node.range.start + 4..node.range.end - 3;
                let text = self.leaf.text[inside].to_owned();
                self.into.comments.push(HtmlComment { range: range.clone(), text });
                InlineKind::Html
            }
            NodeKind::MalformedAttributes(reason) => {
                let range = range.clone();
                self.into.faults.push(Fault::MalformedAttributes { range, reason });
                return None;
            }
            NodeKind::MalformedCitation(reason) => {
                let range = range.clone();
                self.into.faults.push(Fault::MalformedCitation { range, reason });
                return None;
            }
        })
    }

    fn cite(
        &mut self,
        node: &Node,
        citations: &[CitationNode],
        range: &Range<usize>,
    ) -> InlineKind {
        if let Some(span) = self.span.clone() {
            self.into.faults.push(Fault::CitationInsideSpan { span, citation: range.clone() });
        }
        // Citations within this one's suffix are moved with it.
        let text = self.as_pandoc_shows(node, citations);
        let span = self.span.take();
        let citations = citations.iter().map(|citation| self.citation(citation)).collect();
        self.span = span;
        InlineKind::Cite { citations, text }
    }

    fn as_pandoc_shows(&self, node: &Node, citations: &[CitationNode]) -> String {
        let text = &self.leaf.text;
        let written = match citations.first() {
            Some(first) if first.mode == CitationMode::AuthorInText => {
                let braced = text[..first.key.start].ends_with('{');
                let rest = first.key.end + usize::from(braced);
                format!("@{} {}", &text[first.key.clone()], &text[rest..node.range.end])
            }
            _ => text[node.range.clone()].to_owned(),
        };
        written.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn citation(&mut self, citation: &CitationNode) -> Citation {
        let prefix_content = self.inlines(&citation.prefix);
        let suffix_content = self.inlines(&citation.suffix);
        let mut nested = Vec::new();
        collect_citations(&prefix_content, &mut nested);
        collect_citations(&suffix_content, &mut nested);
        let prefix = plain_text(&prefix_content).trim().to_owned();
        let suffix = plain_text(&suffix_content).trim().to_owned();
        let (locator, rest) = locator::parse(&suffix);
        Citation {
            range: self.leaf.source(&citation.range),
            key_range: self.leaf.source(&citation.key),
            key: self.leaf.text[citation.key.clone()].to_owned(),
            mode: citation.mode,
            prefix,
            suffix,
            locator,
            rest,
            nested,
            prefix_content,
            suffix_content,
        }
    }

    /// A note in place becomes a footnote like others.
    fn note(&mut self, content: &[Node], range: &Range<usize>) -> InlineKind {
        self.into.inline_notes += 1;
        let label = format!("^{}", self.into.inline_notes);
        let span = self.span.take();
        let kind = BlockKind::Paragraph(self.inlines(content));
        self.span = span;
        let inside = range.start + 2..range.end - 1;
        let blocks = vec![Block { range: inside, kind }];
        let note = Footnote { range: range.clone(), label: label.clone(), blocks };
        self.into.footnotes.push(note);
        InlineKind::FootnoteReference(label)
    }
}

fn collect_citations(inlines: &[Inline], into: &mut Vec<Citation>) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Cite { citations, .. } => into.extend(citations.iter().map(slim)),
            InlineKind::Emphasis(content)
            | InlineKind::Strong(content)
            | InlineKind::Strikethrough(content)
            | InlineKind::Superscript(content)
            | InlineKind::Subscript(content)
            | InlineKind::Link { content, .. }
            | InlineKind::Image { alt: content, .. }
            | InlineKind::Span { content, .. } => collect_citations(content, into),
            _ => {}
        }
    }
}

/// The citation without the content of its prefix and suffix: with it, citations nested in one
/// another would double in size at each level.
fn slim(citation: &Citation) -> Citation {
    Citation {
        prefix: citation.prefix.clone(),
        suffix: citation.suffix.clone(),
        key: citation.key.clone(),
        range: citation.range.clone(),
        key_range: citation.key_range.clone(),
        mode: citation.mode,
        locator: citation.locator.clone(),
        rest: citation.rest.clone(),
        nested: citation.nested.clone(),
        prefix_content: Vec::new(),
        suffix_content: Vec::new(),
    }
}

/// Attributes with their places in the source.
fn mapped(leaf: &Leaf, mut attributes: Attributes) -> Attributes {
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
