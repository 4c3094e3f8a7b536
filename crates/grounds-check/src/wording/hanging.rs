//! Comparisons without their other side: "works better", "is safer", "lasts longer".

use std::ops::Range;
use std::sync::LazyLock;

use super::folded::Folded;
use super::phrases::Phrases;
use super::stated;

/// Words that name the other side, in the sentence of the comparison.
static OTHER_SIDE: LazyLock<Phrases> = LazyLock::new(|| {
    let words = [
        "against",
        "as opposed to",
        "compared",
        "comparison",
        "contrast to",
        "in contrast",
        "instead of",
        "relative to",
        "rather than",
        "than",
        "unlike",
        "versus",
        "vs",
    ];
    Phrases::new(&words.map(str::to_owned))
});

/// The first comparison that hangs, as bytes of what was written.
pub(super) fn find(folded: &Folded, list: &Phrases) -> Option<Range<usize>> {
    let text = folded.text.as_str();
    let found = list
        .found_in(text)
        .find(|found| stated::is_stated(text, found.start) && !has_side_beside(text, found))?;
    (!OTHER_SIDE.are_in(text)).then(|| folded.written(&found))
}

/// `is superior to placebo`, `is better over time`, `works better and better`
fn has_side_beside(text: &str, found: &Range<usize>) -> bool {
    let mut next = text[found.end..].split_whitespace();
    match next.next() {
        Some("over") => true,
        Some("to") => text[found.clone()].ends_with("superior"),
        Some("and") => next
            .next()
            .is_some_and(|word| text[found.clone()].ends_with(word)),
        _ => false,
    }
}
