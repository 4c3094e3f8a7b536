//! Natural frequencies of people who are only supposed: `of 100 people with it, 12 fall ill`, `imagine 1,000 women: 8 of
//! them …`, `12 of 100 people`.
//!
//! So many people may also be a group that was counted. Whoever has the records tells which numbers are.

use rust_decimal::Decimal;

use super::frequencies::tells_what_befell;
use super::shares::{is_count, is_people};
use super::{Kind, Quantity, sense};
use crate::{Exact, Unit};

/// Words that begin a clause about people who are only supposed: their number is no result, whatever follows.
const SUPPOSING: [&str; 14] = [
    "if",
    "imagine",
    "suppose",
    "supposing",
    "picture",
    "consider",
    "assume",
    "visualise",
    "visualize",
    "think",
    "say",
    "take",
    "were",
    "when",
];
/// Words that begin such a clause where a count follows it.
const OPENING: [&str; 8] = ["of", "out", "per", "among", "amongst", "in", "for", "from"];
/// Words between those and the number: `in a group of 100 people`, `if you treat 100 people`, `imagine that 100 people`.
const BETWEEN: [&str; 38] = [
    "a",
    "all",
    "an",
    "another",
    "class",
    "clinic",
    "crowd",
    "doctors",
    "every",
    "gave",
    "give",
    "group",
    "hall",
    "had",
    "have",
    "of",
    "other",
    "others",
    "out",
    "room",
    "school",
    "similar",
    "some",
    "such",
    "that",
    "the",
    "these",
    "to",
    "town",
    "took",
    "treat",
    "treated",
    "vaccinate",
    "village",
    "ward",
    "we",
    "with",
    "you",
];
/// How many of them there may be.
const MOST: usize = 5;
/// What parts a clause from the one before it.
const PARTS: [&str; 11] = [
    ", ",
    "; ",
    ": ",
    ". ",
    "(",
    "\u{2014}",
    " and ",
    " but ",
    " while ",
    " whereas ",
    " against ",
];

/// How the words before a number of people speak of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Base {
    /// They are supposed: `imagine 100 people`.
    Supposed,
    /// They may be: `of 100 people`, if a count follows.
    Opened,
}

/// Reads as shares the counts that are out of a round number of people who are no group that was counted: the number of
/// people is then no result itself.
pub fn suppose(text: &str, quantities: &mut Vec<Quantity>, is_group: &dyn Fn(Exact) -> bool) {
    if !quantities.iter().any(|of| is_in_tens(of.value)) {
        return;
    }
    join_pairs(text, quantities, is_group);
    let mut bases: Vec<(usize, Base)> = Vec::new();
    for (at, quantity) in quantities.iter().enumerate() {
        let of_some = quantity.unit.is_none() || is_people(quantity);
        let of_tens = is_in_tens(quantity.value) && !is_group(quantity.value);
        if of_some && of_tens && is_count(quantity) {
            let named = is_people(quantity) || !bases.is_empty() || names_some(text, quantity);
            // `Imagine 200 people`, but of any other 200 people it may be that they were counted.
            let fits = |base: &Base| *base == Base::Supposed || is_round(quantity.value);
            let base = base(text, quantity.number.start).filter(|_| named);
            bases.extend(base.filter(fits).map(|base| (at, base)));
        }
    }
    for (i, (at, base)) in bases.iter().enumerate() {
        let end = bases.get(i + 1).map_or(quantities.len(), |(next, _)| *next);
        let of = quantities[*at].value;
        let mut counts = *base == Base::Supposed;
        for quantity in &mut quantities[at + 1..end] {
            if is_count_of(text, quantity, of) && !(is_people(quantity) && is_group(quantity.value))
            {
                quantity.kind = Kind::In(of);
                quantity.whole.end += difference_after(text, quantity);
                quantity.sense = sense::sense(text, quantity);
                counts = true;
            }
        }
        if counts {
            quantities[*at].kind = Kind::Bare;
        }
    }
}

