//! How long, from the words of a record: `12 weeks`, `6 months`, `3 months after the last session`.

/// A stretch of time, in days.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Duration {
    days: f64,
}

/// Days of a year, and of a month, on average (Gregorian calendar: 365.2425 days).
const YEAR: f64 = 365.2425;
const MONTH: f64 = YEAR / 12.0;

impl Duration {
    /// The first stretch of time that a text names; of a range the longer end.
    pub fn read(text: &str) -> Option<Self> {
        let parts = |c: char| c.is_whitespace() || matches!(c, '-' | '\u{2013}');
        let words = text.split(parts).filter(|word| !word.is_empty());
        let mut before = None;
        words.into_iter().find_map(|word| {
            let number = before.replace(word)?;
            let days = unit(word)?;
            let number = number.parse::<f64>().ok().or_else(|| spelled(number))?;
            (number.is_finite() && number > 0.0).then_some(Self {
                days: number * days,
            })
        })
    }

    /// Whether it is as long as another, within a tenth: 24 weeks are as good as 6 months.
    pub fn reaches(self, other: Self) -> bool {
        self.days >= other.days * 0.9
    }

    /// Whether it goes beyond another by more than a tenth.
    pub fn exceeds(self, other: Self) -> bool {
        self.days > other.days * 1.1
    }
}

/// How many days a unit has.
fn unit(word: &str) -> Option<f64> {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let is = |names: &[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(word));
    Some(match word.bytes().next()?.to_ascii_lowercase() {
        b'm' if is(&["minute", "minutes", "min"]) => 1.0 / 1440.0,
        b'h' if is(&["hour", "hours", "h"]) => 1.0 / 24.0,
        b'd' if is(&["day", "days", "d"]) => 1.0,
        b'w' if is(&["week", "weeks", "wk", "wks"]) => 7.0,
        b'm' if is(&["month", "months", "mo"]) => MONTH,
        b'y' if is(&["year", "years", "y", "yr", "yrs"]) => YEAR,
        _ => return None,
    })
}

fn spelled(word: &str) -> Option<f64> {
    const WORDS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let at = WORDS.iter().position(|w| w.eq_ignore_ascii_case(word))?;
    u32::try_from(at + 1).ok().map(f64::from)
}

#[cfg(test)]
mod tests {
    use super::Duration;

    fn days(text: &str) -> Option<i64> {
        #[expect(clippy::cast_possible_truncation, reason = "a small number of days")]
        Duration::read(text).map(|duration| duration.days.round() as i64)
    }

    #[test]
    fn durations_are_read_from_words() {
        for (text, expected) in [
            ("12 weeks", Some(84)),
            ("24-week", Some(168)),
            ("six months", Some(183)),
            ("3 months after the last session", Some(91)),
            ("21 to 24 weeks", Some(168)),
            ("21–24 weeks", Some(168)),
            ("1 year", Some(365)),
            ("2018 to 2023", None),
            ("at the end", None),
            ("weeks", None),
            ("", None),
        ] {
            assert_eq!(days(text), expected, "{text:?}");
        }
    }

    #[test]
    fn half_a_year_is_half_a_year() {
        let of = |text| Duration::read(text).unwrap();
        assert!(of("24 weeks").reaches(of("6 months")) && of("6 months").reaches(of("24 weeks")));
        assert!(!of("12 weeks").reaches(of("6 months")) && of("6 months").exceeds(of("12 weeks")));
    }
}
