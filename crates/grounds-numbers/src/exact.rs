//! A reported number: its exact value, and the precision to which it was written.

use std::fmt;

use rust_decimal::Decimal;

/// A number as it was reported: `1.10` has the value of `1.1` and another precision, and `1.2e5` that of
/// `120000`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
pub struct Exact {
    value: Decimal,
    /// How many noughts at the end only hold the place: four in `1.2e5`.
    holding: u32,
}

/// Blanks that stand between groups of digits.
pub(crate) const GROUPING: [char; 3] = ['\u{a0}', '\u{2009}', '\u{202f}'];

/// Signs that stand before a negative number in print: beside the minus and the hyphen-minus the non-breaking
/// hyphen, the figure dash and the en dash, as typesetters and word processors set them.
pub(crate) const MINUS_SIGNS: [char; 5] = ['-', '\u{2212}', '\u{2010}', '\u{2011}', '\u{2013}'];

impl Exact {
    /// Nought.
    pub(crate) const NOUGHT: Self = Self {
        value: Decimal::ZERO,
        holding: 0,
    };

    /// Reads a number: an optional sign (a minus in any of its forms, or `+`), digits, optional decimals. Commas and
    /// blanks between groups of three digits are let go; a nought before the decimals may be
    /// left out (`.04`, as in the style of the AMA), and the point may stand high (`0·72`, as in the
    /// Lancet). A power of ten may follow as an exponent (`1.2e5`). `None` for what is no number, or has
    /// more than 28 digits.
    pub fn read(text: &str) -> Option<Self> {
        if let Some(number) = plain(text) {
            return Some(Self {
                value: number,
                holding: 0,
            });
        }
        let text = text.trim().replace(MINUS_SIGNS, "-").replace('\u{b7}', ".");
        let Some((digits, exponent)) = text.split_once(['e', 'E']) else {
            return Self::without_exponent(&text);
        };
        let size = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
        let is_short = (1..=2).contains(&size.len()) && size.bytes().all(|b| b.is_ascii_digit());
        let exponent = exponent.parse().ok().filter(|_| is_short)?;
        Self::without_exponent(digits)?.times_ten_to(exponent)
    }

    fn without_exponent(text: &str) -> Option<Self> {
        let text = text.replace(GROUPING, ",").replace(' ', ",");
        let (sign, digits) = match text.strip_prefix(['-', '+']) {
            Some(digits) => (if text.starts_with('-') { "-" } else { "" }, digits),
            None => ("", text.as_str()),
        };
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        let is_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        let grouped = whole.split(',').skip(1).all(|group| group.len() == 3);
        let whole: String = whole.split(',').collect();
        let whole = if whole.is_empty() && !decimals.is_empty() {
            "0".to_owned()
        } else {
            whole
        };
        let written = !whole.is_empty() && is_digits(&whole) && is_digits(decimals) && grouped;
        if !written || whole.len() + decimals.len() > 28 || digits.ends_with('.') {
            return None;
        }
        let number = if decimals.is_empty() {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}.{decimals}")
        };
        let value = number.parse().ok()?;
        Some(Self { value, holding: 0 })
    }

    /// The number times a power of ten, as precise as it was. `None` where it has more than 28 digits then.
    #[must_use]
    pub fn times_ten_to(self, exponent: i32) -> Option<Self> {
        let Self { mut value, holding } = self;
        let size = exponent.unsigned_abs();
        if exponent < 0 {
            value
                .set_scale(
                    value
                        .scale()
                        .checked_add(size)
                        .filter(|scale| *scale <= 28)?,
                )
                .ok()?;
            return Some(Self { value, holding });
        }
        let moved = size.min(value.scale());
        value.set_scale(value.scale() - moved).ok()?;
        let added = size - moved;
        Some(Self {
            value: value.checked_mul(ten_to(added)?)?,
            holding: holding + added,
        })
    }

    /// The value.
    pub fn value(self) -> Decimal {
        self.value
    }

    /// How many decimals were written.
    pub fn places(self) -> u32 {
        self.value.scale()
    }

    /// Half a unit of the last digit that counts: how far the unrounded number can be from this one.
    pub fn half_unit(self) -> Decimal {
        match ten_to(self.holding).filter(|_| self.holding > 0) {
            Some(unit) => unit / Decimal::TWO,
            None => Decimal::new(5, self.places() + 1),
        }
    }

    /// The least and the greatest number that are rounded to this one.
    pub fn bounds(self) -> (Decimal, Decimal) {
        (self.value - self.half_unit(), self.value + self.half_unit())
    }

    /// Whether a number is, when rounded to this one's precision, this one. Halves may go either
    /// way: reports do both.
    pub fn is_rounded_from(self, exact: Decimal) -> bool {
        let (low, high) = self.bounds();
        low <= exact && exact <= high
    }

    /// Whether this states another number: the same value, with no decimals beyond its own.
    pub fn states(self, reported: Self) -> bool {
        self.value == reported.value && self.places() <= reported.places()
    }

    /// Whether another number has the same digits, in any order: one may be a slip of the pen for the other.
    pub fn has_digits_of(self, other: Self) -> bool {
        let digits = |number: Self| {
            let text = number.to_string();
            let mut digits: Vec<u8> = text.bytes().filter(u8::is_ascii_digit).collect();
            digits.sort_unstable();
            digits
        };
        digits(self) == digits(other)
    }

    /// The same number with the other sign.
    #[must_use]
    pub fn negated(self) -> Self {
        Self {
            value: -self.value,
            ..self
        }
    }

    /// One of the last digit that counts: 0.01 for 12.52, 10 for 120.
    pub fn step(self) -> Decimal {
        if self.holding > 0 {
            return self.half_unit() * Decimal::TWO;
        }
        let mut step = Decimal::new(1, self.places());
        if self.places() == 0 && !self.value.is_zero() {
            let ten = Decimal::TEN;
            while (self.value % (step * ten)).is_zero() {
                step *= ten;
            }
        }
        step
    }

    /// The value as a floating-point number.
    pub fn to_f64(self) -> f64 {
        to_f64(self.value)
    }
}

