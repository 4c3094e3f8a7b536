//! Whom a study counts: people, or animals of some kind, by its species and the names of its population.

use grounds_evidence::Concepts;
use grounds_model::{Design, Species, Study};
use grounds_numbers::Unit;
use grounds_numbers::quantity::Quantity;
use rust_decimal::Decimal;

use super::Known;

/// The unit of those who took part in a study.
pub(super) fn whom_of(study: &Study, concepts: &Concepts<'_>) -> Unit {
    let of = match study.species {
        Some(Species::Mouse) => "mice",
        Some(Species::Rat) => "rats",
        Some(Species::Pig) => "pigs",
        Some(Species::OtherAnimal) => return named_animals(study, concepts),
        None if study.design == Design::Animal => return named_animals(study, concepts),
        _ => return Unit::people(),
    };
    Unit::read(of).unwrap_or_else(Unit::people)
}

/// The one kind of animals that the concepts of a population name, else any animals.
fn named_animals(study: &Study, concepts: &Concepts<'_>) -> Unit {
    let of_population = study.population.iter().flat_map(|people| &people.concepts);
    let labels = of_population.map(|key| concepts.label(key).to_lowercase());
    let mut kinds: Vec<Unit> = Vec::new();
    for label in labels {
        let words = label.split(|c: char| !c.is_alphabetic());
        kinds.extend(words.filter_map(Unit::read).filter(Unit::is_of_animals));
    }
    kinds.dedup();
    match kinds.as_slice() {
        [one] => one.clone(),
        _ => Unit::read("animals").unwrap_or_else(Unit::people),
    }
}

/// Whether a number of a record counts animals.
pub(super) fn is_of_animals(known: &Known) -> bool {
    known.unit.as_ref().is_some_and(Unit::is_of_animals)
}

/// Whether a quantity counts a few animals: `homes with two cats` are nothing that a study of people counts.
pub(super) fn is_of_few_animals(quantity: &Quantity) -> bool {
    let of_animals = quantity.unit.as_ref().is_some_and(Unit::is_of_animals);
    of_animals && quantity.value.value() < Decimal::TEN
}

/// Whether the noun of a quantity is one for people only: `40 volunteers`, and not `40 males` or `40 controls`.
pub(super) fn names_people(text: &str, quantity: &Quantity) -> bool {
    const OF_ANIMALS_TOO: [&str; 8] = [
        "males",
        "females",
        "controls",
        "cases",
        "subjects",
        "individuals",
        "newborns",
        "neonates",
    ];
    let noun = text.get(quantity.number.end..quantity.whole.end);
    let noun = noun.unwrap_or_default().trim().to_lowercase();
    !noun.is_empty() && !OF_ANIMALS_TOO.contains(&noun.as_str())
}
