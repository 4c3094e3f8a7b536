//! From pulldown-cmark's events to blocks, divs included. The inlines come later: first all
//! footnotes and link references must be known.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::MAX_DEPTH;
use super::citations::example_label;
use super::destination::literal;
use super::fences::Fence;
use super::finish::Gathered;
use super::inlines::{Definitions, label_key};
use super::tree::{
    Alignment, Attributes, Block, BlockKind, Cell, Fault, Footnote, HtmlComment, ListItem,
};

/// A footnote whose inlines are not read yet, and in how many quotes its definition stands.
#[derive(Debug)]
pub(super) struct Note {
    pub(super) quotes: usize,
    pub(super) footnote: Footnote,
}

/// The blocks of a text.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    pub(super) body: Vec<Block>,
    pub(super) notes: Vec<Note>,
    pub(super) definitions: Definitions,
}

/// Reads the blocks. `skeleton` stands for `text` from `base` on.
pub(super) fn read(
    text: &str,
    base: usize,
    skeleton: &str,
    fences: &[Fence],
    into: &mut Gathered,
) -> Blocks {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let events = Parser::new_ext(skeleton, options).into_offset_iter();
    let definitions = events.reference_definitions().iter().map(|(label, definition)| {
        let title = definition.title.as_deref().unwrap_or_default();
        (label_key(label), (literal(&definition.dest), literal(title)))
    });
    let links = definitions.collect();
    let by_place = fences.iter().enumerate().map(|(index, fence)| (fence.range.start, index));
    let mut builder = Builder {
        text,
        fences,
        fence_at: by_place.collect(),
        frames: vec![Frame::new(FrameKind::Body, base..text.len())],
        read: Blocks::default(),
        into,
    };
    for (event, range) in events {
        builder.event(event, base + range.start..base + range.end);
    }
    builder.flush();
    let parts = builder.frames.pop().map(|frame| frame.parts).unwrap_or_default();
    let blocks = builder.fold(parts);
    let mut read = builder.read;
    read.body = blocks;
    read.definitions.links = links;
    read.definitions.notes = read.notes.iter().map(|note| note.footnote.label.clone()).collect();
    read
}

/// A block, or a fence that begins or ends one.
#[derive(Debug)]
enum Part {
    Block(Block),
    Fence(usize),
}

#[derive(Debug)]
struct Frame {
    kind: FrameKind,
    range: Range<usize>,
    parts: Vec<Part>,
    /// Inlines right in an item, as a tight list has them.
    loose: Option<Range<usize>>,
}

#[derive(Debug)]
enum FrameKind {
    Body,
    Quote,
    Item,
    /// A container that nests too deep: its blocks are its parent's.
    Flat,
    Footnote(String),
    List { ordered_from: Option<u64>, tight: bool, items: Vec<ListItem> },
    Leaf(BlockKind),
}

impl Frame {
    fn new(kind: FrameKind, range: Range<usize>) -> Self {
        Self { kind, range, parts: Vec::new(), loose: None }
    }
}

struct Builder<'a> {
    text: &'a str,
    fences: &'a [Fence],
    fence_at: BTreeMap<usize, usize>,
    frames: Vec<Frame>,
    read: Blocks,
    into: &'a mut Gathered,
}

