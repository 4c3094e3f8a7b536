//! Of how many people a heading says that the counts below it are: `Per 1,000 women`, `Out of 100 people`.

use std::ops::Range;

use super::frequencies::tells_what_befell;
use super::shares::{is_count, is_people, is_round};
use super::supposed::difference_after;
use super::{Kind, Quantity, quantities, sense};
use crate::lists::PartList;
use crate::{Exact, Unit};

/// The people of whom a heading speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadingBase {
    /// How many they are.
    pub of: Exact,
    /// Whether the words say that there are others: `every 1,000 women`, and not `1,000 women`, who may be a group that was counted.
    pub is_every: bool,
    /// The words, with the preposition before them.
    pub words: Range<usize>,
}

/// Words before so many people that say that there are others.
const EVERY: [&str; 4] = ["per", "every", "each", "out of"];
/// Words before people whose number may be that of a group.
const SOME: [&str; 12] = [
    "of",
    "in",
    "to",
    "for",
    "from",
    "among",
    "imagine",
    "picture",
    "suppose",
    "imagine that",
    "picture that",
    "suppose that",
];

/// Of how many people the counts below a heading are.
pub fn base_of_heading(heading: &str) -> Option<HeadingBase> {
    static ROUND: PartList = PartList::new(&["00", "undred", "ousand"]);
    if !ROUND.is_in(heading) {
        return None;
    }
    let found = quantities(heading);
    let mut bases = found.iter().filter_map(|quantity| {
        let people = quantity.unit.is_none() || is_people(quantity);
        let round = is_round(quantity.value) && is_count(quantity);
        let after = heading.get(quantity.whole.end..).unwrap_or_default();
        let of_time = [" person", " patient-", "-"]
            .iter()
            .any(|unit| after.starts_with(unit));
        if !people || !round || of_time {
            return None;
        }
        let before = heading.get(..quantity.number.start)?.trim_end();
        let lower = before.to_lowercase();
        let led = |end: usize, words: &[&str]| {
            let mut words = words.iter();
            words.find_map(|word| {
                let rest = lower.get(..end)?.strip_suffix(word)?;
                (!rest.ends_with(char::is_alphanumeric)).then_some(rest.trim_end().len())
            })
        };
        // `Number of people in 1,000 with a stroke`, `How many in 100 get a rash?`
        let counted = || {
            let start = led(lower.len(), &["in", "of"])?;
            let last = lower.get(..start)?.rsplit(' ').next()?;
            let people = Unit::read(last).is_some_and(|unit| unit.is_of_participants());
            (people || last == "many").then_some(start)
        };
        let every = led(lower.len(), &EVERY).or_else(counted);
        let some = || led(lower.len(), &SOME).filter(|_| is_people(quantity));
        let start = every.or_else(some)?;
        // The `in` of `in every 1,000`.
        let start = led(start, &["out of", "in", "of", "for"]).unwrap_or(start);
        Some(HeadingBase {
            of: quantity.value,
            is_every: every.is_some(),
            words: start..quantity.whole.end,
        })
    });
    let base = bases.next();
    base.filter(|_| bases.next().is_none())
}

/// Whether what befell so many people, or who they are, follows the number with which a text begins: `22 had a stroke`.
pub fn begins_with_people(text: &str, first: &Quantity) -> bool {
    const MORE: [&str; 26] = [
        "fewer", "more", "extra", "of", "in", "on", "with", "without", "stay", "stayed", "avoid",
        "avoided", "bleed", "bled", "lose", "lost", "feel", "felt", "live", "lived", "go", "went",
        "notice", "noticed", "report", "reported",
    ];
    let before = text.get(..first.number.start).unwrap_or_default();
    let after = text.get(first.whole.end..).unwrap_or_default();
    let next = after.split_whitespace().next().unwrap_or_default();
    let begins = before.split_whitespace().count() <= 1 && !before.contains(['.', ':']);
    // `With placebo 60 of them`
    let of_them = ["of them", "of these", "of those"];
    let goes_back = of_them
        .iter()
        .any(|words| after.trim_start().starts_with(words));
    goes_back
        || begins && (is_people(first) || tells_what_befell(text, first) || MORE.contains(&next))
}

/// Reads the counts of a text, up to a byte, as out of so many people.
pub fn read_as_out_of(text: &str, found: &mut [Quantity], of: Exact, up_to: usize) {
    for quantity in found {
        let counts = matches!(quantity.kind, Kind::Bare | Kind::Value)
            && (quantity.unit.is_none() || is_people(quantity))
            && (Exact::NOUGHT..of).contains(&quantity.value);
        if counts && quantity.number.start < up_to {
            quantity.kind = Kind::In(of);
            quantity.unit = None;
            quantity.whole.end += difference_after(text, quantity);
            quantity.sense = quantity.sense.or_else(|| sense::sense(text, quantity));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_says_of_how_many_people_it_speaks() {
        for (heading, of, every, rest) in [
            ("Per 1,000 women", 1000, true, ""),
            ("Out of 100 people", 100, true, ""),
            ("Strokes in every 1,000 people", 1000, true, "Strokes"),
            ("Of 1,000 women", 1000, false, ""),
            ("Per 1,000 women on placebo", 1000, true, " on placebo"),
            ("Of every 100 people:", 100, true, ":"),
            (
                "How many in 100 get a rash?",
                100,
                true,
                "How many get a rash?",
            ),
        ] {
            let base = base_of_heading(heading).expect(heading);
            assert_eq!(
                (base.of.value(), base.is_every),
                (of.into(), every),
                "{heading}"
            );
            assert_eq!(heading.replace(&heading[base.words], ""), rest, "{heading}");
        }
        for heading in [
            "Per 1,000 person-years",
            "Dose per 100 g",
            "Women (n = 1,000)",
            "In 100 days",
            "Of 1,500 women",
            "Outcome",
        ] {
            assert_eq!(base_of_heading(heading), None, "{heading}");
        }
    }
}
