//! The comparison: one quantity of prose against the numbers of the records that it may come from.

use std::cell::LazyCell;

use grounds_evidence::Duration;
use grounds_model::Study;
use grounds_numbers::quantity::{Kind, Precision, Quantity, Sense, quantities};
use grounds_numbers::{Exact, Unit};
use rust_decimal::Decimal;

use super::follows;
use super::known::Known;
use super::meant::{is_dose, is_of_another_kind, is_of_kind};
use super::p_values::Recorded;
use super::per_time::PerTime;
use super::sorts::{is_called_absolute, is_of_a_whole, is_said_as_change, is_said_to_be_a_level};
use super::spreads;
use super::times;
use super::whom::{is_of_animals, is_of_few_animals, names_people};
use super::without::Without;

/// A number of a record, with the key of the study (none for a claim's own derivation).
pub(crate) type Source<'a> = (Option<&'a str>, Known);

/// The same, of what is compared.
pub(super) type Compared<'a, 'k> = (Option<&'a str>, &'k Known);

/// How a quantity of prose stands to the records.
#[derive(Debug)]
pub(crate) enum Judged<'a> {
    /// It is one of their numbers.
    Found(Vec<Source<'a>>),
    /// It is none of them.
    Fault(Fault<'a>),
    /// It need not be one.
    Free,
}

/// What is wrong with a quantity.
#[derive(Debug)]
pub(crate) enum Fault<'a> {
    /// No record has the number.
    Absent,
    /// A record has the number with more digits, and the words do not say that it is rounded.
    Rounded(Source<'a>),
    /// A record has the number with the other sign: what is said to have fallen rose.
    OtherSign(Source<'a>),
    /// A record has the number as the share of an arm's people, and the words say that something changed by so much.
    Level(Source<'a>),
    /// A record has the number, with another unit.
    OtherUnit(Source<'a>),
    /// No record has such a p-value, said of this.
    OtherP {
        /// The one that was probably meant.
        meant: Option<Recorded<'a>>,
        /// The one of another result, where it is one.
        elsewhere: Option<Recorded<'a>>,
    },
}

/// Compares a quantity of a text, which is no p-value, with the numbers of the records.
pub(crate) fn judge<'a>(
    text: &str,
    quantity: &Quantity,
    known: &[Compared<'a, '_>],
    studies: &[&Study],
) -> Judged<'a> {
    match quantity.kind {
        Kind::Bare | Kind::P(_) => Judged::Free,
        Kind::In(of) => judge_share(text, quantity, of, known, studies),
        Kind::Value => {
            let judged = judge_value(text, quantity, known, studies);
            // `Prevented 20 strokes per 1,000 people` has a unit of its own, and is a share as well.
            let share = quantity.as_share(text);
            match (judged, share) {
                (Judged::Fault(fault), Some((share, of))) => {
                    match judge_share(text, &share, of, known, studies) {
                        Judged::Fault(_) => Judged::Fault(fault),
                        found => found,
                    }
                }
                (judged, _) => judged,
            }
        }
    }
}

fn judge_share<'a>(
    text: &str,
    quantity: &Quantity,
    of: Exact,
    known: &[Compared<'a, '_>],
    studies: &[&Study],
) -> Judged<'a> {
    let without = Without::said(text);
    let is_share = |quantity: &Quantity, source: &Compared<'a, '_>| {
        follows::is_share(text, quantity, of, source.1, without.is_of(source.1))
    };
    let found: Vec<Source<'a>> = known
        .iter()
        .filter(|source| is_share(quantity, source))
        .map(kept)
        .collect();
    let of_a_group = |study: &&Study| follows::is_share_of_a_group(text, quantity, of, study);
    if !found.is_empty() || studies.iter().any(of_a_group) {
        return Judged::Found(found);
    }
    let marked = Quantity {
        precision: Precision::Rounded,
        ..quantity.clone()
    };
    let rounded = known
        .iter()
        .find(|source| quantity.precision == Precision::Exact && is_share(&marked, source));
    Judged::Fault(match rounded {
        Some(source) => Fault::Rounded(kept(source)),
        None => Fault::Absent,
    })
}

