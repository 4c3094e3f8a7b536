//! Intervals whose bounds keep the signs of the record beside words that say which way it went: `0.8 points lower
//! (95% CI −1.9 to 0.3)`.
//!
//! A bound takes its direction from the words before it, as in `6.2 mmHg lower (95% CI 3.3 to 9.1)`. Where the lower bound
//! bears a sign, the upper one is told with its own.

use grounds_numbers::quantity::Quantity;
use rust_decimal::Decimal;

use super::Judged;
use super::compare::{Compared, kept};

/// Accepts upper bounds that stand with the record's sign after a lower bound with the record's sign.
pub(super) fn accept<'a>(judged: &mut [(Quantity, Judged<'a>)], known: &[Compared<'a, '_>]) {
    for at in 1..judged.len() {
        let (before, after) = judged.split_at_mut(at);
        let (Some((low, Judged::Found(of_low))), Some((high, of_high))) =
            (before.last(), after.first_mut())
        else {
            continue;
        };
        if low.value.value() >= Decimal::ZERO || high.value.value() <= Decimal::ZERO {
            continue;
        }
        let mut lower = of_low
            .iter()
            .filter(|(_, bound)| bound.is_bound() && low.value.value() == bound.value.value());
        let upper = lower.find_map(|(study, bound)| {
            known.iter().find(|(of, other)| {
                of == study
                    && other.is_bound()
                    && other.finding() == bound.finding()
                    && high.value.states(other.value)
            })
        });
        if let Some(upper) = upper {
            *of_high = Judged::Found(vec![kept(upper)]);
        }
    }
}
