//! One number in digits: where it begins and ends, and whether it is a quantity at all.

use std::ops::Range;

use rust_decimal::Decimal;

use super::naming::{
    begins_date, continues_names, is_code, is_date, is_naming, is_ordinal, is_placing, is_year,
    word_right_before,
};
use super::{Kind, MeasureName, Precision, Quantity, measure_before, power};
use crate::exact::{GROUPING, MINUS_SIGNS};
use crate::{Exact, Unit};

/// Names of statistics, after which even a small whole number is a result.
const STATISTICS: &[&str] = &[
    "OR", "aOR", "RR", "aRR", "HR", "aHR", "IRR", "SMD", "MD", "WMD", "NNT", "NNH", "NNTB", "NNTH",
    "n", "N",
];

/// The least whole number that is a quantity without a unit: smaller ones count things.
const LEAST_BARE: i64 = 13;

/// The next run of digits, with its sign, commas and decimals.
pub(super) fn next(text: &str, from: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let rest = bytes.get(from..)?;
    let digits = from + rest.iter().position(u8::is_ascii_digit)?;
    // `.04` without its nought, but not the end of `v.2` or of `1..2`.
    let before = &text[..digits];
    let point = before.strip_suffix(['.', '\u{b7}']).filter(|rest| {
        !rest.ends_with(|c: char| c.is_alphanumeric() || c == '.' || c == '\u{b7}')
            && rest.len() >= from
    });
    let start = point.map_or(digits, str::len);
    let mut end = digits;
    let named = word_right_before(before).is_some_and(|word| is_naming(word) || is_placing(word));
    let is_grouped_so_far = |digits: &str| {
        let mut groups = digits.split(' ');
        let first = groups.next().unwrap_or_default();
        // `week 12 480 people` are two numbers, `31 240 people` are one.
        !named
            && (1..=3).contains(&first.len())
            && !first.starts_with('0')
            && first.bytes().all(|b| b.is_ascii_digit())
            && groups.all(|group| group.len() == 3)
    };
    while end < bytes.len() {
        let rest = &text[end..];
        if bytes[end].is_ascii_digit() {
            end += 1;
            continue;
        }
        let mut chars = rest.chars();
        let Some(c) = chars.next() else { break };
        let after = chars.as_str();
        let digit_after = after.starts_with(|c: char| c.is_ascii_digit());
        let group_after = after.bytes().take_while(u8::is_ascii_digit).count() == 3;
        let joins = match c {
            // The dot of `1.2·10⁵` multiplies.
            '\u{b7}' if power::of_ten(rest).is_some() => false,
            '.' | ',' | '\u{b7}' => digit_after,
            c if GROUPING.contains(&c) => group_after,
            ' ' => group_after && is_grouped_so_far(&text[digits..end]),
            _ => false,
        };
        if !joins {
            break;
        }
        end += c.len_utf8();
    }
    end += power::exponent(&text[start..end], &text[end..]);
    let before = &text[..start];
    let sign = before.chars().next_back().filter(|sign| {
        (*sign == '+' || MINUS_SIGNS.contains(sign))
            && is_sign(&before[..before.len() - sign.len_utf8()], *sign)
    });
    Some(start - sign.map_or(0, char::len_utf8)..end)
}

/// Whether a dash before a number is its sign, and does not join it to what stands before.
fn is_sign(before: &str, dash: char) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    match before.chars().next_back() {
        None => true,
        // `10 –20` is a range.
        Some(c) if c.is_whitespace() => {
            !(dash == '\u{2013}' && before.trim_end().ends_with(is_digit))
        }
        // `−1.9–−0.5`
        Some(c) if MINUS_SIGNS.contains(&c) => {
            before[..before.len() - c.len_utf8()].ends_with(is_digit)
        }
        Some(c) => "(=[<>≤≥".contains(c),
    }
}

