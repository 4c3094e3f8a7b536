//! A reported number: its exact value, and the precision to which it was written.

use std::fmt;

use rust_decimal::Decimal;

/// A number as it was reported: `1.10` has the value of `1.1` and another precision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exact(Decimal);

impl Exact {
    /// Reads a number: an optional sign (`-`, `−` or `+`), digits, optional decimals. Commas
    /// between groups of three digits are let go. `None` for what is no number, or has more than
    /// 28 digits.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim().replace('\u{2212}', "-");
        let (sign, digits) = match text.strip_prefix(['-', '+']) {
            Some(digits) => (if text.starts_with('-') { "-" } else { "" }, digits),
            None => ("", text.as_str()),
        };
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        let is_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        let grouped = whole.split(',').skip(1).all(|group| group.len() == 3);
        let whole: String = whole.split(',').collect();
        let written = !whole.is_empty() && is_digits(&whole) && is_digits(decimals) && grouped;
        if !written || whole.len() + decimals.len() > 28 || digits.ends_with('.') {
            return None;
        }
        let number = if decimals.is_empty() {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}.{decimals}")
        };
        number.parse().ok().map(Self)
    }

    /// The value.
    pub fn value(self) -> Decimal {
        self.0
    }

    /// How many decimals were written.
    pub fn places(self) -> u32 {
        self.0.scale()
    }

    /// Half a unit of the last decimal: how far the unrounded number can be from this one.
    pub fn half_unit(self) -> Decimal {
        Decimal::new(5, self.places() + 1)
    }

    /// The least and the greatest number that are rounded to this one.
    pub fn bounds(self) -> (Decimal, Decimal) {
        (self.0 - self.half_unit(), self.0 + self.half_unit())
    }

    /// Whether a number is, when rounded to this one's precision, this one. Halves may go either
    /// way: reports do both.
    pub fn is_rounded_from(self, exact: Decimal) -> bool {
        let (low, high) = self.bounds();
        low <= exact && exact <= high
    }

    /// Whether this states another number: the same value, with no decimals beyond its own.
    pub fn states(self, reported: Self) -> bool {
        self.0 == reported.0 && self.places() <= reported.places()
    }

    /// The value as a floating-point number.
    pub fn to_f64(self) -> f64 {
        to_f64(self.0)
    }
}

/// The nearest floating-point number.
pub(crate) fn to_f64(number: Decimal) -> f64 {
    number.to_string().parse().unwrap_or(f64::NAN)
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Exact {
        Exact::read(text).unwrap()
    }

    #[test]
    fn numbers_are_read_with_their_precision() {
        assert_eq!(read("1.10").value(), read("1.1").value());
        assert_eq!((read("1.10").places(), read("1.1").places()), (2, 1));
        assert_eq!(read("−0.21"), read("-0.21"));
        assert_eq!(read("1,127"), read("1127"));
        for text in [
            "",
            "-",
            "1,12",
            "1.2.3",
            "a",
            "5.",
            ".5",
            "1e3",
            &"9".repeat(40),
        ] {
            assert_eq!(Exact::read(text), None, "{text}");
        }
    }

    #[test]
    fn fewer_decimals_state_a_number_and_more_do_not() {
        assert!(read("60").states(read("60.0")) && !read("60.0").states(read("60")));
        assert!(!read("12.5").states(read("12.52")));
        assert!(read("12.5").is_rounded_from(read("12.52").value()));
        assert!(read("12.5").is_rounded_from(read("12.45").value()));
        assert!(!read("12.5").is_rounded_from(read("12.56").value()));
    }
}
