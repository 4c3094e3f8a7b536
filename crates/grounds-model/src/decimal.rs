//! Numbers of findings: decimal *strings*, for the precision is part of the fact.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use smol_str::SmolStr;

use crate::written;

/// A reported number, digit for digit: `"1.10"` is not `"1.1"`.
///
/// An optional sign, digits, optional decimals, and for very large and very small numbers a power of ten as
/// an exponent: `"1.2e5"` is 1.2 × 10⁵. No thousands separators.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(SmolStr);

impl Decimal {
    /// The number as it was reported.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_unsigned(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    match text.split_once('.') {
        Some((whole, decimals)) => digits(whole) && digits(decimals),
        None => digits(text),
    }
}

/// The digits before an exponent; the whole text where there is none. `None` where what follows the `e` is none.
fn before_exponent(text: &str) -> Option<&str> {
    let Some((digits, exponent)) = text.split_once(['e', 'E']) else {
        return Some(text);
    };
    let size = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
    let sound = (1..=2).contains(&size.len()) && size.bytes().all(|b| b.is_ascii_digit());
    sound.then_some(digits)
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        written::read(deserializer)
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl TryFrom<String> for Decimal {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::try_from(text.as_str())
    }
}

impl TryFrom<&str> for Decimal {
    type Error = &'static str;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
        if before_exponent(unsigned).is_some_and(is_unsigned) {
            Ok(Self(text.into()))
        } else {
            Err("expected a decimal number in quotes, such as \"12.52\"")
        }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl JsonSchema for Decimal {
    fn schema_name() -> Cow<'static, str> {
        "Decimal".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "title": "decimal number in quotes",
            "description": "Digit for digit as reported, in quotes: the precision is part of the fact.",
            "type": "string",
            "pattern": "^[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,2})?$",
            "examples": ["12.52", "-0.21", "1.2e5"]
        })
    }
}

/// A p-value as it was reported: `"0.039"`, `"<0.0001"`, `"5e-8"`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PValue(SmolStr);

impl PValue {
    /// The p-value as it was reported, with its operator if it had one.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for PValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        written::read(deserializer)
    }
}

impl Serialize for PValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl TryFrom<String> for PValue {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::try_from(text.as_str())
    }
}

impl TryFrom<&str> for PValue {
    type Error = &'static str;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        let number = ["<=", ">=", "<", ">", "="]
            .iter()
            .find_map(|operator| text.strip_prefix(operator))
            .unwrap_or(text);
        // Only what is far below one has an exponent.
        let small = number.split_once(['e', 'E']).filter(|(digits, exponent)| {
            let below_one =
                exponent.starts_with('-') && !exponent.trim_matches(['-', '0']).is_empty();
            let one_digit = digits.find('.').unwrap_or(digits.len()) == 1;
            below_one && one_digit && before_exponent(number).is_some_and(is_unsigned)
        });
        let probability = small.is_some()
            || match number.split_once('.') {
                Some(("0", _)) => is_unsigned(number),
                // `.03`, as in the styles of the AMA and the APA.
                Some(("", decimals)) => !decimals.contains('.') && is_unsigned(decimals),
                Some(("1", decimals)) => {
                    !decimals.is_empty() && decimals.bytes().all(|b| b == b'0')
                }
                Some(_) => false,
                None => number == "0" || number == "1",
            };
        if probability {
            Ok(Self(text.into()))
        } else {
            Err("expected a p-value in quotes, such as \"0.039\" or \"<0.05\"")
        }
    }
}

impl fmt::Display for PValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl JsonSchema for PValue {
    fn schema_name() -> Cow<'static, str> {
        "PValue".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "title": "p-value in quotes",
            "type": "string",
            "pattern": "^(<=|>=|<|>|=)?(0(\\.[0-9]+)?|\\.[0-9]+|1(\\.0+)?|[0-9](\\.[0-9]+)?[eE]-(0[1-9]|[1-9][0-9]?))$",
            "examples": ["0.039", "<0.05", "5e-8"]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_keep_their_digits() {
        for text in ["12.52", "1.10", "-0.21", "+3", "0", "1.2e5", "-5E-08"] {
            assert_eq!(Decimal::try_from(text.to_owned()).unwrap().as_str(), text);
        }
        for text in [
            "", ".5", "5.", "1,000", "1e", "e3", "1e300", "1e3.5", "12.5.2", "−1", " 1",
        ] {
            assert!(Decimal::try_from(text.to_owned()).is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_p_value_is_a_probability() {
        for text in [
            "0.039", "<0.0001", "<=0.05", "1", "1.00", "<.05", ".03", "5e-8", "<2.3E-12", "1e-01",
        ] {
            assert!(PValue::try_from(text.to_owned()).is_ok(), "{text}");
        }
        for text in [
            "1.2", ".", "<.0.5", "p<0.05", "2", "", "<", "5e8", "5e-0", "50e-8", "e-8", "5e-100",
        ] {
            assert!(PValue::try_from(text.to_owned()).is_err(), "{text:?}");
        }
    }
}
