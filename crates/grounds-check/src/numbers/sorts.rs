//! What sort of number the words beside a quantity make it: an absolute difference, the level of an interval, a change.

use grounds_numbers::Unit;
use grounds_numbers::lists::PartList;
use grounds_numbers::quantity::{Quantity, Sense};

use super::Known;

/// Whether the words of its clause call a number an absolute difference: `an absolute reduction of 2.0%`, `2.0% in
/// absolute terms`, `a risk difference of 2.0%`. Such a per cent is one of percentage points, as clinical texts write it.
pub(super) fn is_called_absolute(text: &str, quantity: &Quantity) -> bool {
    const ENDS: [&str; 8] = [
        "; ",
        ". ",
        ", and ",
        ", but ",
        " but ",
        " while ",
        " whereas ",
        ": ",
    ];
    static NAMES: PartList =
        PartList::new(&["absolute", "risk difference", "difference in risk", "arr"]);
    if !NAMES.is_in(text) {
        return false;
    }
    let before = text.get(..quantity.number.start).unwrap_or_default();
    let after = text.get(quantity.whole.end..).unwrap_or_default();
    let from = ENDS
        .iter()
        .filter_map(|end| Some(before.rfind(end)? + end.len()));
    let to = ENDS.iter().filter_map(|end| after.find(end));
    let before = &before[from.max().unwrap_or(0)..];
    let after = &after[..to.min().unwrap_or(after.len())];
    [before, after].iter().any(|part| {
        let part = part.to_lowercase();
        part.contains("absolute")
            || part.contains("risk difference")
            || part.contains("difference in risk")
            || words(&part).any(|word| word == "arr")
    })
}

/// Whether the words beside a per cent make it the level of an interval: `95% CI`, `a confidence interval (95%)`.
pub(super) fn is_said_to_be_a_level(text: &str, quantity: &Quantity) -> bool {
    const WORDS: [&str; 10] = [
        "ci",
        "cis",
        "cri",
        "confidence",
        "credible",
        "credibility",
        "interval",
        "intervals",
        "prediction",
        "compatibility",
    ];
    let is_one = |word: &str| WORDS.iter().any(|one| one.eq_ignore_ascii_case(word));
    let mut after = words(text.get(quantity.whole.end..).unwrap_or_default());
    let before = text.get(..quantity.number.start).unwrap_or_default();
    let before = before
        .rsplit(|c: char| !c.is_alphanumeric())
        .find(|word| !word.is_empty());
    quantity.unit.as_ref() == Some(&Unit::percent())
        && (after.next().is_some_and(is_one) || before.is_some_and(is_one))
}

/// Whether a per cent is said to be more or less than another thing, or how much something changed: `50% higher`, `fell by
/// 50%`, `a 50% reduction`.
pub(super) fn is_said_as_change(text: &str, quantity: &Quantity) -> bool {
    const MORE_OR_LESS: [&str; 8] = [
        "higher", "lower", "more", "less", "fewer", "greater", "rarer", "commoner",
    ];
    const CHANGES: [&str; 9] = [
        "reduction",
        "decrease",
        "fall",
        "drop",
        "decline",
        "increase",
        "rise",
        "jump",
        "cut",
    ];
    if quantity.unit.as_ref() != Some(&Unit::percent()) {
        return false;
    }
    let before = text.get(..quantity.number.start).unwrap_or_default();
    let after = text.get(quantity.whole.end..).unwrap_or_default();
    let next = || words(after).find(|word| !["relative", "overall", "risk"].contains(word));
    let next = next().filter(|_| after.starts_with(' '));
    if next.is_some_and(|word| MORE_OR_LESS.contains(&word)) {
        return true;
    }
    let mut back = before.split_whitespace().rev();
    let article = back.clone().next();
    if article.is_some_and(|word| ["a", "an", "the"].contains(&word))
        && next.is_some_and(|word| CHANGES.contains(&word))
    {
        return true;
    }
    let changed = matches!(quantity.sense, Some(Sense::Up | Sense::Down));
    let by = back.find(|word| !HEDGES.contains(word));
    // `Falls were reported by 15% of the women` tells of people.
    let of_people = after.trim_start().starts_with("of ");
    changed && by == Some("by") && !of_people && back.next().is_none_or(|verb| !is_passive(verb))
}

/// Words that may stand between `by` and a number.
const HEDGES: [&str; 14] = [
    "about",
    "around",
    "almost",
    "nearly",
    "roughly",
    "approximately",
    "only",
    "just",
    "some",
    "over",
    "at",
    "least",
    "up",
    "to",
];

/// Whether a verb tells of those by whom something was done: `reported by`.
fn is_passive(verb: &str) -> bool {
    const CHANGED: [&str; 14] = [
        "reduced",
        "decreased",
        "increased",
        "lowered",
        "raised",
        "dropped",
        "declined",
        "climbed",
        "gained",
        "improved",
        "worsened",
        "shortened",
        "slowed",
        "cured",
    ];
    const DONE: [&str; 9] = [
        "seen", "felt", "had", "given", "taken", "shown", "caught", "borne", "known",
    ];
    let verb = verb.to_lowercase();
    let verb = verb.trim_matches(|c: char| !c.is_alphabetic());
    (verb.ends_with("ed") && !CHANGED.contains(&verb)) || DONE.contains(&verb)
}

/// Whether a per cent of a record is one of a whole: the share of an arm's people, the level of an interval. What is itself
/// a change may be told as one.
pub(super) fn is_of_a_whole(known: &Known) -> bool {
    let outcome = known.outcome;
    let of_people =
        known.arm().is_some() && !known.is_change && !outcome.is_fall && !outcome.is_rise;
    known.unit.as_ref() == Some(&Unit::percent()) && (of_people || known.is_level())
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}
