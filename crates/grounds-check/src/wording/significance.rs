//! Words for significance beside an interval that says the opposite: `no significant difference (HR 1.34, 95% CI 1.03 to 1.73)`.
//!
//! Both are in the sentence, so that no record is needed. What could be read in two ways is left open.

use std::ops::Range;

use grounds_numbers::Unit;
use grounds_numbers::quantity::{MeasureName, Quantity, measure_before, quantities};
use rust_decimal::Decimal;

/// Words for significance, with the interval that says the opposite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Contradiction {
    /// The bytes of the words.
    pub(crate) words: Range<usize>,
    /// The bytes of the estimate and its interval.
    pub(crate) interval: Range<usize>,
    /// Whether the words deny that something is significant.
    pub(crate) is_denied: bool,
    /// The number that stands for no effect.
    pub(crate) no_effect: &'static str,
}

/// An estimate with its interval, in a text.
struct Reported {
    estimate: usize,
    end: usize,
    bounds: [Decimal; 2],
    no_effect: Decimal,
}

/// Where another clause begins.
const PARTS: [&str; 12] = [
    ". ",
    "; ",
    ") ",
    " but ",
    " whereas ",
    " while ",
    " although ",
    " though ",
    " however ",
    " except ",
    " unlike ",
    " yet ",
];
const DENYING: [&str; 8] = [
    "no", "not", "non", "without", "nor", "neither", "never", "failed",
];
/// Words of a sentence that is about something else than whether groups differ, or leaves it open.
const OTHER: [&str; 17] = [
    "adjust",
    "almost",
    "bonferroni",
    "borderline",
    "clinical",
    "heterogen",
    "if ",
    "inferior",
    "interaction",
    "marginal",
    "multiplicity",
    "nearly",
    "not only",
    "threshold",
    "trend",
    "whether",
    "would",
];
/// How many words before a word for significance may deny it: `did not show any statistically`.
pub(super) const NEAR: usize = 5;

/// The words for significance that an interval beside them contradicts.
pub(crate) fn contradictions(text: &str) -> Vec<Contradiction> {
    if !text.contains("ignifican") {
        return Vec::new();
    }
    let found = quantities(text);
    let results = (0..found.len()).filter_map(|at| result(text, &found[at..]));
    results
        .filter_map(|result| against(text, &result))
        .collect()
}

/// The result whose estimate is the first of some quantities: a measure by its name, and both bounds of its 95 % interval.
fn result(text: &str, found: &[Quantity]) -> Option<Reported> {
    let (estimate, rest) = found.split_first()?;
    let no_effect = match measure_before(text, estimate.number.start)? {
        MeasureName::RiskRatio
        | MeasureName::OddsRatio
        | MeasureName::HazardRatio
        | MeasureName::RateRatio => Decimal::ONE,
        MeasureName::MeanDifference
        | MeasureName::StandardisedMeanDifference
        | MeasureName::RiskDifference => Decimal::ZERO,
        _ => return None,
    };
    let percent = |of: &Quantity| of.unit.as_ref() == Some(&Unit::percent());
    let level = rest.first().filter(|of| percent(of));
    let level = level.filter(|of| {
        let after = text.get(of.whole.end..).unwrap_or_default().trim_start();
        ["CI", "confidence", "CrI", "credible"]
            .iter()
            .any(|name| after.starts_with(name))
    });
    if level.is_some_and(|level| level.value.value() != Decimal::from(95)) {
        return None;
    }
    let bounds = &rest[usize::from(level.is_some())..];
    let [low, high, ..] = bounds else {
        return None;
    };
    let between = text.get(estimate.whole.end..low.number.start)?;
    let named = ["CI", "CrI", "interval"]
        .iter()
        .any(|name| between.contains(name));
    let joint = text.get(low.whole.end..high.number.start)?.trim();
    let joined = ["to", "\u{2013}", "-", ",", "and", "through", ";"].contains(&joint);
    let parted = between.contains(')') || between.contains(". ") || between.len() > 50;
    (named && joined && !parted).then(|| Reported {
        estimate: estimate.number.start,
        end: high.whole.end,
        bounds: [low.value.value(), high.value.value()],
        no_effect,
    })
}

