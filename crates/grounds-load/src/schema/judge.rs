//! A tree against the schema of its kind: all that is wrong with it, at once, with places.

use std::collections::{BTreeMap, BTreeSet};

use grounds_diagnostics::{Diagnostic, FileId};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::problem::{Problem, Spot};
use super::translate::Translator;
use super::{Kind, compiled, words};
use crate::document::Document;
use crate::rule;
use crate::tree::Node;

/// Reads a record from its tree; without one, the diagnostics say why.
pub(crate) fn judge<T: DeserializeOwned>(
    kind: Kind,
    file: FileId,
    text: &str,
    tree: &Node,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Document<T>> {
    let places = tree.places(file);
    // Most records are sound, and validating them would take longer than all else.
    if let Ok(value) = T::deserialize(tree) {
        return Some(Document { value, places });
    }
    let value = tree.to_json();
    if !compiled(kind).validator.is_valid(&value) {
        let parts = tree.parts();
        for problem in problems(kind, text, &parts, &value) {
            diagnostics.push(problem.locate(file, &parts, &places));
        }
        return None;
    }
    match serde_json::from_value(value) {
        Ok(value) => Some(Document { value, places }),
        // The schema and the model agree (see `schema::tests::agreement`); if ever they do not,
        // the record is refused rather than half read.
        Err(error) => {
            let message = format!("{} cannot be read: {error}", words::record(kind));
            diagnostics.push(Diagnostic::new(
                rule::INVALID_VALUE,
                places.value(""),
                message,
            ));
            None
        }
    }
}

/// What is wrong, one problem for each mistake, in the order of the source.
fn problems(
    kind: Kind,
    text: &str,
    parts: &BTreeMap<String, &Node>,
    value: &Value,
) -> Vec<Problem> {
    let translator = Translator::new(kind, text, parts, value);
    let mut problems = Vec::new();
    for error in translator.compiled.validator.iter_errors(value) {
        translator.translate(&error, &mut problems);
    }
    once_each(problems)
}

/// A misspelt field is not missing too, and a value is wrong in one way at a time.
fn once_each(problems: Vec<Problem>) -> Vec<Problem> {
    let misspelt: BTreeSet<(String, String)> = problems
        .iter()
        .filter(|problem| [rule::UNKNOWN_FIELD, rule::CONFUSABLE_KEY].contains(&problem.rule))
        .filter_map(|problem| {
            let mend = problem.mend.as_ref()?;
            Some((problem.pointer.clone(), mend.replacement.clone()))
        })
        .collect();
    let mut seen = BTreeSet::new();
    problems
        .into_iter()
        .filter(|problem| match &problem.spot {
            Spot::Lacking(field) => !misspelt.contains(&(problem.pointer.clone(), field.clone())),
            _ => true,
        })
        .filter(|problem| {
            let (part, name) = match &problem.spot {
                Spot::Value => (0, ""),
                Spot::Key(name) => (1, name.as_str()),
                Spot::Lacking(name) => (2, name.as_str()),
            };
            seen.insert((problem.pointer.clone(), part, name.to_owned()))
        })
        .collect()
}
