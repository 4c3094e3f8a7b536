//! From the tree of an article's prose to the bundle's blocks and inlines.

use std::collections::BTreeMap;
use std::ops::Range;

use grounds_load::markdown::{self, Attributes, BlockKind, InlineKind, plain_text};
use grounds_load::{ContentSet, Prose};
use grounds_model::{Key, NonClaim};

use super::citations::{Citations, Cited};
use super::notes::Notes;
use crate::bundle::{Alignment, Block, Footnote, Inline, Passage, Reference};

/// A walk over the tree of one article, in the order in which it is read.
pub(super) struct Walk<'a> {
    set: &'a ContentSet,
    prose: &'a Prose,
    /// The passages of the prose, by their range.
    spans: BTreeMap<(usize, usize), usize>,
    /// How often each claim was stated.
    stated: BTreeMap<String, usize>,
    /// The passages that were met, and for each the citations of its prose.
    passages: Vec<Passage>,
    passage_citations: Vec<&'a [usize]>,
    citations: Citations<'a>,
    notes: Notes,
}

impl<'a> Walk<'a> {
    pub(super) fn new(set: &'a ContentSet, prose: &'a Prose) -> Self {
        let spans = prose.passages.iter().enumerate();
        Self {
            set,
            prose,
            spans: spans
                .map(|(i, passage)| ((passage.range.start, passage.range.end), i))
                .collect(),
            stated: BTreeMap::new(),
            passages: Vec::new(),
            passage_citations: Vec::new(),
            citations: Citations::new(set, prose),
            notes: Notes::default(),
        }
    }

    pub(super) fn blocks(&mut self, blocks: &'a [markdown::Block]) -> Vec<Block> {
        let mut viewed = Vec::with_capacity(blocks.len());
        for block in blocks {
            self.block(block, &mut viewed);
        }
        viewed
    }

    fn block(&mut self, block: &'a markdown::Block, viewed: &mut Vec<Block>) {
        viewed.push(match &block.kind {
            BlockKind::Heading {
                level,
                id,
                attributes,
                content,
            } => Block::Heading {
                level: *level,
                id: id.clone(),
                speculative: attributes.has_class("speculative"),
                content: self.inlines(content),
            },
            BlockKind::Paragraph(content) => Block::Paragraph {
                content: self.inlines(content),
            },
            BlockKind::Quote(blocks) => Block::Quote {
                blocks: self.blocks(blocks),
            },
            BlockKind::List {
                ordered_from,
                tight,
                items,
            } => Block::List {
                start: *ordered_from,
                tight: *tight,
                items: items.iter().map(|item| self.blocks(&item.blocks)).collect(),
            },
            BlockKind::Table {
                alignments,
                head,
                rows,
            } => Block::Table {
                alignments: alignments.iter().map(|&column| alignment(column)).collect(),
                head: self.cells(head),
                rows: rows.iter().map(|row| self.cells(row)).collect(),
            },
            BlockKind::Code { info, text } => Block::Code {
                info: info.clone(),
                text: text.clone(),
            },
            BlockKind::Div { attributes, blocks } => {
                return self.div(&block.range, attributes, blocks, viewed);
            }
            BlockKind::Rule => Block::Rule,
            // Raw HTML never reaches a reader.
            BlockKind::Html => return,
        });
    }

    fn div(
        &mut self,
        range: &Range<usize>,
        attributes: &'a Attributes,
        blocks: &'a [markdown::Block],
        viewed: &mut Vec<Block>,
    ) {
        let id = attributes.id.as_ref().map(|id| id.text.clone());
        let non_claim = declared(attributes).map(Into::into);
        let passage = self.passage(range);
        let inside = self.blocks(blocks);
        match passage {
            Some(passage) => viewed.push(Block::Passage {
                passage,
                blocks: inside,
            }),
            None if id.is_some() || non_claim.is_some() => {
                viewed.push(Block::Group {
                    id,
                    non_claim,
                    blocks: inside,
                });
            }
            None => viewed.extend(inside),
        }
    }

    fn cells(&mut self, cells: &'a [markdown::Cell]) -> Vec<Vec<Inline>> {
        cells
            .iter()
            .map(|cell| self.inlines(&cell.content))
            .collect()
    }

    fn inlines(&mut self, inlines: &'a [markdown::Inline]) -> Vec<Inline> {
        inlines
            .iter()
            .filter_map(|inline| self.inline(inline))
            .collect()
    }

