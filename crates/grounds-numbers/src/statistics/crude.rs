//! Crude estimates: what two arms give without any adjustment, and whether a report may have another number for it.
//!
//! Sources: for the estimates, and the standard error of a risk difference, Altman DG. Practical Statistics for Medical
//! Research. 1991, chapter 10. A trial's adjusted estimate is near the crude one, for the arms are alike; that of an odds
//! ratio is somewhat further from 1: Robinson LD, Jewell NP. Some surprising results about covariate adjustment in logistic
//! regression models. Int Stat Rev 1991;59:227–240.

use super::Axis;
use crate::Exact;

/// By how much an adjusted estimate of a trial may differ from the crude one, as a share of it.
const ADJUSTED: f64 = 1.25;
/// The same of a difference of means, which adjusting for the values at the start changes more.
const ADJUSTED_MEANS: f64 = 1.5;

/// Two arms with their events, the arm of interest first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Arms {
    events: [f64; 2],
    n: [f64; 2],
}

impl Arms {
    /// `None` where there are more events than people, or nobody in an arm.
    pub fn of(events: [u64; 2], n: [u64; 2]) -> Option<Self> {
        let sound = (0..2).all(|i| n[i] > 0 && events[i] <= n[i]);
        sound.then(|| Self {
            events: events.map(to_f64),
            n: n.map(to_f64),
        })
    }

    fn risks(self) -> [f64; 2] {
        [self.events[0] / self.n[0], self.events[1] / self.n[1]]
    }

    /// The risk ratio; `None` where an arm has no events.
    pub fn risk_ratio(self) -> Option<Crude> {
        let [one, other] = self.risks();
        Crude::ratio(one / other)
    }

    /// The odds ratio; `None` where an arm has no events, or nothing but events.
    pub fn odds_ratio(self) -> Option<Crude> {
        let [one, other] = self.risks().map(|risk| risk / (1.0 - risk));
        Crude::ratio(one / other)
    }

    /// The risk difference, as a share or in percentage points.
    pub fn risk_difference(self, in_percent: bool) -> Crude {
        let [one, other] = self.risks();
        let variance: f64 = [(one, self.n[0]), (other, self.n[1])]
            .map(|(risk, n)| risk * (1.0 - risk) / n)
            .iter()
            .sum();
        let scale = if in_percent { 100.0 } else { 1.0 };
        Crude {
            value: (one - other) * scale,
            slack: Slack::Risks(variance.sqrt() * scale),
        }
    }
}

/// A crude estimate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Crude {
    value: f64,
    slack: Slack,
}

/// What an estimate may differ by.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Slack {
    Ratio,
    /// A difference of risks, with its standard error.
    Risks(f64),
    /// A difference of means, with the half units of both.
    Means(f64),
}

impl Crude {
    fn ratio(value: f64) -> Option<Self> {
        let slack = Slack::Ratio;
        (value.is_finite() && value > 0.0).then_some(Self { value, slack })
    }

    /// The difference of two means as they are printed. `None` where both are the same.
    pub fn difference(one: Exact, other: Exact) -> Option<Self> {
        let value = one.to_f64() - other.to_f64();
        let half = |number: Exact| crate::exact::to_f64(number.half_unit());
        let slack = Slack::Means(half(one) + half(other));
        (value != 0.0).then_some(Self { value, slack })
    }

    /// The estimate.
    pub fn value(self) -> f64 {
        self.value
    }

    /// The axis on which it is symmetric.
    fn axis(self) -> Axis {
        match self.slack {
            Slack::Ratio => Axis::Logarithmic,
            Slack::Risks(_) | Slack::Means(_) => Axis::Linear,
        }
    }

    /// Whether a trial may report this number for it, with this interval: the same within rounding, or within what
    /// adjusting for what was known at the start may change.
    pub fn may_be_reported_as(self, estimate: Exact, interval: Option<(f64, f64)>) -> bool {
        let (low, high) = estimate.bounds();
        let (low, high) = (crate::exact::to_f64(low), crate::exact::to_f64(high));
        if (low..=high).contains(&self.value) {
            return true;
        }
        let nearest = if self.value < low { low } else { high };
        let apart = (nearest - self.value).abs();
        let times = |nearest: f64| {
            let ratio = nearest / self.value;
            if ratio > 0.0 {
                ratio.max(1.0 / ratio)
            } else {
                f64::INFINITY
            }
        };
        match self.slack {
            Slack::Ratio => times(nearest) <= ADJUSTED,
            Slack::Risks(error) => times(nearest) <= ADJUSTED || apart <= error,
            Slack::Means(half) => {
                let inside = interval.is_some_and(|(low, high)| (low..=high).contains(&self.value));
                inside || times(nearest) <= ADJUSTED_MEANS || apart <= half
            }
        }
    }

    /// Whether a number is the estimate of the other arm against this one, within its rounding.
    pub fn is_inverse_of(self, estimate: Exact) -> bool {
        let (low, high) = estimate.bounds();
        let inverse = match self.axis() {
            Axis::Logarithmic => 1.0 / self.value,
            Axis::Linear => -self.value,
        };
        (crate::exact::to_f64(low)..=crate::exact::to_f64(high)).contains(&inverse)
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "numbers of people are below 2^52"
)]
fn to_f64(number: u64) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Exact {
        Exact::read(text).unwrap()
    }

    /// Bland JM, Altman DG. The odds ratio. BMJ 2000;320:1468, table 1: hay fever in children with and without eczema.
    #[test]
    fn the_odds_ratio_of_hay_fever_and_eczema() {
        let crude = Arms::of([141, 928], [561, 14_453])
            .unwrap()
            .odds_ratio()
            .unwrap();
        assert!((crude.value() - 4.89).abs() < 0.005);
        assert!(crude.may_be_reported_as(number("4.89"), None));
        assert!(crude.may_be_reported_as(number("5.3"), None));
        assert!(!crude.may_be_reported_as(number("3.58"), None));
        assert!(crude.is_inverse_of(number("0.204")));
    }

    #[test]
    fn what_adjusting_does_not_explain_is_told() {
        let arms = Arms::of([54, 78], [1200, 1200]).unwrap();
        let ratio = arms.risk_ratio().unwrap();
        assert!(ratio.may_be_reported_as(number("0.69"), None));
        assert!(ratio.may_be_reported_as(number("0.72"), None));
        assert!(!ratio.may_be_reported_as(number("0.96"), None));
        let difference = arms.risk_difference(true);
        assert!(difference.may_be_reported_as(number("-2.0"), None));
        assert!(!difference.may_be_reported_as(number("2.0"), None));
        let means = Crude::difference(number("3.3"), number("4.7")).unwrap();
        assert!(means.may_be_reported_as(number("-1.2"), Some((-1.9, -0.5))));
        assert!(!means.may_be_reported_as(number("-2.4"), None));
        assert!(means.is_inverse_of(number("1.4")));
    }

    #[test]
    fn nothing_is_said_of_arms_without_events() {
        assert_eq!(Arms::of([5, 1], [4, 4]), None);
        let none = Arms::of([0, 4], [20, 20]).unwrap();
        assert_eq!(none.risk_ratio().map(|_| ()), None);
        assert_eq!(none.odds_ratio().map(|_| ()), None);
        let all = Arms::of([20, 4], [20, 20]).unwrap();
        assert_eq!(all.odds_ratio().map(|_| ()), None);
    }
}
