//! The bundle as templates see it: the published fields, with `_` for `-` in their names.
//!
//! A record becomes a template's value field by field, when a template asks for the field: most pages
//! name many records, and want their label and no more.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use minijinja::Value;
use minijinja::value::{Enumerator, Object};
use serde::Serialize;

use super::field;
use crate::bundle::Bundle;

/// A record of the bundle, with what the site makes of it, as a template's value.
pub(super) struct Record<T: 'static> {
    pub(super) bundle: Arc<Bundle>,
    /// Where the records of this kind are.
    pub(super) records: fn(&Bundle) -> &[T],
    pub(super) position: usize,
    /// A field that the bundle does not have.
    pub(super) made: fn(&T, &str) -> Option<Value>,
    /// Such fields for which more than the record is needed.
    pub(super) given: Box<[(&'static str, Value)]>,
}

impl<T> fmt::Debug for Record<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a record of the bundle, at position {}", self.position)
    }
}

impl<T: Serialize + 'static> Object for Record<T> {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.get_value_by_str(key.as_str()?)
    }

    fn get_value_by_str(self: &Arc<Self>, name: &str) -> Option<Value> {
        if let Some((_, value)) = self.given.iter().find(|(given, _)| *given == name) {
            return Some(value.clone());
        }
        let record = (self.records)(&self.bundle).get(self.position)?;
        (self.made)(record, name).or_else(|| field::of(record, name))
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::NonEnumerable
    }
}

/// A part of the bundle as a template's value.
pub(super) fn value(part: &(impl Serialize + ?Sized)) -> Value {
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
