//! The identifiers that an article's author gave to headings, spans and divs.
//!
//! They share a page with those that the site makes, and an author may have given one twice.

use std::collections::BTreeMap;

use crate::bundle::{Article, Block, Inline};

/// What the site's own identifiers are or begin with.
const RESERVED: [&str; 11] = [
    "bar-of-",
    "coverage",
    "main",
    "references",
    "notes",
    "claim-",
    "passage-",
    "cite-",
    "ref-",
    "note-",
    "evidence",
];

/// The author's identifiers on one page, each with the one that the page has for it.
#[derive(Debug, Default)]
pub(super) struct Anchors(BTreeMap<String, String>);

impl Anchors {
    pub(super) fn of(article: &Article) -> Self {
        let mut anchors = Self::default();
        anchors.blocks(&article.blocks);
        for note in &article.footnotes {
            anchors.blocks(&note.blocks);
        }
        anchors
    }

    /// What the page has for the author's identifier.
    pub(super) fn get(&self, id: &str) -> Option<&str> {
        self.0.get(id).map(String::as_str)
    }

    fn add(&mut self, id: &str) {
        if id.is_empty() || id.chars().any(|c| c.is_whitespace() || c.is_control()) {
            return;
        }
        let ours = RESERVED.iter().any(|name| id.starts_with(name));
        let shown = if ours {
            format!("section-{id}")
        } else {
            id.to_owned()
        };
        self.0.entry(id.to_owned()).or_insert(shown);
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading { id, content, .. } => {
                    self.add(id);
                    self.inlines(content);
                }
                Block::Paragraph { content } => self.inlines(content),
                Block::Group { id, blocks, .. } => {
                    if let Some(id) = id {
                        self.add(id);
                    }
                    self.blocks(blocks);
                }
                Block::Quote { blocks } | Block::Passage { blocks, .. } => self.blocks(blocks),
                Block::List { items, .. } => items.iter().for_each(|item| self.blocks(item)),
                Block::Table { head, rows, .. } => {
                    for cell in head.iter().chain(rows.iter().flatten()) {
                        self.inlines(cell);
                    }
                }
                Block::Code { .. } | Block::Rule => {}
            }
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Span { id, content, .. } => {
                    if let Some(id) = id {
                        self.add(id);
                    }
                    self.inlines(content);
                }
                Inline::Emphasis { content }
                | Inline::Strong { content }
                | Inline::Strikethrough { content }
                | Inline::Superscript { content }
                | Inline::Subscript { content }
                | Inline::Link { content, .. }
                | Inline::Passage { content, .. } => self.inlines(content),
                Inline::Text { .. }
                | Inline::Code { .. }
                | Inline::Image { .. }
                | Inline::Cite { .. }
                | Inline::FootnoteMark { .. }
                | Inline::SoftBreak
                | Inline::HardBreak => {}
            }
        }
    }
}
