//! Reading texts that have a form of their own, straight from what is written.

use std::fmt;
use std::marker::PhantomData;

use serde::{Deserializer, de};

/// Reads a text by its form; what it takes is told by `T`.
pub(crate) fn read<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: for<'a> TryFrom<&'a str, Error = &'static str>,
{
    deserializer.deserialize_str(Form(PhantomData))
}

struct Form<T>(PhantomData<T>);

impl<T> de::Visitor<'_> for Form<T>
where
    T: for<'a> TryFrom<&'a str, Error = &'static str>,
{
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        T::try_from(text).map_err(E::custom)
    }
}
