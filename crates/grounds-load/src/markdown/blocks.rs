//! From pulldown-cmark's events to blocks, divs included. The inlines come later: first all
//! footnotes and link references must be known.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::MAX_BLOCKS;
use super::destination::literal;
use super::divs::{self, Part};
use super::fences::Fence;
use super::finish::Gathered;
use super::frame::{Frame, FrameKind, ends_block};
use super::inlines::{Definitions, label_key};
use super::keys::example_label;
use super::tree::{Block, BlockKind, Cell, Fault, Footnote, HtmlComment, ListItem};

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
    let definitions = events
        .reference_definitions()
        .iter()
        .map(|(label, definition)| {
            let title = definition.title.as_deref().unwrap_or_default();
            (
                label_key(label),
                (literal(&definition.dest), literal(title)),
            )
        });
    let links = definitions.collect();
    let by_place = fences
        .iter()
        .enumerate()
        .map(|(index, fence)| (fence.range.start, index));
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
    let parts = builder
        .frames
        .pop()
        .map(|frame| frame.parts)
        .unwrap_or_default();
    let blocks = divs::fold(parts, fences, &mut builder.into.faults);
    let mut read = builder.read;
    read.body = blocks;
    read.definitions.links = links;
    read.definitions.notes = read
        .notes
        .iter()
        .map(|note| note.footnote.label.clone())
        .collect();
    read
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
                let fence = self
                    .fence_at
                    .range(range.clone())
                    .next()
                    .map(|(_, index)| *index);
                let kind = BlockKind::Rule;
                let part = match fence {
                    Some(index) => Part::Fence(index),
                    None => Part::Block(Block {
                        range: self.trimmed(range),
                        kind,
                    }),
                };
                self.push(part);
            }
            Event::Text(text) if self.in_code() => self.code(&text, range),
            _ => self.inline(range),
        }
    }

    fn start(&mut self, tag: Tag, range: Range<usize>) {
        match tag {
            Tag::TableRow => return self.row(),
            Tag::TableCell => return self.cell(range),
            Tag::TableHead => return,
            Tag::Paragraph => self.loosen(),
            _ => {}
        }
        let Some(kind) = FrameKind::of(tag) else {
            return self.inline(range);
        };
        self.flush();
        let deep = self.frames.len() > 2 * MAX_BLOCKS && !matches!(kind, FrameKind::Leaf(_));
        if deep {
            self.into.faults.push(Fault::TooDeep {
                range: range.clone(),
            });
        }
        let kind = if deep { FrameKind::Flat } else { kind };
        self.frames.push(Frame::new(kind, range));
    }

    /// An item with a paragraph makes its list loose.
    fn loosen(&mut self) {
        if let Some(Frame {
            kind: FrameKind::List { tight, .. },
            ..
        }) = self.frames.iter_mut().nth_back(1)
        {
            *tight = false;
        }
    }

    fn end(&mut self, tag: TagEnd) {
        if !ends_block(tag) {
            return;
        }
        self.flush();
        let Some(Frame {
            kind, range, parts, ..
        }) = self.frames.pop()
        else {
            return;
        };
        let range = self.trimmed(range);
        let kind = match kind {
            FrameKind::Body | FrameKind::Flat => {
                for part in parts {
                    self.push(part);
                }
                return;
            }
            FrameKind::Quote => {
                BlockKind::Quote(divs::fold(parts, self.fences, &mut self.into.faults))
            }
            FrameKind::Item => {
                let blocks = divs::fold(parts, self.fences, &mut self.into.faults);
                return self.item(ListItem { range, blocks });
            }
            FrameKind::Footnote(label) => {
                let footnote = Footnote {
                    range,
                    label,
                    blocks: divs::fold(parts, self.fences, &mut self.into.faults),
                };
                let quotes = self
                    .frames
                    .iter()
                    .filter(|f| matches!(f.kind, FrameKind::Quote));
                let quotes = quotes.count();
                self.read.notes.push(Note { quotes, footnote });
                return;
            }
            FrameKind::List {
                ordered_from,
                tight,
                items,
            } => BlockKind::List {
                ordered_from,
                tight,
                items,
            },
            FrameKind::Leaf(BlockKind::Html) if self.comments(&range) => return,
            FrameKind::Leaf(kind) => kind,
        };
        self.push(Part::Block(Block { range, kind }));
    }

    fn item(&mut self, item: ListItem) {
        match self.frames.last_mut() {
            Some(Frame {
                kind: FrameKind::List { items, .. },
                ..
            }) => items.push(item),
            Some(frame) => frame.parts.extend(item.blocks.into_iter().map(Part::Block)),
            None => {}
        }
    }

    fn push(&mut self, part: Part) {
        if let Part::Block(Block {
            range,
            kind: BlockKind::Paragraph(_),
        }) = &part
        {
            self.examples(range.clone());
        }
        if let Some(frame) = self.frames.last_mut() {
            frame.parts.push(part);
        }
    }

    /// Notes the keys that number examples: at the start of a paragraph, and in lists of a line.
    fn examples(&mut self, range: Range<usize>) {
        let in_list = self
            .frames
            .iter()
            .any(|frame| matches!(frame.kind, FrameKind::Item));
        let mut at = range.start;
        let lines = self.text[range].split_inclusive('\n');
        for line in lines.take(if in_list { usize::MAX } else { 1 }) {
            if let Some(label) = example_label(line.trim_start()) {
                let reason =
                    "a key before a paragraph numbers examples in Pandoc, and cites nothing";
                let start = at + line.find('@').unwrap_or(0);
                let range = start..start + 1 + label.len();
                self.into
                    .faults
                    .push(Fault::MalformedCitation { range, reason });
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
        let piece = if event.len() == range.len() {
            &self.text[range]
        } else {
            event
        };
        if let Some(Frame {
            kind: FrameKind::Leaf(BlockKind::Code { text, .. }),
            ..
        }) = self.frames.last_mut()
        {
            text.extend(piece.chars().filter(|char| *char != '\r'));
        }
    }

    fn row(&mut self) {
        if let Some(Frame {
            kind: FrameKind::Leaf(BlockKind::Table { rows, .. }),
            ..
        }) = self.frames.last_mut()
        {
            rows.push(Vec::new());
        }
    }

    fn cell(&mut self, range: Range<usize>) {
        let text = &self.text[range.clone()];
        let text = text.strip_prefix('|').unwrap_or(text);
        let start = range.end - text.trim_start().len();
        let range = start..start + text.trim().len();
        let cell = Cell {
            range,
            content: Vec::new(),
        };
        if let Some(Frame {
            kind: FrameKind::Leaf(BlockKind::Table { head, rows, .. }),
            ..
        }) = self.frames.last_mut()
        {
            rows.last_mut().unwrap_or(head).push(cell);
        }
    }

    fn inline(&mut self, range: Range<usize>) {
        if let Some(frame) = self.frames.last_mut()
            && !matches!(frame.kind, FrameKind::Leaf(_))
        {
            let start = frame
                .loose
                .as_ref()
                .map_or(range.start, |loose| loose.start);
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
            let Some(length) = inside.find("-->") else {
                break;
            };
            at = start + 4 + length + 3;
            let text = inside[..length].to_owned();
            self.into.comments.push(HtmlComment {
                range: start..at,
                text,
            });
        }
        only && self.text[at..range.end].trim().is_empty()
    }
}
