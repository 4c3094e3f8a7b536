//! Amounts in a stretch of time, where words stand between the two: `17.5 g of fibre a day`, `a daily dose of 20 mg`.

use grounds_numbers::Unit;
use grounds_numbers::quantity::Quantity;

use super::Known;

/// The stretches of time that a dose is taken in, with the words for them.
const TIMES: [(&str, &str); 5] = [
    ("night", "nightly"),
    ("day", "daily"),
    ("week", "weekly"),
    ("month", "monthly"),
    ("year", "yearly"),
];
/// How many words may stand between an amount and its time: `of dietary fibre a day`.
const NEAR: usize = 5;

/// What the words beside an amount say of time.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum PerTime {
    /// Nothing.
    Nothing,
    /// The words beside it say in which time: it has this unit as well.
    Beside(Unit),
    /// Its own unit says in which time.
    Within,
}

impl PerTime {
    pub(super) fn of(text: &str, quantity: &Quantity) -> Self {
        let Some(unit) = quantity.unit.as_ref() else {
            return Self::Nothing;
        };
        let written = text[quantity.number.end..quantity.whole.end].to_lowercase();
        let divided = written.contains('/') || written.contains(" per ");
        if divided {
            return Self::Within;
        }
        let after = text.get(quantity.whole.end..).unwrap_or_default();
        let before = text.get(..quantity.number.start).unwrap_or_default();
        let time = time_after(after).or_else(|| time_before(before));
        let rate = time.and_then(|time| unit.over(&format!("per {time}")));
        rate.map_or(Self::Nothing, |(rate, _)| Self::Beside(rate))
    }

    /// Whether an amount and a number of a record are in the same unit, but for the time that only one of them has within
    /// its own: `20 mg a day` and 20 mg/d, `20 mg/d` and the words “20 mg daily”.
    pub(super) fn joins(&self, quantity: &Quantity, known: &Known) -> bool {
        match self {
            Self::Nothing => false,
            Self::Beside(rate) => known.unit.as_ref() == Some(rate),
            Self::Within => {
                let own = known.unit.as_ref().filter(|_| known.is_in_words());
                own.is_some_and(|own| {
                    let mut times = TIMES.iter();
                    times.any(|(time, _)| {
                        let rate = own.over(&format!("per {time}"));
                        rate.map(|(rate, _)| rate) == quantity.unit
                    })
                })
            }
        }
    }
}

/// The time that the words right after an amount name: `a day`, `of fibre each day`, `daily`, but not `twice a day`.
fn time_after(after: &str) -> Option<&'static str> {
    let clause = after.split([',', ';', '(', ')']).next().unwrap_or_default();
    let clause = clause.split(". ").next().unwrap_or_default().to_lowercase();
    let words: Vec<&str> = clause.split_whitespace().take(NEAR + 2).collect();
    words.iter().enumerate().find_map(|(at, word)| {
        let word = word.trim_end_matches('.');
        let before = |n: usize| at.checked_sub(n).and_then(|at| words.get(at)).copied();
        let each = ["a", "per", "each", "every"]
            .iter()
            .any(|each| before(1) == Some(*each));
        let often = |n: usize| matches!(before(n), Some("twice" | "thrice" | "times"));
        TIMES.iter().find_map(|(time, adverb)| {
            let named = (word == *time && each && !often(2)) || (word == *adverb && !often(1));
            named.then_some(*time)
        })
    })
}

/// The time that the words right before an amount name: `a daily dose of`.
fn time_before(before: &str) -> Option<&'static str> {
    let clause = before
        .rsplit([',', ';', '(', ')'])
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let mut words = clause.split_whitespace().rev().take(NEAR);
    words.find_map(|word| {
        TIMES
            .iter()
            .find(|(_, adverb)| *adverb == word)
            .map(|(time, _)| *time)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use grounds_numbers::quantity::quantities;

    #[test]
    fn an_amount_has_the_time_that_stands_beside_it() {
        for (text, unit) in [
            ("17.5 g a day", "g per day"),
            ("17.5 g of dietary fibre a day", "g per day"),
            ("17.5 grams daily", "g per day"),
            ("a daily intake of 17.5 g", "g per day"),
            ("17.5 g each week", "g per week"),
            ("2.0 days a month", "days per month"),
            ("6.5 hours a night", "hours per night"),
            ("monthly migraine days fell by 2.0 days", "days per month"),
        ] {
            let found = &quantities(text)[0];
            let expected = Unit::read(unit).map(PerTime::Beside);
            assert_eq!(Some(PerTime::of(text, found)), expected, "{text}");
        }
        for text in ["17.5 g twice a day", "17.5 g, and a day of rest"] {
            let found = &quantities(text)[0];
            assert!(
                !matches!(PerTime::of(text, found), PerTime::Beside(_)),
                "{text}"
            );
        }
        let text = "17.5 g/day";
        assert_eq!(PerTime::of(text, &quantities(text)[0]), PerTime::Within);
    }
}
