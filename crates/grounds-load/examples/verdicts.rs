//! Writes records, sound ones and such with one change, with what this loader says of each: for
//! other validators, which must say the same by the published schemas.
//!
//! `cargo run -p grounds-load --example verdicts -- SET... > verdicts.json`

use std::error::Error;
use std::path::Path;

use grounds_load::{ContentSet, RawFile, assemble, rule};
use serde_json::{Map, Value, json};

/// What a schema can say.
const OF_SCHEMA: [&str; 5] = [
    rule::UNKNOWN_FIELD,
    rule::MISSING_FIELD,
    rule::WRONG_TYPE,
    rule::INVALID_VALUE,
    rule::CONFUSABLE_KEY,
];

#[expect(clippy::print_stdout, reason = "a tool for the terminal")]
fn main() -> Result<(), Box<dyn Error>> {
    let mut verdicts = Vec::new();
    for folder in std::env::args().skip(1) {
        for (kind, record) in records(&grounds_load::load(Path::new(&folder))?.set)? {
            for instance in std::iter::once(record.clone()).chain(changed(&record)) {
                if let Some(valid) = is_valid(kind, &instance) {
                    verdicts.push(json!({"kind": kind, "valid": valid, "instance": instance}));
                }
            }
        }
    }
    println!("{}", serde_json::to_string(&verdicts)?);
    Ok(())
}

/// The records of a set as JSON, each with the name of its schema.
fn records(set: &ContentSet) -> serde_json::Result<Vec<(&'static str, Value)>> {
    let mut found = vec![
        ("settings", serde_json::to_value(&set.settings.value)?),
        ("vocabulary", serde_json::to_value(&set.vocabulary.value)?),
    ];
    for front in set.articles.values().filter_map(|it| it.front.as_ref()) {
        found.push(("article", serde_json::to_value(&front.value)?));
    }
    for (_, claim) in set.claims.iter() {
        found.push(("claim", serde_json::to_value(&claim.value)?));
    }
    for (_, study) in set.studies.iter() {
        found.push(("study", serde_json::to_value(&study.value)?));
    }
    for (_, record) in &mut found {
        strip(record);
    }
    Ok(found)
}

/// Takes out the fields that are empty: the model knows those that were not written as such.
fn strip(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.values_mut().for_each(strip);
            fields.retain(|_, field| !is_empty(field));
        }
        Value::Array(items) => items.iter_mut().for_each(strip),
        _ => {}
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}

/// What the loader says of a record; none where the format of its file cannot say it.
fn is_valid(kind: &str, instance: &Value) -> Option<bool> {
    // JSON is YAML.
    let json = serde_json::to_string_pretty(instance).ok()?;
    let (path, text) = match kind {
        "settings" => ("grounds.toml", toml::to_string(instance).ok()?),
        "article" => ("articles/a.md", format!("---\n{json}\n---\n")),
        "claim" => ("claims/a.yaml", json),
        "study" => ("studies/a.yaml", json),
        _ => ("vocabulary.yaml", json),
    };
    let loaded = assemble(vec![RawFile::new(path, text)], "");
    let of_schema = |id: &str| OF_SCHEMA.contains(&id);
    let other = loaded.diagnostics.iter().any(|it| !of_schema(it.rule));
    (!other).then_some(loaded.diagnostics.is_empty())
}

/// The record with each part left out, and with each part replaced.
fn changed(record: &Value) -> Vec<Value> {
    let mut pointers = Vec::new();
    gather(record, String::new(), &mut pointers);
    let values = [
        json!(null),
        json!(true),
        json!(-1),
        json!(1.5),
        json!(1e300),
        json!("x"),
        json!(""),
        json!(" "),
        json!([]),
        json!({}),
        json!(["x"]),
        json!({"x": 1}),
        json!("2026-02-30"),
        json!("2026-11-22"),
        json!("Not A Key"),
        json!("a-key"),
        json!("12.50"),
        json!("1,5"),
        json!("10.1000/x"),
        json!("é"),
    ];
    let mut changed = Vec::new();
    for pointer in pointers {
        for value in &values {
            let mut other = record.clone();
            if let Some(part) = other.pointer_mut(&pointer) {
                *part = value.clone();
                changed.push(other);
            }
        }
        let mut without = record.clone();
        if remove(&mut without, &pointer).is_some() {
            changed.push(without);
        }
        let mut more = record.clone();
        if let Some(Value::Object(fields)) = more.pointer_mut(&pointer) {
            fields.insert("another".to_owned(), json!("x"));
            changed.push(more);
        }
    }
    changed
}

fn gather(value: &Value, pointer: String, pointers: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                let step = name.replace('~', "~0").replace('/', "~1");
                gather(field, format!("{pointer}/{step}"), pointers);
            }
        }
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                gather(item, format!("{pointer}/{i}"), pointers);
            }
        }
        _ => {}
    }
    pointers.push(pointer);
}

fn remove(record: &mut Value, pointer: &str) -> Option<Value> {
    let (parent, step) = pointer.rsplit_once('/')?;
    let fields: &mut Map<String, Value> = record.pointer_mut(parent)?.as_object_mut()?;
    fields.shift_remove(&step.replace("~1", "/").replace("~0", "~"))
}
