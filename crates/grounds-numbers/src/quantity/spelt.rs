//! Numbers in words: before people and per cents, and in shares such as `one in eight`.

use rust_decimal::Decimal;

use super::{Kind, Precision, Quantity};
use crate::{Exact, Unit};

const SPELT: &[(&str, &str)] = &[
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("eleven", "11"),
    ("twelve", "12"),
    ("thirteen", "13"),
    ("fourteen", "14"),
    ("fifteen", "15"),
    ("sixteen", "16"),
    ("seventeen", "17"),
    ("eighteen", "18"),
    ("nineteen", "19"),
    ("twenty", "20"),
    ("thirty", "30"),
    ("forty", "40"),
    ("fifty", "50"),
    ("sixty", "60"),
    ("seventy", "70"),
    ("eighty", "80"),
    ("ninety", "90"),
    ("hundred", "100"),
    ("thousand", "1000"),
];

/// The spelt numbers of a sentence: quantities before people and per cents, and bare numbers elsewhere, for
/// they may be part of a share (`one in eight`).
pub(super) fn quantities(text: &str) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let start = at;
        let name = word(&text[start..]);
        let Some((value, length)) = run(&text[start..], name) else {
            let end = start + name.len();
            at = end + text[end..].chars().next().map_or(0, char::len_utf8);
            continue;
        };
        let end = start + length;
        at = end;
        let counts = |unit: &Unit| unit.is_of_participants() || *unit == Unit::percent();
        let unit = Unit::at_start(&text[end..]).filter(|(unit, _)| counts(unit));
        let length = unit.as_ref().map_or(0, |(_, length)| *length);
        found.push(Quantity {
            whole: start..end + length,
            number: start..end,
            value,
            kind: if unit.is_some() {
                Kind::Value
            } else {
                Kind::Bare
            },
            unit: unit.map(|(unit, _)| unit),
            precision: Precision::Exact,
            sense: None,
            may_be_a_fall: false,
        });
    }
    found
}

/// The letters, digits and hyphens at the beginning of a text.
fn word(text: &str) -> &str {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
    let plain = text.bytes().take_while(is_part).count();
    let beyond = text[plain..].starts_with(|c: char| !c.is_ascii());
    let end = |c: char| !c.is_alphanumeric() && c != '-';
    let length = beyond.then(|| text.find(end).unwrap_or(text.len()));
    &text[..length.unwrap_or(plain)]
}

/// The number with which a text begins, over as many words as it takes, and their bytes: `six hundred and
/// twenty-five`. `name` is the first of them.
fn run(text: &str, name: &str) -> Option<(Exact, usize)> {
    let first = compound(name)?;
    let (mut thousands, mut rest) = (Decimal::ZERO, first.value());
    let mut length = name.len();
    let mut multiplied = rest >= Decimal::ONE_HUNDRED;
    if rest == Decimal::ONE_THOUSAND {
        (thousands, rest) = (rest, Decimal::ZERO);
    }
    while let Some(after) = text[length..].strip_prefix(' ') {
        let joined = after.strip_prefix("and ").filter(|_| multiplied);
        let next = word(joined.unwrap_or(after));
        let Some(value) = compound(next).map(Exact::value) else {
            break;
        };
        if value == Decimal::ONE_THOUSAND && joined.is_none() && thousands.is_zero() {
            (thousands, rest) = (rest.max(Decimal::ONE) * value, Decimal::ZERO);
            multiplied = true;
        } else if value == Decimal::ONE_HUNDRED && joined.is_none() && rest < Decimal::TEN {
            rest = rest.max(Decimal::ONE) * value;
            multiplied = true;
        } else if value < Decimal::ONE_HUNDRED && multiplied {
            // `two hundred thirty`, and after a thousand also `two` of `two hundred`.
            rest += value;
            multiplied = false;
        } else {
            break;
        }
        length = text.len() - joined.unwrap_or(after).len() + next.len();
    }
    let whole = thousands + rest;
    (length == name.len())
        .then_some((first, length))
        .or_else(|| Some((Exact::read(&whole.normalize().to_string())?, length)))
}

/// A number of one word, or of tens and ones: `ninety-two`.
fn compound(name: &str) -> Option<Exact> {
    // Most words begin like no number.
    let begins = name.as_bytes().first().map(u8::to_ascii_lowercase);
    if !begins.is_some_and(|byte| b"oteshfn".contains(&byte)) {
        return None;
    }
    let Some((tens, ones)) = name.split_once('-') else {
        return read(name);
    };
    let (tens, ones) = (read(tens)?.value(), read(ones)?.value());
    let fits = tens >= TWENTY && tens < Decimal::ONE_HUNDRED && ones < Decimal::TEN;
    fits.then(|| Exact::read(&(tens + ones).to_string()))?
}

const TWENTY: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

fn read(word: &str) -> Option<Exact> {
    if !(3..=9).contains(&word.len()) {
        return None;
    }
    let number = SPELT
        .iter()
        .find(|(spelt, _)| word.eq_ignore_ascii_case(spelt));
    number.and_then(|(_, digits)| Exact::read(digits))
}

#[cfg(test)]
mod tests {
    use super::quantities;

    #[test]
    fn a_number_of_many_words_is_one() {
        for (text, number) in [
            ("Six hundred and twenty-five people had it", "625"),
            ("One hundred and twenty-five people relapsed", "125"),
            ("One thousand two hundred and fifty adults", "1250"),
            ("two hundred people", "200"),
            ("three thousand women", "3000"),
            ("five hundred thousand men", "500000"),
            ("a hundred children", "100"),
            ("seventy-five people", "75"),
        ] {
            let found: Vec<String> = quantities(text)
                .iter()
                .map(|quantity| quantity.value.to_string())
                .collect();
            assert_eq!(found, [number], "{text}");
        }
        let two: Vec<String> = quantities("two and three of ten men")
            .iter()
            .map(|quantity| quantity.value.to_string())
            .collect();
        assert_eq!(two, ["2", "3", "10"]);
    }
}
