//! Numbers of findings: decimal *strings*, for the precision is part of the fact.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// A reported number, digit for digit: `"1.10"` is not `"1.1"`.
///
/// An optional sign, digits, and optional decimals. No thousands separators, no exponent.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Decimal(String);

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

impl TryFrom<String> for Decimal {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if is_unsigned(text.strip_prefix(['-', '+']).unwrap_or(&text)) {
            Ok(Self(text))
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
            "pattern": "^[+-]?[0-9]+(\\.[0-9]+)?$",
            "examples": ["12.52", "-0.21"]
        })
    }
}

/// A p-value as it was reported: `"0.039"`, `"<0.0001"`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct PValue(String);

impl PValue {
    /// The p-value as it was reported, with its operator if it had one.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for PValue {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let number = ["<=", ">=", "<", ">", "="]
            .iter()
            .find_map(|operator| text.strip_prefix(operator))
            .unwrap_or(&text);
        let probability = match number.split_once('.') {
            Some(("0", _)) => is_unsigned(number),
            // `.03`, as in the styles of the AMA and the APA.
            Some(("", decimals)) => !decimals.contains('.') && is_unsigned(decimals),
            Some(("1", decimals)) => !decimals.is_empty() && decimals.bytes().all(|b| b == b'0'),
            Some(_) => false,
            None => number == "0" || number == "1",
        };
        if probability {
            Ok(Self(text))
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
            "pattern": "^(<=|>=|<|>|=)?(0(\\.[0-9]+)?|\\.[0-9]+|1(\\.0+)?)$",
            "examples": ["0.039", "<0.05"]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_keep_their_digits() {
        for text in ["12.52", "1.10", "-0.21", "+3", "0"] {
            assert_eq!(Decimal::try_from(text.to_owned()).unwrap().as_str(), text);
        }
        for text in ["", ".5", "5.", "1,000", "1e3", "12.5.2", "−1", " 1"] {
            assert!(Decimal::try_from(text.to_owned()).is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_p_value_is_a_probability() {
        for text in ["0.039", "<0.0001", "<=0.05", "1", "1.00", "<.05", ".03"] {
            assert!(PValue::try_from(text.to_owned()).is_ok(), "{text}");
        }
        for text in ["1.2", ".", "<.0.5", "p<0.05", "2", "", "<"] {
            assert!(PValue::try_from(text.to_owned()).is_err(), "{text:?}");
        }
    }
}