fn judge_value<'a>(
    text: &str,
    quantity: &Quantity,
    known: &[Compared<'a, '_>],
    studies: &[&Study],
) -> Judged<'a> {
    let absolute =
        quantity.unit.as_ref() == Some(&Unit::percent()) && is_called_absolute(text, quantity);
    if is_of_few_animals(quantity) && !known.iter().any(|source| is_of_animals(source.1)) {
        return Judged::Free;
    }
    // The words beside it are read only where the number is there with another unit.
    let per_time = LazyCell::new(|| PerTime::of(text, quantity));
    let same_unit = |source: &&Compared<'a, '_>| {
        same_unit(quantity, source.1, absolute) || per_time.joins(quantity, source.1)
    };
    let of_people = quantity.unit.as_ref() == Some(&Unit::people());
    let compares = is_said_as_change(text, quantity);
    let mut found: Vec<Source<'a>> = known
        .iter()
        .filter(|source| states(quantity, source.1) && same_unit(source))
        .filter(|source| !(compares && is_of_a_whole(source.1)))
        .filter(|source| !source.1.is_level() || is_said_to_be_a_level(text, quantity))
        .filter(|source| source.1.spread().is_none() || spreads::are_spoken_of(text))
        .filter(|source| !(of_people && source.1.is_needed_to_treat()) || is_of_those_treated(text))
        .filter(|source| !(of_people && is_of_animals(source.1) && names_people(text, quantity)))
        .map(kept)
        .collect();
    if found.is_empty() && !compares && quantity.sense.is_none() {
        let of_events =
            |source: &&Compared<'a, '_>| follows::is_share_of_events(quantity, source.1);
        found.extend(known.iter().filter(of_events).map(kept));
    }
    if !found.is_empty()
        || follows::from_records(text, quantity, known, studies)
        || is_time_of(text, quantity, studies)
    {
        // What also stands in a note or a summary is no less the result of its finding.
        if found.iter().any(|(_, known)| !known.is_in_words()) {
            found.retain(|(_, known)| !known.is_in_words());
        }
        return Judged::Found(found);
    }
    Judged::Fault(fault(text, quantity, known, &same_unit))
}

/// What is wrong with a value that no record has.
fn fault<'a>(
    text: &str,
    quantity: &Quantity,
    known: &[Compared<'a, '_>],
    same_unit: &dyn Fn(&&Compared<'a, '_>) -> bool,
) -> Fault<'a> {
    let known: Vec<Compared<'a, '_>> = known
        .iter()
        .filter(|source| !source.1.is_level())
        .copied()
        .collect();
    let first = |wanted: &dyn Fn(&&Compared<'a, '_>) -> bool| known.iter().find(wanted).map(kept);
    if let Some(source) = first(&|source| same_unit(source) && has_other_sign(quantity, source.1)) {
        return Fault::OtherSign(source);
    }
    if let Some(source) = first(&|source| same_unit(source) && is_rounding(quantity, source.1)) {
        return Fault::Rounded(source);
    }
    let compares = is_said_as_change(text, quantity);
    let is_level = |source: &&Compared<'a, '_>| {
        compares
            && source.1.is_result_of_arm()
            && is_of_a_whole(source.1)
            && states(quantity, source.1)
    };
    if let Some(source) = first(&is_level) {
        return Fault::Level(source);
    }
    // A value in another unit is told only where it is the value of a finding: that some text of a
    // record has the same number is chance.
    let exactly = Quantity {
        precision: Precision::Exact,
        ..quantity.clone()
    };
    let elsewhere = first(&|source| {
        states(&exactly, source.1)
            && (is_of_kind(text, &exactly, source.1) || is_dose(quantity, source.1))
            && !is_of_another_kind(quantity, source.1)
    });
    match elsewhere {
        Some(source) if quantity.unit.is_some() => Fault::OtherUnit(source),
        _ => Fault::Absent,
    }
}

