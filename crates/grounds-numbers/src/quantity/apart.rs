//! Differences to which no word gives a direction: `the groups differed by 4.1 points`, `the gap was 4.1 points`.
//!
//! Such a number has no sign, whichever side the record names first.

use std::borrow::Cow;

use super::Quantity;
use crate::Unit;
use crate::exact::MINUS_SIGNS;
use crate::lists::WordList;

/// Nouns of what is between two sides.
static GAPS: WordList = WordList::new(&["difference", "differences", "gap", "gaps"]);
/// Words right before the number of a gap, of which the clause spoke before.
const LINKS: [&str; 8] = [
    "was", "is", "were", "of", "to", "from", "reached", "remained",
];
/// Words between those and the number.
const HEDGES: [&str; 10] = [
    "about",
    "around",
    "roughly",
    "approximately",
    "nearly",
    "almost",
    "only",
    "just",
    "still",
    "some",
];

/// Words that say how great a gap may be.
const SIZES: [&str; 9] = [
    "small", "little", "low", "few", "large", "much", "great", "big", "high",
];

/// Whether a number stands without a sign, and no interval right after it has one for it: `6.1 (95% CI −8.0 to −4.2)` is
/// no number of its own interval.
pub(super) fn is_unsigned(text: &str, quantity: &Quantity) -> bool {
    let written = text.get(quantity.whole.start..).unwrap_or_default();
    let after = text.get(quantity.whole.end..).unwrap_or_default();
    let interval = after.trim_start().strip_prefix('(');
    let interval = interval.and_then(|rest| rest.split(')').next());
    let signed = interval.map_or(0, |interval| {
        let mut last = ' ';
        let mut signs = 0;
        for c in interval.chars() {
            let begins = MINUS_SIGNS.contains(&last) && c.is_ascii_digit();
            signs += usize::from(begins);
            // The dash of `4.2–8.0` is no sign.
            last = if last.is_ascii_digit() && MINUS_SIGNS.contains(&c) {
                ' '
            } else {
                c
            };
        }
        signs
    });
    written.starts_with(|c: char| c.is_ascii_digit() || ".\u{b7}".contains(c)) && signed < 2
}

/// Whether the words before a number, the nearest first, make it one of a gap: `the gap had shrunk from 4.1`,
/// `(difference, 4.1`.
pub(super) fn is_of_a_gap(text: &str, quantity: &Quantity, before: &[Cow<'_, str>]) -> bool {
    let before_number = text.get(..quantity.number.start).unwrap_or_default();
    let right_before = before_number
        .trim_end()
        .trim_end_matches([',', ':', '=', ' ']);
    let named = right_before.rsplit(|c: char| !c.is_alphabetic()).next();
    if named.is_some_and(|word| GAPS.has(word)) {
        return true;
    }
    let has_gap = |text: &str| {
        let mut words = text.split(|c: char| !c.is_alphabetic());
        words.any(|word| GAPS.has(word))
    };
    // The sides may take many words: `the gap between those who …`. Most sentences have no such word anywhere.
    let speaks = || has_gap(before_number) && has_gap(last_clause(before_number));
    let mut near = before.iter().map(AsRef::as_ref);
    let link = near.find(|word| !HEDGES.contains(word));
    let of_size = near.next().is_some_and(|word| SIZES.contains(&word));
    match link {
        // `As small as 2.7 points`
        Some("as") => of_size && speaks(),
        // `The difference between 9% and 12%` is of two levels.
        Some("between") => quantity.unit != Some(Unit::percent()) && speaks(),
        Some(word) => LINKS.contains(&word) && speaks(),
        None => false,
    }
}

/// The last clause of a text.
fn last_clause(text: &str) -> &str {
    let ends = ["; ", ". ", ": ", "(", ", and ", ", but "];
    let from = ends
        .iter()
        .filter_map(|end| Some(text.rfind(end)? + end.len()));
    &text[from.max().unwrap_or(0)..]
}
