//! Two proportions: Fisher's exact test and χ², and per cents that so many people can give.
//!
//! Sources: Fisher RA. The Design of Experiments. 1935, chapter 2 (the lady tasting tea); Yates F.
//! Contingency tables involving small numbers and the χ² test. J R Stat Soc Suppl 1934;1:217–235; for the difference with the
//! variance of each group, Newcombe RG. Interval estimation for the difference between independent proportions. Stat Med
//! 1998;17:873–890, method 1.

use rust_decimal::Decimal;
use statrs::distribution::{ChiSquared, ContinuousCDF as _, Normal};
use statrs::function::factorial::ln_binomial;

use crate::Exact;

/// People with and without an outcome in two groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Table {
    events: [u64; 2],
    n: [u64; 2],
}

/// Beyond so many people an exact test is not computed, and χ² does as well.
const MOST_PEOPLE: u64 = 20_000;

impl Table {
    /// `None` where there are more events than people, or nobody in a group.
    pub fn of(events: [u64; 2], n: [u64; 2]) -> Option<Self> {
        let sound = (0..2).all(|i| n[i] > 0 && events[i] <= n[i]);
        (sound && n[0].checked_add(n[1])? <= MOST_PEOPLE).then_some(Self { events, n })
    }

    /// The two-sided p-value of Fisher's exact test: the sum of all tables that are no likelier.
    pub fn fisher(self) -> f64 {
        let [a, b] = self.events;
        let (rows, both) = (self.n, a + b);
        let total = ln_binomial(rows[0] + rows[1], both);
        let likelihood = |first: u64| {
            (ln_binomial(rows[0], first) + ln_binomial(rows[1], both - first) - total).exp()
        };
        let seen = likelihood(a);
        let least = both.saturating_sub(rows[1]);
        let most = both.min(rows[0]);
        let sum: f64 = (least..=most)
            .map(likelihood)
            .filter(|p| *p <= seen * (1.0 + 1e-7))
            .sum();
        sum.min(1.0)
    }

    /// The two-sided p-values of all usual tests of two proportions.
    pub fn usual(self) -> impl Iterator<Item = f64> {
        let approximate = [
            self.chi_squared(false),
            self.chi_squared(true),
            self.unpooled(),
            self.likelihood_ratio(),
        ];
        std::iter::once(self.fisher()).chain(approximate.into_iter().flatten())
    }

    /// The p-value of the difference over its standard error, the variance of each group by itself: the test that an
    /// interval of Wald's goes with. `None` where neither group varies.
    pub fn unpooled(self) -> Option<f64> {
        let share = |i: usize| to_f64(self.events[i]) / to_f64(self.n[i]);
        let variance = |i: usize| share(i) * (1.0 - share(i)) / to_f64(self.n[i]);
        let error = (variance(0) + variance(1)).sqrt();
        let z = (share(0) - share(1)).abs() / error;
        (error > 0.0).then(|| Some(2.0 * Normal::standard().sf(z)))?
    }

    /// The p-value of the likelihood-ratio χ². `None` where all people had the outcome, or none.
    pub fn likelihood_ratio(self) -> Option<f64> {
        let (events, whole) = (self.events[0] + self.events[1], self.n[0] + self.n[1]);
        if events == 0 || events == whole {
            return None;
        }
        let (events, whole) = (to_f64(events), to_f64(whole));
        let cell = |seen: f64, of: f64, all: f64| {
            let expected = of * all / whole;
            if seen == 0.0 {
                0.0
            } else {
                seen * (seen / expected).ln()
            }
        };
        let row = |i: usize| {
            let (seen, n) = (to_f64(self.events[i]), to_f64(self.n[i]));
            cell(seen, n, events) + cell(n - seen, n, whole - events)
        };
        Some(
            ChiSquared::new(1.0)
                .ok()?
                .sf((2.0 * (row(0) + row(1))).max(0.0)),
        )
    }

    /// The p-value of Pearson's χ², with or without the correction of Yates. `None` where all
    /// people had the outcome, or none.
    pub fn chi_squared(self, corrected: bool) -> Option<f64> {
        let cells = [
            [self.events[0], self.n[0] - self.events[0]],
            [self.events[1], self.n[1] - self.events[1]],
        ];
        let cells = cells.map(|row| row.map(to_f64));
        let [[a, b], [c, d]] = cells;
        let (rows, columns) = ((a + b) * (c + d), (a + c) * (b + d));
        if columns == 0.0 {
            return None;
        }
        let whole = a + b + c + d;
        let gap = (a * d - b * c).abs();
        let gap = if corrected {
            (gap - whole / 2.0).max(0.0)
        } else {
            gap
        };
        let statistic = whole * gap * gap / (rows * columns);
        Some(ChiSquared::new(1.0).ok()?.sf(statistic))
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "numbers of people are below 2^52"
)]
fn to_f64(number: u64) -> f64 {
    number as f64
}

/// Whether some of `n` people can be this share of them, in per cent, within rounding.
pub fn is_possible_percentage(percentage: Exact, n: u64) -> bool {
    if n == 0 {
        return true;
    }
    let (low, high) = percentage.bounds();
    let of = |share: Decimal| share.checked_mul(Decimal::from(n));
    let (Some(least), Some(most)) = (of(low), of(high)) else {
        return true;
    };
    let hundred = Decimal::ONE_HUNDRED;
    (least / hundred).ceil() <= (most / hundred).floor()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(events: [u64; 2], n: [u64; 2]) -> Table {
        Table::of(events, n).unwrap()
    }

    fn near(found: f64, expected: f64) {
        assert!(
            (found - expected).abs() < 0.0006,
            "{found} is not {expected}"
        );
    }

    /// Fisher (1935): three cups of four told right; 34 of 70 tables are as likely or less.
    #[test]
    fn the_lady_tasting_tea() {
        near(table([3, 1], [4, 4]).fisher(), 34.0 / 70.0);
        near(table([4, 0], [4, 4]).fisher(), 2.0 / 70.0);
    }

    #[test]
    fn all_improved_against_most() {
        near(table([25, 22], [25, 25]).fisher(), 0.2347);
        near(table([25, 23], [25, 25]).fisher(), 0.4898);
        near(table([4, 0], [34, 34]).fisher(), 0.1139);
    }

    #[test]
    fn chi_squared_with_and_without_correction() {
        let table = table([20, 10], [30, 30]);
        near(table.chi_squared(false).unwrap(), 0.0098);
        near(table.chi_squared(true).unwrap(), 0.0201);
        assert_eq!(Table::of([0, 0], [5, 5]).unwrap().chi_squared(false), None);
    }

    /// 8 of 40 against 2 of 100: z 2.78; 20 of 30 against 10 of 30: G 6.80 on one degree of freedom.
    #[test]
    fn the_difference_over_its_error_and_the_likelihood_ratio() {
        near(table([8, 2], [40, 100]).unpooled().unwrap(), 0.0055);
        near(
            table([20, 10], [30, 30]).likelihood_ratio().unwrap(),
            0.0091,
        );
        assert_eq!(table([0, 0], [5, 5]).unpooled(), None);
        assert_eq!(table([5, 5], [5, 5]).likelihood_ratio(), None);
    }

    #[test]
    fn so_many_people_can_give_so_many_per_cent() {
        let possible = |percentage, n| is_possible_percentage(Exact::read(percentage).unwrap(), n);
        assert!(possible("85", 20) && possible("43.3", 60) && possible("66", 0));
        assert!(!possible("66", 50) || possible("66", 50));
        assert!(!possible("87", 20) && !possible("11.5", 60));
    }
}
