//! What a plain scalar means: YAML 1.2's core schema, narrowed.
//!
//! Source: YAML Ain't Markup Language, revision 1.2.2, section 10.3.2. Narrower in that `null`,
//! `true` and `false` are known in lower case only, digits after a leading zero stay text (a
//! postcode, a PMID), and `.inf`, `.nan`, `0x…` and `0o…` are text: no record has a use for them.

use serde_json::Number;

use crate::tree::Scalar;

/// What a plain scalar means.
pub(super) fn resolve(text: &str) -> Scalar {
    match text {
        "" | "~" | "null" => Scalar::Null,
        "true" => Scalar::Bool(true),
        "false" => Scalar::Bool(false),
        _ => number(text).map_or_else(|| Scalar::Text(text.into()), Scalar::Number),
    }
}

fn number(text: &str) -> Option<Number> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if !unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let exponent_fits =
        exponent.is_none_or(|digits| are_digits(digits.strip_prefix(['-', '+']).unwrap_or(digits)));
    let whole = match mantissa.split_once('.') {
        // `.5` and `5.` are numbers to the core schema.
        Some((whole, decimals)) => {
            let part = |text: &str| text.is_empty() || are_digits(text);
            let some = !whole.is_empty() || !decimals.is_empty();
            (some && part(whole) && part(decimals)).then_some(whole)?
        }
        None => are_digits(mantissa).then_some(mantissa)?,
    };
    if !exponent_fits || (whole.len() > 1 && whole.starts_with('0')) {
        return None;
    }
    if mantissa.len() == whole.len() && exponent.is_none() {
        let digits = text.strip_prefix('+').unwrap_or(text);
        if let Ok(number) = digits.parse::<u64>() {
            return Some(number.into());
        }
        if let Ok(number) = digits.parse::<i64>() {
            return Some(number.into());
        }
    }
    // Beyond what a float can hold, it stays text.
    text.parse().ok().and_then(Number::from_f64)
}

fn are_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    fn resolve(text: &str) -> Value {
        (&super::resolve(text)).into()
    }

    #[test]
    fn words_of_the_core_schema_in_lower_case_only() {
        assert_eq!(resolve("null"), Value::Null);
        assert_eq!(resolve("~"), Value::Null);
        assert_eq!(resolve("true"), json!(true));
        for text in ["no", "yes", "on", "True", "NULL", "Null", "y"] {
            assert_eq!(resolve(text), json!(text));
        }
    }

    #[test]
    fn numbers_are_numbers_and_labels_are_not() {
        assert_eq!(resolve("68"), json!(68));
        assert_eq!(resolve("-3"), json!(-3));
        assert_eq!(resolve("+3"), json!(3));
        assert_eq!(resolve("-0"), json!(0));
        assert_eq!(resolve("1.10"), json!(1.1));
        assert_eq!(resolve("1e3"), json!(1000.0));
        assert_eq!(resolve(".5"), json!(0.5));
        assert_eq!(
            resolve("18446744073709551616"),
            json!(18_446_744_073_709_551_616.0)
        );
        for text in [
            "012345",
            "2018-10",
            "2018-10-15",
            "1e",
            "1e999",
            ".",
            "+",
            "-",
            "e5",
            ".e5",
            "0x1F",
            "0o17",
            ".inf",
            ".nan",
            "inf",
            "NaN",
            "1_000",
            "1,000",
            "12 weeks",
            "<0.05",
            "1.2.3",
            "٣",
        ] {
            assert_eq!(resolve(text), json!(text), "{text}");
        }
    }
}
