//! Intervals: whether they are symmetric about their estimate, and which p-value goes with them.
//!
//! Source: Altman DG, Bland JM. How to obtain the P value from a confidence interval. BMJ
//! 2011;343:d2304. On ratios everything is done with logarithms.

use statrs::distribution::{ContinuousCDF as _, Normal, StudentsT};

use crate::Exact;
use crate::exact::to_f64;
use crate::statistics::two_sided_normal;

/// On which axis an estimate and its interval are symmetric.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// Differences: no effect is 0.
    Linear,
    /// Ratios: no effect is 1.
    Logarithmic,
}

impl Axis {
    /// The number that means no effect.
    pub fn no_effect(self) -> f64 {
        match self {
            Self::Linear => 0.0,
            Self::Logarithmic => 1.0,
        }
    }

    fn along(self, number: f64) -> f64 {
        match self {
            Self::Linear => number,
            Self::Logarithmic => number.max(f64::MIN_POSITIVE).ln(),
        }
    }
}

/// The least and the greatest position on an axis of a number that is printed so.
fn span(axis: Axis, number: Exact) -> (f64, f64) {
    let (low, high) = number.bounds();
    (axis.along(to_f64(low)), axis.along(to_f64(high)))
}

/// Whether an estimate can lie in the middle of its interval, within rounding and `slack`, a share
/// of the interval's width.
pub fn is_symmetric(axis: Axis, estimate: Exact, low: Exact, high: Exact, slack: f64) -> bool {
    let (e, l, h) = (span(axis, estimate), span(axis, low), span(axis, high));
    let middle = (f64::midpoint(l.0, h.0), f64::midpoint(l.1, h.1));
    let slack = slack * (h.1 - l.0).abs();
    e.0 - slack <= middle.1 && middle.0 <= e.1 + slack
}

/// The least and the greatest two-sided p-value that goes with an estimate and its interval of so
/// many per cent, by the normal approximation; with degrees of freedom, by Student's t. `None` where
/// the interval has no width.
pub fn p_of_interval(
    axis: Axis,
    estimate: Exact,
    (low, high): (Exact, Exact),
    level: f64,
    df: Option<f64>,
) -> Option<(f64, f64)> {
    let z = critical(level, df)?;
    let two_sided = |deviate: f64| match df.and_then(student) {
        Some(student) => (2.0 * student.sf(deviate.abs())).min(1.0),
        None => two_sided_normal(deviate),
    };
    let (e, l, h) = (span(axis, estimate), span(axis, low), span(axis, high));
    let none = axis.along(axis.no_effect());
    let widest = (h.1 - l.0) / (2.0 * z);
    let narrowest = (h.0 - l.1) / (2.0 * z);
    if widest <= 0.0 {
        return None;
    }
    let (one, other) = ((e.0 - none).abs(), (e.1 - none).abs());
    let crosses = e.0 <= none && none <= e.1;
    let nearest = if crosses { 0.0 } else { one.min(other) };
    let least = two_sided(one.max(other) / narrowest.max(f64::MIN_POSITIVE));
    let most = two_sided(nearest / widest);
    Some((least, most))
}

/// How many standard errors an interval of so many per cent reaches to either side.
fn critical(level: f64, df: Option<f64>) -> Option<f64> {
    let share = f64::midpoint(1.0, level / 100.0);
    let open = (50.0..100.0).contains(&level);
    open.then(|| match df.and_then(student) {
        Some(student) => student.inverse_cdf(share),
        None => Normal::standard().inverse_cdf(share),
    })
}

fn student(df: f64) -> Option<StudentsT> {
    StudentsT::new(0.0, 1.0, df).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(text: &str) -> Exact {
        Exact::read(text).unwrap()
    }

    /// Altman and Bland (2011): a ratio of 0.81 with 95% interval 0.70 to 0.94 has P = 0.005.
    #[test]
    fn the_p_value_of_a_ratio() {
        let (least, most) = p_of_interval(
            Axis::Logarithmic,
            exact("0.81"),
            (exact("0.70"), exact("0.94")),
            95.0,
            None,
        )
        .unwrap();
        assert!(least < 0.005 && 0.005 < most, "{least} {most}");
        assert!(most < 0.02 && least > 0.001, "{least} {most}");
        assert!(is_symmetric(
            Axis::Logarithmic,
            exact("0.81"),
            exact("0.70"),
            exact("0.94"),
            0.0
        ));
    }

    #[test]
    fn a_ratio_is_not_symmetric_on_the_linear_axis() {
        let (e, l, h) = (exact("2.03"), exact("1.62"), exact("2.53"));
        assert!(is_symmetric(Axis::Logarithmic, e, l, h, 0.0));
        assert!(!is_symmetric(Axis::Linear, e, l, exact("2.83"), 0.0));
    }

    /// t(8) = 5.04 has p = 0.001; its 95% interval reaches 2.306 standard errors to either side.
    #[test]
    fn the_p_value_of_a_difference_between_few_people() {
        let bounds = (exact("2.73"), exact("7.35"));
        let p = |df| p_of_interval(Axis::Linear, exact("5.04"), bounds, 95.0, df).unwrap();
        let (least, most) = p(Some(8.0));
        assert!(least < 0.001 && 0.001 < most + 0.0001, "{least} {most}");
        assert!(p(None).1 < 0.0001);
    }

    #[test]
    fn an_interval_without_width_has_no_p_value() {
        let one = exact("1");
        assert_eq!(
            p_of_interval(Axis::Linear, one, (exact("3"), one), 95.0, None),
            None
        );
        assert_eq!(
            p_of_interval(Axis::Linear, one, (one, exact("3")), 100.0, None),
            None
        );
    }
}
