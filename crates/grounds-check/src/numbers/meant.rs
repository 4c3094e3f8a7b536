//! Which number of the records was meant by one that none of them has, and what they have instead: only what is of the same
//! kind, and of the outcome and the arms that the words name, may be offered to be written.

use std::collections::BTreeSet;
use std::sync::Arc;

use grounds_evidence::Concepts;
use grounds_model::Key;
use grounds_numbers::Unit;
use grounds_numbers::quantity::{Kind, Quantity};

use super::arms::mentions;
use super::compare::{Compared, Source, kept, same_unit};
use super::known::{Field, Part};
use super::naming::Cited;
use super::nearest::nearest;
use super::other_outcome::outcomes_of;
use super::{Grounds, Known, Numbers};

/// How far before a number the words stand that make it a bound or a deviation, in bytes.
const NEAR: usize = 60;

/// Whether a number of a record is of the kind of a quantity: a time is one of times, an age is one where the words say so,
/// a bound stands in an interval.
pub(super) fn is_of_kind(text: &str, quantity: &Quantity, known: &Known) -> bool {
    let is_time = |unit: &Option<Unit>| unit.as_ref().is_some_and(Unit::is_time);
    if is_time(&quantity.unit) != is_time(&known.unit) && known.unit.is_some() {
        return false;
    }
    let from = (0..=quantity.number.start)
        .rev()
        .find(|at| text.is_char_boundary(*at) && quantity.number.start - at >= NEAR);
    let before = &text[from.unwrap_or(0)..quantity.number.start];
    let says = |words: &[&str]| words.iter().any(|word| before.contains(word));
    // The whole of `12 of 120 people` is no number of events.
    let is_whole = ["of", "among"].iter().any(|word| {
        let rest = before.trim_end().to_lowercase();
        let rest = rest.strip_suffix(word).map(str::to_owned);
        rest.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    });
    match &known.field {
        Field::Result(_, Part::Events(_)) => {
            !(is_whole && quantity.unit.as_ref() == Some(&Unit::people()))
        }
        Field::Result(_, Part::Bound(_)) => says(&[
            "CI", "CrI", "nterval", "imits", "ound", "between", "from", "rang",
        ]),
        Field::Result(_, Part::Sd(_)) => says(&["SD", "±", "deviation"]),
        Field::Result(_, Part::I2) => says(&["I²", "I2", "eterogen"]),
        Field::Result(_, Part::Level | Part::Test | Part::Df(_)) => false,
        Field::People("female") => names(text, &["women", "woman", "female", "girls"]),
        Field::People("male") => names(text, &["men", "man", "male", "boys"]),
        Field::Result(..) | Field::Derivation(_) | Field::ArmSize(_) | Field::People(_) => true,
        Field::FindingWords(_, field) => *field == "at" && is_time(&quantity.unit),
        Field::Age(_) => says(&["age", "Age"]),
        Field::Severity(_) => says(&["sever"]),
        _ => false,
    }
}

fn names(text: &str, all: &[&str]) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.any(|word| all.iter().any(|one| one.eq_ignore_ascii_case(word)))
}

/// Whether a number is one in the words of an arm, in a unit that is as good as that of a quantity: 20 mg/day for 20 mg/week.
pub(super) fn is_dose(quantity: &Quantity, known: &Known) -> bool {
    let both = quantity.unit.as_ref().zip(known.unit.as_ref());
    matches!(known.field, Field::ArmWords(_) | Field::Intervention(..))
        && both.is_some_and(|(here, there)| !here.is_time() && here.shares_a_base(there))
}

/// Whether an amount of something stands beside a ratio, or beside what is no result: nobody writes 0.5 mg for a ratio of 0.5.
pub(super) fn is_of_another_kind(quantity: &Quantity, known: &Known) -> bool {
    let fold = Unit::fold();
    let ratio = known.unit.as_ref() == Some(&fold) && quantity.unit.as_ref() != Some(&fold);
    ratio || (known.finding().is_none() && !is_dose(quantity, known))
}

/// What the records have of the kind of a quantity, and of what the words name.
pub(super) struct Offered<'a> {
    known: Vec<(Option<&'a str>, Known)>,
}

impl<'a> Offered<'a> {
    pub(super) fn of(
        text: &str,
        quantity: &Quantity,
        grounds: &Grounds<'a>,
        numbers: &Numbers<'a>,
        concepts: &Concepts<'a>,
    ) -> Self {
        let records = grounds.studies.iter();
        let cited = Cited::of(records.filter_map(|key| numbers.record(key)), concepts);
        let named = numbers.outcomes.named(text, cited.measured.iter().copied());
        let mut known: Vec<(Option<&'a str>, Known)> = Vec::new();
        for key in &grounds.studies {
            let Some(record) = numbers.record(key) else {
                continue;
            };
            let lower = text.to_lowercase();
            let arms = mentions(&lower, record, concepts);
            let arms: BTreeSet<&Key> = arms.iter().filter_map(|mention| mention.of).collect();
            let all: Arc<[Known]> = numbers.study(key);
            let is_offered = |known: &&Known| {
                let outcomes = outcomes_of(record, known);
                let of_named = outcomes.is_empty()
                    || named.is_empty()
                    || outcomes
                        .iter()
                        .any(|own| named.iter().any(|named| cited.are_related(own, named)));
                let of_arm = known
                    .arm()
                    .is_none_or(|arm| arms.is_empty() || arms.contains(arm));
                is_of_kind(text, quantity, known) && of_named && of_arm
            };
            known.extend(
                all.iter()
                    .filter(is_offered)
                    .cloned()
                    .map(|of| (Some(*key), of)),
            );
        }
        for claim in &grounds.claims {
            known.extend(numbers.claim(claim).into_iter().map(|of| (None, of)));
        }
        Self { known }
    }

    /// The one that was probably meant.
    pub(super) fn nearest(&self, quantity: &Quantity) -> Option<Source<'a>> {
        let known: Vec<Compared<'a, '_>> =
            self.known.iter().map(|(study, of)| (*study, of)).collect();
        nearest(quantity, &known)
    }

    /// The results of arms, or the times of a study, that stand instead of a quantity: no more than a few, else they tell
    /// nothing.
    pub(super) fn instead(&self, quantity: &Quantity) -> Vec<Source<'a>> {
        const FEW: usize = 4;
        let is_time = quantity.unit.as_ref().is_some_and(Unit::is_time);
        let is_share = matches!(quantity.kind, Kind::In(_));
        let alike = |known: &Known| {
            if is_time {
                return true;
            }
            let result = known.is_main_result() || known.derivation().is_some();
            let share = is_share && known.unit.as_ref() == Some(&Unit::percent());
            let same = quantity.unit.is_some()
                && known.unit.is_some()
                && same_unit(quantity, known, false);
            result && (share || (same && !is_share))
        };
        let mut found: Vec<Source<'a>> = Vec::new();
        for (study, known) in self.known.iter().filter(|(_, known)| alike(known)) {
            let again = found.iter().any(|(_, other)| {
                other.value == known.value && other.unit == known.unit && other.arm() == known.arm()
            });
            if !again {
                found.push(kept(&(*study, known)));
            }
        }
        if found.len() > FEW { Vec::new() } else { found }
    }
}
