//! Numbers in words: before people, and in shares such as `one in eight`.

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

/// The spelt numbers of a sentence that are quantities.
pub(super) fn quantities(text: &str) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let start = at;
        at += word.len();
        let name = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let Some(value) = read(name) else { continue };
        let end = start + name.len();
        let (before, after) = (&text[..start], &text[end..]);
        if before.ends_with('-') || after.starts_with('-') {
            continue;
        }
        let unit = Unit::at_start(after).filter(|(unit, _)| *unit == Unit::people());
        // `one in eight`: the second number is read with the first.
        let joining = [" in ", " out of ", " in every "];
        let joining = joining.into_iter().find(|words| after.starts_with(words));
        let of = joining.and_then(|joining| {
            let rest = &after[joining.len()..];
            let word: String = rest.chars().take_while(|c| c.is_alphanumeric()).collect();
            let of = read(&word).filter(|of| of.value() > value.value())?;
            let length = joining.len() + word.len();
            let people =
                Unit::at_start(&after[length..]).filter(|(unit, _)| *unit == Unit::people());
            Some((of, length + people.map_or(0, |(_, length)| length)))
        });
        let (kind, unit, length) = match (of, unit) {
            (Some((of, length)), _) => (Kind::In(of), None, length),
            (None, Some((unit, length))) => (Kind::Value, Some(unit), length),
            (None, None) => continue,
        };
        found.push(Quantity {
            whole: start..end + length,
            number: start..end,
            value,
            unit,
            kind,
            precision: Precision::Exact,
            sense: None,
        });
    }
    // The second number of a share is no quantity of its own: `in ten people`.
    let mut last = 0;
    found.retain(|quantity| {
        let own = quantity.number.start >= last;
        last = last.max(quantity.whole.end);
        own
    });
    found
}

fn read(word: &str) -> Option<Exact> {
    // Most words begin like no number, or are of another length.
    let begins = word.as_bytes().first().map(u8::to_ascii_lowercase);
    if !(3..=9).contains(&word.len()) || !begins.is_some_and(|byte| b"oteshfn".contains(&byte)) {
        return None;
    }
    let number = SPELT
        .iter()
        .find(|(spelt, _)| word.eq_ignore_ascii_case(spelt));
    number.and_then(|(_, digits)| Exact::read(digits))
}
