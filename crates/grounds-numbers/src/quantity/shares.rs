//! Shares: two numbers that say together how many of how many it is, the natural frequencies of plain language
//! (`1 in 8`, `18 fewer strokes per 1,000 people`).

use super::frequencies::tells_what_befell;
use super::precision::{NEARLY, ROUNDED};
use super::{Kind, Precision, Quantity, Sense};
use crate::{Exact, Unit};

/// Makes one quantity of `1 in 8 people`, and people of both numbers of `3 of 8 men`. Spelt numbers that are no
/// part of a share go: they count words, or are none.
pub(super) fn join(text: &str, quantities: &mut Vec<Quantity>) {
    let mut at = 0;
    while at + 1 < quantities.len() {
        let (one, other) = (&quantities[at], &quantities[at + 1]);
        let between = text
            .get(one.whole.end..other.number.start)
            .unwrap_or_default();
        if is_share(text, one, other, between) {
            let (of, end) = (other.value, other.whole.end);
            quantities.remove(at + 1);
            quantities[at].kind = Kind::In(of);
            quantities[at].unit = None;
            quantities[at].whole.end = end;
        } else if is_people(other)
            && ["of", "out of", "of the", "of all"].contains(&between.trim())
            && one.unit.is_none()
            && is_count(one)
            && !is_spelt(text, one)
        {
            quantities[at].unit = other.unit.clone();
            quantities[at].kind = Kind::Value;
        }
        at += 1;
    }
    share_bases(text, quantities);
    let some = quantities.iter().find(|quantity| is_round(quantity.value));
    let base = some.map(|quantity| quantity.whole.end);
    let is_counting_word = |quantity: &Quantity| {
        // `Of a hundred people, thirty had it`.
        let is_result = base.is_some_and(|end| end <= quantity.number.start)
            && tells_what_befell(text, quantity);
        quantity.kind == Kind::Bare && is_spelt(text, quantity) && !is_result
    };
    quantities.retain(|quantity| !is_counting_word(quantity));
}

/// Words between two counts that are out of as many.
const JOINTS: [&str; 8] = [
    "to", "and", "against", "versus", "v", "vs", "or", "\u{2013}",
];
/// Words that set one count against another.
const CONTRASTS: [&str; 10] = [
    "instead of",
    "rather than",
    "compared with",
    "compared to",
    "as against",
    "as opposed to",
    "against",
    "versus",
    "vs",
    "v",
];

/// Of `from 65 to 45 per 1,000`, `18 instead of 36 in 1,000` and `3 in 1,000 against 5` both are out of the thousand.
fn share_bases(text: &str, quantities: &mut [Quantity]) {
    for at in (1..quantities.len()).rev() {
        let (before, after) = quantities.split_at_mut(at);
        let (Some(one), Some(other)) = (before.last_mut(), after.first_mut()) else {
            continue;
        };
        let between = text
            .get(one.whole.end..other.number.start)
            .unwrap_or_default();
        let between = without_hedge(between);
        let contrasted = CONTRASTS.contains(&between);
        match (one.kind, other.kind) {
            (_, Kind::In(of)) if is_round(of) && is_count(one) && one.value < of => {
                let plain = one.unit.is_none() && JOINTS.contains(&between);
                let of_people = one.unit.is_none() || is_people(one);
                if plain || (contrasted && of_people) {
                    one.kind = Kind::In(of);
                    one.unit = None;
                }
            }
            (Kind::In(of), _)
                if is_round(of)
                    && contrasted
                    && is_count(other)
                    && other.unit.is_none()
                    && other.value < of
                    && ends_a_contrast(text, other) =>
            {
                other.kind = Kind::In(of);
            }
            _ => {}
        }
    }
}

/// The words between two numbers, without one that says how exact the second is.
pub(super) fn without_hedge(between: &str) -> &str {
    let between = between.trim();
    let last = between.rsplit(' ').next().unwrap_or_default();
    if ROUNDED.contains(&last) || NEARLY.contains(&last) {
        between[..between.len() - last.len()].trim_end()
    } else {
        between
    }
}

/// Whether nothing that a number could count follows it: `against 5`, `against 5 with it`.
pub(super) fn ends_a_contrast(text: &str, quantity: &Quantity) -> bool {
    const AFTER: [&str; 8] = ["with", "without", "on", "after", "in", "among", "for", "if"];
    let after = text.get(quantity.whole.end..).unwrap_or_default();
    let mut words = after.split_whitespace();
    let next = words.next().unwrap_or_default();
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    after.is_empty()
        || after.starts_with([')', ',', ';', '.', ':'])
        || (AFTER.contains(&next) && !words.next().is_some_and(is_number))
}