/// `12 of 100 people`
fn join_pairs(text: &str, quantities: &mut Vec<Quantity>, is_group: &dyn Fn(Exact) -> bool) {
    let mut at = 0;
    let mut named = false;
    while at + 1 < quantities.len() {
        let (one, other) = (&quantities[at], &quantities[at + 1]);
        let between = text.get(one.whole.end..other.number.start);
        named |= is_people(other);
        // `4 of 100 operations`, but `3 of 10 centres` were counted.
        let of_things = other.value.value() > Decimal::TEN && names_some(text, other);
        let of_people = is_people(other) || (other.unit.is_none() && (named || of_things));
        let is_share = between.is_some_and(|between| ["of", "out of"].contains(&between.trim()))
            && of_people
            && is_round(other.value)
            && is_count(other)
            && is_count(one)
            && (one.unit.is_none() || is_people(one))
            && one.value < other.value
            && !is_group(other.value);
        if is_share {
            let (of, end) = (other.value, other.whole.end);
            quantities.remove(at + 1);
            let share = &mut quantities[at];
            share.kind = Kind::In(of);
            share.unit = None;
            share.whole.end = end;
            share.sense = sense::sense(text, share);
        }
        at += 1;
    }
}

/// How the words before a number speak of so many people; `None` where they say that these were counted.
fn base(text: &str, at: usize) -> Option<Base> {
    let before = text.get(..at)?.to_lowercase();
    let start = PARTS
        .iter()
        .filter_map(|mark| Some(before.rfind(mark)? + mark.len()));
    let clause = &before[start.max().unwrap_or(0)..];
    let mut words = clause.split_whitespace();
    let first = words.next()?;
    let rest: Vec<&str> = words.collect();
    let leads = rest.len() <= MOST && rest.iter().all(|word| BETWEEN.contains(word));
    if leads && SUPPOSING.contains(&first) {
        Some(Base::Supposed)
    } else if leads && OPENING.contains(&first) {
        Some(Base::Opened)
    } else {
        None
    }
}

/// Whether a number without a unit is one of things or people whom the next word names: `of 10,000 operations`.
fn names_some(text: &str, quantity: &Quantity) -> bool {
    let after = text.get(quantity.whole.end..).unwrap_or_default();
    let mut words = after.split_whitespace();
    let next = words.next().unwrap_or_default();
    // `of 100 healthy people`
    let whom = words
        .next()
        .and_then(|whom| Unit::read(whom.trim_end_matches([',', ':'])));
    if whom.is_some_and(|whom| whom.is_of_participants()) && next.chars().all(char::is_alphabetic) {
        return true;
    }
    let next = next.trim_end_matches([',', ':']);
    next.len() > 3 && next.ends_with('s') && next.chars().all(char::is_alphabetic)
}

/// Whether a number counts some of so many people.
fn is_count_of(text: &str, quantity: &Quantity, of: Exact) -> bool {
    let plain = is_count(quantity) && (quantity.unit.is_none() || is_people(quantity));
    if !plain || quantity.value >= of {
        return false;
    }
    match quantity.kind {
        Kind::Value => !is_said_of_age(text, quantity),
        _ => tells_what_befell(text, quantity) || stands_alone(text, quantity),
    }
}

/// How long the word after a count is that makes it a difference: `368 fewer`.
pub(super) fn difference_after(text: &str, quantity: &Quantity) -> usize {
    let after = text.get(quantity.whole.end..).unwrap_or_default();
    let mut words = [" fewer", " less", " more", " extra"].into_iter();
    let word = words.find(|word| {
        let rest = after.strip_prefix(word);
        rest.is_some_and(|rest| {
            !rest.starts_with(char::is_alphanumeric) && !rest.starts_with(" than")
        })
    });
    word.map_or(0, str::len)
}

