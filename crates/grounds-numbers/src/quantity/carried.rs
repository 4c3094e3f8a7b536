//! Counts that may be out of as many people as another number of their sentence: `22 in 1,000 had a stroke rather than 34`,
//! `for every 1,000 people, 18 strokes were prevented`.
//!
//! Such a count may as well be one by itself: whoever has the records tells which it is.

use super::frequencies::is_base;
use super::shares::{
    ends_a_contrast, is_count, is_people, is_round, prevented_after, without_hedge,
};
use super::supposed::difference_after;
use super::{Kind, Quantity, sense};
use crate::{Exact, Unit};

/// Words right before a count that set it against one before it, or make it the rest of those.
const LEADING: [&str; 16] = [
    "rather than",
    "instead of",
    "compared with",
    "compared to",
    "against",
    "versus",
    "as opposed to",
    "not the",
    "the other",
    "the remaining",
    "a fall of",
    "a drop of",
    "a reduction of",
    "a rise of",
    "an increase of",
    "a difference of",
];
/// Words between the two sides of a pair: `(22 versus 34)`.
const VERSUS: [&str; 6] = ["versus", "vs", "v", "against", "instead", "rather"];

/// The other readings of counts, as shares of as many people as were told of before.
pub fn carried(text: &str, quantities: &[Quantity]) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut of: Option<Exact> = None;
    let mut every = false;
    for quantity in quantities {
        match quantity.kind {
            Kind::In(whole) if is_round(whole) => (of, every) = (Some(whole), false),
            _ if is_base(text, quantity) => (of, every) = (Some(quantity.value), true),
            _ => {}
        }
        let things = quantity.unit.as_ref().is_some_and(Unit::is_of_things);
        let plain = quantity.unit.is_none() || is_people(quantity);
        let told = (plain && is_led(text, quantity)) || (things && every);
        let whole = of.filter(|of| told && is_count(quantity) && quantity.value < *of);
        found.extend(whole.map(|of| share(text, quantity, of)));
    }
    found
}

/// Whether the words right before a count set it against another, or those after it say of whom it is as well.
fn is_led(text: &str, quantity: &Quantity) -> bool {
    const BESIDE: [&str; 5] = [" and", " and by", " but", " but by", " by"];
    let before = text.get(..quantity.number.start).unwrap_or_default();
    let before = without_hedge(before).to_lowercase();
    let beside = before.ends_with(',') || BESIDE.iter().any(|words| before.ends_with(words));
    let after = text.get(quantity.whole.end..).unwrap_or_default();
    let next = after.split_whitespace().next().unwrap_or_default();
    LEADING.iter().any(|words| before.ends_with(words))
        || (before.ends_with('(') && VERSUS.contains(&next))
        || (beside && ends_a_contrast(text, quantity))
}

fn share(text: &str, quantity: &Quantity, of: Exact) -> Quantity {
    let mut share = quantity.clone();
    share.kind = Kind::In(of);
    share.unit = None;
    share.whole.end += difference_after(text, quantity);
    share.sense = sense::sense(text, &share)
        .or_else(|| prevented_after(text, quantity.whole.end))
        .or(quantity.sense);
    share
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::{Sense, quantities};

    #[test]
    fn counts_may_be_out_of_those_told_of_before() {
        for (text, counts) in [
            ("22 in 1,000 had a stroke rather than 34", &["34"][..]),
            ("22 in 1,000 had one; the other 978 did not", &["978"]),
            (
                "22 in 1,000 had one with it, about 34 with placebo",
                &["34"],
            ),
            (
                "For every 1,000 people, 36 strokes happened",
                &["36 strokes"],
            ),
            ("22 in 1,000 had a stroke, and 34 fell", &[]),
            ("20 strokes in 2,000 people", &[]),
            ("17 in 1,000 bled, but fewer fell (22 v 34)", &["22"]),
        ] {
            let found = carried(text, &quantities(text)).into_iter();
            let found: Vec<_> = found.map(|of| &text[of.whole]).collect();
            assert_eq!(found, counts, "{text}");
        }
        let text = "For every 1,000 people, 18 strokes are prevented";
        let found = carried(text, &quantities(text));
        assert_eq!(found[0].sense, Some(Sense::Down));
    }
}
