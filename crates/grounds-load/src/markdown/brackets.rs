//! What begins with `[`: footnotes, citations, spans and links, tried in Pandoc's order.

use std::ops::Range;
use std::rc::Rc;

use super::attempt::Attempt;
use super::inlines::{Inlines, label_key};
use super::node::{Node, NodeKind, Nodes, Target, push_text};
use super::{attributes, destination};

impl Inlines<'_> {
    /// Whatever the bracket at this place is.
    pub(super) fn bracket(&mut self, nodes: &mut Vec<Node>) -> bool {
        if self.footnote_reference(nodes) || self.citation(nodes) {
            return true;
        }
        // Brackets that begin like a footnote's are never anything else.
        if self.rest().starts_with("[^") {
            return false;
        }
        if self.closing_bracket(self.at).is_none() {
            self.unclosed_citation(nodes);
            return false;
        }
        self.attempt(Attempt::Bracket, nodes, |reader| {
            let close = reader.closing_bracket(reader.at)?;
            let mut nodes = Vec::new();
            if !reader.span(close, &mut nodes) && !reader.link(close, &mut nodes) {
                // Within a link: the bracket alone is text.
                reader.skip(&mut nodes, 1);
            }
            Some(nodes)
        }) || self.flatten(nodes)
    }

    /// Brackets that nest too deep: all of them is text.
    fn flatten(&mut self, nodes: &mut Vec<Node>) -> bool {
        match self.closing_bracket(self.at) {
            Some(close) => self.skip_lines(nodes, close + 1),
            None => false,
        }
    }

    /// `[^label]`, which is text where no such note is defined.
    fn footnote_reference(&mut self, nodes: &mut Vec<Node>) -> bool {
        let Some(label) = footnote_label(self.rest()) else {
            return false;
        };
        let start = self.at;
        self.at += label.len() + 3;
        if self.definitions.notes.contains(label) {
            let kind = NodeKind::FootnoteReference(label.to_owned());
            nodes.push(Node::new(start..self.at, kind));
        } else {
            push_text(nodes, start..self.at);
        }
        true
    }

    /// `[…]{…}`
    fn span(&mut self, close: usize, nodes: &mut Vec<Node>) -> bool {
        let (start, after) = (self.at, close + 1);
        let Some(Ok(attributes)) = self.attributes_at(after) else {
            return false;
        };
        let content = self.label(start + 1..close);
        self.at = attributes.range.end;
        let empty = attributes.pairs.iter().find(|pair| pair.value.is_empty());
        let empty = empty.map(|pair| pair.range.clone());
        let kind = NodeKind::Span(Rc::new(attributes), content);
        nodes.push(Node::new(start..self.at, kind));
        nodes
            .extend(empty.map(|range| {
                Node::new(range, NodeKind::MalformedAttributes("the value is empty"))
            }));
        true
    }

    /// `[…](…)`, `[…][…]`, `[…]`, or else the brackets as text.
    fn link(&mut self, close: usize, nodes: &mut Vec<Node>) -> bool {
        if !self.links {
            return false;
        }
        let (start, after) = (self.at, close + 1);
        let Some((target, end)) = self.target(start, close) else {
            self.plain_brackets(close, nodes);
            return true;
        };
        self.links = false;
        let content = self.label(start + 1..close);
        self.links = true;
        self.at = end.max(after);
        let target = self.with_attributes(target);
        nodes.push(Node::new(
            start..self.at,
            NodeKind::Link(Rc::new(target), content),
        ));
        true
    }

    /// What stands in brackets, without blanks and line breaks at its ends.
    fn label(&mut self, part: Range<usize>) -> Nodes {
        let mut nodes = self.isolated(part);
        let text = self.text();
        let blank = |node: &Node| match node.kind {
            NodeKind::Text => text[node.range.clone()].trim().is_empty(),
            NodeKind::SoftBreak => true,
            _ => false,
        };
        let content = Rc::make_mut(&mut nodes);
        while content.pop_if(|node| blank(node)).is_some() {}
        let leading = content.iter().take_while(|node| blank(node)).count();
        content.drain(..leading);
        if let Some(Node {
            range,
            kind: NodeKind::Text,
        }) = content.first_mut()
        {
            range.start = range.end - text[range.clone()].trim_start().len();
        }
        if let Some(Node {
            range,
            kind: NodeKind::Text,
        }) = content.last_mut()
        {
            range.end = range.start + text[range.clone()].trim_end().len();
        }
        nodes
    }

    /// Where the brackets from `open` to `close` lead, and where the link ends.
    fn target(&self, open: usize, close: usize) -> Option<(Target, usize)> {
        let after = close + 1;
        let closes = self.byte(after) == Some(b'(')
            && self
                .verbatim
                .next(")", after)
                .is_some_and(|close| close < self.limit);
        let destination = || destination::parse(&self.text()[..self.limit], after);
        if let Some((destination, end)) = closes.then(destination).flatten() {
            let destination::Destination { url, title } = destination;
            return Some((
                Target {
                    url,
                    title,
                    ..Target::default()
                },
                end,
            ));
        }
        let (label, end) = match self.second_bracket(after) {
            Some(second) if second.len() > 2 => {
                (&self.text()[second.start + 1..second.end - 1], second.end)
            }
            second => (
                &self.text()[open + 1..close],
                second.map_or(after, |second| second.end),
            ),
        };
        let (url, title) = self.definitions.links.get(&label_key(label))?.clone();
        Some((
            Target {
                url,
                title,
                ..Target::default()
            },
            end,
        ))
    }

    /// A second pair of brackets right after the first, which is no citation and no footnote.
    fn second_bracket(&self, at: usize) -> Option<Range<usize>> {
        let close = (self.byte(at) == Some(b'[')).then(|| self.closing_bracket(at))??;
        let footnote = self.byte(at + 1) == Some(b'^');
        (!footnote && !self.looks_cited(at, close)).then_some(at..close + 1)
    }

    fn with_attributes(&mut self, mut target: Target) -> Target {
        if let Some(Ok(attributes)) = self.attributes_at(self.at) {
            self.at = attributes.range.end;
            target.attributes = attributes;
        }
        target
    }

    /// Brackets that lead nowhere, with a second pair where there is one.
    fn plain_brackets(&mut self, close: usize, nodes: &mut Vec<Node>) {
        let (start, after) = (self.at, close + 1);
        self.report_brackets(start, close, nodes);
        push_text(nodes, start..start + 1);
        let content = self.isolated(start + 1..close);
        nodes.extend(content.iter().cloned());
        push_text(nodes, close..after);
        self.at = after;
        if let Some(second) = self.second_bracket(after) {
            let content = self.isolated(second.clone());
            nodes.extend(content.iter().cloned());
            self.at = second.end;
        }
    }

    /// Says what is wrong with brackets that look like a citation or a span and are text.
    fn report_brackets(&self, open: usize, close: usize, nodes: &mut Vec<Node>) {
        if let Some(reason) = self.why_no_citation(open, close) {
            nodes.push(Node::new(
                open..close + 1,
                NodeKind::MalformedCitation(reason),
            ));
            return;
        }
        let blanks = self.text()[close + 1..self.limit].len()
            - self.text()[close + 1..self.limit]
                .trim_start_matches(' ')
                .len();
        match self.attributes_at(close + 1 + blanks) {
            Some(Ok(attributes)) if blanks > 0 => {
                let reason = "a blank stands between the bracket and the brace";
                nodes.push(Node::new(
                    attributes.range,
                    NodeKind::MalformedAttributes(reason),
                ));
            }
            Some(Err(attributes::Malformed { range, reason })) if blanks == 0 => {
                nodes.push(Node::new(range, NodeKind::MalformedAttributes(reason)));
            }
            _ => {}
        }
    }

    /// `![…](…)` and the other forms of links.
    pub(super) fn image(&mut self, nodes: &mut Vec<Node>) -> bool {
        let start = self.at;
        let open = start + 1;
        if self.byte(open) != Some(b'[') || self.byte(open + 1) == Some(b'^') {
            return false;
        }
        let Some(close) = self.closing_bracket(open) else {
            return false;
        };
        let target = self.target(open, close);
        self.attempt(Attempt::Bracket, nodes, |reader| {
            let mut nodes = Vec::new();
            if let Some((target, end)) = target {
                let content = reader.label(open + 1..close);
                reader.at = end;
                let target = Rc::new(reader.with_attributes(target));
                nodes.push(Node::new(
                    start..reader.at,
                    NodeKind::Image(target, content),
                ));
            } else {
                push_text(&mut nodes, start..open);
                reader.at = open;
                reader.plain_brackets(close, &mut nodes);
            }
            Some(nodes)
        })
    }

    /// `^[…]`
    pub(super) fn inline_note(&mut self, nodes: &mut Vec<Node>) -> bool {
        let (start, open) = (self.at, self.at + 1);
        if self.byte(open) != Some(b'[') {
            return false;
        }
        let Some(close) = self.closing_bracket(open) else {
            return false;
        };
        self.nested(|reader| {
            let content = reader.isolated(open + 1..close);
            reader.at = close + 1;
            nodes.push(Node::new(start..reader.at, NodeKind::InlineNote(content)));
        })
    }
}

/// No footnote's label is longer than this, in bytes.
const LONGEST_LABEL: usize = 512;

/// The label of `[^label]` at the start of `text`.
pub(super) fn footnote_label(text: &str) -> Option<&str> {
    let inside = text.strip_prefix("[^")?;
    let label = &inside[..inside.floor_char_boundary(LONGEST_LABEL)];
    let end = label.find(|char: char| char.is_ascii_whitespace() || char == ']')?;
    (end > 0 && inside[end..].starts_with(']')).then(|| &inside[..end])
}
