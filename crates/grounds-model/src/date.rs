//! Days, and dates that are known only to the year or the month.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use jiff::civil;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A day of the (proleptic) Gregorian calendar, written `2026-11-22` (RFC 3339, `full-date`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

impl Date {
    /// Today, by the system's clock and time zone: for the default of `--as-of` only.
    pub fn from_civil(date: civil::Date) -> Self {
        Self(date)
    }

    /// The day as a `jiff` date, for reckoning.
    pub fn civil(self) -> civil::Date {
        self.0
    }

    /// Whole days from `self` to `later`; negative if `later` is earlier.
    pub fn days_until(self, later: Date) -> i32 {
        later
            .0
            .duration_since(self.0)
            .as_hours()
            .try_into()
            .map_or(0, |hours: i32| hours / 24)
    }
}

impl FromStr for Date {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (year, month, day) = parts(text).ok_or("expected a date such as 2026-11-22")?;
        civil::Date::new(year, month, day)
            .map(Self)
            .map_err(|_| "no such day in the calendar")
    }
}

/// The numbers of a date; jiff would take it in other forms, too.
fn parts(text: &str) -> Option<(i16, i8, i8)> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
        return None;
    };
    Some((number(&[y1, y2, y3, y4])?, pair(m1, m2)?, pair(d1, d2)?))
}

/// A number of a few digits.
fn number(digits: &[u8]) -> Option<i16> {
    digits.iter().try_fold(0, |number, digit| {
        let value = digit.is_ascii_digit().then(|| i16::from(digit - b'0'))?;
        Some(number * 10 + value)
    })
}

/// A number of two digits.
fn pair(tens: u8, ones: u8) -> Option<i8> {
    i8::try_from(number(&[tens, ones])?).ok()
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "title": "day",
            "type": "string",
            "format": "date",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "examples": ["2026-11-22"]
        })
    }
}

/// A date as far as it is known: `2018`, `2018-10` or `2018-10-15`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

impl PartialDate {
    /// The calendar year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12, if it is known.
    pub fn month(self) -> Option<i8> {
        self.month
    }

    /// The day of the month, if it is known.
    pub fn day(self) -> Option<i8> {
        self.day
    }

    /// The first day on which it can have been.
    pub fn earliest(self) -> Date {
        Date(civil::date(
            self.year,
            self.month.unwrap_or(1),
            self.day.unwrap_or(1),
        ))
    }
}

impl From<Date> for PartialDate {
    fn from(Date(date): Date) -> Self {
        Self {
            year: date.year(),
            month: Some(date.month()),
            day: Some(date.day()),
        }
    }
}

impl FromStr for PartialDate {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts = match *text.as_bytes() {
            [y1, y2, y3, y4] => number(&[y1, y2, y3, y4]).map(|year| (year, None, None)),
            [y1, y2, y3, y4, b'-', m1, m2] => {
                let month = pair(m1, m2).filter(|month| (1..=12).contains(month));
                let year = number(&[y1, y2, y3, y4]);
                year.zip(month)
                    .map(|(year, month)| (year, Some(month), None))
            }
            _ => {
                let date = text.parse::<Date>().ok().map(|Date(date)| date);
                date.map(|date| (date.year(), Some(date.month()), Some(date.day())))
            }
        };
        let (year, month, day) =
            parts.ok_or("expected a date such as 2018, 2018-10 or 2018-10-15")?;
        Ok(Self { year, month, day })
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // A bare `2018` is a number in YAML.
        let written = crate::Label::deserialize(deserializer)?;
        written.as_str().parse().map_err(de::Error::custom)
    }
}

impl JsonSchema for PartialDate {
    fn schema_name() -> Cow<'static, str> {
        "PartialDate".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "title": "date, as far as it is known",
            "examples": ["2018", "2018-10", "2018-10-15"],
            "anyOf": [
                { "type": "string", "pattern": "^[0-9]{4}$" },
                { "type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$" },
                { "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
                { "type": "integer", "minimum": 1000, "maximum": 9999 }
            ]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_precise_as_it_is_known() {
        for text in ["2018", "2018-10", "2018-10-15"] {
            assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
        }
        for text in [
            "18",
            "2018-13",
            "2018-1",
            "2018-02-30",
            "20181015",
            "2018-10-15T00:00",
        ] {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }

    #[test]
    fn days_are_counted_across_leap_days() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(day("2024-02-28").days_until(day("2024-03-01")), 2);
        assert_eq!(day("2024-03-01").days_until(day("2024-02-28")), -2);
    }
}
