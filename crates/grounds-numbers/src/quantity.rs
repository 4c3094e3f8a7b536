//! Quantities in a sentence: numbers with what stands around them.
//!
//! What is no quantity is left out: years, ordinals, numbers within names (`COVID-19`), numbers of
//! tables, grades and phases. Spelt numbers count before people (`four men`).

use std::ops::Range;

use crate::{Exact, Unit};

/// A number in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// The bytes of the number, with its sign.
    pub number: Range<usize>,
    /// The bytes of the number and its unit.
    pub whole: Range<usize>,
    /// The number.
    pub value: Exact,
    /// The unit, if one is there; of several numbers in a row the last one's.
    pub unit: Option<Unit>,
    /// What kind of number it is, as far as the words before it say.
    pub kind: Kind,
    /// Whether the words before it say that it is not exact: `about 13`.
    pub approximate: bool,
}

/// What kind of number a quantity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A value.
    Value,
    /// A p-value, with its operator.
    P(Operator),
    /// A number without a unit that can be anything: too small to be told from a counting word.
    Bare,
}

/// An operator before a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// Equal to.
    Equal,
    /// Less than.
    Less,
    /// More than.
    More,
}

/// Words after which a number names something: `Table 5`, `grade 3`.
const NAMING: &[&str] = &[
    "table",
    "figure",
    "fig",
    "grade",
    "grades",
    "type",
    "stage",
    "phase",
    "version",
    "section",
    "chapter",
    "appendix",
    "no",
    "number",
    "level",
    "class",
    "day",
    "covid",
    "page",
    "pages",
    "volume",
    "issue",
    "step",
    "part",
    "group",
    "arm",
    "reference",
    "ref",
    "article",
    "equation",
];

const APPROXIMATE: &[&str] = &[
    "about",
    "around",
    "nearly",
    "almost",
    "roughly",
    "approximately",
    "some",
    "circa",
];

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
];

/// From this on a whole number without a unit is taken for a result and not for a counting word.
const LEAST_BARE: i64 = 13;

/// The quantities of a sentence, in order.
pub fn quantities(text: &str) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(number) = next_number(text, at) {
        at = number.end;
        if let Some(quantity) = read(text, number) {
            at = quantity.whole.end;
            found.push(quantity);
        }
    }
    found.extend(spelt(text));
    found.sort_by_key(|quantity| quantity.number.start);
    share_units(text, &mut found);
    found
}

/// The next run of digits, with its sign, commas and decimals.
fn next_number(text: &str, from: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let start = (from..bytes.len()).find(|&at| bytes[at].is_ascii_digit())?;
    let mut end = start;
    while end < bytes.len() {
        let digit_after = bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        match bytes[end] {
            b'0'..=b'9' => end += 1,
            b'.' | b',' if digit_after => end += 1,
            _ => break,
        }
    }
    let before = &text[..start];
    let sign = ['-', '\u{2212}', '+'].into_iter().find(|sign| {
        before.strip_suffix(*sign).is_some_and(|rest| {
            rest.is_empty() || rest.ends_with(|c: char| c.is_whitespace() || "(=[<>≤≥".contains(c))
        })
    });
    Some(start - sign.map_or(0, char::len_utf8)..end)
}

fn read(text: &str, number: Range<usize>) -> Option<Quantity> {
    let (before, after) = (&text[..number.start], &text[number.end..]);
    let value = Exact::read(&text[number.clone()])?;
    let joined_before = before.ends_with(|c: char| c.is_alphanumeric() || "-_/.#@&".contains(c));
    let naming = last_word(before).is_some_and(|word| NAMING.contains(&word.as_str()));
    if joined_before || naming || is_ordinal(after) || is_date(before, after) {
        return None;
    }
    let (unit, length) = unit_after(after)?;
    let kind = kind(before, &text[number.clone()], unit.is_some());
    if unit.is_none() && is_year(&text[number.clone()]) {
        return None;
    }
    Some(Quantity {
        whole: number.start..number.end + length,
        number,
        value,
        unit,
        kind,
        approximate: last_word(before).is_some_and(|word| APPROXIMATE.contains(&word.as_str())),
    })
}