/// Of `about 12 in 100 with it and 9 in 100 without` both are rounded.
pub(super) fn share_precisions(text: &str, quantities: &mut [Quantity]) {
    for at in 1..quantities.len() {
        let (before, after) = quantities.split_at_mut(at);
        let (Some(one), Some(other)) = (before.last(), after.first_mut()) else {
            continue;
        };
        let between = text.get(one.whole.end..other.number.start);
        let joined = between.is_some_and(|between| {
            [" and ", " against ", " to ", " than "]
                .iter()
                .any(|joint| between.contains(joint))
                && !between.contains([';', '.', ':'])
        });
        let alike =
            matches!((one.kind, other.kind), (Kind::In(of), Kind::In(whole)) if of == whole);
        if alike && joined && other.precision == Precision::Exact {
            other.precision = match one.precision {
                Precision::Rounded | Precision::Nearly => Precision::Rounded,
                _ => Precision::Exact,
            };
        }
    }
}

/// Whether two numbers, and the words between them, are a share.
fn is_share(text: &str, one: &Quantity, other: &Quantity, between: &str) -> bool {
    let after = text.get(other.whole.end..).unwrap_or_default();
    // `5.4 per 1,000 women`
    // `2.4 in 100 people`
    let per = ["per", "in", "out of"].contains(&between.trim())
        && is_round(other.value)
        && one.kind == Kind::Value;
    let numbers = (is_count(one) || (per && one.value >= Exact::NOUGHT))
        && (one.unit.as_ref().is_none_or(Unit::is_of_things) || is_people(one))
        && is_count(other)
        && (other.unit.is_none() || is_people(other))
        && other.value.value() > one.value.value();
    if !numbers
        || [" person", " patient-", "-"]
            .iter()
            .any(|unit| after.starts_with(unit))
    {
        return false;
    }
    let words: Vec<&str> = between.split_whitespace().collect();
    let for_every = words.ends_with(&["for", "every"]) || words.ends_with(&["for", "each"]);
    // The `of` of `100 more cases of nausea per 1,000` joins nothing.
    let joins_later = |at: usize| words[at + 1..].iter().any(|word| JOINING.contains(word));
    let join = (0..words.len())
        .find(|at| JOINING.contains(&words[*at]) && !(words[*at] == "of" && joins_later(*at)));
    let join = join.or_else(|| (for_every && is_round(other.value)).then(|| words.len() - 2));
    let Some(join) = join else {
        return false;
    };
    let (counted, joining) = words.split_at(join);
    let every = joining
        .iter()
        .any(|word| ["every", "each", "per"].contains(word));
    // `Compared the two in 68 men`; but `about one in 22`, and `one person in 22`.
    let alone = text[one.number.clone()].eq_ignore_ascii_case("one")
        && !text[..one.number.start].trim_end().ends_with("the");
    let mixed = is_spelt(text, one) && !is_spelt(text, other) && !is_round(other.value) && !alone;
    if alone && is_people(one) && joining == ["in"] && counted.is_empty() {
        return true;
    }
    let joins = match joining {
        ["in"] => !mixed,
        ["per"] | ["in" | "of" | "for", "every" | "each"] | ["out", "of", "every" | "each"] => true,
        ["out", "of"] => is_spelt(text, one) && is_spelt(text, other),
        // `Six in a hundred`.
        ["in", "a"] | ["out", "of", "a"] => is_round(other.value),
        _ => false,
    };
    // `30 men in 12 centres` is no share, `30 strokes in every 1,000` is.
    let names_what = counted.len() <= MOST_WORDS
        && counted.iter().all(|word| word.chars().all(is_of_a_word))
        && (every || is_round(other.value));
    joins && (counted.is_empty() && one.unit.is_none() || names_what)
}

const FEWER: [&str; 6] = ["fewer", "less", "avoided", "prevented", "averted", "saved"];

/// Whether the verb right before a byte says that what follows did not happen: `prevented about 20 strokes per 1,000`.
pub(super) fn prevented_before(text: &str, at: usize) -> Option<Sense> {
    const PREVENTING: [&str; 6] = [
        "prevent",
        "prevents",
        "preventing",
        "avoids",
        "averts",
        "avoid",
    ];
    let before = super::precision::words_before(text, at);
    let mut near = before.iter().take(3);
    let prevents = |word: &str| FEWER[2..].contains(&word) || PREVENTING.contains(&word);
    near.any(|word| prevents(word)).then_some(Sense::Down)
}

