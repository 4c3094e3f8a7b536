//! Fields that a record does not have, and fields that it lacks.

use serde_json::Value;

use super::problem::{Problem, Spot};
use super::translate::{Translator, confusable, required};
use super::{suggest, words};
use crate::lookalike::lookalike;
use crate::rule;

/// The longest list of fields that a help line gives.
const FEW: usize = 12;

impl Translator<'_> {
    /// A field that the part at `pointer` does not have.
    pub(super) fn unknown(&self, pointer: &str, name: &str, schema: &'static Value) -> Problem {
        let shown = words::shown(&Value::from(name));
        let message = format!("unknown field {shown}");
        let spot = Spot::Key(name.to_owned());
        let problem = Problem::new(rule::UNKNOWN_FIELD, pointer, spot, message);
        if let Some(key) = lookalike(name)
            && fields(schema).any(|(field, _)| field == key.as_str())
        {
            let mend = (format!("rename it to `{key}`"), key.to_string());
            return confusable(problem, &key).mend(mend.0, mend.1);
        }
        let written = self.value(pointer);
        let (taken, free): (Vec<&str>, Vec<&str>) = fields(schema)
            .map(|(field, _)| field)
            .partition(|field| written.get(field).is_some());
        if let Some(field) = suggest::nearest(name, free.iter().copied()) {
            return problem
                .help(format!("did you mean `{field}`?"))
                .mend(format!("rename it to `{field}`"), field.to_owned());
        }
        if let Some(field) = suggest::nearest(name, taken) {
            return problem.help(format!("`{field}` is written already"));
        }
        if let Some(owner) = self.owner(pointer, name, schema) {
            return problem.help(format!("`{name}` is a field of {owner}"));
        }
        if free.is_empty() || free.len() > FEW {
            return problem;
        }
        problem.help(format!(
            "fields that can be added here: {}",
            words::all_of(&free)
        ))
    }

    /// The part that does have this field: one of the fields here, or the record itself.
    fn owner(&self, pointer: &str, name: &str, schema: &'static Value) -> Option<String> {
        let inner =
            fields(schema).find(|(_, shape)| self.shapes(shape).any(|shape| has(shape, name)));
        if let Some((field, _)) = inner {
            return Some(format!("`{field}`"));
        }
        let root = &self.compiled.schema;
        (!pointer.is_empty() && has(root, name)).then(|| words::record(self.kind).to_owned())
    }

    /// The object shapes that a field can hold: itself, or the items of its list.
    fn shapes(&self, shape: &'static Value) -> impl Iterator<Item = &'static Value> {
        let items = shape.get("items").into_iter();
        let branches = shape
            .get("anyOf")
            .and_then(Value::as_array)
            .into_iter()
            .flatten();
        [shape]
            .into_iter()
            .chain(items)
            .chain(branches)
            .map(|shape| self.resolved(shape))
    }

    /// The fields of a shape; if they are many, those that it must have.
    pub(super) fn some_fields(schema: &Value) -> Option<String> {
        let fields = schema.get("properties").and_then(Value::as_object)?;
        let names: Vec<&str> = match fields.len() {
            0..=FEW => fields.keys().map(String::as_str).collect(),
            _ => required(schema).collect(),
        };
        (!names.is_empty()).then(|| words::all_of(&names))
    }

    /// A field that the part at `pointer` must have.
    pub(super) fn missing(&self, pointer: &str, name: &str, schema: &'static Value) -> Problem {
        let message = format!("missing field `{name}`");
        let spot = Spot::Lacking(name.to_owned());
        let mut problem = Problem::new(rule::MISSING_FIELD, pointer, spot, message);
        let part = self.part(pointer);
        problem.label = format!("{part} has no `{name}`");
        let description = fields(schema)
            .find(|(field, _)| *field == name)
            .and_then(|(_, shape)| {
                shape
                    .get("description")
                    .or_else(|| self.resolved(shape).get("description"))
            })
            .and_then(Value::as_str);
        match description {
            Some(text) => problem.help(format!("`{name}`: {}", words::first_sentence(text))),
            None => problem,
        }
    }
}

fn fields(schema: &'static Value) -> impl Iterator<Item = (&'static str, &'static Value)> {
    let properties = schema
        .get("properties")
        .and_then(Value::as_object)
        .into_iter()
        .flatten();
    properties.map(|(name, shape)| (name.as_str(), shape))
}

fn has(schema: &Value, field: &str) -> bool {
    schema
        .get("properties")
        .is_some_and(|fields| fields.get(field).is_some())
}
