//! The lengths of time and time points that a sentence names: `at 24 weeks`, `the six-month visit`, `in month 6`.

use std::ops::Range;

use grounds_evidence::Duration;
use grounds_numbers::lists::PartList;

use super::links::Mention;

const UNITS: [&str; 10] = [
    "day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours",
];

/// Nouns after an adjective of time that make it a time point: `the 6-month visit`, and not `a 6-month trial`.
const AT_A_TIME: [&str; 14] = [
    "visit",
    "visits",
    "assessment",
    "assessments",
    "examination",
    "point",
    "result",
    "results",
    "mortality",
    "survival",
    "risk",
    "rate",
    "rates",
    "mark",
];

/// When something was measured.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum When {
    /// Before a study began.
    AtBaseline,
    /// After so long.
    After(Duration),
}

impl When {
    /// Reads the time of a finding.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let at_baseline = || {
            text.to_lowercase()
                .contains("baseline")
                .then_some(Self::AtBaseline)
        };
        Duration::read(text).map(Self::After).or_else(at_baseline)
    }

    /// Whether this is earlier than another time, and not as good as the same.
    pub(crate) fn is_before(self, other: Self) -> bool {
        match (self, other) {
            (Self::AtBaseline, Self::After(_)) => true,
            (Self::After(one), Self::After(other)) => other.exceeds(one),
            _ => false,
        }
    }

    /// Whether two times are used for one another: 24 weeks are as good as six months.
    pub(crate) fn is_like(self, other: Self) -> bool {
        match (self, other) {
            (Self::After(one), Self::After(other)) => one.reaches(other) && other.reaches(one),
            (one, other) => one == other,
        }
    }
}

/// A time in a sentence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Time {
    pub(crate) when: When,
    /// Whether the words make it a point at which something was measured.
    pub(crate) is_point: bool,
}

/// The times of a sentence, which is in small letters, in its order. Ages are none.
pub(crate) fn times(text: &str) -> Vec<Mention<Time>> {
    static NAMED: PartList = PartList::new(&["hour", "day", "week", "month", "year", "baseline"]);
    if !NAMED.is_in(text) {
        return Vec::new();
    }
    let words = words(text);
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        match &text[word.clone()] {
            "baseline" => found.push(mention(word.clone(), When::AtBaseline, true)),
            unit if UNITS.contains(&unit) => {
                let time = length(text, &words, at)
                    .or_else(|| one(text, &words, at))
                    .or_else(|| named(text, &words, at));
                found.extend(time);
            }
            number => {
                let last = found.last();
                found.extend(last.and_then(|last| again(text, &words, at, number, last)));
            }
        }
    }
    found.retain(|time| !is_age(text, &time.words));
    found
}

fn mention(words: Range<usize>, when: When, is_point: bool) -> Mention<Time> {
    Mention {
        words,
        of: Some(Time { when, is_point }),
    }
}

/// `6 months`, `six-month`: the unit is the word at a place.
fn length(text: &str, words: &[Range<usize>], at: usize) -> Option<Mention<Time>> {
    let unit = &words[at];
    let number = words
        .get(at.checked_sub(1)?)
        .filter(|number| unit.start - number.end == 1)?;
    let range = number.start..unit.end;
    let long = Duration::read(&text[range.clone()])?;
    let is_point = if text[..unit.start].ends_with('-') {
        words
            .get(at + 1)
            .is_some_and(|noun| AT_A_TIME.contains(&&text[noun.clone()]))
    } else {
        // `12 months after the operation`
        follows_a_preposition(&text[..range.start]) || text[range.end..].starts_with(" after the ")
    };
    Some(mention(range, When::After(long), is_point))
}

/// `within a year`, `after a month`; but not `a year before`, or `within a year of the operation`.
fn one(text: &str, words: &[Range<usize>], at: usize) -> Option<Mention<Time>> {
    let word = |at: usize| words.get(at).map(|word| &text[word.clone()]);
    let unit = words.get(at)?;
    let (link, article) = (word(at.checked_sub(2)?)?, word(at.checked_sub(1)?)?);
    let since = ["of", "after", "before", "from", "since"];
    let is_since = word(at + 1).is_some_and(|next| since.contains(&next));
    let said = ["within", "after"].contains(&link) && article == "a" && !is_since;
    let long = Duration::read(&format!("1 {}", &text[unit.clone()])).filter(|_| said)?;
    let range = words.get(at.checked_sub(1)?)?.start..unit.end;
    Some(mention(range, When::After(long), true))
}

/// The unit of a time: `years`.
fn unit_of<'t>(text: &'t str, time: &Mention<Time>) -> Option<&'t str> {
    let mut words = text
        .get(time.words.clone())?
        .split(|c: char| !c.is_alphanumeric());
    words.find(|word| UNITS.contains(word))
}