/// Whether the verb after what is counted says that it did not happen: `18 strokes were prevented`.
pub(super) fn prevented_after(text: &str, at: usize) -> Option<Sense> {
    const BEING: [&str; 10] = [
        "is", "are", "was", "were", "be", "been", "would", "will", "could", "can",
    ];
    let after = text.get(at..).unwrap_or_default();
    let clause = after.split([',', ';', '.', '(']).next().unwrap_or_default();
    let mut words = clause.split_whitespace().peekable();
    let mut passive = false;
    while words.next_if(|word| BEING.contains(word)).is_some() {
        passive = true;
    }
    let verb = words.next().filter(|_| passive)?;
    FEWER[2..].contains(&verb).then_some(Sense::Down)
}

/// Whether the word right before a number says that so many came on top: `an extra 5 people in every 1,000`.
pub(super) fn is_extra(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let last = before.split_whitespace().next_back().unwrap_or_default();
    ["extra", "additional"].contains(&last)
}

/// Which way the words within a share say that it is a difference: `18 fewer per 1,000`.
pub(super) fn sense(words: &str) -> Option<Sense> {
    const MORE: [&str; 4] = ["more", "additional", "extra", "excess"];
    let mut words = words.split_whitespace();
    words.find_map(|word| {
        let down = FEWER.contains(&word).then_some(Sense::Down);
        down.or_else(|| MORE.contains(&word).then_some(Sense::Up))
    })
}

const JOINING: [&str; 4] = ["in", "per", "out", "of"];
/// How many words may say what is counted: `fewer non-fatal heart attacks`.
const MOST_WORDS: usize = 5;

fn is_of_a_word(c: char) -> bool {
    c.is_alphabetic() || c == '-'
}

/// 100, 1,000 and so on: of so many people natural frequencies speak.
pub(super) fn is_round(number: Exact) -> bool {
    let digits = number.to_string();
    let noughts = digits.strip_prefix('1').unwrap_or_default();
    noughts.len() >= 2 && noughts.bytes().all(|digit| digit == b'0')
}

pub(super) fn is_people(quantity: &Quantity) -> bool {
    let unit = quantity.unit.as_ref();
    unit.is_some_and(Unit::is_of_participants)
}

pub(super) fn is_count(quantity: &Quantity) -> bool {
    matches!(quantity.kind, Kind::Bare | Kind::Value)
        && quantity.value >= Exact::NOUGHT
        && quantity.value.places() == 0
}

fn is_spelt(text: &str, quantity: &Quantity) -> bool {
    text[quantity.number.start..].starts_with(char::is_alphabetic)
}

#[cfg(test)]
pub(super) mod tests {
    use crate::quantity::{Kind, Sense, quantities};

    /// The shares of a text, as they are written.
    pub(in crate::quantity) fn shares(text: &str) -> Vec<String> {
        quantities(text)
            .into_iter()
            .filter(|quantity| matches!(quantity.kind, Kind::In(_)))
            .map(|quantity| text[quantity.whole].to_owned())
            .collect()
    }

    #[test]
    fn natural_frequencies_are_one_quantity() {
        for text in [
            "1 in 8",
            "one in ten",
            "8 in every 100 people",
            "Twelve out of every 150 people",
            "18 fewer strokes in every 1,000 people",
            "18 fewer per 1000",
            "Eighteen strokes were avoided per 1,000 people",
            "2 more non-fatal heart attacks per 1,000 people",
            "12 strokes in 1,000 people",
            "five people in every hundred",
            "six in a hundred people",
            "5.4 per 1,000 women",
            "2.4 in 100 people",
            "6 out of a thousand",
            "45 of every 1000 people",
            "one in 22",
            "one person in 22",
            "18 strokes for every 1,000 people",
        ] {
            assert_eq!(shares(text), [text]);
        }
        let found = quantities("from 65 to 45 per 1,000 people");
        assert!(
            found
                .iter()
                .all(|quantity| matches!(quantity.kind, Kind::In(_)))
        );
        for text in [
            "18 instead of 36 in 1,000 people",
            "22 people rather than about 34 in 1,000",
            "22 in 1,000 compared with 34",
            "3 in 1,000 against 5 with placebo",
        ] {
            assert_eq!(shares(text).len(), 2, "{text}");
        }
        let found = quantities("18 fewer per 1000, and 2 more in 100");
        let senses: Vec<_> = found.iter().map(|quantity| quantity.sense).collect();
        assert_eq!(senses, [Some(Sense::Down), Some(Sense::Up)]);
    }

    #[test]
    fn other_numbers_beside_one_another_are_no_shares() {
        for text in [
            "30 men in 12 centres",
            "3 trials in 1200 people",
            "12 men per 2 weeks",
            "5 per 100 person-years",
            "9 in 2 of the 3 groups",
            "two and three in a row",
            "A trial compared the two in 68 men",
            "120 out of 1,500 people",
        ] {
            assert_eq!(shares(text), Vec::<String>::new(), "{text}");
        }
    }
}
