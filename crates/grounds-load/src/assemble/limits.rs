//! How much one article and one vocabulary may ask of the rules, so that a check ends in good time whatever is in them.

use std::ops::Range;

use grounds_diagnostics::{Diagnostic, FileId, Place};
use grounds_model::Vocabulary;

use crate::document::{Document, child};
use crate::markdown;
use crate::prose::Prose;
use crate::rule;

/// The longest sentence that is read, in bytes of its words. Rules ask of each word what stands around it.
const MAX_SENTENCE: usize = 10_000;

/// The prose of a tree; none of it, and why, if it is too large to be checked.
pub(super) fn prose_within(
    file: FileId,
    body: &Range<usize>,
    tree: markdown::Prose,
) -> (Prose, Option<Diagnostic>) {
    if tree.parts() > markdown::MAX_PARTS {
        return (Prose::default(), Some(too_many_parts(file, body)));
    }
    let prose = Prose::build(tree);
    let mut sentences = prose.sentences.iter();
    match sentences.find(|sentence| sentence.text.len() > MAX_SENTENCE) {
        Some(sentence) => (Prose::default(), Some(too_long(file, &sentence.range))),
        None => (prose, None),
    }
}

fn too_many_parts(file: FileId, body: &Range<usize>) -> Diagnostic {
    let most = markdown::MAX_PARTS;
    let message = format!("more than {most} paragraphs, marks and citations in one article");
    let place = Place::new(file, body.start..body.start);
    Diagnostic::new(rule::TOO_LARGE, place, message)
        .label("the prose from here on was not checked")
        .help("make several articles of it")
}

fn too_long(file: FileId, sentence: &Range<usize>) -> Diagnostic {
    let message = format!("a sentence of more than {MAX_SENTENCE} bytes");
    let place = Place::new(file, sentence.start..sentence.start);
    Diagnostic::new(rule::TOO_LARGE, place, message)
        .label("the prose of this article was not checked")
        .help("make several sentences or a list of it")
}

/// The first concept that is a case of too many others.
pub(super) fn too_much_above(vocabulary: &Document<Vocabulary>) -> Option<Diagnostic> {
    let concepts = &vocabulary.value;
    let mut keys = concepts.concepts.keys();
    let key = keys.find(|key| concepts.above(key).is_none())?;
    let place = vocabulary.key_place(&child("/concepts", key.as_str()));
    let most = Vocabulary::MOST_ABOVE;
    let message = format!("`{key}` is narrower than more than {most} concepts");
    let diagnostic = Diagnostic::new(rule::TOO_LARGE, place, message)
        .label("what it is a case of was not compared")
        .help("leave out levels of `broader` that no claim and no study needs");
    Some(diagnostic)
}