/// The unit after a number, and its length in bytes; `None` where the number is part of a name.
fn unit_after(after: &str) -> Option<(Option<Unit>, usize)> {
    if let Some(joined) = after.strip_prefix('-') {
        // `a 24-week trial` has a unit, `a 7-point scale` and `COX-2-like` have none.
        let word: String = joined.chars().take_while(|c| c.is_alphabetic()).collect();
        let time = ["week", "month", "year", "day", "hour", "minute"];
        if !time.contains(&word.as_str()) {
            return joined
                .starts_with(|c: char| c.is_whitespace())
                .then_some((None, 0));
        }
        return Some((Unit::read(&word), 1 + word.len()));
    }
    match Unit::at_start(after) {
        Some((unit, length)) => Some((Some(unit), length)),
        // Letters at once after a number are part of its name: `5HT`, `3D`.
        None if after.starts_with(char::is_alphabetic) => None,
        None => Some((None, 0)),
    }
}

fn kind(before: &str, number: &str, has_unit: bool) -> Kind {
    let trimmed = before.trim_end();
    let operator = match trimmed.chars().last() {
        Some('=') => Some(Operator::Equal),
        Some('<' | '≤') => Some(Operator::Less),
        Some('>' | '≥') => Some(Operator::More),
        _ => None,
    };
    if let Some(operator) = operator {
        let name = trimmed.trim_end_matches(['=', '<', '>', '≤', '≥', ' ', '\u{a0}']);
        if name.ends_with(['p', 'P']) && !name[..name.len() - 1].ends_with(char::is_alphanumeric) {
            return Kind::P(operator);
        }
    }
    let whole = !number.contains('.') && !number.starts_with(['-', '\u{2212}', '+']);
    let small = Exact::read(number).is_some_and(|n| n.value() < LEAST_BARE.into());
    if !has_unit && whole && small {
        Kind::Bare
    } else {
        Kind::Value
    }
}

/// Whether a number is the day of a date (`29 December`, `December 29`), or a decade (`2000s`).
fn is_date(before: &str, after: &str) -> bool {
    const MONTHS: &[&str] = &[
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let next = after.split_whitespace().next().unwrap_or_default();
    let next = next.trim_matches(|c: char| !c.is_alphanumeric());
    // `May` begins a date only with its capital; `may` is a hedge.
    let month = |word: &str| {
        word.starts_with(char::is_uppercase) && MONTHS.contains(&word.to_lowercase().as_str())
    };
    let last = before.split_whitespace().next_back().unwrap_or_default();
    let blank = after.starts_with(char::is_whitespace);
    month(last.trim_matches(|c: char| !c.is_alphanumeric()))
        || (blank && month(next))
        || after.starts_with("s ") && !blank
}

/// A year: four digits from 1900 to 2099.
fn is_year(number: &str) -> bool {
    number.len() == 4 && number.parse().is_ok_and(|n: u32| (1900..2100).contains(&n))
}

fn is_ordinal(after: &str) -> bool {
    let word: String = after.chars().take_while(|c| c.is_alphabetic()).collect();
    matches!(word.as_str(), "st" | "nd" | "rd" | "th")
}

fn last_word(before: &str) -> Option<String> {
    let word = before.split_whitespace().next_back()?;
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    (!word.is_empty()).then(|| word.to_lowercase())
}

/// Numbers in words, before people.
fn spelt(text: &str) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let start = at;
        at += word.len();
        let name = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let number = SPELT
            .iter()
            .find(|(spelt, _)| name.eq_ignore_ascii_case(spelt));
        let Some((_, digits)) = number else { continue };
        let joined = text[..start].ends_with('-') || text[start + name.len()..].starts_with('-');
        let after = &text[start + name.len()..];
        let unit = Unit::at_start(after).filter(|(unit, _)| *unit == Unit::people());
        if let (false, Some((unit, length)), Some(value)) = (joined, unit, Exact::read(digits)) {
            let number = start..start + name.len();
            found.push(Quantity {
                whole: start..number.end + length,
                number,
                value,
                unit: Some(unit),
                kind: Kind::Value,
                approximate: false,
            });
        }
    }
    found
}

