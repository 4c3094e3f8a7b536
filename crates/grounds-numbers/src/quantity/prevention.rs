//! Proportions of what did not come about: `prevents half of all infections`, `two thirds of strokes were averted`.

use std::ops::Range;

use super::precision::words_before;
use super::shares::without_hedge;

const PREVENTING: [&str; 13] = [
    "prevent",
    "prevents",
    "prevented",
    "preventing",
    "avert",
    "averts",
    "averted",
    "averting",
    "avoids",
    "stops",
    "stopped",
    "blocks",
    "blocked",
];
/// Verbs of what is done for people, of whom the words after say that they would have had something.
const PROTECTING: [&str; 6] = [
    "protects",
    "protected",
    "spares",
    "spared",
    "saves",
    "saved",
];
const PASSIVE: [&str; 3] = ["prevented", "averted", "avoided"];
const BEING: [&str; 9] = [
    "is", "are", "was", "were", "be", "been", "would", "will", "could",
];
/// How many words may name what is prevented: `half of all cases of flu in children were prevented`.
const MOST: usize = 8;

/// Whether the words around a proportion say that so much of something was prevented.
pub(super) fn is_prevented(text: &str, words: &Range<usize>) -> bool {
    let after = text.get(words.end..).unwrap_or_default();
    if !after.trim_start().starts_with("of ") && !after.trim_start().starts_with("the ") {
        return false;
    }
    let before = text.get(..words.start).unwrap_or_default();
    let before = without_hedge(before);
    let before = ["more than", "over", "at least", "up to"]
        .iter()
        .find_map(|hedge| before.strip_suffix(hedge))
        .unwrap_or(before);
    let near = words_before(before, before.len());
    let verb = near.first().map_or("", |word| word);
    let would = ["who would", "that would"]
        .iter()
        .any(|would| after.contains(would));
    if PREVENTING.contains(&verb) || (PROTECTING.contains(&verb) && would) {
        return true;
    }
    let clause = after.split([',', ';', '.', '(']).next().unwrap_or_default();
    let told: Vec<&str> = clause.split_whitespace().take(MOST).collect();
    told.windows(2)
        .any(|pair| BEING.contains(&pair[0]) && PASSIVE.contains(&pair[1]))
}