    fn inline(&mut self, inline: &'a markdown::Inline) -> Option<Inline> {
        Some(match &inline.kind {
            InlineKind::Text(text) => Inline::Text { text: text.clone() },
            InlineKind::Emphasis(content) => Inline::Emphasis {
                content: self.inlines(content),
            },
            InlineKind::Strong(content) => Inline::Strong {
                content: self.inlines(content),
            },
            InlineKind::Strikethrough(content) => Inline::Strikethrough {
                content: self.inlines(content),
            },
            InlineKind::Superscript(content) => Inline::Superscript {
                content: self.inlines(content),
            },
            InlineKind::Subscript(content) => Inline::Subscript {
                content: self.inlines(content),
            },
            InlineKind::Code(text) => Inline::Code { text: text.clone() },
            InlineKind::Link {
                url,
                title,
                content,
                ..
            } => Inline::Link {
                url: url.clone(),
                title: title.clone(),
                content: self.inlines(content),
            },
            InlineKind::Image {
                url, title, alt, ..
            } => Inline::Image {
                url: url.clone(),
                title: title.clone(),
                alt: plain_text(alt),
            },
            InlineKind::Span {
                attributes,
                content,
            } => self.span(&inline.range, attributes, content),
            InlineKind::Cite { citations, .. } => self.citations.cite(citations),
            InlineKind::FootnoteReference(label) => {
                self.prose.tree.footnote(label)?;
                Inline::FootnoteMark {
                    number: self.notes.number(label),
                }
            }
            InlineKind::SoftBreak => Inline::SoftBreak,
            InlineKind::HardBreak => Inline::HardBreak,
            // Raw HTML never reaches a reader.
            InlineKind::Html => return None,
        })
    }

    fn span(
        &mut self,
        range: &Range<usize>,
        attributes: &'a Attributes,
        content: &'a [markdown::Inline],
    ) -> Inline {
        let passage = self.passage(range);
        let content = self.inlines(content);
        match passage {
            Some(passage) => Inline::Passage { passage, content },
            None => Inline::Span {
                id: attributes.id.as_ref().map(|id| id.text.clone()),
                non_claim: declared(attributes).map(Into::into),
                content,
            },
        }
    }

    /// The passage with this range, if there is one, by its position among those that were met.
    fn passage(&mut self, range: &Range<usize>) -> Option<u64> {
        let passage = &self.prose.passages[*self.spans.get(&(range.start, range.end))?];
        let claim = passage.claim.as_ref().map(|claim| claim.text.clone());
        // An id that is no key could be anything: it is not made part of an anchor.
        let name = claim.as_deref().filter(|id| Key::new(id).is_some());
        let name = name.map_or_else(|| "passage".to_owned(), |id| format!("claim-{id}"));
        let times = self.stated.entry(name.clone()).or_default();
        *times += 1;
        let position = self.passages.len() as u64;
        self.passages.push(Passage {
            anchor: format!("{name}-{times}"),
            resolved: claim
                .as_deref()
                .is_some_and(|id| self.set.claims.get(id).is_some()),
            claim,
            speculative: passage.labels.speculative,
            non_claim: passage.labels.non_claim.map(Into::into),
            text: passage.text.clone(),
            references: Vec::new(),
        });
        self.passage_citations.push(&passage.citations);
        Some(position)
    }

    /// The footnotes that were marked so far, and those that they mark.
    pub(super) fn footnotes(&mut self) -> Vec<Footnote> {
        let mut footnotes = Vec::new();
        while let Some(label) = self.notes.label(footnotes.len()) {
            let note = self.prose.tree.footnote(&label);
            let blocks = note
                .map(|note| self.blocks(&note.blocks))
                .unwrap_or_default();
            footnotes.push(Footnote {
                number: footnotes.len() as u64 + 1,
                blocks,
            });
        }
        footnotes
    }

    /// What was met: the passages, the references and the citations.
    pub(super) fn finish(mut self) -> (Vec<Passage>, Vec<Reference>, Vec<Cited>) {
        for (passage, citations) in self.passages.iter_mut().zip(&self.passage_citations) {
            passage.references = self.citations.numbers_of(citations);
        }
        let (references, cited) = self.citations.finish();
        (self.passages, references, cited)
    }
}

fn declared(attributes: &Attributes) -> Option<NonClaim> {
    attributes
        .classes
        .iter()
        .find_map(|class| NonClaim::from_class(&class.text))
}

fn alignment(alignment: markdown::Alignment) -> Alignment {
    match alignment {
        markdown::Alignment::None => Alignment::None,
        markdown::Alignment::Left => Alignment::Left,
        markdown::Alignment::Center => Alignment::Center,
        markdown::Alignment::Right => Alignment::Right,
    }
}
