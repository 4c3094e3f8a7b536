//! The interval of a difference between natural frequencies, as summaries of findings write it: `18 fewer per 1,000 (from 12
//! fewer to 22 fewer)`.

use std::ops::Range;

use super::shares::{is_count, sense};
use super::supposed::difference_after;
use super::{Kind, Precision, Quantity, Sense};
use crate::{Exact, Unit};

/// How far the parenthesis may stand after the difference, in bytes: `18 fewer per 1,000 had a stroke (…)`.
const NEAR: usize = 60;

/// Reads the two ends that stand in parentheses after a difference as differences among as many people.
pub(super) fn join_bounds(text: &str, quantities: &mut [Quantity]) {
    for at in 0..quantities.len().saturating_sub(2) {
        let difference = &quantities[at];
        let (Kind::In(of), Some(own)) = (difference.kind, difference.sense) else {
            continue;
        };
        let value = difference.value;
        let Some(within) = parenthesis_after(text, difference.whole.end) else {
            continue;
        };
        let mut ends = (at + 1..quantities.len()).filter(|&at| {
            let quantity = &quantities[at];
            within.contains(&quantity.number.start) && quantity.unit != Some(Unit::percent())
        });
        let (Some(low), Some(high), None) = (ends.next(), ends.next(), ends.next()) else {
            continue;
        };
        if let Some(senses) = are_ends(text, [&quantities[low], &quantities[high]], (value, of)) {
            for (at, sense) in [low, high].into_iter().zip(senses) {
                let end = &mut quantities[at];
                end.whole.end += difference_after(text, end);
                end.kind = Kind::In(of);
                end.unit = None;
                end.precision = Precision::Exact;
                end.sense = sense.or(Some(own));
            }
        }
    }
}

/// The bytes within the next parenthesis of the same clause.
fn parenthesis_after(text: &str, from: usize) -> Option<Range<usize>> {
    let rest = text.get(from..)?;
    let (before, _) = rest.split_once('(')?;
    let start = from + before.len() + 1;
    let length = text.get(start..)?.find(')')?;
    let near = before.len() <= NEAR && !before.contains([';', ':', '.']);
    near.then_some(start..start + length)
}

/// Whether two numbers are the ends between which a difference lies, and which way each of them says that it went.
fn are_ends(
    text: &str,
    [low, high]: [&Quantity; 2],
    (value, of): (Exact, Exact),
) -> Option<[Option<Sense>; 2]> {
    let own = |quantity: &Quantity| {
        let length = difference_after(text, quantity);
        let end = quantity.whole.end;
        let said = text.get(quantity.number.start..end + length);
        (said.and_then(sense), end + length)
    };
    let ((of_low, end), (of_high, _)) = (own(low), own(high));
    let between = text.get(end..high.number.start)?.trim();
    let joined = ["to", "and", "\u{2013}", "-"].contains(&between);
    let counts = |quantity: &Quantity| {
        let joins = is_count(quantity) || quantity.kind == Kind::In(of);
        joins && quantity.value < of
    };
    let (one, other, told) = (low.value.value(), high.value.value(), value.value());
    let around = one.min(other) < told && told < one.max(other);
    let directed = of_low.is_some() || of_high.is_some();
    let fits = joined && counts(low) && counts(high) && (directed || around);
    fits.then_some([of_low.or(of_high), of_high])
}

#[cfg(test)]
mod tests {
    use crate::quantity::{Kind, Sense, quantities};

    #[test]
    fn the_ends_of_a_difference_are_out_of_as_many() {
        let (up, down) = (Some(Sense::Up), Some(Sense::Down));
        for (text, senses) in [
            ("18 fewer per 1,000 (from 12 fewer to 22 fewer)", [down; 2]),
            ("18 fewer strokes per 1,000 (22 to 12 fewer)", [down; 2]),
            (
                "18 fewer per 1,000 people (95% CI 12 to 22 fewer)",
                [down; 2],
            ),
            ("18 fewer per 1,000 (12 to 22)", [down; 2]),
            ("8 fewer per 1,000 (12 fewer to 2 more)", [down, up]),
            (
                "An extra 5 in every 1,000 had a bleed (2 more to 9 more)",
                [up; 2],
            ),
            ("10 fewer per 1,000 (5 fewer to 15 fewer)", [down; 2]),
        ] {
            let found = quantities(text);
            let shares = found.iter().filter(|of| matches!(of.kind, Kind::In(_)));
            let said: Vec<_> = shares.skip(1).map(|of| of.sense).collect();
            assert_eq!(said, senses, "{text}");
        }
        for text in [
            "18 fewer per 1,000 (2 to 3 years)",
            "18 fewer per 1,000 (in 12 trials)",
            "36 per 1,000 (12 to 22)",
        ] {
            let found = quantities(text);
            let shares = found.iter().filter(|of| matches!(of.kind, Kind::In(_)));
            assert_eq!(shares.count(), 1, "{text}");
        }
    }
}
