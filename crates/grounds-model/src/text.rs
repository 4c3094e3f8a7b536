//! Words that authors write: text that is not blank, and labels that may look like numbers.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use smol_str::{SmolStr, ToSmolStr as _};

use crate::written;

/// Text with at least one character that is not white space, and no more than [`LONGEST`](Text::LONGEST).
///
/// A set has many, and the short ones need no memory of their own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(SmolStr);

impl Text {
    /// How many characters (Unicode code points) it may have: some ten pages of a note. Texts are read as words, and what is
    /// far longer than any note is a document in the wrong place.
    pub const LONGEST: usize = 20_000;

    /// The text as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        written::read(deserializer)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl TryFrom<String> for Text {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::try_from(text.as_str())
    }
}

impl TryFrom<&str> for Text {
    type Error = &'static str;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        if !text.chars().any(|c| !c.is_whitespace() && c != '\u{feff}') {
            return Err("expected text that is not blank");
        }
        if text.len() > Self::LONGEST && text.chars().count() > Self::LONGEST {
            return Err("expected at most 20,000 characters");
        }
        Ok(Self(text.into()))
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        // `\u{85}` is white space to Rust but not to ECMA-262, whose dialect JSON Schema uses.
        json_schema!({
            "type": "string",
            "pattern": "[^\\s\u{85}]",
            "minLength": 1,
            "maxLength": Self::LONGEST,
        })
    }
}

/// A short label that is text even where it looks like a number: a volume, an issue, a PMID.
/// A whole number is accepted and kept as its digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label(SmolStr);

impl Label {
    /// The label as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Label {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Label {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Text(Text),
            Number(crate::Count),
        }
        match Written::deserialize(deserializer) {
            Ok(Written::Text(text)) => Ok(Self(text.0)),
            Ok(Written::Number(number)) => Ok(Self(number.get().to_smolstr())),
            Err(_) => Err(de::Error::custom("expected text or a whole number")),
        }
    }
}

impl JsonSchema for Label {
    fn schema_name() -> Cow<'static, str> {
        "Label".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["string", "integer"],
            "pattern": "[^\\s\u{85}]",
            "minimum": 0,
            "maximum": crate::Count::MAX,
            "examples": ["11", "905140", "adv00247"]
        })
    }
}
