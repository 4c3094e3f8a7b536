//! How exact the words before a number say that it is.

use super::{Precision, Quantity};

pub(super) const ROUNDED: &[&str] = &[
    "about",
    "around",
    "roughly",
    "approximately",
    "some",
    "circa",
    "~",
    "≈",
    "ca",
];
pub(super) const NEARLY: &[&str] = &["nearly", "almost"];
pub(super) const ABOVE: &[&str] = &["over", "above", "exceeding", ">", "≥"];
pub(super) const BELOW: &[&str] = &["under", "below", "<", "≤"];
/// Words before `than`, and before `least` and `most`.
pub(super) const MORE: &[&str] = &[
    "more", "greater", "higher", "larger", "longer", "commoner", "likelier", "heavier",
];
pub(super) const LESS: &[&str] = &[
    "less", "fewer", "lower", "smaller", "shorter", "rarer", "lighter",
];

/// How exact the words before a number say that it is.
pub(super) fn precision(text: &str, quantity: &Quantity) -> Precision {
    precision_before(text, quantity.number.start)
}

/// How exact the words before a byte say that what stands there is.
pub(super) fn precision_before(text: &str, at: usize) -> Precision {
    let before = words_before(text, at);
    let word = |at: usize| before.get(at).map_or("", String::as_str);
    match word(0) {
        first if ROUNDED.contains(&first) => Precision::Rounded,
        first if NEARLY.contains(&first) => Precision::Nearly,
        "to" if word(1) == "close" => Precision::Rounded,
        "to" if word(1) == "up" => Precision::Below,
        "than" if MORE.contains(&word(1)) => Precision::Above,
        "than" if LESS.contains(&word(1)) => Precision::Below,
        "least" if word(1) == "at" => Precision::Above,
        "most" if word(1) == "at" => Precision::Below,
        first if ABOVE.contains(&first) => Precision::Above,
        first if BELOW.contains(&first) => Precision::Below,
        _ => Precision::Exact,
    }
}

/// How many words before a number can say something of it.
const MOST: usize = 13;

/// The words before a byte, the nearest first, in small letters, up to a mark between clauses.
pub(super) fn words_before(text: &str, at: usize) -> Vec<String> {
    let before = &text[..at];
    // The comma of `1,200` and the point of `4.2` part nothing.
    let parts = |(at, mark): &(usize, char)| {
        let after = before[at + mark.len_utf8()..].chars().next();
        *mark == '(' || (",;:.".contains(*mark) && after.is_none_or(char::is_whitespace))
    };
    let start = before.char_indices().rev().find(parts);
    let clause = start.map_or(before, |(at, mark)| &before[at + mark.len_utf8()..]);
    let words = clause.split_whitespace().rev();
    let words = words.map(|word| word.trim_matches(['“', '”', '"', '=']).to_lowercase());
    words.take(MOST).collect()
}
