//! A tree with places: what a YAML or TOML text says, and where it says it.
//!
//! Numbers lose their digits in JSON (`1.10` becomes 1.1), so a scalar also keeps how it was
//! written; its raw text is the source at its range.

use std::collections::BTreeMap;
use std::ops::Range;

use grounds_diagnostics::FileId;
use serde_json::{Map, Number, Value};
use smol_str::SmolStr;

use crate::document::{Places, child};

/// A value and its bytes in the file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node {
    /// Its bytes; of a value that was left out, those of its key.
    pub(crate) range: Range<usize>,
    /// What it is.
    pub(crate) kind: NodeKind,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum NodeKind {
    /// A single value.
    Scalar(Scalar, Style),
    /// A list.
    Sequence(Vec<Node>),
    /// Fields, each key once, in the order of the source.
    Mapping(Vec<Entry>),
}

/// What a single value is. Unlike a JSON value it is small, and needs no memory of its own for a short text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Scalar {
    /// Nothing.
    Null,
    /// True or false.
    Bool(bool),
    /// A number.
    Number(Number),
    /// Anything else.
    Text(SmolStr),
}

impl From<&Scalar> for Value {
    fn from(scalar: &Scalar) -> Self {
        match scalar {
            Scalar::Null => Self::Null,
            Scalar::Bool(truth) => Self::Bool(*truth),
            Scalar::Number(number) => Self::Number(number.clone()),
            Scalar::Text(text) => Self::from(text.as_str()),
        }
    }
}

/// How a scalar is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// Without quotes.
    Plain,
    /// In quotes of either kind.
    Quoted,
    /// As a block after `|` or `>`.
    Block,
    /// Not at all: nothing stands after the key.
    Absent,
}

/// A field of a mapping.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    /// The name.
    pub(crate) key: SmolStr,
    /// The bytes of the name, quotes included.
    pub(crate) key_range: Range<usize>,
    /// The value.
    pub(crate) value: Node,
}

impl Node {
    /// The value as JSON.
    pub(crate) fn to_json(&self) -> Value {
        match &self.kind {
            NodeKind::Scalar(value, _) => value.into(),
            NodeKind::Sequence(items) => items.iter().map(Self::to_json).collect(),
            NodeKind::Mapping(entries) => Value::Object(
                entries
                    .iter()
                    .map(|entry| (entry.key.to_string(), entry.value.to_json()))
                    .collect::<Map<_, _>>(),
            ),
        }
    }

    /// Where each part of the value stands.
    pub(crate) fn places(&self, file: FileId) -> Places {
        Places::of(file, self)
    }

    /// Every part by its JSON Pointer (RFC 6901).
    pub(crate) fn parts(&self) -> BTreeMap<String, &Node> {
        let mut parts = BTreeMap::new();
        self.add_parts(String::new(), &mut parts);
        parts
    }

    fn add_parts<'a>(&'a self, pointer: String, parts: &mut BTreeMap<String, &'a Node>) {
        match &self.kind {
            NodeKind::Scalar(..) => {}
            NodeKind::Sequence(items) => {
                for (i, item) in items.iter().enumerate() {
                    item.add_parts(format!("{pointer}/{i}"), parts);
                }
            }
            NodeKind::Mapping(entries) => {
                for entry in entries {
                    entry.value.add_parts(child(&pointer, &entry.key), parts);
                }
            }
        }
        parts.insert(pointer, self);
    }

    /// The fields; none if this is no mapping.
    #[cfg(test)]
    pub(crate) fn entries(&self) -> &[Entry] {
        match &self.kind {
            NodeKind::Mapping(entries) => entries,
            NodeKind::Scalar(..) | NodeKind::Sequence(_) => &[],
        }
    }

    /// Calls `visit` with every scalar, in the order of the source.
    pub(crate) fn each_scalar<'a>(&'a self, visit: &mut dyn FnMut(&'a Node, &'a Scalar)) {
        match &self.kind {
            NodeKind::Scalar(value, _) => visit(self, value),
            NodeKind::Sequence(items) => items.iter().for_each(|item| item.each_scalar(visit)),
            NodeKind::Mapping(entries) => {
                for entry in entries {
                    entry.value.each_scalar(visit);
                }
            }
        }
    }
}

/// The last step of a JSON Pointer, as it was before it was escaped (RFC 6901, section 4).
pub(crate) fn last_step(pointer: &str) -> Option<String> {
    pointer.rsplit_once('/').map(|(_, step)| unescape(step))
}

fn unescape(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(range: Range<usize>, text: &str) -> Node {
        Node {
            range,
            kind: NodeKind::Scalar(Scalar::Text(text.into()), Style::Plain),
        }
    }

    #[test]
    fn a_part_is_found_by_its_pointer() {
        let list = Node {
            range: 5..11,
            kind: NodeKind::Sequence(vec![text(5..6, "x"), text(9..10, "y")]),
        };
        let entry = Entry {
            key: "a/b~c".into(),
            key_range: 0..3,
            value: list,
        };
        let root = Node {
            range: 0..11,
            kind: NodeKind::Mapping(vec![entry]),
        };
        let parts = root.parts();
        let pointers: Vec<&str> = parts.keys().map(String::as_str).collect();
        assert_eq!(pointers, ["", "/a~1b~0c", "/a~1b~0c/0", "/a~1b~0c/1"]);
        assert_eq!(parts["/a~1b~0c/1"].range, 9..10);
        assert_eq!(root.to_json(), serde_json::json!({"a/b~c": ["x", "y"]}));
        assert_eq!(last_step("/x/a~1b").as_deref(), Some("a/b"));
    }
}
