//! One field of a record as a template's value: the others are passed over.

use minijinja::Value;
use serde::Serialize;
use serde::ser::{Impossible, SerializeStruct, Serializer};

use super::values;

/// The field of a record that templates know as `name`, with `_` for `-`.
pub(super) fn of(record: &impl Serialize, name: &str) -> Option<(&'static str, Value)> {
    record.serialize(Pick { name, found: None }).ok().flatten()
}

struct Pick<'a> {
    name: &'a str,
    found: Found,
}

/// The name of the field in the bundle, and its value.
type Found = Option<(&'static str, Value)>;
type Error = serde_json::Error;
type No = Impossible<Found, Error>;

/// What is no struct has no fields.
macro_rules! without_fields {
    ($($method:ident($($argument:ty),*) -> $result:ty;)*) => {$(
        fn $method(self, $(_: $argument),*) -> Result<$result, Error> {
            Err(serde::ser::Error::custom("only records have fields"))
        }
    )*};
}

impl<'a> Serializer for Pick<'a> {
    type Ok = Found;
    type Error = Error;
    type SerializeSeq = No;
    type SerializeTuple = No;
    type SerializeTupleStruct = No;
    type SerializeTupleVariant = No;
    type SerializeMap = No;
    type SerializeStruct = Pick<'a>;
    type SerializeStructVariant = No;

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Error> {
        Ok(self)
    }

    without_fields! {
        serialize_bool(bool) -> Found;
        serialize_i8(i8) -> Found;
        serialize_i16(i16) -> Found;
        serialize_i32(i32) -> Found;
        serialize_i64(i64) -> Found;
        serialize_u8(u8) -> Found;
        serialize_u16(u16) -> Found;
        serialize_u32(u32) -> Found;
        serialize_u64(u64) -> Found;
        serialize_f32(f32) -> Found;
        serialize_f64(f64) -> Found;
        serialize_char(char) -> Found;
        serialize_str(&str) -> Found;
        serialize_bytes(&[u8]) -> Found;
        serialize_none() -> Found;
        serialize_unit() -> Found;
        serialize_unit_struct(&'static str) -> Found;
        serialize_unit_variant(&'static str, u32, &'static str) -> Found;
        serialize_seq(Option<usize>) -> No;
        serialize_tuple(usize) -> No;
        serialize_tuple_struct(&'static str, usize) -> No;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> No;
        serialize_map(Option<usize>) -> No;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> No;
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Found, Error> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<Found, Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        value: &T,
    ) -> Result<Found, Error> {
        value.serialize(self)
    }
}

impl SerializeStruct for Pick<'_> {
    type Ok = Found;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        if self.found.is_none() && is_called(key, self.name) {
            self.found = Some((key, values::of(value)));
        }
        Ok(())
    }

    fn end(self) -> Result<Found, Error> {
        Ok(self.found)
    }
}

/// The name by which templates know the field `key`.
pub(super) fn name_of(key: &str) -> String {
    key.replace('-', "_")
}

/// Whether templates know the field `key` as `name`.
pub(super) fn is_called(key: &str, name: &str) -> bool {
    key.len() == name.len()
        && key
            .bytes()
            .zip(name.bytes())
            .all(|(k, n)| k == n || (k == b'-' && n == b'_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    #[serde(rename_all = "kebab-case")]
    struct Paper {
        short_title: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        volume: Option<u64>,
        #[serde(rename = "DOI")]
        doi: Option<&'static str>,
    }

    #[test]
    fn a_field_is_found_by_the_name_that_templates_use() {
        let paper = Paper {
            short_title: "Hair",
            volume: None,
            doi: None,
        };
        assert_eq!(
            of(&paper, "short_title"),
            Some(("short-title", Value::from("Hair")))
        );
        assert_eq!(of(&paper, "volume"), None);
        assert_eq!(of(&paper, "DOI"), Some(("DOI", Value::from(()))));
        assert_eq!(of(&paper, "title"), None);
        assert_eq!(of(&"no record", "title"), None);
    }
}
