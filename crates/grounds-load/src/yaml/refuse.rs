//! What the profile does not allow: how it is recognised and what is said of it.

use std::ops::Range;

use granit_parser::Span;
use grounds_diagnostics::{Diagnostic, Edit, Fix, Place};
use smol_str::SmolStr;

use super::Stretch;
use super::build::{Builder, Content};
use crate::rule;
use crate::tree::{Node, NodeKind, Scalar, Style};

/// The key whose value comes next.
pub(super) struct Key {
    pub(super) text: SmolStr,
    pub(super) range: Range<usize>,
    /// Whether the value goes into the tree.
    pub(super) usable: bool,
}

impl Builder<'_> {
    pub(super) fn key(&mut self, node: Node) -> Key {
        let range = node.range.clone();
        let local = range.start - self.stretch.base..range.end - self.stretch.base;
        let raw = self.stretch.text.get(local.clone()).unwrap_or_default();
        let text = match node.kind {
            NodeKind::Scalar(Scalar::Text(text), style) => {
                if text == "<<" && style == Style::Plain {
                    self.refuse(
                        local,
                        "a merge key",
                        "write the fields here: each record says everything itself",
                    );
                    self.complete = false;
                    return Key {
                        text,
                        range,
                        usable: false,
                    };
                }
                text
            }
            NodeKind::Scalar(_, Style::Plain) => {
                let diagnostic = self
                    .refused(local, "a key that is no text")
                    .help("put it in quotes");
                let fix = quote(self.stretch, &range, raw);
                self.diagnostics.push(diagnostic.fix(fix));
                raw.into()
            }
            _ => {
                self.refuse(
                    local,
                    "a key that is no text",
                    "write a name before the `:`; put text that begins with `[` or `{` in quotes",
                );
                self.complete = false;
                return Key {
                    text: SmolStr::default(),
                    range,
                    usable: false,
                };
            }
        };
        let usable = self.note_key(&text, &range);
        Key {
            text,
            range,
            usable,
        }
    }

    /// Whether a key is new to its mapping; if not, both places are told.
    fn note_key(&mut self, text: &str, range: &Range<usize>) -> bool {
        let Some(Content::Mapping(mapping)) = self.stack.last_mut().map(|frame| &mut frame.content)
        else {
            return true;
        };
        let Some(first) = mapping.seen.get(text).cloned() else {
            mapping.seen.insert(text.to_owned(), range.clone());
            return true;
        };
        let file = self.stretch.file;
        let place = |range| Place::new(file, range);
        self.complete = false;
        self.diagnostics.push(
            Diagnostic::new(
                rule::DUPLICATE_KEY,
                place(range.clone()),
                format!("`{text}` stands twice"),
            )
            .label("again here")
            .with(place(first), "first here")
            .help("keep one of the two"),
        );
        false
    }

    pub(super) fn second_document(&mut self, range: Range<usize>) {
        self.refuse(
            range,
            "a second document",
            "keep one record a file; delete the `---`",
        );
        self.complete = false;
    }

    pub(super) fn refuse_tag(&mut self, tagged: bool, span: &Span) {
        if tagged {
            let range = span.tag_span().and_then(|tag| tag.byte_range());
            let range = range.or_else(|| span.byte_range()).unwrap_or_default();
            self.refuse(
                range,
                "a tag",
                "delete it; put text that begins with `!` in quotes",
            );
        }
    }

    pub(super) fn refuse(&mut self, range: Range<usize>, what: &str, help: &str) {
        let diagnostic = self.refused(range, what).help(help);
        self.diagnostics.push(diagnostic);
    }

    fn refused(&self, range: Range<usize>, what: &str) -> Diagnostic {
        self.stretch.diagnostic(
            rule::YAML_FEATURE,
            range,
            format!("{what} is not allowed in records"),
        )
    }
}

fn quote(stretch: Stretch<'_>, range: &Range<usize>, raw: &str) -> Fix {
    Fix {
        title: format!("write `\"{raw}\"`"),
        file: stretch.file,
        edits: vec![Edit {
            range: range.clone(),
            replacement: format!("\"{raw}\""),
        }],
    }
}