/// The quantity that a number is, if it is one.
pub(super) fn read(text: &str, number: Range<usize>) -> Option<Quantity> {
    let (before, after) = (&text[..number.start], &text[number.end..]);
    let written = &text[number.clone()];
    let value = Exact::read(written)?;
    let joined = before.ends_with(|c: char| c.is_alphanumeric() || "-_/.#@&".contains(c))
        && !continues_pair(before, after);
    let named = word_right_before(before);
    if joined
        || continues_names(before)
        || is_code(before, written, after)
        || is_ordinal(after)
        || is_date(before, after)
        || begins_date(written, after)
    {
        return None;
    }
    let (value, scaled) = scaled(value, after);
    let (unit, length) = unit_after(&after[scaled..])?;
    let (unit, length) = rate_after(&after[scaled + length..], unit.as_ref())
        .map_or((unit, length), |(rate, more)| (Some(rate), length + more));
    let unit = unit.or_else(|| fewer_days(&after[scaled..]));
    let kind = kind(before, written, unit.is_some() || scaled > 0);
    let plain = unit.is_none() && scaled == 0;
    let is_share = unit.as_ref() == Some(&Unit::percent());
    if named.is_some_and(is_naming) && !is_share || is_denominator(before, unit.as_ref()) {
        return None;
    }
    let placed = named.is_some_and(is_placing) && value.places() == 0;
    if plain && (placed || is_year(written)) {
        return None;
    }
    let (value, start) = match before.strip_suffix("minus ") {
        Some(before) if !before.ends_with(char::is_alphanumeric) => (value.negated(), before.len()),
        _ => (value, number.start),
    };
    Some(Quantity {
        whole: start..number.end + scaled + length,
        number,
        value,
        unit,
        kind,
        precision: Precision::Exact,
        sense: None,
        may_be_a_fall: false,
    })
}

/// Whether a number is what a rate is per: the thousand of `5.4 (95% CI 4.9 to 6.0) per 1000 person-years`.
fn is_denominator(before: &str, unit: Option<&Unit>) -> bool {
    let per = ["per ", "every "].iter().any(|word| before.ends_with(word));
    per && unit.is_some_and(|unit| *unit != Unit::people() && !unit.is_of_things())
}

/// `1.5 million` and `5 × 10⁻⁸` as a number, with the bytes that the word or the power takes. A power of ten
/// over something (`6.2 × 10⁹/L`) is a part of its unit.
fn scaled(value: Exact, after: &str) -> (Exact, usize) {
    const WORDS: [(&str, u32); 3] = [
        (" thousand", 1_000),
        (" million", 1_000_000),
        (" billion", 1_000_000_000),
    ];
    if let Some((power, length)) = power::of_ten(after)
        && Unit::at_start(after).is_none()
        && let Some(value) = value.times_ten_to(power)
    {
        return (value, length);
    }
    let word = WORDS.iter().find(|(word, _)| {
        let rest = after.strip_prefix(word);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    });
    let scaled = word.and_then(|(word, times)| {
        let product = value
            .value()
            .checked_mul(Decimal::from(*times))?
            .normalize();
        Some((Exact::read(&product.to_string())?, word.len()))
    });
    scaled.unwrap_or((value, 0))
}

/// Whether a number is the second of two: `0.55-0.94`, `142/88`, `14/68`.
fn continues_pair(before: &str, after: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let Some(first) = before
        .strip_suffix(['-', '/'])
        .filter(|rest| rest.ends_with(is_digit))
    else {
        return false;
    };
    let first = &first[first
        .trim_end_matches(|c: char| is_digit(c) || ".,\u{b7}".contains(c))
        .len()..];
    let start = before.len() - 1 - first.len();
    let chained = before[..start].ends_with(|c: char| c.is_alphanumeric() || "-/_.".contains(c));
    let goes_on = after.starts_with(['-', '/']) && after[1..].starts_with(is_digit);
    // `2018-19` and `24/7` are names, not pairs of results.
    let named = is_year(first) || (first == "24" && before.ends_with('/'));
    !chained && !goes_on && !named
}

