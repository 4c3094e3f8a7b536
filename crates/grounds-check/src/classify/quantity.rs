//! Quantities: a number with a unit, a per cent, a dose, a share such as "one in ten".

use std::ops::Range;
use std::sync::LazyLock;

use super::EXCEPTIONS;
use super::lexicon::{Phrases, Words};
use super::token::{Gap, Kind, Token};

static UNITS: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("units.txt")));
static NUMBERS: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("numbers.txt")));
static PHRASES: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::parse(include_str!("quantity-phrases.txt")));

/// Words after which a number only names something: `type 2 diabetes`, `phase 3 trials`.
const NAMING: &[&str] = &[
    "chapter", "figure", "grade", "part", "phase", "section", "stage", "step", "table", "type",
];

/// Words that a number does not count, though a unit follows: `two of the patients`.
const BETWEEN: &[&str] = &[
    "and", "of", "or", "the", "to", "in", "for", "with", "on", "at",
];

/// Whether a text has a digit. None ends the search, so that many bytes are looked at at once.
pub(crate) fn has_digit(text: &str) -> bool {
    let bytes = text.bytes();
    bytes.fold(false, |any, byte| any | byte.is_ascii_digit())
}

/// The first quantity, as a range of tokens.
pub(super) fn find(tokens: &[Token]) -> Option<Range<usize>> {
    (0..tokens.len()).find_map(|at| {
        let length = PHRASES
            .length_at(tokens, at)
            .or_else(|| length_at(tokens, at))?;
        (!EXCEPTIONS.cover(tokens, at)).then_some(at..at + length)
    })
}

fn length_at(tokens: &[Token], at: usize) -> Option<usize> {
    let token = &tokens[at];
    if token.is_any(&["½", "¼", "¾", "%", "‰"]) {
        return Some(1);
    }
    if !is_number(token) || at > 0 && tokens[at - 1].is_any(NAMING) {
        return None;
    }
    let rest = &tokens[at + 1..];
    if at > 0 && tokens[at - 1].is_any(&["<", ">", "=", "≤", "≥", "±", "~", "≈"]) {
        return Some(1);
    }
    if let Some(length) = share(token, rest) {
        return Some(length);
    }
    // A year counts nothing: `the 2018 trial`.
    let counts = !is_year(token);
    match rest {
        [unit, ..] if UNITS.has(unit) && unit.gap < Gap::Comma => {
            (counts || unit.gap == Gap::None).then_some(2)
        }
        [of, the, ..] if of.is("of") && the.is("the") && token.kind == Kind::Number => Some(3),
        [what, unit, ..] if is_countable(what, unit) => counts.then_some(3),
        _ => None,
    }
}

/// `68 adult men`, but not `two of the men`.
fn is_countable(what: &Token, unit: &Token) -> bool {
    let near = what.gap < Gap::Comma && unit.gap < Gap::Comma;
    // Units of one or two letters do not stand apart from their number.
    near && what.kind == Kind::Word
        && !what.is_any(BETWEEN)
        && unit.text.len() > 2
        && UNITS.has(unit)
}

/// `1 in 10`, `3 out of 4`, `1/2`.
fn share(token: &Token, rest: &[Token]) -> Option<usize> {
    let (between, whole) = match rest {
        [a, b, whole, ..] if a.is("out") && b.is("of") => (2, whole),
        [a, whole, ..] if a.is_any(&["in", "of"]) => (1, whole),
        _ => return None,
    };
    let smaller = match (value(token), value(whole)) {
        (Some(part), Some(whole)) => part < whole,
        _ => true,
    };
    (is_number(whole) && !is_year(whole) && smaller).then_some(between + 2)
}

pub(crate) fn is_number(token: &Token) -> bool {
    token.kind == Kind::Number || NUMBERS.has(token)
}

fn value(token: &Token) -> Option<f64> {
    token.text.replace(',', "").parse().ok()
}

fn is_year(token: &Token) -> bool {
    token.text.len() == 4
        && token.kind == Kind::Number
        && matches!(value(token), Some(year) if (1900.0..2100.0).contains(&year))
}