/// `aged 45 and over`
fn is_said_of_age(text: &str, quantity: &Quantity) -> bool {
    let before = text[..quantity.number.start].split_whitespace();
    let mut near = before.rev().take(3);
    near.any(|word| ["age", "aged", "ages", "over", "score", "scored"].contains(&word))
}

/// Whether a small number is followed by nothing that it could count: `of 100 on placebo, 5`, `about 12 with it`, `8 of them`.
fn stands_alone(text: &str, quantity: &Quantity) -> bool {
    const AFTER: [&str; 17] = [
        "with", "without", "on", "if", "after", "using", "given", "taking", "who", "more", "fewer",
        "less", "lead", "end", "go", "people", "of",
    ];
    let after = text.get(quantity.whole.end..).unwrap_or_default();
    if after.is_empty() || after.starts_with([',', ';', '.', ')']) {
        return true;
    }
    let mut words = after.split_whitespace();
    let next = words.next().unwrap_or_default();
    let whom = words.next().unwrap_or_default();
    AFTER.contains(&next) && (next != "of" || ["them", "these", "those", "whom"].contains(&whom))
}

/// 10, 20 and so on up to a million.
fn is_in_tens(number: Exact) -> bool {
    let value = number.value();
    let range = Decimal::TEN..=Decimal::from(1_000_000);
    range.contains(&value) && (value % Decimal::TEN).is_zero()
}

/// 10, 100, 1,000 and so on.
fn is_round(number: Exact) -> bool {
    const ROUND: [u32; 6] = [10, 100, 1_000, 10_000, 100_000, 1_000_000];
    ROUND.map(Decimal::from).contains(&number.value())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::quantities;

    /// The shares of a text, as they are written, where none of its numbers is a group.
    fn shares(text: &str) -> Vec<String> {
        let mut found = quantities(text);
        suppose(text, &mut found, &|_| false);
        let shares = found.iter().filter(|of| matches!(of.kind, Kind::In(_)));
        shares.map(|of| text[of.whole.clone()].to_owned()).collect()
    }

    #[test]
    fn counts_are_out_of_people_who_are_supposed() {
        for (text, counts) in [
            (
                "Of 100 people with it, 12 had a rash; of 100 with placebo, 5 did",
                &["12", "5"][..],
            ),
            ("If 100 people take it, 12 will have a rash", &["12"]),
            ("Imagine 200 people: 24 of them have a rash", &["24"]),
            ("For 1,000 people, 368 fewer had a rash", &["368 fewer"]),
            (
                "Imagine 1,000 women: 300 of them fall ill with it, and 120 without",
                &["300", "120"],
            ),
            ("In a group of 10,000 people, 45 would have a rash", &["45"]),
            ("About 20 of 100 people had a rash", &["20 of 100 people"]),
            ("In 4 of 100 operations it leaked", &["4 of 100"]),
            (
                "12 of 100 people on it had a rash, against 30 of 100 on placebo",
                &["12 of 100 people", "30 of 100"],
            ),
            ("Of 10,000 operations, 400 lead to a leak", &["400"]),
            (
                "Of a hundred people on placebo, thirty did; of 100 on it, 12",
                &["thirty", "12"],
            ),
        ] {
            assert_eq!(shares(text), counts, "{text}");
        }
    }

    #[test]
    fn people_who_were_counted_are_no_base() {
        for text in [
            "The trial had 100 people, and 12 had a rash",
            "Of 120 people, 12 had a rash",
            "It was done in 3 of 10 centres",
            "Of 100 people aged 45 and over, some had a rash",
            "Of 100 people, few slept in 12 of the weeks",
            "In 100 people it fell by 8.2 mmHg",
        ] {
            assert_eq!(shares(text), Vec::<String>::new(), "{text}");
        }
        let text = "Of 100 people with it, 12 had a rash";
        let mut found = quantities(text);
        suppose(text, &mut found, &|of| of.value() == 100.into());
        assert_eq!(found[0].kind, Kind::Value);
    }
}
