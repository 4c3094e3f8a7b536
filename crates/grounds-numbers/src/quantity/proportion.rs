//! Proportions in words: `halved`, `twice as many`, `two thirds of the men`, `a quarter lower`.
//!
//! Words round: each is read with a tolerance, and only where the words around it say what it is a
//! proportion of. `Half a tablet`, `twice a day` and `the second half` are none.

use std::ops::Range;

use super::spelling::{Word, words};
use super::{Precision, Sense, precision, prevention, sense};
use crate::Unit;
use crate::lists::PartList;

/// A proportion in words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Meaning {
    /// So much of some people had or did something: `a third of the men`.
    Share(f64),
    /// Something is so many times something else: `halved`, `twice as many`.
    Times(f64),
    /// `Three times more` is said of three times as much and of four.
    TimesMore(f64),
    /// It is more or less by this share: `fell by a third`, `a quarter more`.
    Changed(f64),
}

/// A proportion in words, with the bytes of the words.
#[derive(Debug, Clone, PartialEq)]
pub struct Proportion {
    /// The bytes of the words.
    pub words: Range<usize>,
    /// What they say.
    pub meaning: Meaning,
    /// How exact they are meant to be.
    pub precision: Precision,
    /// Of a change, which way it went, as far as the words beside it say.
    pub sense: Option<Sense>,
    /// Of a number with decimals, half of its last digit as a share of it: how far it may be from what it is
    /// said of. Words have none.
    pub rounding: Option<f64>,
}

const NUMBERS: &[(&str, f64)] = &[
    ("a", 1.0),
    ("an", 1.0),
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
];

const PARTS: &[(&str, f64)] = &[
    ("half", 2.0),
    ("halves", 2.0),
    ("third", 3.0),
    ("thirds", 3.0),
    ("quarter", 4.0),
    ("quarters", 4.0),
    ("fourth", 4.0),
    ("fourths", 4.0),
    ("fifth", 5.0),
    ("fifths", 5.0),
    ("sixth", 6.0),
    ("sixths", 6.0),
    ("seventh", 7.0),
    ("eighth", 8.0),
    ("eighths", 8.0),
    ("tenth", 10.0),
    ("tenths", 10.0),
];

const MULTIPLYING: &[(&str, f64)] = &[
    ("halved", 0.5),
    ("halves", 0.5),
    ("halve", 0.5),
    ("halving", 0.5),
    ("doubled", 2.0),
    ("doubles", 2.0),
    ("doubling", 2.0),
    ("tripled", 3.0),
    ("triples", 3.0),
    ("trebled", 3.0),
    ("quadrupled", 4.0),
    ("quartered", 0.25),
];

const MORE: &[&str] = &[
    "more", "higher", "greater", "larger", "longer", "likelier", "increase", "rise",
];
const LESS: &[&str] = &[
    "less",
    "lower",
    "fewer",
    "smaller",
    "shorter",
    "rarer",
    "reduction",
    "decrease",
    "fall",
    "drop",
];
/// What can be a multiple: `twice the risk`.
const MEASURES: &[&str] = &[
    "risk",
    "rate",
    "rates",
    "odds",
    "number",
    "chance",
    "incidence",
];
/// Beside these words a multiple is of what is given, not of what came of it.
const GIVEN: &[&str] = &[
    "dose", "doses", "dosage", "dosing", "tablet", "tablets", "strength", "blind", "blinded",
    "time", "times", "session", "sessions",
];
const DENYING: &[&str] = &["not", "never", "nor", "neither", "whether", "if"];

/// Every proportion has a word with one of these; most sentences have none.
static STEMS: PartList = PartList::new(&[
    "hal", "third", "quart", "fourth", "fifth", "sixth", "seventh", "eighth", "tenth", "doubl",
    "tripl", "trebl", "quadrupl", "twice", "thrice", "fold", "times",
]);

/// The proportions of a sentence, in order.
pub fn proportions(text: &str) -> Vec<Proportion> {
    if !STEMS.is_in(text) {
        return Vec::new();
    }
    let words = words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        // Proportions begin with a digit or one of these letters: most words are told by it from them.
        let first = words[at].text.bytes().next().unwrap_or_default();
        if !first.is_ascii_digit() && !b"adefhnoqst".contains(&first) {
            at += 1;
            continue;
        }
        let read = fraction(text, &words, at)
            .or_else(|| multiple(&words, at))
            .or_else(|| multiplying(&words, at));
        let Some((meaning, used)) = read.filter(|_| !is_denied(&words, at)) else {
            at += 1;
            continue;
        };
        let bytes = words[at].bytes.start..words[at + used - 1].bytes.end;
        found.push(Proportion {
            precision: precision::precision_before(text, bytes.start),
            sense: sense(text, &words[at + used - 1].text, &bytes, meaning),
            rounding: rounding(&words[at].text),
            words: bytes,
            meaning,
        });
        at += used;
    }
    found
}

