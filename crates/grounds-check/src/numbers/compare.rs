//! The comparison: one quantity of prose against the numbers of the records that it may come from.

use grounds_model::PValue;
use grounds_numbers::quantity::{Kind, Operator, Precision, Quantity, Sense};
use grounds_numbers::statistics::ReportedP;
use grounds_numbers::{Exact, Unit};
use rust_decimal::Decimal;

use super::known::Known;

/// A number of a record, with the key of the study (none for a claim's own derivation).
pub(crate) type Source<'a> = (Option<&'a str>, &'a Known);

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
    /// No record has the number; the nearest that one has, if there is one.
    Absent(Option<Source<'a>>),
    /// A record has the number with more digits, and the words do not say that it is rounded.
    Rounded(Source<'a>),
    /// A record has the number with the other sign: what is said to have fallen rose.
    OtherSign(Source<'a>),
    /// A record has the number, with another unit.
    OtherUnit(Source<'a>),
    /// No record has such a p-value.
    OtherP,
}

/// Compares a quantity of a text with the numbers and the p-values of the records.
pub(crate) fn judge<'a>(
    text: &str,
    quantity: &Quantity,
    known: &[Source<'a>],
    p_values: &[&PValue],
) -> Judged<'a> {
    match quantity.kind {
        Kind::Bare => Judged::Free,
        Kind::P(operator) => {
            let stated = |p: &&&PValue| states_p(operator, quantity, p);
            if p_values.iter().any(|p| stated(&p)) {
                Judged::Found(Vec::new())
            } else {
                Judged::Fault(Fault::OtherP)
            }
        }
        Kind::In(of) => {
            let words = &text[quantity.whole.clone()];
            let compares = [" fewer", " less", " more"]
                .iter()
                .any(|word| words.contains(word));
            let sense = quantity.sense.filter(|_| compares);
            let share = |source: &&Source<'a>| is_share(quantity, of, sense, source.1);
            let found: Vec<Source<'a>> = known.iter().filter(share).copied().collect();
            if found.is_empty() {
                Judged::Fault(Fault::Absent(None))
            } else {
                Judged::Found(found)
            }
        }
        Kind::Value => judge_value(text, quantity, known),
    }
}

fn judge_value<'a>(text: &str, quantity: &Quantity, known: &[Source<'a>]) -> Judged<'a> {
    let absolute = text.to_lowercase().contains("absolute");
    let same_unit = |source: &&Source<'a>| same_unit(quantity, source.1, absolute);
    let found: Vec<Source<'a>> = known
        .iter()
        .filter(|source| same_unit(source) && states(quantity, source.1))
        .copied()
        .collect();
    let follows = |source: &Source<'a>| {
        is_converted(quantity, source.1) || is_percentage_of_events(quantity, source.1)
    };
    if !found.is_empty() || known.iter().any(follows) {
        return Judged::Found(found);
    }
    let first = |wanted: &dyn Fn(&&Source<'a>) -> bool| known.iter().find(wanted).copied();
    if let Some(source) = first(&|source| same_unit(source) && has_other_sign(quantity, source.1)) {
        return Judged::Fault(Fault::OtherSign(source));
    }
    if let Some(source) = first(&|source| same_unit(source) && is_rounding(quantity, source.1)) {
        return Judged::Fault(Fault::Rounded(source));
    }
    // A value in another unit is told only where it is the value of a finding: that some text of a
    // record has the same number is chance.
    let elsewhere = first(&|source| states(quantity, source.1) && source.1.finding.is_some());
    match elsewhere {
        Some(source) if quantity.unit.is_some() => Judged::Fault(Fault::OtherUnit(source)),
        _ => Judged::Fault(Fault::Absent(nearest(quantity, known))),
    }
}

/// Whether a quantity is a number of a record, with its sign: what the words say fell by so much is
/// negative in the record, unless the outcome itself is a fall.
fn states(quantity: &Quantity, known: &Known) -> bool {
    let plain = agrees(quantity, known.value);
    if !known.is_change {
        return plain;
    }
    let turned = agrees(quantity, known.value.negated());
    match quantity.sense {
        Some(Sense::Down) => {
            turned || (plain && (known.is_of_a_fall || is_negative(quantity.value)))
        }
        Some(Sense::Apart) => plain || turned,
        Some(Sense::Up) | None => plain,
    }
}

/// Whether a quantity is a number, as exactly as the words say.
fn agrees(quantity: &Quantity, reported: Exact) -> bool {
    let (said, number) = (quantity.value, reported.value());
    let gap = number - said.value();
    let near = |gap: Decimal| gap > Decimal::ZERO && gap < said.step();
    said.states(reported)
        || match quantity.precision {
            Precision::Exact => false,
            Precision::Rounded => {
                // `About 70` is said of 68: halves of the last digit, but not beyond a twentieth.
                let most = (said.step() / Decimal::TWO).min(said.value().abs() / TWENTY);
                said.is_rounded_from(number) || gap.abs() <= most
            }
            Precision::Above => near(gap),
            Precision::Below => near(-gap),
        }
}

const TWENTY: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

fn is_negative(number: Exact) -> bool {
    number.value() < Decimal::ZERO
}

/// Whether the number is there, and went the other way.
fn has_other_sign(quantity: &Quantity, known: &Known) -> bool {
    let (plain, turned) = (
        agrees(quantity, known.value),
        agrees(quantity, known.value.negated()),
    );
    known.finding.is_some()
        && known.is_change
        && (plain || turned)
        && !known.value.value().is_zero()
}

