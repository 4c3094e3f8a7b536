//! p-values of reported test statistics, within the rounding of the statistic.
//!
//! Source: Nuijten MB, Hartgerink CHJ, van Assen MALM, Epskamp S, Wicherts JM. The prevalence of
//! statistical reporting errors in psychology (1985–2013). Behav Res Methods 2016;48:1205–1226
//! (the method of `statcheck`).

use statrs::distribution::{ChiSquared, ContinuousCDF as _, FisherSnedecor, StudentsT};

use crate::Exact;
use crate::exact::to_f64;
use crate::statistics::two_sided_normal;

/// A test statistic with its degrees of freedom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Statistic {
    /// Student's t.
    T(f64),
    /// F, with the degrees of freedom of numerator and denominator.
    F(f64, f64),
    /// χ².
    ChiSquared(f64),
    /// A standard normal deviate.
    Z,
    /// A correlation coefficient, with n − 2 degrees of freedom.
    R(f64),
}

impl Statistic {
    /// The p-value of a value of the statistic, two-sided where there are two sides.
    fn p(self, value: f64) -> Option<f64> {
        let p = match self {
            Self::T(df) => 2.0 * StudentsT::new(0.0, 1.0, df).ok()?.sf(value.abs()),
            Self::F(over, under) if value >= 0.0 => {
                FisherSnedecor::new(over, under).ok()?.sf(value)
            }
            Self::ChiSquared(df) if value >= 0.0 => ChiSquared::new(df).ok()?.sf(value),
            Self::Z => two_sided_normal(value),
            Self::R(df) if value.abs() < 1.0 => {
                let t = value * (df / (1.0 - value * value)).sqrt();
                return Self::T(df).p(t);
            }
            Self::R(_) | Self::F(..) | Self::ChiSquared(_) => return None,
        };
        p.is_finite().then_some(p.clamp(0.0, 1.0))
    }

    fn is_two_sided(self) -> bool {
        matches!(self, Self::T(_) | Self::Z | Self::R(_))
    }
}

/// The least and the greatest p-value of a statistic that is printed so. `None` where the statistic
/// cannot have such a value.
pub fn p_bounds(statistic: Statistic, value: Exact, one_tailed: bool) -> Option<(f64, f64)> {
    let (low, high) = value.bounds();
    let (low, high) = (to_f64(low), to_f64(high));
    // What is nearer to zero has the greater p-value.
    let (mut near, mut far) = (low.abs().min(high.abs()), low.abs().max(high.abs()));
    if low <= 0.0 && high >= 0.0 {
        near = 0.0;
    }
    if matches!(statistic, Statistic::R(_)) {
        (near, far) = (near.min(1.0 - 1e-12), far.min(1.0 - 1e-12));
    }
    let (most, least) = (statistic.p(near)?, statistic.p(far)?);
    let sides = if one_tailed && statistic.is_two_sided() {
        2.0
    } else {
        1.0
    };
    Some((least / sides, most / sides))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(statistic: Statistic, value: &str, expected: f64) {
        let (least, most) = p_bounds(statistic, Exact::read(value).unwrap(), false).unwrap();
        assert!(
            least <= expected && expected <= most && most - least < 0.02,
            "{statistic:?} {value}: {least} to {most}, not {expected}"
        );
    }

    /// Nuijten et al. (2016): t(28) = 2.20 has p = .036, which `p < .03` does not fit.
    #[test]
    fn p_values_of_common_statistics() {
        check(Statistic::T(28.0), "2.20", 0.0362);
        check(Statistic::F(1.0, 28.0), "4.84", 0.0362);
        check(Statistic::ChiSquared(1.0), "3.84", 0.0500);
        check(Statistic::Z, "1.96", 0.0500);
        check(Statistic::R(28.0), "0.361", 0.0500);
    }

    #[test]
    fn a_one_tailed_p_value_is_half() {
        let value = Exact::read("1.645").unwrap();
        let (least, most) = p_bounds(Statistic::Z, value, true).unwrap();
        assert!(least < 0.0501 && most > 0.0499);
    }

    #[test]
    fn impossible_statistics_have_no_p_value() {
        let value = |text| Exact::read(text).unwrap();
        assert_eq!(p_bounds(Statistic::T(-1.0), value("2"), false), None);
        assert!(p_bounds(Statistic::R(10.0), value("1.0"), false).is_some());
    }
}
