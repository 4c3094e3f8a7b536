//! Keys: the names by which records and their parts refer to one another.

use std::borrow::{Borrow, Cow};
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use smol_str::SmolStr;

use crate::written;

/// The name of a record or of a part of one: `kumar-2018`, `hair-count-12w`.
///
/// Lower-case ASCII letters and digits in words joined by single hyphens, so that a key is the
/// same as a file name on every system, as a Pandoc citation key, and in a URL.
///
/// A set has many, and most are short: these need no memory of their own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(SmolStr);

impl Key {
    /// The longest key, in bytes: file names stay within what every file system takes.
    pub const MAX_LENGTH: usize = 100;

    /// Reads a key; `None` if `text` is not one.
    pub fn new(text: &str) -> Option<Self> {
        is_key(text).then(|| Self(text.into()))
    }

    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_key(text: &str) -> bool {
    // Before the first word is as little as between two.
    let mut last = b'-';
    let of_words = text.bytes().all(|byte| {
        let goes_on = byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let parts = byte == b'-' && last != b'-';
        last = byte;
        goes_on || parts
    });
    of_words && last != b'-' && text.len() <= Key::MAX_LENGTH
}

impl TryFrom<&str> for Key {
    type Error = &'static str;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        Self::new(text)
            .ok_or("expected a key: lower-case letters and digits in words joined by hyphens")
    }
}

impl TryFrom<String> for Key {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::try_from(text.as_str())
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        written::read(deserializer)
    }
}

impl Serialize for Key {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl Borrow<str> for Key {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl JsonSchema for Key {
    fn schema_name() -> Cow<'static, str> {
        "Key".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "title": "key",
            "description": "Lower-case letters and digits in words joined by single hyphens.",
            "type": "string",
            "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
            "maxLength": Key::MAX_LENGTH,
            "examples": ["kumar-2018", "hair-count-12w"]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_file_names_everywhere() {
        for good in ["kumar-2018", "a", "12", "hair-count-12w"] {
            assert!(Key::new(good).is_some(), "{good}");
        }
        for bad in [
            "", "-a", "a-", "a--b", "Kumar", "a_b", "a/b", "..", "ä", "a b", "a\n",
        ] {
            assert!(Key::new(bad).is_none(), "{bad:?}");
        }
        assert!(Key::new(&"a".repeat(Key::MAX_LENGTH + 1)).is_none());
    }
}
