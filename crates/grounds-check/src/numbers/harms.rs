//! Outcomes that nobody wants, by their names: what is told apart is a number needed to treat from one to harm.

use grounds_evidence::Concepts;
use grounds_model::Key;
use grounds_numbers::lists::PartList;

/// Parts of the names of such outcomes. What is not among them may be wanted.
static UNWANTED: PartList = PartList::new(&[
    "adverse",
    "side effect",
    "harm",
    "death",
    "mortality",
    "bleed",
    "haemorrhage",
    "hemorrhage",
    "infection",
    "stroke",
    "infarction",
    "heart attack",
    "nausea",
    "vomit",
    "diarrh",
    "rash",
    "cough",
    "fracture",
    "hypoglyc",
    "low blood sugar",
    "toxic",
    "reaction",
    "soreness",
    "headache",
    "dizz",
    "relapse",
    "thrombo",
    "insomnia",
    "fatigue",
    "tired",
    "pain",
    "suicid",
    "cancer",
    "withdrawal",
]);

/// Whether an outcome is one that nobody wants.
pub(crate) fn is_unwanted(concepts: &Concepts<'_>, outcome: &Key) -> bool {
    static TURNED: PartList =
        PartList::new(&["free", "relief", "avoid", "prevent", "reduc", "no "]);
    let label = concepts.label(outcome);
    UNWANTED.is_in(label) && !TURNED.is_in(label)
}
