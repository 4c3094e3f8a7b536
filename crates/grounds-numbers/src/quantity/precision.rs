//! How exact the words before a number say that it is.

use std::borrow::Cow;

use super::Precision;
use crate::lists::WordList;

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
pub(super) static MORE: WordList = WordList::new(&[
    "more", "greater", "higher", "larger", "longer", "commoner", "likelier", "heavier",
]);
pub(super) static LESS: WordList = WordList::new(&[
    "less", "fewer", "lower", "smaller", "shorter", "rarer", "lighter",
]);

/// How exact the words before a byte say that what stands there is.
pub(super) fn precision_before(text: &str, at: usize) -> Precision {
    precision(&words_before(text, at))
}

/// How exact the words before a number, the nearest first, say that it is.
pub(super) fn precision(before: &[Cow<'_, str>]) -> Precision {
    let word = |at: usize| before.get(at).map_or("", |word| word);
    match word(0) {
        first if ROUNDED.contains(&first) => Precision::Rounded,
        first if NEARLY.contains(&first) => Precision::Nearly,
        "to" if word(1) == "close" => Precision::Rounded,
        "to" if word(1) == "up" => Precision::Below,
        "than" if MORE.has(word(1)) => Precision::Above,
        "than" if LESS.has(word(1)) => Precision::Below,
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
pub(super) fn words_before(text: &str, at: usize) -> Vec<Cow<'_, str>> {
    let before = &text[..at];
    // The comma of `1,200` and the point of `4.2` part nothing.
    let parts = |(at, mark): &(usize, char)| {
        let after = before[at + mark.len_utf8()..].chars().next();
        *mark == '(' || (",;:.".contains(*mark) && after.is_none_or(char::is_whitespace))
    };
    let start = before.char_indices().rev().find(parts);
    let clause = start.map_or(before, |(at, mark)| &before[at + mark.len_utf8()..]);
    let words = clause.split_whitespace().rev();
    let words = words.map(|word| small(word.trim_matches(['“', '”', '"', '='])));
    words.take(MOST).collect()
}

/// A word in small letters, as most are.
fn small(word: &str) -> Cow<'_, str> {
    let is_small = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if word.bytes().all(is_small) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase())
    }
}
