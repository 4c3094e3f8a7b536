//! Natural frequencies over a whole sentence: the thousand that two counts are out of (`for every 1,000 people, 120 were
//! cured and 40 with placebo`), and the two sides of a difference (`150 more out of every 1,000 (550 against 400)`).

use super::sense::sense;
use super::shares::{is_count, is_people, is_round, without_hedge};
use super::supposed::difference_after;
use super::{Kind, Quantity};
use crate::Exact;

/// Of `for every 1,000 people, 120 were cured and 40 with placebo`, the two counts are each out of the thousand,
/// which is itself no result: numbers as GRADE's summaries of findings write them. `Of every 100 who had it, 2
/// fell ill, and of every 100 who had not, 6` names the hundred twice.
pub(super) fn join_frequencies(text: &str, quantities: &mut [Quantity]) {
    let bases: Vec<(usize, Exact)> = quantities
        .iter()
        .filter(|quantity| is_base(text, quantity))
        .map(|quantity| (quantity.number.start, quantity.value))
        .collect();
    let Some(first) = bases.first().copied() else {
        return;
    };
    for quantity in quantities {
        let start = quantity.number.start;
        if bases.iter().any(|(base, _)| *base == start) {
            quantity.kind = Kind::Bare;
            continue;
        }
        let before = bases.iter().rev().find(|(base, _)| *base < start);
        let (_, of) = before.copied().unwrap_or(first);
        let counts = match quantity.kind {
            Kind::Value => true,
            Kind::Bare => before.is_some() && tells_what_befell(text, quantity),
            _ => false,
        };
        if counts
            && is_count(quantity)
            && (Exact::NOUGHT..of).contains(&quantity.value)
            && (quantity.unit.is_none() || is_people(quantity))
        {
            quantity.kind = Kind::In(of);
            quantity.whole.end += difference_after(text, quantity);
        }
    }
}

/// Whether a number is of how many people counts are given: `of every 100 people`, `out of 100 people`.
pub(super) fn is_base(text: &str, quantity: &Quantity) -> bool {
    let before = text[..quantity.number.start].trim_end();
    let ends_with = |words: &str| {
        let cut = before.len().checked_sub(words.len());
        let (Some(rest), Some(end)) = (
            cut.and_then(|cut| before.get(..cut)),
            cut.and_then(|cut| before.get(cut..)),
        ) else {
            return false;
        };
        end.eq_ignore_ascii_case(words) && !rest.ends_with(char::is_alphanumeric)
    };
    let every = ["every", "each", "out of"].into_iter().any(ends_with);
    let people = quantity.unit.is_none() || is_people(quantity);
    every && people && is_round(quantity.value) && is_count(quantity)
}

/// Whether what befell so many people follows a small number: `2 get flu`, `six do`.
pub(super) fn tells_what_befell(text: &str, quantity: &Quantity) -> bool {
    let after = text.get(quantity.whole.end..).unwrap_or_default();
    let next = after.split_whitespace().next().unwrap_or_default();
    let next = next.trim_end_matches([',', '.', ';']);
    BEFALLING.contains(&next)
}

/// Verbs for what befalls people, as they stand after how many.
const BEFALLING: [&str; 40] = [
    "are",
    "benefit",
    "benefited",
    "catch",
    "caught",
    "did",
    "die",
    "died",
    "develop",
    "developed",
    "do",
    "experience",
    "experienced",
    "fall",
    "fell",
    "get",
    "gets",
    "got",
    "had",
    "has",
    "have",
    "improve",
    "improved",
    "is",
    "need",
    "needed",
    "recover",
    "recovered",
    "relapse",
    "relapsed",
    "stop",
    "stopped",
    "suffer",
    "suffered",
    "survive",
    "survived",
    "was",
    "were",
    "will",
    "would",
];

/// Of `150 more out of every 1,000 (550 against 400)` the two that are that far apart are each out of the thousand, and
/// so they are where they stand before it.
pub(super) fn join_sides(text: &str, quantities: &mut [Quantity]) {
    const AGAINST: [&str; 11] = [
        "to",
        "against",
        "versus",
        "v",
        "vs",
        "vs.",
        "compared with",
        "compared to",
        "rather than",
        "instead of",
        "and",
    ];
    let differences = quantities.iter().filter_map(|quantity| {
        let share = quantity.as_share(text);
        let difference = share.as_ref().map_or(quantity, |(share, _)| share);
        let Kind::In(of) = difference.kind else {
            return None;
        };
        let directed = || difference.sense.or_else(|| sense(text, difference));
        (is_round(of) && directed().is_some()).then(|| (difference.value.value(), of))
    });
    let mut differences = differences.collect::<Vec<_>>().into_iter();
    let (Some((apart, of)), None) = (differences.next(), differences.next()) else {
        return;
    };
    for at in 1..quantities.len() {
        let (before, after) = quantities.split_at_mut(at);
        let (Some(one), Some(other)) = (before.last_mut(), after.first_mut()) else {
            continue;
        };
        let between = text
            .get(one.whole.end..other.number.start)
            .unwrap_or_default();
        let are_counts = [&*one, &*other].iter().all(|side| {
            is_count(side) && (side.unit.is_none() || is_people(side)) && side.value < of
        });
        let gap = (one.value.value() - other.value.value()).abs();
        // `550 with it against 400` names the arms between.
        // `550 against about 400`
        let between = without_hedge(between);
        let joined = AGAINST.iter().any(|word| {
            between == *word
                || between
                    .strip_suffix(word)
                    .is_some_and(|arm| arm.ends_with(' ') && !arm.contains(['.', ';', '(', ')']))
        });
        if are_counts && joined && gap == apart {
            for side in [one, other] {
                side.kind = Kind::In(of);
                side.unit = None;
            }
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::quantity::shares::tests::shares;
    use crate::quantity::{Kind, quantities};

    #[test]
    fn counts_are_out_of_those_of_whom_they_are_said() {
        for (text, counts) in [
            (
                "For every 1,000 people, 120 were cured and 40 with placebo",
                &["120", "40"][..],
            ),
            (
                "Of every 100 people who have it, about 2 get flu, and of every 100 who do not, 6 do.",
                &["2", "6"],
            ),
            ("Out of 100 vaccinated people, 2 get flu.", &["2"]),
            (
                "Out of 1,000 people, 180 fewer have it (120 against 300).",
                &["180 fewer", "120", "300"],
            ),
            (
                "Of every 100 people, 30 slept, and of every 1,000 men, 45 died.",
                &["30", "45"],
            ),
        ] {
            assert_eq!(shares(text), counts, "{text}");
        }
        let found = quantities("Of every 1,000 men, 45 died.");
        assert_eq!(found[0].kind, Kind::Bare);
        let twelve = "Of every 100 people, 30 slept in 12 of the weeks.";
        assert_eq!(shares(twelve), ["30"]);
    }

    #[test]
    fn the_sides_of_a_difference_are_out_of_as_many() {
        let text = "150 more out of every 1,000 people recover (550 against 400).";
        assert_eq!(
            shares(text),
            ["150 more out of every 1,000 people", "550", "400"]
        );
        // These two are not so far apart.
        let other = "150 more out of every 1,000 people recover (550 against 410).";
        assert_eq!(shares(other), ["150 more out of every 1,000 people"]);
    }
}
