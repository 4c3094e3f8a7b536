//! What kind of outcome a finding is of, by the names of both.

use std::borrow::Cow;

use grounds_evidence::Concepts;
use grounds_model::{Finding, Key};
use grounds_numbers::lists::PartList;

use super::known::{Ending, OutcomeKind};

static FALLS: PartList = PartList::new(&[
    "loss", "reduc", "decreas", "decline", "fall", "fell", "drop", "lower", "improve",
]);
static RISES: PartList = PartList::new(&[
    "change",
    "growth",
    "gain",
    "increas",
    "rise",
    "difference",
    "relative",
]);
static DEATHS: PartList = PartList::new(&[
    "death", "mortal", "surviv", "alive", "died", "dead", "fatal", "killed",
]);
static ENDS: PartList = PartList::new(&[
    "quit",
    "stop",
    "cessation",
    "cure",
    "heal",
    "recover",
    "remission",
    "resol",
    "not ",
    "free",
]);

static TESTS: PartList = PartList::new(&["specificity", "true negative"]);

/// What kind of outcome it is, by its names.
pub(super) fn kind_of(names: &[Cow<'_, str>]) -> OutcomeKind {
    let ends = if has_any(names, &DEATHS) {
        Ending::Lives
    } else if has_any(names, &ENDS) {
        Ending::Something
    } else if has_any(names, &TESTS) {
        Ending::Doubt
    } else {
        Ending::Nothing
    };
    OutcomeKind {
        is_fall: has_any(names, &FALLS),
        is_rise: has_any(names, &RISES),
        ends,
    }
}

/// Whether what was measured is itself a fall, by the names of the outcome and of the finding, or by
/// the finding's summary.
pub(super) fn is_of_a_fall(concepts: &Concepts<'_>, key: &Key, finding: &Finding) -> bool {
    has_any(&names(concepts, key, finding), &FALLS)
}

/// Whether what was measured is whether people died or lived, by the same names.
pub(crate) fn is_of_death(concepts: &Concepts<'_>, key: &Key, finding: &Finding) -> bool {
    has_any(&names(concepts, key, finding), &DEATHS)
}

/// The names of the outcome and of a finding, and its summary.
pub(super) fn names<'f>(
    concepts: &Concepts<'f>,
    key: &'f Key,
    finding: &'f Finding,
) -> [Cow<'f, str>; 3] {
    static FALLING: PartList = PartList::new(&["falls"]);
    let summary = finding.summary.as_ref().map_or("", |text| text.as_str());
    // The falls of older people are no fall of anything.
    let named = |name: &'f str| {
        if FALLING.is_in(name) {
            Cow::Owned(name.to_lowercase().replace("falls", ""))
        } else {
            Cow::Borrowed(name)
        }
    };
    [concepts.label(&finding.outcome), key.as_str(), summary].map(named)
}

fn has_any(names: &[Cow<'_, str>], parts: &PartList) -> bool {
    names.iter().any(|name| parts.is_in(name))
}
