//! Counts of right and wrong verdicts, and the figures that they give.

/// How a heuristic does on a set of sentences.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Found, and labelled so.
    pub hits: usize,
    /// Found, and labelled otherwise.
    pub false_alarms: usize,
    /// Labelled so, and not found.
    pub misses: usize,
    /// Neither.
    pub quiet: usize,
}

/// A share with its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// The share, from 0 to 1; `None` where there is nothing of which it could be a share.
    pub value: Option<f64>,
    /// The bounds of the interval.
    pub interval: (f64, f64),
}

/// The quantile of the normal distribution that leaves 2.5 % above it.
const Z: f64 = 1.959_963_984_540_054;

impl Counts {
    pub(crate) fn add(&mut self, found: bool, labelled: bool) {
        match (found, labelled) {
            (true, true) => self.hits += 1,
            (true, false) => self.false_alarms += 1,
            (false, true) => self.misses += 1,
            (false, false) => self.quiet += 1,
        }
    }

    /// How many sentences were labelled.
    pub fn labelled(self) -> usize {
        self.found() + self.misses + self.quiet
    }

    /// How many were found.
    pub fn found(self) -> usize {
        self.hits + self.false_alarms
    }

    /// The share of what was found that is right.
    pub fn precision(self) -> Share {
        Share::of(self.hits, self.found())
    }

    /// The share of what is labelled that was found.
    pub fn recall(self) -> Share {
        Share::of(self.hits, self.hits + self.misses)
    }

    /// The share of the others that was found all the same.
    pub fn false_alarm_rate(self) -> Share {
        Share::of(self.false_alarms, self.false_alarms + self.quiet)
    }

    /// The harmonic mean of precision and recall.
    pub fn f1(self) -> f64 {
        let errors = self.false_alarms + self.misses;
        Share::of(2 * self.hits, 2 * self.hits + errors)
            .value
            .unwrap_or(0.0)
    }
}

impl Share {
    /// A share with the score interval of Wilson EB. Probable inference, the law of succession, and
    /// statistical inference. J Am Stat Assoc 1927;22:209–212.
    #[expect(
        clippy::cast_precision_loss,
        reason = "numbers of sentences are below 2^52"
    )]
    pub fn of(part: usize, whole: usize) -> Self {
        if whole == 0 {
            return Self {
                value: None,
                interval: (0.0, 1.0),
            };
        }
        let n = whole as f64;
        let p = part as f64 / n;
        let z2 = Z * Z;
        let middle = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
        let half = Z * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt() / (1.0 + z2 / n);
        Self {
            value: Some(p),
            interval: ((middle - half).max(0.0), (middle + half).min(1.0)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_is_that_of_wilson() {
        // Newcombe RG. Stat Med 1998;17:857–872, table I, method 3.
        for (part, whole, low, high) in [
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            (0, 20, 0.0, 0.1611),
            (1, 29, 0.0061, 0.1718),
        ] {
            let share = Share::of(part, whole);
            assert!(
                (share.interval.0 - low).abs() < 5e-5,
                "{part} of {whole}: {share:?}"
            );
            assert!(
                (share.interval.1 - high).abs() < 5e-5,
                "{part} of {whole}: {share:?}"
            );
        }
        assert_eq!(Share::of(0, 0).value, None);
    }

    #[test]
    fn precision_recall_and_their_mean() {
        let counts = Counts {
            hits: 8,
            false_alarms: 2,
            misses: 8,
            quiet: 82,
        };
        assert_eq!(counts.precision().value, Some(0.8));
        assert_eq!(counts.recall().value, Some(0.5));
        assert!((counts.f1() - 8.0 / 13.0).abs() < 1e-12);
        assert_eq!(counts.labelled(), 100);
    }
}
