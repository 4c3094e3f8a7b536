//! From a part of the bundle to a template's value, in one step.

use std::borrow::Cow;
use std::sync::Arc;

use minijinja::Value;
use minijinja::value::{Enumerator, Object};
use serde::Serialize;
use serde::ser::{
    SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

use super::field::{is_called, name_of};

/// A part of the bundle as a template's value: records have `_` for `-` in the names of their fields.
pub(super) fn of(part: &(impl Serialize + ?Sized)) -> Value {
    part.serialize(Values)
        .expect("a part of a bundle is plain data")
}

/// The fields of a part of a record, by the names that the bundle has for them.
#[derive(Debug)]
struct Fields(Vec<(Cow<'static, str>, Value)>);

impl Object for Fields {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.get_value_by_str(key.as_str()?)
    }

    fn get_value_by_str(self: &Arc<Self>, name: &str) -> Option<Value> {
        let mut fields = self.0.iter();
        let (_, value) = fields.find(|(key, _)| is_called(key, name))?;
        Some(value.clone())
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        let mut names: Vec<String> = self.0.iter().map(|(key, _)| name_of(key)).collect();
        names.sort();
        Enumerator::Values(names.into_iter().map(Value::from).collect())
    }

    fn enumerator_len(self: &Arc<Self>) -> Option<usize> {
        Some(self.0.len())
    }
}

struct Values;

type Error = serde_json::Error;

/// Numbers, truth values and texts are values as they are.
macro_rules! plain {
    ($($method:ident($kind:ty);)*) => {$(
        fn $method(self, plain: $kind) -> Result<Value, Error> {
            Ok(Value::from(plain))
        }
    )*};
}

impl Serializer for Values {
    type Ok = Value;
    type Error = Error;
    type SerializeSeq = List;
    type SerializeTuple = List;
    type SerializeTupleStruct = List;
    type SerializeTupleVariant = List;
    type SerializeMap = Record;
    type SerializeStruct = Record;
    type SerializeStructVariant = Record;

    plain! {
        serialize_bool(bool);
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_i32(i32);
        serialize_i64(i64);
        serialize_u8(u8);
        serialize_u16(u16);
        serialize_u32(u32);
        serialize_u64(u64);
        serialize_f32(f32);
        serialize_f64(f64);
        serialize_char(char);
        serialize_str(&str);
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<Value, Error> {
        Ok(bytes.iter().copied().map(Value::from).collect())
    }

    fn serialize_none(self) -> Result<Value, Error> {
        Ok(Value::from(()))
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Value, Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Value, Error> {
        Ok(Value::from(()))
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Value, Error> {
        Ok(Value::from(()))
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<Value, Error> {
        Ok(Value::from(variant))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<Value, Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Value, Error> {
        Ok(named(variant, of(value)))
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<List, Error> {
        Ok(List::of(None, len.unwrap_or(0)))
    }

    fn serialize_tuple(self, len: usize) -> Result<List, Error> {
        Ok(List::of(None, len))
    }

    fn serialize_tuple_struct(self, _: &'static str, len: usize) -> Result<List, Error> {
        Ok(List::of(None, len))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<List, Error> {
        Ok(List::of(Some(variant), len))
    }

    fn serialize_map(self, len: Option<usize>) -> Result<Record, Error> {
        Ok(Record::of(None, len.unwrap_or(0)))
    }

    fn serialize_struct(self, _: &'static str, len: usize) -> Result<Record, Error> {
        Ok(Record::of(None, len))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Record, Error> {
        Ok(Record::of(Some(variant), len))
    }
}

/// A value under the name of its variant, as JSON has it.
fn named(variant: &'static str, value: Value) -> Value {
    Value::from_object(Fields(vec![(Cow::Borrowed(variant), value)]))
}

/// A list, as far as it was read.
struct List {
    variant: Option<&'static str>,
    items: Vec<Value>,
}

impl List {
    fn of(variant: Option<&'static str>, len: usize) -> Self {
        let items = Vec::with_capacity(len);
        Self { variant, items }
    }

    fn whole(self) -> Value {
        let list = Value::from(self.items);
        match self.variant {
            Some(variant) => named(variant, list),
            None => list,
        }
    }
}

/// A record, as far as it was read.
struct Record {
    variant: Option<&'static str>,
    key: Cow<'static, str>,
    fields: Vec<(Cow<'static, str>, Value)>,
}

impl Record {
    fn of(variant: Option<&'static str>, len: usize) -> Self {
        Self {
            variant,
            key: Cow::default(),
            fields: Vec::with_capacity(len),
        }
    }

    fn whole(self) -> Value {
        let record = Value::from_object(Fields(self.fields));
        match self.variant {
            Some(variant) => named(variant, record),
            None => record,
        }
    }
}

/// The parts of a list are read alike, whatever serde calls it.
macro_rules! lists {
    ($($kind:ident, $method:ident;)*) => {$(
        impl $kind for List {
            type Ok = Value;
            type Error = Error;

            fn $method<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Error> {
                self.items.push(of(item));
                Ok(())
            }

            fn end(self) -> Result<Value, Error> {
                Ok(self.whole())
            }
        }
    )*};
}

lists! {
    SerializeSeq, serialize_element;
    SerializeTuple, serialize_element;
    SerializeTupleStruct, serialize_field;
    SerializeTupleVariant, serialize_field;
}

/// The fields of a record are read alike, whether it is a variant or not.
macro_rules! records {
    ($($kind:ident;)*) => {$(
        impl $kind for Record {
            type Ok = Value;
            type Error = Error;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                key: &'static str,
                value: &T,
            ) -> Result<(), Error> {
                self.fields.push((Cow::Borrowed(key), of(value)));
                Ok(())
            }

            fn end(self) -> Result<Value, Error> {
                Ok(self.whole())
            }
        }
    )*};
}

records! {
    SerializeStruct;
    SerializeStructVariant;
}

impl SerializeMap for Record {
    type Ok = Value;
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.key = Cow::Owned(of(key).to_string());
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.fields.push((std::mem::take(&mut self.key), of(value)));
        Ok(())
    }

    fn end(self) -> Result<Value, Error> {
        Ok(self.whole())
    }
}

#[cfg(test)]
mod tests {
    use minijinja::{Environment, context};

    use super::*;

    #[derive(Serialize)]
    #[serde(rename_all = "kebab-case")]
    struct Paper {
        short_title: &'static str,
        pages: Option<u64>,
        authors: Vec<&'static str>,
        kind: Kind,
    }

    #[derive(Serialize)]
    #[serde(rename_all = "kebab-case")]
    enum Kind {
        Trial { arms: u64 },
        CaseReport,
    }

    fn shown(template: &str) -> String {
        let papers = [
            ("Hair", Kind::Trial { arms: 2 }),
            ("Skin", Kind::CaseReport),
        ];
        let papers = papers.map(|(short_title, kind)| Paper {
            short_title,
            pages: None,
            authors: vec!["A", "B"],
            kind,
        });
        let environment = Environment::new();
        environment
            .render_str(template, context! { papers => of(&papers) })
            .unwrap()
    }

    #[test]
    fn templates_see_the_fields_by_names_of_their_own() {
        let template = "{% for p in papers %}{{ p.short_title }}: {{ p.authors|join(\"+\") }}, {{ p.pages is none }}, {{ p.kind.trial.arms if p.kind.trial is defined else p.kind }}; {% endfor %}";
        assert_eq!(
            shown(template),
            "Hair: A+B, True, 2; Skin: A+B, True, case-report; "
        );
    }

    #[test]
    fn a_record_can_be_shown_as_a_whole() {
        assert_eq!(
            shown("{{ papers[0] }} {{ papers[0]|length }}"),
            "{'authors': ['A', 'B'], 'kind': {'trial': {'arms': 2}}, 'pages': None, 'short_title': 'Hair'} 4"
        );
    }
}