/// The words before a result that its interval contradicts.
fn against(text: &str, result: &Reported) -> Option<Contradiction> {
    let [low, high] = result.bounds;
    // A bound that is rounded to no effect itself tells nothing.
    if low == result.no_effect || high == result.no_effect || low > high {
        return None;
    }
    let is_significant = low > result.no_effect || high < result.no_effect;
    let before = text.get(..result.estimate)?;
    let open = before
        .rfind('(')
        .filter(|open| !before[*open..].contains(')'));
    let end = open.unwrap_or(before.len());
    let start = PARTS
        .iter()
        .filter_map(|part| Some(before[..end].rfind(part)? + part.len()));
    let start = start.max().unwrap_or(0);
    let clause = before.get(start..end)?;
    let lower = clause.to_lowercase();
    if is_left_open(&lower) {
        return None;
    }
    let words = words(clause);
    let mut said = words
        .iter()
        .enumerate()
        .filter(|(_, (word, _))| is_of_significance(word));
    let (at, (word, place)) = said.next()?;
    if said.next().is_some() {
        return None;
    }
    let prefixed = !word.starts_with("signific");
    let near = &words[at.saturating_sub(NEAR)..at];
    let denial = near.iter().rev().find(|(word, _)| is_denial(word));
    // `Significance was not reached`.
    let after = words
        .iter()
        .skip(at + 1)
        .take(2)
        .any(|(word, _)| is_denial(word));
    let is_denied = prefixed || denial.is_some() || after;
    let from = denial.map_or(place.start, |(_, place)| place.start);
    (is_denied == is_significant).then_some(Contradiction {
        words: start + from..start + place.end,
        interval: result.estimate..result.end,
        is_denied,
        no_effect: if result.no_effect.is_zero() { "0" } else { "1" },
    })
}

/// Whether words in small letters are about something else than whether groups differ, or leave that open.
pub(super) fn is_left_open(lower: &str) -> bool {
    OTHER.iter().any(|word| lower.contains(word))
}

/// Whether a word denies.
pub(super) fn is_denial(word: &str) -> bool {
    DENYING.contains(&word) || word.ends_with("n't") || word.ends_with("n’t")
}

pub(super) fn is_of_significance(word: &str) -> bool {
    let plain = word.trim_start_matches("non-").trim_start_matches("non");
    plain.trim_start_matches("in").starts_with("significan")
}

/// The words of a text in small letters, with their bytes.
pub(super) fn words(text: &str) -> Vec<(String, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(|c: char| !c.is_alphanumeric() && !"-'’".contains(c)) {
        let name = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        if !name.is_empty() {
            found.push((name.to_lowercase(), at..at + name.len()));
        }
        at += word.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let found = contradictions(text).into_iter();
        found.map(|of| &text[of.words]).collect()
    }

    #[test]
    fn words_are_held_against_the_interval_beside_them() {
        for (text, words) in [
            (
                "There was no significant difference in death (HR 1.34, 95% CI 1.03 to 1.73).",
                "no significant",
            ),
            (
                "Velapril significantly reduced death (HR 0.91, 95% CI 0.70–1.18).",
                "significantly",
            ),
            (
                "Pain was not statistically significantly lower (mean difference −0.8, 95% CI −1.2 to −0.4).",
                "not statistically significantly",
            ),
            (
                "A non-significant rise was seen (RR 1.45; 95% CI 1.08 to 1.95).",
                "non-significant",
            ),
            (
                "Significance was not reached: OR 0.60 (95% CI 0.40 to 0.90).",
                "Significance",
            ),
        ] {
            assert_eq!(found(text), [words], "{text}");
        }
    }

    #[test]
    fn what_agrees_or_is_left_open_is_no_contradiction() {
        for text in [
            "There was no significant difference (HR 0.91, 95% CI 0.70 to 1.18).",
            "Velapril significantly reduced death (HR 0.80, 95% CI 0.70 to 0.91).",
            "No significant difference in death (HR 0.91, 95% CI 0.70 to 1.18), but significantly more falls (RR 1.45, 95% CI 1.08 to 1.95).",
            "It lowered death, though not significantly (HR 0.88, 95% CI 0.66 to 1.17).",
            "There was no clinically significant difference (MD 0.3, 95% CI 0.1 to 0.5).",
            "No significant difference was seen (HR 0.80, 90% CI 0.70 to 0.91).",
            "No significant difference was seen (HR 0.80, 95% CI 0.64 to 1.00).",
            "It is open whether it significantly lowers death (HR 0.91, 95% CI 0.70 to 1.18).",
            "Significantly more people slept; death was as common (HR 0.91, 95% CI 0.70 to 1.18).",
            "The risk was lower (HR 0.80, 95% CI 0.70 to 0.91).",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }
}