/// The unit after a number, and its length in bytes; `None` where the number is part of a name.
fn unit_after(after: &str) -> Option<(Option<Unit>, usize)> {
    if let Some(joined) = after.strip_prefix('-') {
        if joined.starts_with(|c: char| c.is_ascii_digit()) {
            return Some((None, 0));
        }
        // `a 24-week trial` and `3-fold` have a unit, `a 7-point scale` and `COX-2-like` have none.
        let word: String = joined.chars().take_while(|c| c.is_alphabetic()).collect();
        // A `24-hour monitor` and a `6-minute walk` are names.
        let units = ["week", "month", "year", "day", "fold"];
        if !units.contains(&word.as_str()) {
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

/// The time that somebody had more or less of than others, or in a stretch of time: `2.0 fewer migraine days a month`.
fn fewer_days(after: &str) -> Option<Unit> {
    const TIMES: [&str; 3] = ["days", "nights", "hours"];
    const MOST: usize = 3;
    let rest = after.strip_prefix(' ')?;
    let rest = ["fewer ", "more ", "extra ", "less "]
        .iter()
        .find_map(|word| rest.strip_prefix(word))?;
    let clause = rest.split([',', ';', '.', '(']).next().unwrap_or_default();
    let mut words = clause.split_whitespace();
    let named = |word: &&str| word.chars().all(|c| c.is_alphabetic() || c == '-');
    let near = words.by_ref().take(MOST).take_while(named);
    let time = near
        .take_while(|word| !["than", "of", "in", "and", "or", "to"].contains(word))
        .find(|word| TIMES.contains(word))?;
    let compared = words.any(|word| ["than", "each", "every", "per", "a"].contains(&word));
    Unit::read(time).filter(|_| compared)
}

/// What is counted in a stretch of time, where a verb stands between the two, with the bytes after the unit: `14.2 deaths
/// occurred per 1,000 person-years`.
fn rate_after(after: &str, unit: Option<&Unit>) -> Option<(Unit, usize)> {
    const VERBS: [&str; 9] = [
        "occurred",
        "happened",
        "were seen",
        "were recorded",
        "were reported",
        "were observed",
        "were counted",
        "were registered",
        "were diagnosed",
    ];
    let counted = unit.filter(|unit| unit.is_of_things() || **unit == Unit::people())?;
    let rest = after.strip_prefix(' ')?;
    // `28.6 cases of pneumonia per 1,000 person-years`
    let named = || {
        let per = rest.find(" per ").filter(|_| rest.starts_with("of "))?;
        let what = &rest[..per];
        let plain = what
            .chars()
            .all(|c| c.is_alphabetic() || " -'’".contains(c));
        (plain && what.split(' ').count() <= 5).then(|| &rest[per..])
    };
    let rest = VERBS
        .iter()
        .find_map(|verb| rest.strip_prefix(verb))
        .or_else(named)?;
    let (rate, length) = counted.over(rest.strip_prefix(' ')?)?;
    let is_share = rate.people_below().is_some();
    (!is_share).then(|| (rate, after.len() - rest.len() + 1 + length))
}

fn kind(before: &str, number: &str, has_unit: bool) -> Kind {
    let signed = number.starts_with('+') || number.starts_with(MINUS_SIGNS);
    let whole = Exact::read(number).is_some_and(|n| n.places() == 0) && !signed;
    let small = Exact::read(number).is_some_and(|n| n.value() < LEAST_BARE.into());
    if !has_unit && whole && small && !is_statistic(before) {
        Kind::Bare
    } else {
        Kind::Value
    }
}

/// Whether the words before a number name a statistic: `an NNT of`, `n =`.
fn is_statistic(before: &str) -> bool {
    let links = ["of", "was", "is", "=", ":", "to"];
    let mut words = before.split_whitespace().rev().peekable();
    while words.next_if(|word| links.contains(word)).is_some() {}
    let name = words.next().unwrap_or_default();
    let name = name.trim_matches(|c: char| !c.is_alphanumeric());
    // `The number needed to harm for nausea is 12`.
    let needed = || {
        let name = before.contains("eeded to").then_some(before.len());
        let name = name.and_then(|end| measure_before(before, end));
        let treat = MeasureName::NumberNeededToTreat;
        name.is_some_and(|name| name == treat || name == MeasureName::NumberNeededToHarm)
    };
    let to_treat = name == "treat" && words.next() == Some("to");
    STATISTICS.contains(&name) || to_treat || needed()
}