/// Which way a change went: by its last word (`a third lower`), else by the verb before it (`fell by a third`).
fn sense(text: &str, last: &str, bytes: &Range<usize>, meaning: Meaning) -> Option<Sense> {
    if !matches!(meaning, Meaning::Changed(_)) {
        None
    } else if LESS.contains(&last) {
        Some(Sense::Down)
    } else if MORE.contains(&last) {
        Some(Sense::Up)
    } else if prevention::is_prevented(text, bytes) {
        Some(Sense::Down)
    } else {
        sense::change_before(text, bytes.start)
    }
}

/// How far a number with decimals is rounded, as a share of it.
fn rounding(number: &str) -> Option<f64> {
    let (_, decimals) = number.split_once('.')?;
    let half = 0.5 / 10_f64.powi(i32::try_from(decimals.len()).ok()?);
    let value: f64 = number.parse().ok()?;
    (value > 0.0).then(|| half / value)
}

fn word<'a>(words: &'a [Word<'_>], at: usize) -> &'a str {
    words.get(at).map_or("", |word| &*word.text)
}

fn number(word: &str) -> Option<f64> {
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        let spelt = NUMBERS.iter().find(|(name, _)| *name == word);
        return spelt.map(|(_, number)| *number);
    }
    let number: f64 = word.parse().ok()?;
    (number.is_finite() && number > 0.0 && number < 1000.0).then_some(number)
}