/// `after one year, and 30% after five`: a number that closes its clause has the unit of the time before it, which the
/// same word leads to.
fn again(
    text: &str,
    words: &[Range<usize>],
    at: usize,
    number: &str,
    last: &Mention<Time>,
) -> Option<Mention<Time>> {
    let place = words.get(at)?.clone();
    let link = &text[words.get(at.checked_sub(1)?)?.clone()];
    let before = text.get(..last.words.start)?.split_whitespace();
    let led = ["after", "within"].contains(&link) && before.last() == Some(link);
    let rest = text[place.end..].trim_start();
    let closes = rest.is_empty()
        || rest.starts_with([',', ';', ')', '[', '.', ':'])
        || ["and ", "but "].iter().any(|joint| rest.starts_with(joint));
    let unit = unit_of(text, last).filter(|_| led && closes)?;
    let time = Duration::read(&format!("{number} {unit}"))?;
    Some(mention(place, When::After(time), true))
}

/// The lengths of time that some words, in small letters, count from a beginning: of `weeks 9 to 12` both.
pub(super) fn named_in(text: &str) -> Vec<Duration> {
    let words = words(text);
    let mut found = Vec::new();
    for (at, unit) in words.iter().enumerate() {
        let unit = &text[unit.clone()];
        let rest = words.get(at + 1..).unwrap_or_default();
        let numbers = rest.iter().map(|word| &text[word.clone()]);
        let numbers = numbers.take(3).take_while(|word| {
            word.starts_with(|c: char| c.is_ascii_digit())
                || ["to", "and", "through"].contains(word)
        });
        if UNITS.contains(&unit) {
            found.extend(numbers.filter_map(|number| Duration::read(&format!("{number} {unit}"))));
        }
    }
    found
}

/// `month 6`
fn named(text: &str, words: &[Range<usize>], at: usize) -> Option<Mention<Time>> {
    let unit = &words[at];
    let number = words
        .get(at + 1)
        .filter(|number| number.start - unit.end == 1)?;
    let long = Duration::read(&format!(
        "{} {}",
        &text[number.clone()],
        &text[unit.clone()]
    ))?;
    // `Weeks 9 to 12` are no point.
    let joints = [" to ", " and ", " through "];
    let rest = &text[number.end..];
    if rest.starts_with(['\u{2013}', '-']) || joints.iter().any(|joint| starts_range(rest, joint)) {
        return None;
    }
    let is_point = follows_a_preposition(&text[..unit.start]);
    Some(mention(unit.start..number.end, When::After(long), is_point))
}

/// Whether a joint and another number follow: ` to 12`.
fn starts_range(rest: &str, joint: &str) -> bool {
    let after = rest.strip_prefix(joint);
    after.is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit()))
}

/// The words of a text: letters and digits, with the point of a decimal.
fn words(text: &str) -> Vec<Range<usize>> {
    let is_part = |c: char| c.is_alphanumeric() || c == '.';
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(|c: char| !is_part(c)) {
        let name = word
            .trim_end_matches(|c: char| !is_part(c))
            .trim_end_matches('.');
        if !name.is_empty() {
            found.push(at..at + name.len());
        }
        at += word.len();
    }
    found
}

/// Whether the words before a time make it a time point: `at 24 weeks`, `after six months`.
fn follows_a_preposition(before: &str) -> bool {
    let last = before.split_whitespace().next_back().unwrap_or_default();
    ["at", "after", "within", "by", "in", "over"].contains(&last)
}

/// Whether a time is an age: `aged 50 years`, `50 years old`, `50 years and over`.
fn is_age(text: &str, time: &Range<usize>) -> bool {
    let mut near = text[..time.start].split_whitespace().rev().take(4);
    let after = &text[time.end..];
    let old = [
        " old",
        "-old",
        " of age",
        " and over",
        " and older",
        " or older",
    ];
    near.any(|word| ["age", "aged", "ages"].contains(&word))
        || old.iter().any(|words| after.starts_with(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_points_are_told_from_lengths_and_ages() {
        let said = |text: &str| -> Vec<(String, bool)> {
            let found = times(text).into_iter();
            found
                .map(|time| {
                    (
                        text[time.words].to_owned(),
                        time.of.is_some_and(|time| time.is_point),
                    )
                })
                .collect()
        };
        for (text, expected) in [
            ("it fell by 5 at 6 months", vec![("6 months", true)]),
            (
                "at three months and at 12 months",
                vec![("three months", true), ("12 months", true)],
            ),
            ("at the six-month visit", vec![("six-month", true)]),
            ("in a 6-month trial", vec![("6-month", false)]),
            ("by month 6", vec![("month 6", true)]),
            ("12 months after the operation", vec![("12 months", true)]),
            ("at 1.5 years", vec![("1.5 years", true)]),
            ("at baseline", vec![("baseline", true)]),
            ("12% within a year", vec![("a year", true)]),
            ("within a year of birth, twice a year", vec![]),
            (
                "12% after one year, and 30% after five",
                vec![("one year", true), ("five", true)],
            ),
            (
                "at 6 weeks after one session, 30% after five",
                vec![("6 weeks", true)],
            ),
            ("women within a year after treatment", vec![]),
            ("in weeks 9 to 12", vec![]),
            (
                "after one year, after five sessions",
                vec![("one year", true)],
            ),
            ("women aged 50 years, men 60 years old", vec![]),
            ("the weeks before", vec![]),
        ] {
            let expected: Vec<(String, bool)> = expected
                .into_iter()
                .map(|(words, is)| (words.to_owned(), is))
                .collect();
            assert_eq!(said(text), expected, "{text}");
        }
    }
}
