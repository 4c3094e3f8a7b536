//! One file of records: its text to a document, and all that is wrong with it.

use std::collections::BTreeSet;

use grounds_diagnostics::{Diagnostic, FileId};
use grounds_model::Key;
use memchr::memchr;
use serde::de::DeserializeOwned;

use crate::bidi;
use crate::document::Document;
use crate::rule;
use crate::schema::{Kind, judge};
use crate::toml;
use crate::tree::{Node, Scalar};
use crate::yaml::{self, Parsed, Stretch, check_scalars};

/// What became of a record.
#[derive(Debug)]
pub(crate) struct Record<T> {
    /// The record, if nothing about it is in doubt.
    pub(crate) document: Option<Box<Document<T>>>,
    /// If not: what else is known.
    pub(crate) state: State,
    /// What is wrong with it.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// How far a record could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum State {
    /// Wholly.
    Sound,
    /// Its text could be read, but it breaks its schema or is ambiguous. It holds these words
    /// that could be references.
    Broken(BTreeSet<String>),
    /// Its text could not be read.
    Unparsed,
    /// An article whose prose could be read, but not its front matter, which refers to nothing.
    WithoutFrontMatter,
}

/// Reads a record from a stretch of `text`, which is the whole file's.
pub(crate) fn read_record<T: DeserializeOwned>(
    kind: Kind,
    file: FileId,
    text: &str,
    stretch: Stretch<'_>,
) -> Record<T> {
    let range = stretch.base..stretch.base + stretch.text.len();
    let turned = bidi::find(rule::BIDI_CONTROL, file, text, range);
    let parsed = match kind {
        Kind::Settings => toml::parse(stretch),
        Kind::Vocabulary | Kind::Article | Kind::Claim | Kind::Study => yaml::parse(stretch),
    };
    let Parsed {
        tree,
        complete,
        mut diagnostics,
    } = parsed;
    diagnostics.extend(turned);
    let Some(tree) = tree else {
        return Record {
            document: None,
            state: State::Unparsed,
            diagnostics,
        };
    };
    // What is written as such was found in the text; only an escape can hide it there.
    if memchr(b'\\', stretch.text.as_bytes()).is_some() {
        check_scalars(file, text, &tree, &mut diagnostics);
    }
    // What an incomplete tree lacks may be written all the same, so it is not judged.
    let document = if complete {
        judge(kind, file, text, &tree, &mut diagnostics).map(Box::new)
    } else {
        None
    };
    let state = if document.is_some() {
        State::Sound
    } else {
        State::Broken(mentions(&tree))
    };
    Record {
        document,
        state,
        diagnostics,
    }
}

/// Every word of a tree that could be a reference to a record or a concept.
fn mentions(tree: &Node) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    tree.each_scalar(&mut |_, value| {
        if let Scalar::Text(text) = value
            && Key::new(text).is_some()
        {
            words.insert(text.to_string());
        }
    });
    words
}
