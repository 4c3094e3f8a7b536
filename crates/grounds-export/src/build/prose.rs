//! From the tree of an article's prose to the bundle's blocks and inlines.

use std::collections::BTreeMap;
use std::ops::Range;

use grounds_load::markdown::{self, Attributes, BlockKind, InlineKind, plain_text};
use grounds_load::{ContentSet, Prose};
use grounds_model::{Key, NonClaim};

use super::notes::Notes;
use crate::bundle::{
    Alignment, Block, Citation, CitationMode, Footnote, Inline, Passage, Reference,
};

/// A citation that was met.
#[derive(Debug)]
pub(super) struct Cited {
    pub(super) study: String,
    pub(super) anchor: String,
    pub(super) number: u64,
    pub(super) sentence: Option<String>,
}

/// A walk over the tree of one article, in the order in which it is read.
pub(super) struct Walk<'a> {
    set: &'a ContentSet,
    prose: &'a Prose,
    /// The passages of the prose, by their range.
    spans: BTreeMap<(usize, usize), usize>,
    /// The sentence of each citation, by the first byte of its key.
    sentences: BTreeMap<usize, &'a str>,
    /// How often each claim was stated.
    stated: BTreeMap<String, usize>,
    /// The passages that were met, and for each the citations of its prose.
    passages: Vec<Passage>,
    passage_citations: Vec<&'a [usize]>,
    references: Vec<Reference>,
    numbers: BTreeMap<String, u64>,
    cited: Vec<Cited>,
    cites: usize,
    notes: Notes,
}

impl<'a> Walk<'a> {
    pub(super) fn new(set: &'a ContentSet, prose: &'a Prose) -> Self {
        let spans = prose.passages.iter().enumerate();
        let sentences = prose.citations.iter().filter_map(|cited| {
            let sentence = prose.sentences.get(cited.sentence?)?;
            Some((cited.key_range.start, sentence.text.as_str()))
        });
        Self {
            set,
            prose,
            spans: spans
                .map(|(i, passage)| ((passage.range.start, passage.range.end), i))
                .collect(),
            sentences: sentences.collect(),
            stated: BTreeMap::new(),
            passages: Vec::new(),
            passage_citations: Vec::new(),
            references: Vec::new(),
            numbers: BTreeMap::new(),
            cited: Vec::new(),
            cites: 0,
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
            InlineKind::Cite { citations, .. } => self.cite(citations),
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

    fn cite(&mut self, citations: &'a [markdown::Citation]) -> Inline {
        self.cites += 1;
        let anchor = format!("cite-{}", self.cites);
        let mut viewed = Vec::with_capacity(citations.len());
        for citation in citations {
            self.citation(citation, &anchor, &mut viewed);
        }
        Inline::Cite {
            anchor,
            citations: viewed,
        }
    }

    fn citation(
        &mut self,
        citation: &'a markdown::Citation,
        anchor: &str,
        viewed: &mut Vec<Citation>,
    ) {
        let number = self.number(&citation.key);
        self.cited.push(Cited {
            study: citation.key.clone(),
            anchor: anchor.to_owned(),
            number,
            sentence: self
                .sentences
                .get(&citation.key_range.start)
                .map(|&text| text.to_owned()),
        });
        viewed.push(Citation {
            number,
            mode: match citation.mode {
                markdown::CitationMode::Normal => CitationMode::Normal,
                markdown::CitationMode::SuppressAuthor => CitationMode::SuppressAuthor,
                markdown::CitationMode::AuthorInText => CitationMode::AuthorInText,
            },
            prefix: citation.prefix.clone(),
            suffix: citation.suffix.clone(),
        });
        for nested in &citation.nested {
            self.citation(nested, anchor, viewed);
        }
    }

    fn number(&mut self, key: &str) -> u64 {
        if let Some(&number) = self.numbers.get(key) {
            return number;
        }
        let number = self.references.len() as u64 + 1;
        self.references.push(Reference {
            number,
            study: key.to_owned(),
            resolved: self.set.studies.get(key).is_some(),
        });
        self.numbers.insert(key.to_owned(), number);
        number
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
    pub(super) fn finish(self) -> (Vec<Passage>, Vec<Reference>, Vec<Cited>) {
        let Self {
            prose,
            numbers,
            mut passages,
            passage_citations,
            references,
            cited,
            ..
        } = self;
        for (passage, citations) in passages.iter_mut().zip(passage_citations) {
            let keys = citations.iter().filter_map(|&i| prose.citations.get(i));
            for number in keys.filter_map(|cited| numbers.get(&cited.key)) {
                if !passage.references.contains(number) {
                    passage.references.push(*number);
                }
            }
        }
        (passages, references, cited)
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
