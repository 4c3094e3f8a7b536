//! What is wrong with a record, before it has a place in bytes.

use std::collections::BTreeMap;
use std::ops::Range;

use grounds_diagnostics::{Diagnostic, Edit, FileId, Fix, Place};

use crate::document::{Places, child};
use crate::tree::{Node, NodeKind};

/// One thing that is wrong with a record.
#[derive(Debug, Clone)]
pub(super) struct Problem {
    pub(super) rule: &'static str,
    /// The part that is wrong; of a field that is missing, the part that lacks it.
    pub(super) pointer: String,
    pub(super) spot: Spot,
    pub(super) message: String,
    pub(super) label: String,
    pub(super) help: Vec<String>,
    pub(super) mend: Option<Mend>,
}

/// Where a problem is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Spot {
    /// At the value.
    Value,
    /// At the name of the field `.0` of the part.
    Key(String),
    /// At what names the part that lacks the field `.0`.
    Lacking(String),
}

/// A change that would mend a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mend {
    pub(super) title: String,
    /// What the bytes of the problem's place become.
    pub(super) replacement: String,
}

impl Problem {
    pub(super) fn new(rule: &'static str, pointer: &str, spot: Spot, message: String) -> Self {
        Self {
            rule,
            pointer: pointer.to_owned(),
            spot,
            message,
            label: String::new(),
            help: Vec::new(),
            mend: None,
        }
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    pub(super) fn mend(mut self, title: String, replacement: String) -> Self {
        self.mend = Some(Mend { title, replacement });
        self
    }

    /// The diagnostic, with its place.
    pub(super) fn locate(
        self,
        file: FileId,
        parts: &BTreeMap<String, &Node>,
        places: &Places,
    ) -> Diagnostic {
        let place = match &self.spot {
            Spot::Value => places.value(&self.pointer),
            Spot::Key(name) => places.key(&child(&self.pointer, name)),
            Spot::Lacking(_) => Place::new(file, lacking(parts, places, &self.pointer)),
        };
        let mut diagnostic = Diagnostic::new(self.rule, place, self.message).label(self.label);
        diagnostic.help = self.help;
        diagnostic.fix = self.mend.map(|mend| Fix {
            title: mend.title,
            file,
            edits: vec![Edit {
                range: place.range(),
                replacement: mend.replacement,
            }],
        });
        diagnostic
    }
}

/// The key that names a part or, in a list or at the root, the first key in it.
fn lacking(parts: &BTreeMap<String, &Node>, places: &Places, pointer: &str) -> Range<usize> {
    let Some(part) = parts.get(pointer) else {
        return places.value(pointer).range();
    };
    let key = places.key(pointer).range();
    match &part.kind {
        _ if key != part.range => key,
        NodeKind::Mapping(entries) if !entries.is_empty() => entries[0].key_range.clone(),
        // An empty record: its beginning is place enough.
        _ => {
            part.range.start
                ..part
                    .range
                    .start
                    .max(part.range.end.min(part.range.start + 1))
        }
    }
}
