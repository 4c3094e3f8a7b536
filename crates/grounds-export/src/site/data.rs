//! The bundle as templates see it: the published fields, with `_` for `-` in their names.

use std::collections::BTreeMap;

use minijinja::Value;
use serde::Serialize;

/// A part of the bundle as a template's value.
pub(super) fn value(part: &impl Serialize) -> Value {
    convert(serde_json::to_value(part).expect("a part of a bundle is plain JSON"))
}

fn convert(json: serde_json::Value) -> Value {
    match json {
        serde_json::Value::Null => Value::from(()),
        serde_json::Value::Bool(bool) => Value::from(bool),
        serde_json::Value::Number(number) => Value::from(number.as_u64().unwrap_or_default()),
        serde_json::Value::String(text) => Value::from(text),
        serde_json::Value::Array(items) => items.into_iter().map(convert).collect(),
        serde_json::Value::Object(fields) => {
            let fields = fields.into_iter();
            let fields = fields.map(|(name, json)| (name.replace('-', "_"), convert(json)));
            Value::from(fields.collect::<BTreeMap<String, Value>>())
        }
    }
}