/// `two thirds of the men`, `by a quarter`, `a fifth lower`, `a quarter as many`, `half the men`.
fn fraction(text: &str, words: &[Word<'_>], at: usize) -> Option<(Meaning, usize)> {
    let part = |at: usize| {
        let name = word(words, at);
        PARTS
            .iter()
            .find(|(part, _)| *part == name)
            .map(|(_, n)| *n)
    };
    let first = word(words, at);
    let (share, used) = match number(first) {
        Some(many) => {
            let part = part(at + 1).filter(|part| many < *part)?;
            (many / part, 2)
        }
        None if first == "half" => (0.5, 1),
        None => return None,
    };
    let named = text[words[at + used - 1].bytes.end..].starts_with('-');
    let next = at + used;
    let (first, before) = (word(words, next), |n: usize| {
        at.checked_sub(n).map_or("", |at| word(words, at))
    });
    // `The other half` is what is left of the one that was told of.
    if named || given_near(words, at, used) || before(1) == "other" {
        return None;
    }
    if LESS.contains(&first) || MORE.contains(&first) {
        return Some((Meaning::Changed(share), used + 1));
    }
    if first == "as" {
        // `Half as much again` is one and a half times as much.
        let again = word(words, next + 2) == "again";
        let times = if again { 1.0 + share } else { share };
        return Some((Meaning::Times(times), used));
    }
    if prevention::is_prevented(text, &(words[at].bytes.start..words[next - 1].bytes.end)) {
        return Some((Meaning::Changed(share), used));
    }
    if before(1) == "by" || (before(2) == "by" && !before(1).is_empty()) {
        return Some((Meaning::Changed(share), used));
    }
    if first == "the" && MEASURES.contains(&word(words, next + 1)) {
        return Some((Meaning::Times(share), used));
    }
    let of_whom = (next..next + 4)
        .take_while(|&at| at < words.len())
        .find(|&at| {
            let rest = &text[words[at].bytes.start..];
            let close =
                !text[words[next - 1].bytes.end..words[at].bytes.start].contains([',', ';']);
            let whom = Unit::at_start(rest).is_some_and(|(unit, _)| unit.is_of_participants())
                || ["them", "those"].contains(&word(words, at));
            close && whom
        })?;
    (first == "of" || (first == "the" && word(words, next - 1) == "half") || of_whom == next)
        .then_some((Meaning::Share(share), used))
}

/// `twice as many`, `three times the risk`, `2.5 times higher`.
fn multiple(words: &[Word<'_>], at: usize) -> Option<(Meaning, usize)> {
    let (times, used) = match (word(words, at), word(words, at + 1)) {
        ("twice" | "double" | "twofold", _) => (2.0, 1),
        ("thrice" | "threefold", _) => (3.0, 1),
        ("fourfold", _) => (4.0, 1),
        ("fivefold", _) => (5.0, 1),
        ("tenfold", _) => (10.0, 1),
        (many, "times") if !["a", "an"].contains(&many) => (number(many)?, 2),
        _ => return None,
    };
    if word(words, at).ends_with("fold") {
        return (!given_near(words, at, used)).then_some((Meaning::Times(times), used));
    }
    let next = word(words, at + used);
    if next == "as" && word(words, at) != "double" {
        return Some((Meaning::Times(times), used));
    }
    if next == "the" && MEASURES.contains(&word(words, at + used + 1)) {
        return Some((Meaning::Times(times), used));
    }
    (used == 2 && (MORE.contains(&next) || LESS.contains(&next))).then_some((
        if MORE.contains(&next) {
            Meaning::TimesMore(times)
        } else {
            Meaning::Times(times)
        },
        3,
    ))
}

/// `halved`, `doubled`.
fn multiplying(words: &[Word<'_>], at: usize) -> Option<(Meaning, usize)> {
    let name = word(words, at);
    let (_, times) = MULTIPLYING.iter().find(|(verb, _)| *verb == name)?;
    (!given_near(words, at, 1)).then_some((Meaning::Times(*times), 1))
}

/// Whether what is given stands within a few words: `the dose was doubled`.
fn given_near(words: &[Word<'_>], at: usize, used: usize) -> bool {
    let near = at.saturating_sub(3)..(at + used + 3).min(words.len());
    near.filter(|i| !(at..at + used).contains(i))
        .any(|at| GIVEN.contains(&word(words, at)))
}

fn is_denied(words: &[Word<'_>], at: usize) -> bool {
    (at.saturating_sub(4)..at).any(|at| DENYING.contains(&word(words, at)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<(&str, Meaning)> {
        let found = proportions(text).into_iter();
        found.map(|p| (&text[p.words], p.meaning)).collect()
    }

    #[test]
    fn proportions_are_read_with_what_they_are_of() {
        use Meaning::{Changed, Share, Times, TimesMore};
        for (text, words, meaning) in [
            ("The risk was halved", "halved", Times(0.5)),
            ("It nearly doubled the rate", "doubled", Times(2.0)),
            (
                "Two thirds of the men improved",
                "Two thirds",
                Share(2.0 / 3.0),
            ),
            ("three-quarters of adults", "three-quarters", Share(0.75)),
            ("half the women recovered", "half", Share(0.5)),
            ("a quarter of those on placebo", "a quarter", Share(0.25)),
            (
                "The risk was a third lower",
                "a third lower",
                Changed(1.0 / 3.0),
            ),
            ("fell by about a fifth", "a fifth", Changed(0.2)),
            ("about a quarter as many", "a quarter", Times(0.25)),
            ("twice as many falls", "twice", Times(2.0)),
            ("three times the risk", "three times", Times(3.0)),
            ("prevents about half of infections", "half", Changed(0.5)),
            (
                "Two thirds of strokes were prevented",
                "Two thirds",
                Changed(2.0 / 3.0),
            ),
            ("2.5 times higher", "2.5 times higher", Times(2.5)),
        ] {
            let meaning = match meaning {
                Times(2.5) => TimesMore(2.5),
                other => other,
            };
            assert_eq!(shown(text), [(words, meaning)], "{text}");
        }
    }

    #[test]
    fn every_word_that_makes_a_proportion_has_a_stem() {
        let of_lists = PARTS.iter().chain(MULTIPLYING).map(|(word, _)| *word);
        let multiples = ["twice", "double", "twofold", "thrice", "tenfold", "times"];
        for word in of_lists.chain(multiples) {
            assert!(STEMS.is_in(word), "{word}");
        }
    }

    #[test]
    fn what_is_given_and_what_is_only_named_is_no_proportion() {
        for text in [
            "half a tablet twice a day",
            "the second half of the trial",
            "the other half of the men",
            "a half-life of 8 hours",
            "the dose was doubled after a week",
            "a double-blind trial",
            "the third of five visits",
            "three times a day",
            "a quarter of an hour",
            "half of the scalp was treated",
            "a third trial of men",
            "The risk was not halved",
            "",
        ] {
            assert_eq!(shown(text), [], "{text}");
        }
    }
}
