//! Ages that are those of a claim's own scope: they say whom the claim is about, and are no number of a study.

use std::collections::BTreeSet;

use grounds_model::{AgeRange, Count, Key};
use grounds_numbers::Unit;
use grounds_numbers::quantity::Quantity;
use rust_decimal::Decimal;

use super::Numbers;
use super::compare::{Fault, Judged};

/// Lets the ages of the scope of some claims, and of the concepts of their population, stand.
pub(super) fn accept(
    text: &str,
    claims: &BTreeSet<&Key>,
    judged: &mut [(Quantity, Judged<'_>)],
    numbers: &Numbers<'_>,
) {
    let absent = |judged: &Judged<'_>| {
        matches!(
            judged,
            Judged::Fault(Fault::Absent | Fault::Rounded(_) | Fault::OtherUnit(_))
        )
    };
    if claims.is_empty() || !judged.iter().any(|(_, judged)| absent(judged)) {
        return;
    }
    let ages: Vec<&AgeRange> = claims.iter().flat_map(|key| ages(key, numbers)).collect();
    for (quantity, judged) in judged.iter_mut().filter(|(_, judged)| absent(judged)) {
        let is = |age: &&AgeRange| is_end_of(text, quantity, age);
        if ages.iter().any(is) {
            *judged = Judged::Free;
        }
    }
}

/// The ages of the scope of a claim.
fn ages<'a>(claim: &Key, numbers: &Numbers<'a>) -> Vec<&'a AgeRange> {
    let Some(document) = numbers.set().claims.sound.get(claim) else {
        return Vec::new();
    };
    let Some(scope) = &document.value.scope else {
        return Vec::new();
    };
    let people = scope.population.iter();
    let concepts = people.filter_map(|key| numbers.concepts().lineage(key).next());
    let of_concepts = concepts.filter_map(|concept| concept.age.as_ref());
    scope.age.iter().chain(of_concepts).collect()
}

/// Whether a number is an end of a range of ages, and is said as an age.
fn is_end_of(text: &str, quantity: &Quantity, age: &AgeRange) -> bool {
    const UNDER: [&str; 4] = ["under", "younger", "below", "before"];
    const SAID: [&str; 15] = [
        "aged", "age", "ages", "over", "above", "older", "from", "between", "to", "and", "years",
        "year", "yr", "yrs", "least",
    ];
    let years = Unit::read("years");
    if quantity.unit.is_some() && quantity.unit != years {
        return false;
    }
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        let words = words.filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let before = words(text.get(..quantity.number.start).unwrap_or_default());
    let after = words(text.get(quantity.number.end..).unwrap_or_default());
    let near: Vec<&str> = before
        .iter()
        .rev()
        .take(3)
        .chain(after.iter().take(3))
        .map(String::as_str)
        .collect();
    let has = |all: &[&str]| near.iter().any(|word| all.contains(word));
    let value = quantity.value.value();
    let end = |end: Option<Count>| end.map(|end| Decimal::from(end.get()));
    let (from, to) = (end(age.from), end(age.to));
    let under = has(&UNDER);
    // Those under 18 are 17 at most.
    let is_next = under && to.is_some_and(|to| to + Decimal::ONE == value);
    is_next || ((under || has(&SAID)) && [from, to].contains(&Some(value)))
}