/// Of `91.4 against 22.2 hairs`, and of `12.52 hairs against 1.89`, both have the unit. What follows
/// gives its unit before what went before does.
fn share_units(text: &str, quantities: &mut [Quantity]) {
    for i in (1..quantities.len()).rev() {
        let (before, after) = quantities.split_at_mut(i);
        if let (Some(one), Some(other)) = (before.last_mut(), after.first())
            && is_joined(text, one, other)
        {
            share(other.unit.as_ref(), one);
        }
    }
    for i in 1..quantities.len() {
        let (before, after) = quantities.split_at_mut(i);
        if let (Some(one), Some(other)) = (before.last(), after.first_mut())
            && is_joined(text, one, other)
        {
            // `12.52 hairs in 12 weeks, against 1.89`: not weeks.
            let between = &text[one.whole.end..other.number.start];
            let contrasts = ["against", "versus", "vs", "than"]
                .iter()
                .any(|w| between.contains(w));
            let time = one.unit.as_ref().is_some_and(Unit::is_time);
            share(one.unit.as_ref().filter(|_| !(time && contrasts)), other);
        }
    }
}

fn is_joined(text: &str, one: &Quantity, other: &Quantity) -> bool {
    let between = text[one.whole.end..other.number.start].trim();
    let between = between.trim_start_matches([',', ';']).trim_start();
    let words = [
        "against", "versus", "vs", "vs.", "to", "and", "or", "than", "\u{2013}",
    ];
    words.contains(&between)
}

fn share(unit: Option<&Unit>, with: &mut Quantity) {
    if let (Some(unit), None, false) = (unit, &with.unit, is_p(with)) {
        with.unit = Some(unit.clone());
        with.kind = Kind::Value;
    }
}

fn is_p(quantity: &Quantity) -> bool {
    matches!(quantity.kind, Kind::P(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        quantities(text)
            .into_iter()
            .filter(|quantity| quantity.kind != Kind::Bare)
            .map(|quantity| text[quantity.whole].to_owned())
            .collect()
    }

    #[test]
    fn quantities_are_found_with_their_units() {
        for (text, expected) in [
            (
                "a mean rise of 12.52 hairs per square inch, against 1.89 with minoxidil alone",
                vec!["12.52 hairs per square inch", "1.89"],
            ),
            (
                "1.32 (interval 0.73 to 1.92) with an I² of 88%",
                vec!["1.32", "0.73", "1.92", "88%"],
            ),
            ("found −0.21 and no difference", vec!["−0.21"]),
            ("p = 0.017, β = 12.29", vec!["0.017", "12.29"]),
            (
                "20 of 480 people for 12 weeks",
                vec!["20", "480 people", "12 weeks"],
            ),
            ("Four men and none without", vec!["Four men"]),
            ("a 24-week trial with a 7-point scale", vec!["24-week"]),
            (
                "13.7 against 35.7 ml per 100 g per minute",
                vec!["13.7", "35.7 ml per 100 g per minute"],
            ),
            ("0.5 to 2.5 mm deep", vec!["0.5", "2.5 mm"]),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn names_years_and_ordinals_are_no_quantities() {
        for text in [
            "COVID-19 and SARS-CoV-2 in 2019",
            "Table 5 of the 3rd edition, phase 3",
            "IL-6, 5HT and H1N1",
            "two trials and three sessions",
            "by November 2021",
            "on December 29, 2019, and 16 March 2020",
            "in the 2000s and 1990s already",
            "type 2 diabetes",
        ] {
            assert_eq!(shown(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn numbers_in_a_row_share_a_unit() {
        let found = quantities("85% of 20 women against 45");
        assert_eq!(found[0].unit, Some(Unit::percent()));
        let found = quantities("95.6 against 52.4 hairs/cm²");
        assert_eq!(found[0].unit, found[1].unit);
    }

    #[test]
    fn hostile_text_is_read_without_a_panic() {
        for text in [
            "",
            "−",
            "1.",
            "1,2,3",
            "٣",
            "9999999999999999999999999999999999 mg",
            "5%%%",
            "é5é",
            "p<",
            "1/0/0",
        ] {
            let _ = quantities(text);
        }
    }
}
