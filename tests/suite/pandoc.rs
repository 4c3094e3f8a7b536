//! The Markdown reader agrees with Pandoc on citations, spans and divs.
//!
//! `tests/pandoc/record.py` says what was recorded and how text is normalised. This test does not
//! run Pandoc.

use std::fs;
use std::path::{Path, PathBuf};

use grounds_load::markdown::{
    Attributes, Block, BlockKind, Citation, CitationMode, Inline, InlineKind, Prose, parse,
    plain_text,
};
use serde_json::{Value, json};

#[test]
fn every_document_reads_as_in_pandoc() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("pandoc");
    let record = fs::read_to_string(folder.join("record.json")).expect("the record is committed");
    let record: Value = serde_json::from_str(&record).expect("the record is JSON");
    let documents = documents(&folder);
    let recorded = record["documents"]
        .as_object()
        .expect("the record has documents");
    assert!(
        documents.len() >= 80,
        "there are {} documents",
        documents.len()
    );
    let mut different = Vec::new();
    for path in &documents {
        let name = path
            .file_name()
            .expect("a file has a name")
            .to_string_lossy()
            .into_owned();
        let text = fs::read_to_string(path).expect("a document is UTF-8");
        let ours = outline(&text);
        let Some(theirs) = recorded.get(&name) else {
            different.push(format!(
                "{name} is not in the record: run tests/pandoc/record.py"
            ));
            continue;
        };
        if ours != *theirs {
            different.push(format!("{name}\n{text}\nPandoc:{theirs:#}\nhere:{ours:#}"));
        }
    }
    assert_eq!(
        recorded.len(),
        documents.len(),
        "the record has documents that are gone"
    );
    assert!(different.is_empty(), "{}", different.join("\n\n"));
}

fn documents(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder.join("documents")).expect("the documents are committed");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("readable").path())
        .collect();
    paths.sort();
    paths
}

/// What is compared: citations, spans and divs, in the form of the record.
pub(crate) fn outline(text: &str) -> Value {
    let prose = parse(text, 0..text.len());
    let mut outline = Outline::new(&prose);
    outline.blocks(&prose.blocks);
    let Outline {
        citations,
        spans,
        divs,
        ..
    } = outline;
    json!({ "citations": citations, "spans": spans, "divs": divs })
}

struct Outline<'a> {
    prose: &'a Prose,
    /// Within a note, Pandoc resolves no other.
    in_note: bool,
    citations: Vec<Value>,
    spans: Vec<Value>,
    divs: Vec<Value>,
}

impl<'a> Outline<'a> {
    fn new(prose: &'a Prose) -> Self {
        let (citations, spans, divs) = (Vec::new(), Vec::new(), Vec::new());
        Self {
            prose,
            in_note: false,
            citations,
            spans,
            divs,
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => {
                    self.inlines(content);
                }
                BlockKind::Quote(blocks) => self.blocks(blocks),
                BlockKind::List { items, .. } => {
                    for item in items {
                        self.blocks(&item.blocks);
                    }
                }
                BlockKind::Table { head, rows, .. } => {
                    let cells = head.iter().chain(rows.iter().flatten());
                    cells.for_each(|cell| self.inlines(&cell.content));
                }
                BlockKind::Div { attributes, blocks } => {
                    self.divs.push(shown(attributes));
                    self.blocks(blocks);
                }
                BlockKind::Code { .. } | BlockKind::Rule | BlockKind::Html => {}
            }
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Span {
                    attributes,
                    content,
                } => {
                    let mut span = shown(attributes);
                    span["text"] = json!(normalised(&plain_text(content)));
                    self.spans.push(span);
                    self.inlines(content);
                }
                InlineKind::Cite { citations, .. } => {
                    for citation in citations {
                        self.citation(citation);
                    }
                }
                InlineKind::FootnoteReference(label) => self.note(label),
                kind => self.inlines(kind.content().unwrap_or_default()),
            }
        }
    }

    fn citation(&mut self, citation: &Citation) {
        let mode = match citation.mode {
            CitationMode::Normal => "NormalCitation",
            CitationMode::SuppressAuthor => "SuppressAuthor",
            CitationMode::AuthorInText => "AuthorInText",
        };
        let prefix = normalised(&citation.prefix);
        let suffix = normalised(&citation.suffix);
        let key = &citation.key;
        self.citations
            .push(json!({"key": key, "mode": mode, "prefix": prefix, "suffix": suffix}));
        self.inlines(&citation.prefix_content);
        self.inlines(&citation.suffix_content);
    }

    fn note(&mut self, label: &str) {
        let inline = label.starts_with('^');
        let Some(note) = self
            .prose
            .footnote(label)
            .filter(|_| inline || !self.in_note)
        else {
            return;
        };
        let outer = self.in_note;
        self.in_note |= !inline;
        self.blocks(&note.blocks);
        self.in_note = outer;
    }
}

fn shown(attributes: &Attributes) -> Value {
    let id = attributes.id.as_ref().map_or("", |id| &id.text);
    let classes: Vec<_> = attributes.classes.iter().map(|class| &class.text).collect();
    let pairs: Vec<_> = attributes
        .pairs
        .iter()
        .map(|pair| [&pair.key, &pair.value])
        .collect();
    json!({ "id": id, "classes": classes, "attributes": pairs })
}

/// As in `record.py`.
fn normalised(text: &str) -> String {
    let mut kept = String::new();
    for char in text.chars() {
        match char {
            '‘' | '’' => kept.push('\''),
            '“' | '”' => kept.push('"'),
            '–' | '—' | '-' if kept.ends_with('-') => {}
            '–' | '—' => kept.push('-'),
            '…' => kept.push_str("..."),
            char => kept.push(char),
        }
    }
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}
