//! Values told by two whole numbers that they lie between: `2 or 3 in 100`, `between 3% and 4%`.

use grounds_numbers::Unit;
use grounds_numbers::quantity::{Kind, Quantity};
use rust_decimal::Decimal;

use super::Known;
use super::compare::{Compared, Fault, Judged, kept};

/// Accepts two numbers that are near one another, between which a share of people in the records lies.
pub(super) fn accept<'a>(
    text: &str,
    judged: &mut [(Quantity, Judged<'a>)],
    known: &[Compared<'a, '_>],
) {
    for at in 1..judged.len() {
        let (before, after) = judged.split_at_mut(at);
        let (Some((low, of_low)), Some((high, of_high))) = (before.last_mut(), after.first_mut())
        else {
            continue;
        };
        let faulty =
            |judged: &Judged<'_>| matches!(judged, Judged::Fault(fault) if is_of_value(fault));
        // `Between 6 and 7 in 100` is said of 6.4, though another share is 6.
        let told = (faulty(of_low) || faulty(of_high)) && are_ends(text, low, high);
        let Some(whole) = whole_of(low, high).filter(|_| told) else {
            continue;
        };
        let lies_between = |known: &Known| {
            let percents = percent_of(known).and_then(|percent| percent.checked_mul(whole));
            let counted = percents.and_then(|percents| percents.checked_div(Decimal::ONE_HUNDRED));
            counted.is_some_and(|n| low.value.value() < n && n < high.value.value())
        };
        let found = known.iter().filter(|(_, known)| lies_between(known));
        let found: Vec<_> = found.map(kept).collect();
        if !found.is_empty() {
            *of_low = Judged::Found(found.clone());
            *of_high = Judged::Found(found);
        }
    }
}

/// Whether two numbers are told as those beside a third: `2 or 3`, `between 2 and 3`, but not `from 2 to 3`.
fn are_ends(text: &str, low: &Quantity, high: &Quantity) -> bool {
    let between = text
        .get(low.whole.end..high.number.start)
        .unwrap_or_default();
    let before = text.get(..low.number.start).unwrap_or_default();
    let before = before.trim_end().to_lowercase();
    match between.trim() {
        "and" => before.ends_with("between"),
        "to" => !before.ends_with("from"),
        "or" => true,
        _ => false,
    }
}

/// What two numbers that are near one another are out of: 100 for per cents.
fn whole_of(low: &Quantity, high: &Quantity) -> Option<Decimal> {
    let apart = high.value.value() - low.value.value();
    let next = Decimal::ZERO < apart && apart <= Decimal::TWO;
    let percents = low.unit == high.unit && low.unit.as_ref() == Some(&Unit::percent());
    let directed = low.sense.is_some() || high.sense.is_some();
    match (low.kind, high.kind) {
        _ if !next || directed => None,
        (Kind::In(of), Kind::In(whole)) => (of == whole).then(|| of.value()),
        (Kind::Value, Kind::Value) => percents.then_some(Decimal::ONE_HUNDRED),
        _ => None,
    }
}

/// The per cent of an arm's people who had something.
fn percent_of(known: &Known) -> Option<Decimal> {
    let value = known.value.value();
    if let Some(among) = known.among {
        let percents = value.checked_mul(Decimal::ONE_HUNDRED)?;
        return percents.checked_div(among.value());
    }
    let percent = known.unit.as_ref() == Some(&Unit::percent());
    (percent && known.is_main_result() && !known.is_change).then_some(value)
}

fn is_of_value(fault: &Fault<'_>) -> bool {
    !matches!(fault, Fault::OtherP { .. } | Fault::OtherSign(_))
}