/// Whether words tell of how many must be treated: `Fifty people would have to take it to prevent one stroke`.
pub(super) fn is_of_those_treated(text: &str) -> bool {
    const STEMS: [&str; 12] = [
        "need", "treat", "tak", "prevent", "spare", "benefi", "harm", "would", "extra", "addition",
        "nnt", "because",
    ];
    words(text).any(|word| {
        let word = word.to_lowercase();
        STEMS.iter().any(|stem| word.starts_with(stem))
    })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// Whether a length of time is that of a finding in another unit, as near as the two are used for one another:
/// 26 weeks of 6 months.
fn is_time_of(text: &str, quantity: &Quantity, studies: &[&Study]) -> bool {
    let is_time = quantity.unit.as_ref().is_some_and(Unit::is_time);
    let Some(said) = Duration::read(&text[quantity.whole.clone()]).filter(|_| is_time) else {
        return false;
    };
    let measured = studies.iter().flat_map(|study| study.findings.values());
    let mut times = measured.filter_map(|finding| finding.at.as_ref());
    times.any(|at| {
        // `weeks 9 to 12`
        let named = times::named_in(&at.as_str().to_lowercase());
        let is = |then: &Duration| said.reaches(*then) && then.reaches(said);
        if named.iter().any(is) {
            return true;
        }
        let in_other_unit = quantities(at.as_str()).iter().any(|then| {
            then.unit.as_ref().is_some_and(Unit::is_time) && then.unit != quantity.unit
        });
        in_other_unit
            && Duration::read(at.as_str())
                .is_some_and(|then| said.reaches(then) && then.reaches(said))
    })
}

/// Whether a quantity is a number of a record, with its sign: what the words say fell by so much is
/// negative in the record, unless the outcome itself is a fall.
pub(super) fn states(quantity: &Quantity, known: &Known) -> bool {
    let plain = agrees(quantity, known.value);
    if !known.is_change {
        return plain;
    }
    let turned = agrees(quantity, known.value.negated());
    match quantity.sense {
        Some(Sense::Down) => {
            turned || (plain && (known.outcome.is_fall || is_negative(quantity.value)))
        }
        Some(Sense::Apart) => plain || turned,
        // A derived reduction that is negative is a rise.
        Some(Sense::Up) => plain || (turned && known.derivation().is_some()),
        None => plain || (turned && quantity.may_be_a_fall && !is_negative(quantity.value)),
    }
}

/// Whether a quantity is a number, as exactly as the words say.
fn agrees(quantity: &Quantity, reported: Exact) -> bool {
    quantity.value.states(reported) || is_near(quantity, reported.value())
}

/// Whether a number is as near to a quantity as the words beside it say: `about 13`, `more than 12`.
pub(super) fn is_near(quantity: &Quantity, number: Decimal) -> bool {
    if quantity.precision == Precision::Exact {
        return false;
    }
    let said = quantity.value;
    let gap = number - said.value();
    let near = |gap: Decimal| gap > Decimal::ZERO && gap < said.step();
    match quantity.precision {
        Precision::Exact => false,
        Precision::Rounded => {
            // `About 70` is said of 68: halves of the last digit, but not beyond a twentieth.
            let most = (said.step() / Decimal::TWO).min(said.value().abs() / TWENTY);
            said.is_rounded_from(number) || gap.abs() <= most
        }
        Precision::Nearly => {
            let half = said.step() / Decimal::TWO;
            let most = if half < Decimal::ONE {
                half
            } else {
                // Nine are nearly ten.
                half.min((said.value().abs() / TWENTY).max(Decimal::ONE))
            };
            (-most..=Decimal::ZERO).contains(&gap)
        }
        Precision::Above => near(gap),
        Precision::Below => near(-gap),
    }
}

pub(super) const TWENTY: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

fn is_negative(number: Exact) -> bool {
    number.value() < Decimal::ZERO
}

/// Whether the number is there, and went the other way.
fn has_other_sign(quantity: &Quantity, known: &Known) -> bool {
    let (plain, turned) = (
        agrees(quantity, known.value),
        agrees(quantity, known.value.negated()),
    );
    known.finding().is_some()
        && known.is_change
        && (plain || turned)
        && !known.value.value().is_zero()
}

/// Whether it is a number of a finding with fewer digits.
fn is_rounding(quantity: &Quantity, known: &Known) -> bool {
    let said = quantity.value;
    let rounded = |reported: Exact| {
        said.half_unit() > reported.half_unit() && said.is_rounded_from(reported.value())
    };
    let turned = known.is_change && quantity.sense.is_some();
    let some = !said.value().is_zero();
    some && known.finding().is_some()
        && (rounded(known.value) || (turned && rounded(known.value.negated())))
}

/// Whether both have the same unit; where one has none, only the numbers are compared. A number in
/// the words of a record that has no unit there lends itself to none. A change of a per cent is in
/// percentage points; a difference of risks is in per cent only where it is called absolute.
pub(super) fn same_unit(quantity: &Quantity, known: &Known, absolute: bool) -> bool {
    match (&quantity.unit, &known.unit) {
        (Some(here), Some(there)) => {
            here == there
                || here.differs_by_a_thing(there)
                || (*here == Unit::people() && (known.is_needed_to_treat() || there.is_of_animals()))
                || here.may_be_animals_of(there)
                // `150 strokes` are the people who had one.
                || (known.is_of_events() && here.is_of_things())
                || (known.is_change
                    && *here == Unit::percentage_points()
                    && *there == Unit::percent())
                || (absolute && *here == Unit::percent() && *there == Unit::percentage_points())
        }
        // 198 degrees of freedom are no people.
        (Some(_), None) if known.is_of_test() => false,
        (Some(here), None) => !known.is_in_words() && (*here != Unit::fold() || !known.is_change),
        // `5 years` in the words of a record lend their number to nothing else.
        (None, Some(there)) => !(known.is_in_words() && there.is_time()),
        (None, None) => true,
    }
}

/// A number, to be kept beyond the comparison.
pub(super) fn kept<'a>((study, known): &Compared<'a, '_>) -> Source<'a> {
    (*study, (*known).clone())
}
