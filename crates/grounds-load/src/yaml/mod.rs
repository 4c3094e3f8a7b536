//! YAML, in a strict profile, to a tree with places.
//!
//! Records need mappings, lists and scalars. What makes YAML surprising is refused and said so:
//! anchors, aliases, tags, directives, merge keys, further documents, keys that are no text.

mod build;
mod characters;
mod plain;
mod refuse;
mod scalar;
mod syntax;

use std::ops::Range;

use grounds_diagnostics::{Diagnostic, FileId, Place, Sources};

pub(crate) use characters::{check_scalars, first_control};

use crate::rule;
use crate::tree::{Node, NodeKind};

/// How deep lists and mappings may nest in a record: real ones nest five deep.
pub const MAX_DEPTH: usize = 64;

/// How many values a record may hold, keys, lists and mappings included.
pub const MAX_NODES: usize = 100_000;

/// What was read of a text.
#[derive(Debug)]
pub(crate) struct Parsed {
    /// What the text says; `None` if it could not be read to its end.
    pub(crate) tree: Option<Node>,
    /// Whether all that was written is in the tree, and without doubt. If not, nothing should be
    /// called missing.
    pub(crate) complete: bool,
    /// What is wrong with the text.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl Parsed {
    pub(crate) fn failed(diagnostic: Diagnostic) -> Self {
        Self {
            tree: None,
            complete: false,
            diagnostics: vec![diagnostic],
        }
    }
}

/// A stretch of a file that is read as YAML.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stretch<'a> {
    /// The file.
    pub(crate) file: FileId,
    /// The stretch.
    pub(crate) text: &'a str,
    /// Its first byte in the file.
    pub(crate) base: usize,
}

impl<'a> Stretch<'a> {
    /// The stretch `range` of the whole `text` of `file`.
    pub(crate) fn new(file: FileId, text: &'a str, range: Range<usize>) -> Self {
        Self {
            file,
            base: range.start,
            text: text.get(range).unwrap_or_default(),
        }
    }

    /// A diagnostic on bytes of the stretch.
    fn diagnostic(
        &self,
        rule: &'static str,
        range: Range<usize>,
        message: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic::new(rule, self.place(range), message)
    }

    /// The place of bytes of the stretch.
    fn place(&self, range: Range<usize>) -> Place {
        Place::new(self.file, self.base + range.start..self.base + range.end)
    }

    /// The character at a byte of the stretch; the point after the last at its end.
    fn character(&self, byte: usize) -> Range<usize> {
        let start = self.text.floor_char_boundary(byte.min(self.text.len()));
        let width = self.text[start..].chars().next().map_or(0, char::len_utf8);
        start..start + width
    }
}

/// Reads a stretch of YAML.
pub(crate) fn parse(stretch: Stretch<'_>) -> Parsed {
    if let Some(at) = first_control(stretch.text) {
        return Parsed::failed(control_character(stretch, at));
    }
    if let Some(tree) = plain::read(stretch) {
        return Parsed {
            tree: Some(tree),
            complete: true,
            diagnostics: Vec::new(),
        };
    }
    build::build(stretch)
}

/// How many values a text has that is read as a record is, lists and mappings included; `None` where it cannot be
/// read. It is the reader alone, for measuring.
pub fn yaml_values(text: &str) -> Option<usize> {
    let file = Sources::default().add(String::new(), String::new());
    let parsed = parse(Stretch::new(file, text, 0..text.len()));
    parsed.tree.as_ref().map(values)
}

fn values(node: &Node) -> usize {
    1 + match &node.kind {
        NodeKind::Scalar(..) => 0,
        NodeKind::Sequence(nodes) => nodes.iter().map(values).sum(),
        NodeKind::Mapping(entries) => entries.iter().map(|entry| values(&entry.value)).sum(),
    }
}

/// YAML allows printable characters only, and a NUL would end the text for some readers.
pub(crate) fn control_character(stretch: Stretch<'_>, at: usize) -> Diagnostic {
    let range = stretch.character(at);
    let code = stretch.text[range.clone()]
        .chars()
        .next()
        .map_or(0, u32::from);
    let message = format!("control character `U+{code:04X}` in the text");
    stretch
        .diagnostic(rule::SYNTAX, range, message)
        .help("delete it: it cannot be seen")
}

/// The tree of a sound text.
#[cfg(test)]
pub(crate) fn tree_of(file: FileId, text: &str) -> Node {
    let parsed = build::build(Stretch::new(file, text, 0..text.len()));
    parsed.tree.expect("the text is sound")
}

#[cfg(test)]
mod plain_tests;
#[cfg(test)]
mod refusal_tests;
#[cfg(test)]
mod tests;
