//! Numbers in words: before people and per cents, and in shares such as `one in eight`.

use rust_decimal::Decimal;

use super::{Kind, Precision, Quantity};
use crate::lists::{PartList, WordList};
use crate::{Exact, Unit};

static NAMES: WordList = WordList::new(&[
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "thousand",
]);
/// The numbers of these names.
const NUMBERS: [u32; 29] = [
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 30, 40, 50, 60, 70, 80,
    90, 100, 1000,
];

/// What these begin with.
static BEGINNINGS: PartList = PartList::new(&[
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thi", "fif", "twenty", "forty", "hundred", "thousand",
]);

/// The spelt numbers of a sentence: quantities before people and per cents, and bare numbers elsewhere, for
/// they may be part of a share (`one in eight`).
pub(super) fn quantities(text: &str) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_word(text, at) {
        let name = word(&text[start..]);
        let Some((value, length)) = run(&text[start..], name) else {
            at = start + name.len();
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

/// Where the next word begins that may be a number; `from` is the end of another word, or the beginning.
fn next_word(text: &str, from: usize) -> Option<usize> {
    let mut from = from;
    loop {
        let start = from + BEGINNINGS.find(&text.as_bytes()[from..])?;
        if !text[..start].ends_with(is_part) {
            return Some(start);
        }
        from = start + 1;
    }
}

/// The letters, digits and hyphens at the beginning of a text.
fn word(text: &str) -> &str {
    let end = text.find(|c: char| !is_part(c));
    &text[..end.unwrap_or(text.len())]
}

/// Whether a character is of a word.
fn is_part(c: char) -> bool {
    c.is_alphanumeric() || c == '-'
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
    let Some((tens, ones)) = name.split_once('-') else {
        return read(name);
    };
    let (tens, ones) = (read(tens)?.value(), read(ones)?.value());
    let fits = tens >= TWENTY && tens < Decimal::ONE_HUNDRED && ones < Decimal::TEN;
    fits.then(|| Exact::read(&(tens + ones).to_string()))?
}

const TWENTY: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

fn read(word: &str) -> Option<Exact> {
    let number = *NUMBERS.get(NAMES.position(word)?)?;
    Some(Exact::from(number))
}

#[cfg(test)]
mod tests {
    use super::quantities;

    #[test]
    fn every_number_is_found_by_its_beginning() {
        let names = super::NAMES.words();
        assert_eq!(names.len(), super::NUMBERS.len());
        for name in names {
            assert_eq!(super::next_word(name, 0), Some(0), "{name}");
        }
        assert_eq!(super::next_word("often alone, Ten", 0), Some(13));
    }

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
