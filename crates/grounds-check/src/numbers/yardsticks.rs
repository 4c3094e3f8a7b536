//! Numbers that results are measured with, and that are none: the ends of a scale, and the difference that matters.

use grounds_evidence::Concepts;
use grounds_model::Study;
use grounds_numbers::quantity::{Kind, Quantity};
use grounds_numbers::{Exact, Unit};

use super::compare::{Fault, Judged};

/// How many words before the end of a scale name that.
const NEAR: usize = 7;
/// Words that name a scale: `scored from 0 to 24`.
const SCALES: [&str; 8] = [
    "scale",
    "scales",
    "score",
    "scored",
    "scores",
    "rated",
    "questionnaire",
    "index",
];
/// Parts of words for a difference that matters: `less than people notice`.
const MATTERING: [&str; 6] = [
    "important",
    "matter",
    "meaningful",
    "notice",
    "relevant",
    "worthwhile",
];

/// Leaves out what is no result.
pub(super) fn accept(
    text: &str,
    judged: &mut [(Quantity, Judged<'_>)],
    records: &[&Study],
    concepts: &Concepts<'_>,
) {
    for (quantity, judged) in judged {
        let is_fault = matches!(
            judged,
            Judged::Fault(Fault::Absent | Fault::OtherSign(_) | Fault::Rounded(_))
        );
        if is_fault
            && (is_end_of_scale(text, quantity) || matters(text, quantity, records, concepts))
        {
            *judged = Judged::Free;
        }
    }
}

/// `on a scale of 0 to 100`, `a 0 to 10 scale`, `from 0 (no pain) to 100 (worst pain)`
fn is_end_of_scale(text: &str, quantity: &Quantity) -> bool {
    let points = Unit::read("points");
    let fits = quantity.unit.is_none() || quantity.unit == points;
    if quantity.kind != Kind::Value || !fits {
        return false;
    }
    let words = |part: &str| -> Vec<String> {
        let words = part.split(|c: char| !c.is_alphanumeric() && c != '-');
        let words = words.filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let before = words(text.get(..quantity.number.start).unwrap_or_default());
    let after = words(text.get(quantity.whole.end..).unwrap_or_default());
    let near = &before[before.len().saturating_sub(NEAR)..];
    let is_scale = |word: &String| SCALES.contains(&word.as_str());
    let named = near.iter().any(is_scale) || after.first().is_some_and(is_scale);
    // `0 to`, `1 (none) to`
    let from = near.iter().rposition(|word| word == "0" || word == "1");
    let is_last = near.last().is_some_and(|word| word == "to");
    named && is_last && from.is_some()
}

/// Whether a number is how large a difference matters in what was measured, as the vocabulary has it.
fn matters(text: &str, quantity: &Quantity, records: &[&Study], concepts: &Concepts<'_>) -> bool {
    let lower = text.to_lowercase();
    if !MATTERING.iter().any(|word| lower.contains(word)) {
        return false;
    }
    let mut measured = records.iter().flat_map(|study| study.findings.values());
    measured.any(|finding| {
        let concept = concepts.get(&finding.outcome);
        let important = concept.and_then(|concept| concept.important_difference.as_ref());
        let value = important.and_then(|important| Exact::read(important.value.as_str()));
        value.is_some_and(|value| value.value() == quantity.value.value())
    })
}