impl From<u32> for Exact {
    fn from(number: u32) -> Self {
        Self {
            value: number.into(),
            holding: 0,
        }
    }
}

/// A power of ten; `None` where it has more digits than a number can have.
fn ten_to(power: u32) -> Option<Decimal> {
    (0..power).try_fold(Decimal::ONE, |product, _| product.checked_mul(Decimal::TEN))
}

/// A number of few digits, as most are written: `-12.50`. `None` says nothing of any other.
fn plain(text: &str) -> Option<Decimal> {
    // So many digits are sure to fit.
    const MOST: usize = 18;
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let bytes = unsigned.as_bytes();
    if bytes.is_empty() || bytes.len() > MOST {
        return None;
    }
    let mut number = 0_i64;
    let mut point = None;
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'0'..=b'9' => number = number * 10 + i64::from(byte - b'0'),
            b'.' if point.is_none() && at > 0 && at + 1 < bytes.len() => point = Some(at),
            _ => return None,
        }
    }
    let places = point.map_or(0, |point| bytes.len() - point - 1);
    let is_negative = unsigned.len() < text.len();
    // A nought has no sign here.
    if is_negative && number == 0 {
        return None;
    }
    let number = if is_negative { -number } else { number };
    Some(Decimal::new(number, u32::try_from(places).ok()?))
}

/// The nearest floating-point number.
pub(crate) fn to_f64(number: Decimal) -> f64 {
    // Both are exact as floating-point numbers, so their quotient is rounded once.
    let powers: [f64; 7] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6];
    let mantissa = i32::try_from(number.mantissa());
    let power = usize::try_from(number.scale())
        .ok()
        .and_then(|scale| powers.get(scale));
    match (mantissa, power) {
        (Ok(mantissa), Some(power)) => f64::from(mantissa) / power,
        _ => number.to_string().parse().unwrap_or(f64::NAN),
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
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
        assert_eq!(read("100\u{202f}000"), read("100000"));
        assert_eq!((read(".04"), read("0·72")), (read("0.04"), read("0.72")));
        for text in [
            "",
            "-",
            "1,12",
            "1.2.3",
            "a",
            "5.",
            ".",
            "1e",
            "e3",
            "1e3.5",
            "1e100",
            "1e99",
            "1e-99",
            "1e3e3",
            &"9".repeat(40),
        ] {
            assert_eq!(Exact::read(text), None, "{text}");
        }
    }

    #[test]
    fn an_exponent_keeps_the_precision() {
        for (text, value, half) in [
            ("1.2e5", "120000", "5000"),
            ("1.20E+5", "120000", "500"),
            ("1.234e2", "123.4", "0.05"),
            ("5e-8", "0.00000005", "0.000000005"),
            ("−1.5e−3", "-0.0015", "0.00005"),
            ("7e0", "7", "0.5"),
        ] {
            let number = read(text);
            assert_eq!(number.value(), value.parse().unwrap(), "{text}");
            assert_eq!(number.half_unit(), half.parse().unwrap(), "{text}");
        }
        assert!(
            read("1.2e5").states(read("120000")) && read("1.2e5").step() == read("10000").value()
        );
        assert!(read("1.2e5").is_rounded_from(read("123456").value()));
    }

    #[test]
    fn the_last_digit_that_counts_has_a_step() {
        for (number, step) in [
            ("12.52", "0.01"),
            ("120", "10"),
            ("7", "1"),
            ("0", "1"),
            ("1000", "1000"),
        ] {
            assert_eq!(read(number).step(), step.parse().unwrap(), "{number}");
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