/// Whether it is a number of a finding with fewer digits.
fn is_rounding(quantity: &Quantity, known: &Known) -> bool {
    let said = quantity.value;
    let rounded = |reported: Exact| {
        said.places() < reported.places() && said.is_rounded_from(reported.value())
    };
    let turned = known.is_change && quantity.sense.is_some();
    let some = !said.value().is_zero();
    some && known.finding.is_some()
        && (rounded(known.value) || (turned && rounded(known.value.negated())))
}

/// Whether a share such as `1 in 8` is a per cent of a record, or so many of its people, and `18 fewer
/// in 1,000` a difference of such: the second number is rounded to a whole one, and the first where the words say so.
fn is_share(said: &Quantity, of: Exact, sense: Option<Sense>, known: &Known) -> bool {
    let half = Decimal::ONE / Decimal::TWO;
    let value = said.value.value();
    let slack = match said.precision {
        Precision::Rounded if of.value() >= TWENTY => half.min(value / TWENTY),
        _ => Decimal::ZERO,
    };
    let (least, most) = (
        (value - slack).checked_div(of.value() + half),
        (value + slack).checked_div(of.value() - half),
    );
    let (Some(least), Some(most)) = (least, most) else {
        return false;
    };
    let within =
        |share: Option<Decimal>| share.is_some_and(|share| least <= share && share <= most);
    let percent = known.unit.as_ref() == Some(&Unit::percent());
    let points = known.unit.as_ref() == Some(&Unit::percentage_points());
    let hundredth = |value: Decimal| value.checked_div(Decimal::ONE_HUNDRED);
    let amount = known.value.value();
    match sense {
        Some(sense) if points || (percent && known.is_change) => {
            // A derived reduction is a positive number, a recorded change has its sign.
            let turned = known.is_change && sense == Sense::Down && !known.is_of_a_fall;
            within(hundredth(if turned { -amount } else { amount }))
        }
        // `18 fewer in 1,000` is no share of people, and `18 in 1,000` no difference.
        Some(_) => false,
        None => (percent && within(hundredth(amount))) || within(share(known)),
    }
}

/// Whether a per cent is that of so many events among so many people of a record.
fn is_percentage_of_events(quantity: &Quantity, known: &Known) -> bool {
    let percent = quantity.unit.as_ref() == Some(&Unit::percent());
    percent
        && share(known)
            .is_some_and(|share| quantity.value.is_rounded_from(share * Decimal::ONE_HUNDRED))
}

fn share(known: &Known) -> Option<Decimal> {
    known.value.value().checked_div(known.among?.value())
}

/// Whether both have the same unit; where one has none, only the numbers are compared. A number in
/// the words of a record that has no unit there lends itself to none. A change of a per cent is in
/// percentage points; a difference of risks is in per cent only where it is called absolute.
fn same_unit(quantity: &Quantity, known: &Known, absolute: bool) -> bool {
    match (&quantity.unit, &known.unit) {
        (Some(here), Some(there)) => {
            here == there
                || here.differs_by_a_thing(there)
                || (known.is_change
                    && *here == Unit::percentage_points()
                    && *there == Unit::percent())
                || (absolute && *here == Unit::percent() && *there == Unit::percentage_points())
        }
        (Some(here), None) => !known.in_words && (*here != Unit::fold() || !known.is_change),
        // `5 years` in the words of a record lend their number to nothing else.
        (None, Some(there)) => !(known.in_words && there.is_time()),
        (None, None) => true,
    }
}

/// Whether the same amount is written in another unit, exactly: 0.1525 mm for 152.5 micrometres.
fn is_converted(quantity: &Quantity, known: &Known) -> bool {
    let (Some(here), Some(there)) = (&quantity.unit, &known.unit) else {
        return false;
    };
    here != there
        && there
            .convert(known.value.value(), here)
            .and_then(|amount| Exact::read(&amount.normalize().to_string()))
            .is_some_and(|amount| {
                let mut converted = known.clone();
                converted.value = amount;
                states(quantity, &converted)
            })
}

/// The number of a record that was probably meant: in the same unit, first one of the same
/// digits, then the one that differs least.
fn nearest<'a>(quantity: &Quantity, known: &[Source<'a>]) -> Option<Source<'a>> {
    let value = quantity.value.to_f64();
    let distance = |source: &Source<'a>| {
        let other = source.1.value.to_f64();
        let apart = (other - value).abs() / value.abs().max(other.abs()).max(f64::MIN_POSITIVE);
        let transposed = source.1.value.has_digits_of(quantity.value);
        (u8::from(!transposed), u8::from(source.1.in_words), apart)
    };
    known
        .iter()
        .filter(|source| same_unit(quantity, source.1, false) && !source.1.is_level())
        .filter(|source| distance(source).2 <= 0.5 || distance(source).0 == 0)
        .min_by(|a, b| {
            let (a, b) = (distance(a), distance(b));
            (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.total_cmp(&b.2))
        })
        .copied()
}

/// Whether a p-value of prose follows from a reported one: the same, or an inequality that the
/// reported one fulfils.
fn states_p(operator: Operator, quantity: &Quantity, reported: &PValue) -> bool {
    let Some((least, most)) = ReportedP::read(reported.as_str()).map(ReportedP::range) else {
        return false;
    };
    let number = quantity.value.to_f64();
    let exact = !reported.as_str().starts_with(['<', '>']);
    let value = Exact::read(reported.as_str().trim_start_matches(['=', '<', '>']));
    // An exact p-value can be told from one just beside it; of an inequality only its range is known.
    let (low, high) = match value.filter(|_| exact) {
        Some(value) => (value.to_f64(), value.to_f64()),
        None => (least, most),
    };
    match operator {
        Operator::Equal => exact && value.is_some_and(|p| quantity.value.states(p)),
        Operator::Less => high < number || (!exact && high <= number),
        Operator::AtMost => high <= number,
        Operator::More => low > number || (!exact && low >= number),
        Operator::AtLeast => low >= number,
    }
}
