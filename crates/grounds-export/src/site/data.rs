//! The records of the bundle as templates see them: the published fields, with `_` for `-` in their names.
//!
//! A record becomes a template's value field by field, when a template asks for the field: most pages
//! name many records, and want their label and no more.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use minijinja::Value;
use minijinja::value::{Enumerator, Object, ValueKind};
use serde::Serialize;

use super::field;
use super::index::Index;

/// A field that the bundle does not have, made of the record at a position when a template asks for it.
type Make<T> = Box<dyn Fn(&Index, usize, &T, &str) -> Option<Value> + Send + Sync>;

/// The records of one kind, with what the site makes of them.
pub(super) struct Table<T: 'static> {
    index: Arc<Index>,
    position: fn(&Index, &str) -> Option<usize>,
    record: fn(&Index, usize) -> Option<&T>,
    made: Make<T>,
}

impl<T: Serialize + 'static> Table<T> {
    /// The records that `record` finds at the `position` of their keys, with the fields that `made` gives beside those of
    /// the bundle.
    pub(super) fn of(
        index: &Arc<Index>,
        position: fn(&Index, &str) -> Option<usize>,
        record: fn(&Index, usize) -> Option<&T>,
        made: impl Fn(&Index, usize, &T, &str) -> Option<Value> + Send + Sync + 'static,
    ) -> Arc<Self> {
        Arc::new(Self {
            index: Arc::clone(index),
            position,
            record,
            made: Box::new(made),
        })
    }

    /// The record with a key, for one who will ask for its fields; none, if there is no such record.
    pub(super) fn get(self: &Arc<Self>, key: &str) -> Option<Value> {
        let record = Record {
            position: (self.position)(&self.index, key)?,
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
        let record = (table.record)(&table.index, self.position)?;
        if let Some(value) = (table.made)(&table.index, self.position, record, name) {
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
