//! From the parser's events to a tree, refusing what the profile does not allow.

use std::collections::BTreeMap;
use std::ops::Range;

use granit_parser::{Event, Options, Parser, ScalarStyle, Span, StructureStyle};
use grounds_diagnostics::Diagnostic;

use super::refuse::Key;
use super::scalar::resolve;
use super::syntax::explain;
use super::{MAX_DEPTH, MAX_NODES, Parsed, Stretch};
use crate::rule;
use crate::tree::{Entry, Node, NodeKind, Scalar, Style};

/// Reads the events of a stretch; no recursion, so that depth costs nothing.
pub(super) fn build(stretch: Stretch<'_>) -> Parsed {
    let mut builder = Builder {
        stretch,
        stack: Vec::new(),
        root: None,
        nodes: 0,
        complete: true,
        ended: false,
        diagnostics: Vec::new(),
    };
    let mut parser = Parser::new_from_str_with_options(stretch.text, options());
    while let Some(event) = parser.next_event() {
        let stopped = match event {
            Ok((event, span)) => builder.event(event, &span),
            Err(error) => Err(Box::new(explain(stretch, &error))),
        };
        if let Err(diagnostic) = stopped {
            builder.diagnostics.push(*diagnostic);
            return Parsed {
                tree: None,
                complete: false,
                diagnostics: builder.diagnostics,
            };
        }
        if builder.ended {
            break;
        }
    }
    let whole = stretch.base..stretch.base + stretch.text.trim_end().len();
    let nothing = Node {
        range: whole,
        kind: NodeKind::Scalar(Scalar::Null, Style::Absent),
    };
    Parsed {
        tree: Some(builder.root.unwrap_or(nothing)),
        complete: builder.complete,
        diagnostics: builder.diagnostics,
    }
}

fn options() -> Options {
    let mut options = Options::default();
    options.disallow_directives = true;
    options.emit_unresolved_aliases = true;
    options.emit_anchor_events = true;
    options.flow_nesting_limit = MAX_DEPTH;
    options.block_nesting_limit = MAX_DEPTH;
    options.set_emit_comments(false);
    options
}

pub(super) struct Builder<'a> {
    pub(super) stretch: Stretch<'a>,
    pub(super) stack: Vec<Frame>,
    pub(super) root: Option<Node>,
    pub(super) nodes: usize,
    pub(super) complete: bool,
    /// Whether what follows is not read.
    pub(super) ended: bool,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// A list or mapping that is not closed yet.
pub(super) struct Frame {
    pub(super) style: StructureStyle,
    pub(super) start: usize,
    pub(super) content: Content,
}

pub(super) enum Content {
    Sequence(Vec<Node>),
    Mapping(Mapping),
}

#[derive(Default)]
pub(super) struct Mapping {
    pub(super) entries: Vec<Entry>,
    pub(super) seen: BTreeMap<String, Range<usize>>,
    pub(super) key: Option<Key>,
}

