//! Whole numbers of people, animals, samples or articles.

use std::borrow::Cow;
use std::fmt;
use std::num::NonZeroU64;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A whole number from 0 to [`Count::MAX`].
///
/// Kept as the number after it, which is never zero: then a count that is left out takes no more memory than
/// one that is there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Count(NonZeroU64);

impl Count {
    /// The largest count: every whole number up to it is exact in JSON (RFC 8259, section 6).
    pub const MAX: u64 = (1 << 53) - 1;

    fn new(number: u64) -> Option<Self> {
        let after = NonZeroU64::MIN.checked_add(number);
        after.filter(|_| number <= Self::MAX).map(Self)
    }

    /// The number.
    pub fn get(self) -> u64 {
        self.0.get() - 1
    }
}

impl fmt::Debug for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Count").field(&self.get()).finish()
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(f)
    }
}

impl Serialize for Count {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(self.get())
    }
}

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl de::Visitor<'_> for Visitor {
            type Value = Count;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a whole number from 0 to {}", Count::MAX)
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Count, E> {
                let refused = || E::invalid_value(de::Unexpected::Unsigned(number), &self);
                Count::new(number).ok_or_else(refused)
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Count, E> {
                u64::try_from(number)
                    .map_err(|_| E::invalid_value(de::Unexpected::Signed(number), &self))
                    .and_then(|number| self.visit_u64(number))
            }

            // JSON Schema counts 68.0 among the integers, so it is one here too.
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                clippy::cast_precision_loss,
                reason = "checked to be whole and in range, where the conversion is exact"
            )]
            fn visit_f64<E: de::Error>(self, number: f64) -> Result<Count, E> {
                let whole = number.fract() == 0.0;
                let whole = whole && (0.0..=Count::MAX as f64).contains(&number);
                let refused = || E::invalid_value(de::Unexpected::Float(number), &self);
                let count = whole.then(|| Count::new(number as u64)).flatten();
                count.ok_or_else(refused)
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

impl JsonSchema for Count {
    fn schema_name() -> Cow<'static, str> {
        "Count".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "minimum": 0, "maximum": Count::MAX })
    }
}
