//! Names and values that stand in a row: `with velapril than with placebo (20% against 40%)`, and the two ends of a change.

use std::ops::Range;

use super::{HEDGES, Mention, NEAR, words};

/// Words between two names, or two values, that stand in a row.
pub(super) const IN_A_ROW: [&str; 8] = ["and", "or", "versus", "vs", "v", "against", "as", "than"];
/// Words that may stand beside those: `the velapril group and the placebo group`.
const BESIDE: [&str; 14] = [
    "the", "with", "in", "for", "on", "at", "after", "group", "groups", "arm", "compared", "by",
    "those", "of",
];
/// Words that set one value against the one before it.
pub(super) const SET_BESIDE: [&str; 5] = [
    "compared with",
    "compared to",
    "as against",
    "rather than",
    "instead of",
];
/// Words that may stand beside a name in a row: `than after a placebo`, `than in people given velapril`.
const BESIDE_NAMES: [&str; 18] = [
    "a", "an", "their", "people", "patients", "those", "women", "men", "adults", "children", "who",
    "got", "had", "took", "given", "taking", "getting", "having",
];
/// The names that follow one another with nothing but `and`, a comma or the like between them.
pub(super) fn rows<T>(text: &str, mentions: &[Mention<T>]) -> Vec<Range<usize>> {
    let mut rows: Vec<Range<usize>> = Vec::new();
    for (at, mention) in mentions.iter().enumerate() {
        match rows.last_mut() {
            Some(row) if follows(text, &mentions[row.end - 1].words, &mention.words) => {
                row.end = at + 1;
            }
            _ => rows.push(at..at + 1),
        }
    }
    rows
}

pub(super) fn stand_in_a_row(text: &str, values: &[Range<usize>]) -> bool {
    let contrasted = |one: &Range<usize>, other: &Range<usize>| {
        let between = text.get(one.end..other.start).unwrap_or_default();
        SET_BESIDE.contains(&between.trim())
    };
    values
        .windows(2)
        .all(|pair| goes_on(text, &pair[0], &pair[1]) || contrasted(&pair[0], &pair[1]))
}

/// Whether nothing but a joint stands between two names.
fn follows(text: &str, one: &Range<usize>, other: &Range<usize>) -> bool {
    joins(text, one, other, &BESIDE_NAMES)
}

/// Whether nothing but a joint stands between two names or values.
pub(super) fn goes_on(text: &str, one: &Range<usize>, other: &Range<usize>) -> bool {
    joins(text, one, other, &[])
}

fn joins(text: &str, one: &Range<usize>, other: &Range<usize>, light: &[&str]) -> bool {
    let Some(between) = text.get(one.end..other.start) else {
        return false;
    };
    let joint = words(between).any(|word| IN_A_ROW.contains(&word))
        || between.trim() == ","
        || between.contains(", ");
    joint
        && !between.contains([';', ':', '('])
        && words(between)
            .all(|word| IN_A_ROW.contains(&word) || BESIDE.contains(&word) || light.contains(&word))
}

/// `from 6.5% to 4.5%`
pub(super) fn is_from_to(text: &str, one: &Range<usize>, other: &Range<usize>) -> bool {
    text.get(one.end..other.start)
        .is_some_and(|between| between.trim() == "to")
}

/// Whether a value is an end of a change, whatever the other end is: `from 74 to 37 in 100`, and the second of `to 37 from 74`.
pub(super) fn is_end_of_from_to(text: &str, value: &Range<usize>) -> bool {
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let before = text.get(..value.start).unwrap_or_default();
    let before: Vec<&str> = words(before)
        .filter(|word| !HEDGES.contains(word))
        .collect();
    let after = text.get(value.end..).unwrap_or_default();
    let mut after = words(after).filter(|word| !HEDGES.contains(word));
    let is_behind = |word: &str| {
        let near = before.iter().rev().take(NEAR).collect::<Vec<_>>();
        near.windows(2)
            .any(|pair| *pair[1] == word && is_number(pair[0]))
    };
    match before.last() {
        Some(&"from") if is_behind("to") => true,
        Some(&"from") => after.next() == Some("to") && after.next().is_some_and(is_number),
        Some(&"to") => is_behind("from"),
        _ => false,
    }
}
