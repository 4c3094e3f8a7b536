//! The comparison: one quantity of prose against the numbers of the records that it may come from.

use grounds_model::PValue;
use grounds_numbers::quantity::{Kind, Operator, Quantity};
use grounds_numbers::statistics::ReportedP;

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
    /// A record has the number, with another unit.
    OtherUnit(Source<'a>),
    /// No record has such a p-value.
    OtherP,
}

/// Compares a quantity with the numbers and the p-values of the records.
pub(crate) fn judge<'a>(
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
        Kind::Value => judge_value(quantity, known),
    }
}

fn judge_value<'a>(quantity: &Quantity, known: &[Source<'a>]) -> Judged<'a> {
    let same_number = |source: &&Source<'a>| {
        let reported = source.1.value;
        quantity.value.states(reported)
            || (quantity.approximate && quantity.value.is_rounded_from(reported.value()))
    };
    let found: Vec<Source<'a>> = known
        .iter()
        .filter(|source| same_number(source) && same_unit(quantity, source.1))
        .copied()
        .collect();
    if !found.is_empty() || known.iter().any(|source| is_converted(quantity, source.1)) {
        return Judged::Found(found);
    }
    // A value in another unit is told only where it is the value of a finding: that some text of a
    // record has the same number is chance.
    let elsewhere = known
        .iter()
        .find(|source| same_number(source) && source.1.pointer.starts_with("/findings"));
    match elsewhere {
        Some(source) if quantity.unit.is_some() => Judged::Fault(Fault::OtherUnit(*source)),
        _ => Judged::Fault(Fault::Absent(nearest(quantity, known))),
    }
}

/// Whether both have the same unit; where one has none, only the numbers are compared. A number in
/// the words of a record that has no unit there lends itself to none.
fn same_unit(quantity: &Quantity, known: &Known) -> bool {
    match (&quantity.unit, &known.unit) {
        (Some(here), Some(there)) => here == there,
        (Some(_), None) => !known.in_words,
        (None, _) => true,
    }
}

/// Whether the same amount is written in another unit, exactly: 0.1525 mm for 152.5 micrometres.
fn is_converted(quantity: &Quantity, known: &Known) -> bool {
    let (Some(here), Some(there)) = (&quantity.unit, &known.unit) else {
        return false;
    };
    here != there && there.convert(known.value.value(), here) == Some(quantity.value.value())
}

/// The number of a record that was probably meant: in the same unit, first one of the same
/// digits, then the one that differs least.
fn nearest<'a>(quantity: &Quantity, known: &[Source<'a>]) -> Option<Source<'a>> {
    let value = quantity.value.to_f64();
    let digits = |text: String| {
        let mut digits: Vec<char> = text.chars().filter(char::is_ascii_digit).collect();
        digits.sort_unstable();
        digits
    };
    let own = digits(quantity.value.to_string());
    let distance = |source: &Source<'a>| {
        let other = source.1.value.to_f64();
        let apart = (other - value).abs() / value.abs().max(other.abs()).max(f64::MIN_POSITIVE);
        let transposed = digits(source.1.value.to_string()) == own;
        (u8::from(!transposed), u8::from(source.1.in_words), apart)
    };
    known
        .iter()
        .filter(|source| same_unit(quantity, source.1))
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
    let Some(range) = ReportedP::read(reported.as_str()).map(ReportedP::range) else {
        return false;
    };
    let number = quantity.value.to_f64();
    match operator {
        Operator::Equal => {
            let bare = reported.as_str().trim_start_matches(['=', '<', '>']);
            let exact = !reported.as_str().starts_with(['<', '>']);
            exact && grounds_numbers::Exact::read(bare).is_some_and(|p| quantity.value.states(p))
        }
        Operator::Less => range.1 <= number || f64::midpoint(range.0, range.1) < number,
        Operator::More => range.0 >= number || f64::midpoint(range.0, range.1) > number,
    }
}
