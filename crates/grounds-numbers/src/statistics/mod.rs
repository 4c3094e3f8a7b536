//! The statistics of a report, computed again: can these numbers stand beside one another?
//!
//! Every function takes rounding into account: a number is judged impossible only if no unrounded
//! number that is printed like it would do.

mod crude;
mod interval;
mod means;
mod proportions;
mod tests_of;

pub use crude::{Arms, Crude};
pub use interval::{Axis, is_symmetric, p_of_interval};
pub use means::is_possible_mean;
pub use proportions::{Table, is_possible_percentage};
pub use tests_of::{Statistic, p_bounds};

use crate::Exact;

/// A reported p-value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReportedP {
    operator: Operator,
    number: Exact,
}

/// The operator of a reported p-value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Operator {
    Equal,
    Less,
    More,
}

impl ReportedP {
    /// Reads a p-value: `0.039`, `<0.05`, `<=0.05`, `>0.05`.
    pub fn read(text: &str) -> Option<Self> {
        let (operator, number) = match text.trim().strip_prefix(['<', '>', '=']) {
            Some(rest) => {
                let operator = match text.trim().chars().next() {
                    Some('<') => Operator::Less,
                    Some('>') => Operator::More,
                    _ => Operator::Equal,
                };
                (operator, rest.trim_start_matches('='))
            }
            None => (Operator::Equal, text),
        };
        let number = Exact::read(number)?;
        Some(Self { operator, number })
    }

    /// Whether a p-value between these two, both ends included, could be reported so.
    pub fn admits(self, low: f64, high: f64) -> bool {
        let (least, most) = self.range();
        low <= most && high >= least
    }

    /// The least and the greatest p-value that could be reported so.
    pub fn range(self) -> (f64, f64) {
        let half = crate::exact::to_f64(self.number.half_unit());
        let number = self.number.to_f64();
        match self.operator {
            Operator::Equal => (number - half, number + half),
            Operator::Less => (0.0, number),
            Operator::More => (number, 1.0),
        }
    }

    /// Whether everything that could be reported so is significant at a level, or nothing is.
    pub fn is_significant(self, level: f64) -> Option<bool> {
        let (least, most) = self.range();
        if most < level || (self.operator == Operator::Less && most <= level) {
            Some(true)
        } else if least > level || (self.operator == Operator::More && least >= level) {
            Some(false)
        } else {
            None
        }
    }
}

/// The two-sided p-value of a standard normal deviate.
pub(crate) fn two_sided_normal(z: f64) -> f64 {
    use statrs::distribution::{ContinuousCDF as _, Normal};
    let normal = Normal::standard();
    (2.0 * normal.sf(z.abs())).min(1.0)
}
