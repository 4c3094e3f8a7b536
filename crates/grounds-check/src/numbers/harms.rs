//! Outcomes that nobody wants, by their names: what is told apart is a number needed to treat from one to harm.

use grounds_evidence::Concepts;
use grounds_model::Key;

/// Parts of the names of such outcomes. What is not among them may be wanted.
const UNWANTED: [&str; 34] = [
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
];

/// Whether an outcome is one that nobody wants.
pub(crate) fn is_unwanted(concepts: &Concepts<'_>, outcome: &Key) -> bool {
    const TURNED: [&str; 6] = ["free", "relief", "avoid", "prevent", "reduc", "no "];
    let label = concepts.label(outcome).to_lowercase();
    let has = |parts: &[&str]| parts.iter().any(|part| label.contains(part));
    has(&UNWANTED) && !has(&TURNED)
}