impl Builder<'_> {
    /// Takes one event; an `Err` ends the reading.
    fn event(&mut self, event: Event<'_>, span: &Span) -> Result<(), Box<Diagnostic>> {
        let range = span.byte_range().unwrap_or_default();
        match event {
            Event::DocumentStart(..) if self.root.is_some() => self.second_document(range),
            Event::Scalar(text, style, _, tag) => {
                self.count(&range)?;
                self.refuse_tag(tag.is_some(), span);
                self.scalar(&text, style, range);
            }
            Event::SequenceStart(style, _, tag) => {
                self.open(style, &range, Content::Sequence(Vec::new()))?;
                self.refuse_tag(tag.is_some(), span);
            }
            Event::MappingStart(style, _, tag) => {
                self.open(style, &range, Content::Mapping(Mapping::default()))?;
                self.refuse_tag(tag.is_some(), span);
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(&range),
            Event::Anchor(..) => {
                self.refuse(
                    range,
                    "an anchor",
                    "write the value without `&…`: each record says everything itself",
                );
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.count(&range)?;
                self.refuse(
                    range.clone(),
                    "an alias",
                    "write the value here again; put text that begins with `*` in quotes",
                );
                self.complete = false;
                self.absent(range);
            }
            _ => {}
        }
        Ok(())
    }

    fn count(&mut self, range: &Range<usize>) -> Result<(), Box<Diagnostic>> {
        self.nodes += 1;
        if self.nodes <= MAX_NODES {
            return Ok(());
        }
        let message = format!("more than {MAX_NODES} values in one file");
        let place = self.stretch.character(range.start);
        let diagnostic = self.stretch.diagnostic(rule::TOO_LARGE, place, message);
        Err(Box::new(diagnostic.help("split the record")))
    }

    fn open(
        &mut self,
        style: StructureStyle,
        range: &Range<usize>,
        content: Content,
    ) -> Result<(), Box<Diagnostic>> {
        self.count(range)?;
        if self.stack.len() >= MAX_DEPTH {
            return Err(Box::new(too_deep(self.stretch, range.start)));
        }
        self.stack.push(Frame {
            style,
            start: range.start,
            content,
        });
        Ok(())
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, range: Range<usize>) {
        let (value, style) = match style {
            ScalarStyle::Plain if range.is_empty() => return self.absent(range),
            ScalarStyle::Plain => (resolve(text), Style::Plain),
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                (Scalar::Text(text.into()), Style::Quoted)
            }
            ScalarStyle::Literal | ScalarStyle::Folded => (Scalar::Text(text.into()), Style::Block),
        };
        let range = match style {
            Style::Block => self.without_trailing_blanks(range),
            _ => range,
        };
        self.attach(range, NodeKind::Scalar(value, style));
    }

    /// A value that was left out stands where its key or its dash stands.
    fn absent(&mut self, range: Range<usize>) {
        let place = match self.stack.last().map(|frame| &frame.content) {
            Some(Content::Mapping(Mapping { key: Some(key), .. })) => {
                key.range.start - self.stretch.base..key.range.end - self.stretch.base
            }
            Some(Content::Sequence(_)) if range.is_empty() => {
                let dash = self.stretch.text[..range.start]
                    .rfind('-')
                    .unwrap_or(range.start);
                self.stretch.character(dash)
            }
            _ => range,
        };
        self.attach(place, NodeKind::Scalar(Scalar::Null, Style::Absent));
    }

    fn without_trailing_blanks(&self, range: Range<usize>) -> Range<usize> {
        let length = self.stretch.text[range.clone()].trim_end().len();
        range.start..range.start + length
    }

    /// Block collections have no end of their own: they reach to the end of their last part.
    fn close(&mut self, range: &Range<usize>) {
        let Some(Frame {
            style,
            start,
            content,
        }) = self.stack.pop()
        else {
            return;
        };
        let base = self.stretch.base;
        let (first, last, kind) = match content {
            Content::Sequence(items) => (
                items.first().map(|item| self.dash_before(item)),
                items.last().map(|item| item.range.end),
                NodeKind::Sequence(items),
            ),
            Content::Mapping(Mapping { entries, .. }) => (
                entries.first().map(|entry| entry.key_range.start - base),
                entries
                    .last()
                    .map(|entry| entry.value.range.end.max(entry.key_range.end)),
                NodeKind::Mapping(entries),
            ),
        };
        let whole = match style {
            StructureStyle::Flow => start..range.end,
            StructureStyle::Block => {
                let start = first.unwrap_or(start);
                start..last.map_or(range.start, |end| end - base).max(start)
            }
        };
        self.attach(whole, kind);
    }

    /// Where the dash of a block list's item stands.
    fn dash_before(&self, item: &Node) -> usize {
        let start = item.range.start - self.stretch.base;
        match item.kind {
            // It stands at its dash.
            NodeKind::Scalar(_, Style::Absent) => start,
            _ => self.stretch.text[..start].rfind('-').unwrap_or(start),
        }
    }

    /// Puts a finished part where it belongs: into the list, as a key, as a value, as the root.
    fn attach(&mut self, range: Range<usize>, kind: NodeKind) {
        let base = self.stretch.base;
        let node = Node {
            range: base + range.start..base + range.end,
            kind,
        };
        match self.stack.last_mut().map(|frame| &mut frame.content) {
            None => self.root = self.root.take().or(Some(node)),
            Some(Content::Sequence(items)) => items.push(node),
            Some(Content::Mapping(mapping)) => match mapping.key.take() {
                Some(Key {
                    text,
                    range,
                    usable: true,
                }) => {
                    mapping.entries.push(Entry {
                        key: text,
                        key_range: range,
                        value: node,
                    });
                }
                Some(_) => {}
                None => {
                    let key = self.key(node);
                    if let Some(Content::Mapping(mapping)) =
                        self.stack.last_mut().map(|frame| &mut frame.content)
                    {
                        mapping.key = Some(key);
                    }
                }
            },
        }
    }
}

/// Nesting beyond the limit.
pub(super) fn too_deep(stretch: Stretch<'_>, at: usize) -> Diagnostic {
    let message = format!("nests deeper than {MAX_DEPTH} levels");
    stretch.diagnostic(rule::TOO_LARGE, stretch.character(at), message)
}
