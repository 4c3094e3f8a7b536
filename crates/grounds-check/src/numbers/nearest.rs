//! The number of a record that was probably meant by one that no record has: one of the same kind.

use grounds_numbers::Unit;
use grounds_numbers::quantity::Quantity;

use super::Known;
use super::compare::{Compared, Source, kept, same_unit};

/// The number of a record that was probably meant: in the same unit, first one of the same
/// digits, then the one that differs least.
pub(super) fn nearest<'a>(quantity: &Quantity, known: &[Compared<'a, '_>]) -> Option<Source<'a>> {
    let value = quantity.value.to_f64();
    let distance = |source: &Compared<'a, '_>| {
        let other = source.1.value.to_f64();
        let apart = (other - value).abs() / value.abs().max(other.abs()).max(f64::MIN_POSITIVE);
        let transposed = source.1.value.has_digits_of(quantity.value);
        (
            u8::from(!transposed),
            u8::from(source.1.measured().is_none() && source.1.is_in_words()),
            apart,
        )
    };
    // `40% lower` was not meant to be the 20% of an arm.
    let relative = quantity.sense.is_some() && quantity.unit.as_ref() == Some(&Unit::percent());
    known
        .iter()
        .filter(|source| !relative || source.1.is_change)
        .filter(|source| is_of_a_kind(quantity, source.1) && !source.1.is_level())
        .filter(|source| distance(source).2 <= 0.5 || distance(source).0 == 0)
        .min_by(|a, b| {
            let (a, b) = (distance(a), distance(b));
            (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.total_cmp(&b.2))
        })
        .map(kept)
}

/// Whether a number may have been written for another one: nobody writes a ratio for a number of weeks. Where only one
/// of them has a unit, the digits must be the same.
fn is_of_a_kind(quantity: &Quantity, known: &Known) -> bool {
    let fold = |unit: &Unit| *unit == Unit::fold();
    let same = same_unit(quantity, known, false);
    match (&quantity.unit, &known.unit) {
        // 12 weeks for 12 months
        (Some(here), Some(there)) => same || (here.is_time() && there.is_time()),
        (None, None) => true,
        // Of people who are counted nobody writes a ratio.
        (None, Some(there)) if fold(there) => {
            quantity.value.places() > 0 || known.value.has_digits_of(quantity.value)
        }
        (None, Some(_)) | (Some(_), None) => {
            let digits = known.value.has_digits_of(quantity.value);
            same && digits && (known.finding().is_some() || known.derivation().is_some())
        }
    }
}
