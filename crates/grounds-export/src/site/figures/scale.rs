//! The axis of a plot: from numbers to positions, linear for differences, logarithmic for ratios.

/// An axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    low: f64,
    high: f64,
    logarithmic: bool,
    left: f64,
    right: f64,
}

impl Scale {
    /// An axis that shows all of `numbers` and the line of no effect, from `left` to `right`.
    ///
    /// `None` where there is nothing that can be shown: no finite number, or none above zero on a
    /// logarithmic axis.
    pub(super) fn of(numbers: &[f64], logarithmic: bool, left: f64, right: f64) -> Option<Self> {
        let no_effect = if logarithmic { 1.0 } else { 0.0 };
        let shown = numbers
            .iter()
            .copied()
            .filter(|n| n.is_finite() && (!logarithmic || *n > 0.0));
        let (mut low, mut high, mut any) = (no_effect, no_effect, false);
        for number in shown {
            (low, high, any) = (number.min(low), number.max(high), true);
        }
        let axis = Self {
            low,
            high,
            logarithmic,
            left,
            right,
        };
        let room = (axis.along(high) - axis.along(low)) * 0.06;
        let (from, to) = (axis.along(low) - room, axis.along(high) + room);
        let back = |n: f64| if logarithmic { n.exp() } else { n };
        (any && room > 0.0).then(|| Self {
            low: back(from),
            high: back(to),
            ..axis
        })
    }

    /// Where a number lies along the axis, in the axis's own measure.
    fn along(&self, number: f64) -> f64 {
        if self.logarithmic {
            number.ln()
        } else {
            number
        }
    }

    /// The position of a number, which may lie beyond the ends.
    pub(super) fn position(&self, number: f64) -> f64 {
        let (low, high) = (self.along(self.low), self.along(self.high));
        self.left + (self.along(number) - low) / (high - low) * (self.right - self.left)
    }

    /// The ends, as positions.
    pub(super) fn ends(&self) -> (f64, f64) {
        (self.left, self.right)
    }

    /// Round numbers along the axis, at most seven.
    pub(super) fn ticks(&self) -> Vec<f64> {
        if self.logarithmic {
            self.ticks_of_ratios()
        } else {
            self.ticks_of_differences()
        }
    }

    fn ticks_of_differences(&self) -> Vec<f64> {
        let span = self.high - self.low;
        let power = 10f64.powf((span / 5.0).log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0]
            .into_iter()
            .map(|times| times * power)
            .find(|step| span / step <= 6.5)
            .unwrap_or(10.0 * power);
        let mut ticks = Vec::new();
        let mut number = (self.low / step).ceil();
        while number * step <= self.high && ticks.len() < 7 {
            ticks.push(number * step);
            number += 1.0;
        }
        ticks
    }

    /// Powers of one factor, the least with which at most seven fit; on a short axis, where they would
    /// be too few, round numbers as on any other.
    fn ticks_of_ratios(&self) -> Vec<f64> {
        let fits = |factor: f64| {
            let up = (self.high.ln() / factor.ln()).floor();
            let down = (-self.low.ln() / factor.ln()).floor();
            (up + down <= 6.0).then_some((factor, down, up))
        };
        let factors = [2.0, 10.0, 100.0, 1e3, 1e4, 1e6, 1e9, 1e12, 1e24, 1e48, 1e96];
        let Some((factor, down, up)) = factors.into_iter().find_map(fits) else {
            return vec![1.0];
        };
        if up + down < 2.0 {
            return self.ticks_of_differences();
        }
        let mut ticks = Vec::new();
        let mut power = -down;
        while power <= up {
            ticks.push(factor.powf(power));
            power += 1.0;
        }
        ticks
    }
}

/// A tick's number as it is written: no more digits than it needs, and a power of ten where it would
/// need many.
pub(super) fn tick_label(number: f64) -> String {
    if number != 0.0 && !(1e-3..1e5).contains(&number.abs()) {
        return scientific(number);
    }
    let rounded = format!("{number:.3}");
    let short = rounded.trim_end_matches('0').trim_end_matches('.');
    let short = if short == "-0" { "0" } else { short };
    short.replace('-', "−")
}

/// `2×10⁶`, `10⁻⁴`.
fn scientific(number: f64) -> String {
    let written = format!("{number:.1e}");
    let (factor, power) = written.split_once('e').unwrap_or((&written, "0"));
    let factor = factor.trim_end_matches(".0").replace('-', "−");
    let raised = |c| match c {
        '-' => '⁻',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '0' => '⁰',
        _ => char::from_digit(c.to_digit(10).unwrap_or(4), 10)
            .and_then(|digit| char::from_u32(u32::from(digit) - u32::from('4') + u32::from('⁴')))
            .unwrap_or(c),
    };
    let power: String = power.chars().map(raised).collect();
    match factor.as_str() {
        "1" => format!("10{power}"),
        "−1" => format!("−10{power}"),
        _ => format!("{factor}×10{power}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(scale: Scale) -> Vec<String> {
        scale.ticks().into_iter().map(tick_label).collect()
    }

    #[test]
    fn a_difference_has_a_linear_axis_with_its_zero() {
        let scale = Scale::of(&[0.73, 2.26], false, 0.0, 100.0).unwrap();
        assert_eq!(labels(scale), ["0", "0.5", "1", "1.5", "2"]);
        assert!(scale.position(0.0) > 0.0 && scale.position(2.26) < 100.0);
        let negative = Scale::of(&[-2.94, 2.52], false, 0.0, 100.0).unwrap();
        assert_eq!(labels(negative), ["−3", "−2", "−1", "0", "1", "2"]);
    }

    #[test]
    fn a_ratio_and_its_inverse_are_equally_far_from_one() {
        let scale = Scale::of(&[0.25, 4.0], true, 0.0, 100.0).unwrap();
        let (half, one, two) = (
            scale.position(0.5),
            scale.position(1.0),
            scale.position(2.0),
        );
        assert!(((one - half) - (two - one)).abs() < 1e-9);
        assert_eq!(labels(scale), ["0.25", "0.5", "1", "2", "4"]);
    }

    #[test]
    fn a_long_axis_of_ratios_has_few_ticks_and_a_short_one_enough() {
        let long = Scale::of(&[1e-5, 2e5], true, 0.0, 100.0).unwrap();
        assert_eq!(labels(long), ["10⁻⁴", "0.01", "1", "100", "10000"]);
        let short = Scale::of(&[0.92, 1.08], true, 0.0, 100.0).unwrap();
        assert_eq!(labels(short), ["0.95", "1", "1.05"]);
    }

    #[test]
    fn many_digits_become_a_power_of_ten() {
        assert_eq!(tick_label(2_500_000.0), "2.5×10⁶");
        assert_eq!(tick_label(-1e9), "−10⁹");
        assert_eq!(tick_label(1e-15), "10⁻¹⁵");
        assert_eq!(tick_label(-0.0), "0");
    }

    #[test]
    fn what_cannot_be_shown_has_no_axis() {
        assert_eq!(Scale::of(&[], false, 0.0, 1.0), None);
        assert_eq!(Scale::of(&[0.0], true, 0.0, 1.0), None);
        assert_eq!(Scale::of(&[f64::NAN], false, 0.0, 1.0), None);
    }
}
