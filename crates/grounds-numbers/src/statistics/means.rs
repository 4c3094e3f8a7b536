//! GRIM: whether whole numbers can have this mean.
//!
//! Source: Brown NJL, Heathers JAJ. The GRIM test: a simple technique detects numerous anomalies in
//! the reporting of results in psychology. Soc Psychol Personal Sci 2017;8:363–369.

use rust_decimal::Decimal;

use crate::Exact;

/// Whether a mean, printed so, can be that of `n` values, each the mean of `items` whole numbers.
///
/// With many values every mean is possible, and the answer is always yes.
pub fn is_possible_mean(mean: Exact, n: u64, items: u64) -> bool {
    let Some(grains) = n.checked_mul(items).filter(|grains| *grains > 0) else {
        return true;
    };
    let grains = Decimal::from(grains);
    let (low, high) = mean.bounds();
    let (Some(least), Some(most)) = (low.checked_mul(grains), high.checked_mul(grains)) else {
        return true;
    };
    least.ceil() <= most
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Brown and Heathers (2017): with 28 people a mean of 5.19 is impossible; 5.18 and 5.21 are
    /// possible.
    #[test]
    fn a_mean_of_28_whole_numbers() {
        let possible = |mean| is_possible_mean(Exact::read(mean).unwrap(), 28, 1);
        assert!(!possible("5.19"));
        assert!(possible("5.18") && possible("5.21"));
        // Two items for each person make finer grains.
        assert!(is_possible_mean(Exact::read("5.20").unwrap(), 28, 2));
        assert!(is_possible_mean(Exact::read("5.19").unwrap(), 100, 1));
    }

    #[test]
    fn nothing_is_said_of_nobody() {
        assert!(is_possible_mean(Exact::read("5.19").unwrap(), 0, 1));
    }
}
