//! Values that may have one of several shapes: an author is a person or a group.

use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind as E;
use serde_json::Value;

use super::problem::Problem;
use super::translate::{Translator, required, title};
use super::words;

impl Translator<'_> {
    /// A value that fits none of several shapes: what is wrong with the shape it is nearest to.
    pub(super) fn any_of(
        &self,
        pointer: &str,
        schema: &'static Value,
        branches: &[Vec<ValidationError<'static>>],
        problems: &mut Vec<Problem>,
    ) {
        let mistyped_here = |branch: &[ValidationError<'_>]| {
            branch.iter().any(|error| {
                error.instance_path().as_str() == pointer && matches!(error.kind(), E::Type { .. })
            })
        };
        let shapes: Vec<&'static Value> = schema
            .get("anyOf")
            .and_then(Value::as_array)
            .map(|shapes| shapes.iter().map(|shape| self.resolved(shape)).collect())
            .unwrap_or_default();
        let real: Vec<usize> = (0..branches.len())
            .filter(|&i| shapes.get(i).is_none_or(|shape| shape["type"] != "null"))
            .collect();
        let fitting: Vec<usize> = real
            .iter()
            .copied()
            .filter(|&i| !mistyped_here(&branches[i]))
            .collect();
        if title(schema).is_some() {
            problems.push(match fitting.first() {
                Some(&i) => self.invalid(pointer, &branches[i][0], schema),
                None => self.wrong_type(pointer, &[], schema),
            });
        } else if fitting.is_empty() && real.len() > 1 {
            let names: Vec<String> = real
                .iter()
                .filter_map(|&i| title(shapes[i]))
                .map(words::a)
                .collect();
            let problem = self.mistyped(pointer, &words::joined(&names, "or"), schema);
            problems.push(problem.help(alternatives(&shapes)));
        } else {
            let candidates = if fitting.is_empty() { &real } else { &fitting };
            let translated = candidates.iter().map(|&i| {
                let mut found = Vec::new();
                branches[i]
                    .iter()
                    .for_each(|error| self.translate(error, &mut found));
                found
            });
            let nearest = translated.min_by_key(|found| found.iter().map(cost).sum::<usize>());
            let mut nearest = nearest.unwrap_or_default();
            if let (true, Some(first)) = (candidates.len() > 1, nearest.first_mut()) {
                first.help.push(alternatives(&shapes));
            }
            problems.append(&mut nearest);
        }
    }
}

/// What each of several shapes has: a person a family name, a group a literal one.
fn alternatives(shapes: &[&Value]) -> String {
    let each: Vec<String> = shapes
        .iter()
        .filter_map(|shape| {
            let fields: Vec<&str> = required(shape).collect();
            Some(format!(
                "{} has {}",
                words::a(title(shape)?),
                words::all_of(&fields)
            ))
        })
        .collect();
    each.join(", ")
}

/// How far a shape is from what was written: a slip that can be mended counts half.
fn cost(problem: &Problem) -> usize {
    if problem.mend.is_some() { 1 } else { 2 }
}