impl Builder<'_> {
    fn event(&mut self, event: Event, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Rule => {
                self.flush();
                let fence = self.fence_at.range(range.clone()).next().map(|(_, index)| *index);
                let kind = BlockKind::Rule;
                let part = match fence {
                    Some(index) => Part::Fence(index),
                    None => Part::Block(Block { range: self.trimmed(range), kind }),
                };
                self.push(part);
            }
            Event::Text(text) if self.in_code() => self.code(&text, range),
            _ => self.inline(range),
        }
    }

    fn start(&mut self, tag: Tag, range: Range<usize>) {
        let kind = match tag {
            Tag::Paragraph => {
                if let Some(Frame { kind: FrameKind::List { tight, .. }, .. }) =
                    self.frames.iter_mut().nth_back(1)
                {
                    *tight = false;
                }
                FrameKind::Leaf(BlockKind::Paragraph(Vec::new()))
            }
            Tag::Heading { level, .. } => FrameKind::Leaf(BlockKind::Heading {
                level: level as u8,
                id: String::new(),
                attributes: Attributes::default(),
                content: Vec::new(),
            }),
            Tag::BlockQuote(_) => FrameKind::Quote,
            Tag::CodeBlock(kind) => {
                let info = match kind {
                    CodeBlockKind::Fenced(info) => info.into_string(),
                    CodeBlockKind::Indented => String::new(),
                };
                FrameKind::Leaf(BlockKind::Code { info, text: String::new() })
            }
            Tag::HtmlBlock => FrameKind::Leaf(BlockKind::Html),
            Tag::List(ordered_from) => {
                FrameKind::List { ordered_from, tight: true, items: Vec::new() }
            }
            Tag::Item => FrameKind::Item,
            Tag::FootnoteDefinition(label) => FrameKind::Footnote(label.into_string()),
            Tag::Table(alignments) => FrameKind::Leaf(BlockKind::Table {
                alignments: alignments.into_iter().map(alignment).collect(),
                head: Vec::new(),
                rows: Vec::new(),
            }),
            Tag::TableHead => return,
            Tag::TableRow => return self.row(),
            Tag::TableCell => return self.cell(range),
            _ => return self.inline(range),
        };
        self.flush();
        let deep = self.frames.len() > 2 * MAX_DEPTH && !matches!(kind, FrameKind::Leaf(_));
        if deep {
            self.into.faults.push(Fault::TooDeep { range: range.clone() });
        }
        let kind = if deep { FrameKind::Flat } else { kind };
        self.frames.push(Frame::new(kind, range));
    }

    fn end(&mut self, tag: TagEnd) {
        let block = matches!(
            tag,
            TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::BlockQuote(_)
                | TagEnd::CodeBlock
                | TagEnd::HtmlBlock
                | TagEnd::List(_)
                | TagEnd::Item
                | TagEnd::FootnoteDefinition
                | TagEnd::Table
        );
        if !block {
            return;
        }
        self.flush();
        let Some(Frame { kind, range, parts, .. }) = self.frames.pop() else { return };
        let range = self.trimmed(range);
        let kind = match kind {
            FrameKind::Body | FrameKind::Flat => {
                for part in parts {
                    self.push(part);
                }
                return;
            }
            FrameKind::Quote => BlockKind::Quote(self.fold(parts)),
            FrameKind::Item => {
                let blocks = self.fold(parts);
                return self.item(ListItem { range, blocks });
            }
            FrameKind::Footnote(label) => {
                let footnote = Footnote { range, label, blocks: self.fold(parts) };
                let quotes = self.frames.iter().filter(|f| matches!(f.kind, FrameKind::Quote));
                let quotes = quotes.count();
                self.read.notes.push(Note { quotes, footnote });
                return;
            }
            FrameKind::List { ordered_from, tight, items } => {
                BlockKind::List { ordered_from, tight, items }
            }
            FrameKind::Leaf(BlockKind::Html) if self.comments(&range) => return,
            FrameKind::Leaf(kind) => kind,
        };
        self.push(Part::Block(Block { range, kind }));
    }

    fn item(&mut self, item: ListItem) {
        match self.frames.last_mut() {
            Some(Frame { kind: FrameKind::List { items, .. }, .. }) => items.push(item),
            Some(frame) => frame.parts.extend(item.blocks.into_iter().map(Part::Block)),
            None => {}
        }
    }

    fn push(&mut self, part: Part) {
        if let Part::Block(Block { range, kind: BlockKind::Paragraph(_) }) = &part {
            self.examples(range.clone());
        }
        if let Some(frame) = self.frames.last_mut() {
            frame.parts.push(part);
        }
    }

    /// Notes the keys that number examples: at the start of a paragraph, and in lists of a line.
    fn examples(&mut self, range: Range<usize>) {
        let in_list = self.frames.iter().any(|frame| matches!(frame.kind, FrameKind::Item));
        let mut at = range.start;
        let lines = self.text[range].split_inclusive('\n');
        for line in lines.take(if in_list { usize::MAX } else { 1 }) {
            if let Some(label) = example_label(line.trim_start()) {
                let reason = "a key before a paragraph numbers examples in Pandoc, and cites nothing";
                let start = at + line.find('@').unwrap_or(0);
                let range = start..start + 1 + label.len();
                self.into.faults.push(Fault::MalformedCitation { range, reason });
                self.read.definitions.examples.insert(label.to_owned());
            }
            at += line.len();
        }
    }

    fn in_code(&self) -> bool {
        let code = |frame: &Frame| matches!(frame.kind, FrameKind::Leaf(BlockKind::Code { .. }));
        self.frames.last().is_some_and(code)
    }

    fn code(&mut self, event: &str, range: Range<usize>) {
        // The event's text is masked, except where it stands for a part of a tab.
        let piece = if event.len() == range.len() { &self.text[range] } else { event };
        if let Some(Frame { kind: FrameKind::Leaf(BlockKind::Code { text, .. }), .. }) =
            self.frames.last_mut()
        {
            text.extend(piece.chars().filter(|char| *char != '\r'));
        }
    }

    fn row(&mut self) {
        if let Some(Frame { kind: FrameKind::Leaf(BlockKind::Table { rows, .. }), .. }) =
            self.frames.last_mut()
        {
            rows.push(Vec::new());
        }
    }

    fn cell(&mut self, range: Range<usize>) {
        let text = &self.text[range.clone()];
        let text = text.strip_prefix('|').unwrap_or(text);
        let start = range.end - text.trim_start().len();
        let range = start..start + text.trim().len();
        let cell = Cell { range, content: Vec::new() };
        if let Some(Frame { kind: FrameKind::Leaf(BlockKind::Table { head, rows, .. }), .. }) =
            self.frames.last_mut()
        {
            rows.last_mut().unwrap_or(head).push(cell);
        }
    }

    fn inline(&mut self, range: Range<usize>) {
        if let Some(frame) = self.frames.last_mut()
            && !matches!(frame.kind, FrameKind::Leaf(_))
        {
            let start = frame.loose.as_ref().map_or(range.start, |loose| loose.start);
            frame.loose = Some(start..range.end);
        }
    }

    /// Makes a paragraph of the inlines that stand right in an item.
    fn flush(&mut self) {
        let loose = self.frames.last_mut().and_then(|frame| frame.loose.take());
        if let Some(range) = loose {
            let range = self.trimmed(range);
            let kind = BlockKind::Paragraph(Vec::new());
            self.push(Part::Block(Block { range, kind }));
        }
    }

    /// Without line breaks and blanks at the end.
    fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        range.start..range.start + self.text[range.clone()].trim_end().len()
    }

    /// Collects the comments of raw HTML; whether there is nothing else in it.
    fn comments(&mut self, range: &Range<usize>) -> bool {
        let mut only = true;
        let mut at = range.start;
        while let Some(offset) = self.text[at..range.end].find("<!--") {
            let start = at + offset;
            only &= self.text[at..start].trim().is_empty();
            let inside = &self.text[start + 4..range.end];
            let Some(length) = inside.find("-->") else { break };
            at = start + 4 + length + 3;
            let text = inside[..length].to_owned();
            self.into.comments.push(HtmlComment { range: start..at, text });
        }
        only && self.text[at..range.end].trim().is_empty()
    }

    /// Puts what stands between two fences into a div.
    fn fold(&mut self, parts: Vec<Part>) -> Vec<Block> {
        let mut open: Vec<(usize, Vec<Block>)> = Vec::new();
        let mut blocks = Vec::new();
        for part in parts {
            match part {
                Part::Block(block) => blocks.push(block),
                Part::Fence(index) if self.fences[index].opens.is_some() => {
                    open.push((index, std::mem::take(&mut blocks)));
                }
                Part::Fence(index) => {
                    let range = self.fences[index].range.clone();
                    if let Some((opener, outer)) = open.pop() {
                        let inner = std::mem::replace(&mut blocks, outer);
                        blocks.push(self.div(opener, range.end, inner));
                    } else {
                        let reason = "no div is open here";
                        let kind = BlockKind::Paragraph(Vec::new());
                        blocks.push(Block { range: range.clone(), kind });
                        self.into.faults.push(Fault::StrayDivFence { range, reason });
                    }
                }
            }
        }
        while let Some((opener, outer)) = open.pop() {
            let fence = &self.fences[opener];
            if !fence.lazy {
                self.into.faults.push(Fault::UnclosedDiv { range: fence.range.clone() });
            }
            let inner = std::mem::replace(&mut blocks, outer);
            let end = inner.last().map_or(fence.range.end, |block| block.range.end);
            blocks.push(self.div(opener, end, inner));
        }
        blocks
    }

    fn div(&self, opener: usize, end: usize, blocks: Vec<Block>) -> Block {
        let Fence { range, opens, .. } = &self.fences[opener];
        let attributes = opens.clone().unwrap_or_default();
        Block { range: range.start..end, kind: BlockKind::Div { attributes, blocks } }
    }
}

fn alignment(alignment: pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::None => Alignment::None,
        pulldown_cmark::Alignment::Left => Alignment::Left,
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::Right,
    }
}
