//! From a tree straight to a record, without a JSON value between.
//!
//! What this takes, the schema takes too (`schema::tests::agreement`), so a record that is read here
//! need not be validated. What it refuses says nothing: then the schema is asked, and names all that
//! is wrong.

use serde::Deserializer;
use serde::de::value::{BorrowedStrDeserializer, MapDeserializer, SeqDeserializer};
use serde::de::{Error as _, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Error;

use crate::tree::{Node, NodeKind, Scalar};

impl<'de> IntoDeserializer<'de, Error> for &'de Node {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for &'de Node {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.kind {
            NodeKind::Scalar(value, _) => match value {
                Scalar::Null => visitor.visit_unit(),
                Scalar::Bool(truth) => visitor.visit_bool(*truth),
                Scalar::Number(number) => number.deserialize_any(visitor),
                Scalar::Text(text) => visitor.visit_borrowed_str(text),
            },
            NodeKind::Sequence(items) => {
                // Where any form is taken, serde would make a record of a list of its values.
                if items
                    .iter()
                    .any(|item| matches!(item.kind, NodeKind::Sequence(_)))
                {
                    return Err(Error::custom("a list in a list"));
                }
                let mut items = SeqDeserializer::new(items.iter());
                let value = visitor.visit_seq(&mut items)?;
                items.end()?;
                Ok(value)
            }
            NodeKind::Mapping(entries) => {
                let pairs = entries
                    .iter()
                    .map(|entry| (entry.key.as_str(), &entry.value));
                let mut entries = MapDeserializer::new(pairs);
                let value = visitor.visit_map(&mut entries)?;
                entries.end()?;
                Ok(value)
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.kind {
            NodeKind::Scalar(Scalar::Null, _) => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match &self.kind {
            NodeKind::Sequence(_) => Err(Error::custom("a list is no record")),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match &self.kind {
            NodeKind::Scalar(Scalar::Text(word), _) => {
                visitor.visit_enum(BorrowedStrDeserializer::new(word))
            }
            _ => Err(Error::custom("no word")),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map identifier ignored_any
    }
}
