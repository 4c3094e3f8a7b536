//! The records of the bundle as templates see them: the published fields, with `_` for `-` in their names.
//!
//! A record becomes a template's value field by field, when a template asks for the field: most pages
//! name many records, and want their label and no more.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use foldhash::fast::FixedState;
use minijinja::Value;
use minijinja::value::{Enumerator, Object, ValueKind};
use serde::Serialize;

use super::field;
use crate::bundle::Bundle;

/// Such fields of a record as the bundle does not have, and for which more than the record is needed.
pub(super) type Given = Box<[(&'static str, Value)]>;

/// The records of one kind, by their keys, with what the site makes of them.
pub(super) struct Table<T: 'static> {
    bundle: Arc<Bundle>,
    records: fn(&Bundle) -> &[T],
    /// A field that the bundle does not have.
    made: fn(&T, &str) -> Option<Value>,
    positions: HashMap<String, usize, FixedState>,
    given: Vec<Given>,
}

impl<T: Serialize + 'static> Table<T> {
    /// The records that `records` finds in the bundle, each by its `key`.
    pub(super) fn of(
        bundle: &Arc<Bundle>,
        records: fn(&Bundle) -> &[T],
        key: fn(&T) -> &str,
        made: fn(&T, &str) -> Option<Value>,
        given: impl Fn(&T) -> Given,
    ) -> Self {
        let keys = records(bundle).iter().map(key).map(str::to_owned);
        Self {
            positions: keys.enumerate().map(|(at, key)| (key, at)).collect(),
            given: records(bundle).iter().map(given).collect(),
            bundle: Arc::clone(bundle),
            records,
            made,
        }
    }

    /// The record with a key, for one who will ask for its fields; none, if there is no such record.
    pub(super) fn get(self: &Arc<Self>, key: &str) -> Option<Value> {
        let record = Record {
            position: *self.positions.get(key)?,
            table: Arc::clone(self),
            asked: Mutex::default(),
        };
        Some(Value::from_object(record))
    }
}

/// A record of the bundle as a template's value, as long as a page is about it.
struct Record<T: 'static> {
    table: Arc<Table<T>>,
    position: usize,
    /// The fields that were asked for and are more than a text or a number: templates ask for each of
    /// their parts in turn.
    asked: Mutex<Vec<(&'static str, Value)>>,
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
        let table = &*self.table;
        let given = table.given.get(self.position)?;
        if let Some((_, value)) = given.iter().find(|(given, _)| *given == name) {
            return Some(value.clone());
        }
        let record = (table.records)(&table.bundle).get(self.position)?;
        if let Some(value) = (table.made)(record, name) {
            return Some(value);
        }
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, value)) = asked.iter().find(|(key, _)| field::is_called(key, name)) {
            return Some(value.clone());
        }
        let (key, value) = field::of(record, name)?;
        if matches!(value.kind(), ValueKind::Map | ValueKind::Seq) {
            asked.push((key, value.clone()));
        }
        Some(value)
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::NonEnumerable
    }
}
