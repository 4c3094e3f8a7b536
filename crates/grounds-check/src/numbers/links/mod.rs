//! Of which of the things that a sentence names each of its values is said.
//!
//! `12.4 mmHg with velapril and 7.2 with placebo` names them after the values, `with velapril it fell by 12.4 mmHg,
//! with placebo by 7.2` before, and `velapril and placebo lowered it by 12.4 and 7.2 mmHg, respectively` in a row.
//! What could be read in two ways is left open.

mod after;
mod rows;

use std::ops::Range;

use after::{After, named_after};
use rows::{IN_A_ROW, SET_BESIDE, goes_on, is_end_of_from_to, is_from_to, rows, stand_in_a_row};

/// Something that a sentence names.
#[derive(Debug, Clone)]
pub(crate) struct Mention<T> {
    /// Where its name stands.
    pub(crate) words: Range<usize>,
    /// What it is; `None` where that cannot be told, so that a value beside it is said of nothing known.
    pub(crate) of: Option<T>,
}

/// Words before a name that set a value against it.
const CONTRASTS: [&str; 16] = [
    "compared",
    "comparison",
    "than",
    "versus",
    "vs",
    "v",
    "against",
    "relative",
    "over",
    "unlike",
    "from",
    "to",
    "below",
    "above",
    "behind",
    "beyond",
];
/// Words beside a number that say how exact it is.
const HEDGES: [&str; 7] = [
    "about", "around", "nearly", "almost", "roughly", "some", "only",
];
/// Verbs that end a comparison: `than placebo does`.
const AUXILIARIES: [&str; 12] = [
    "does", "do", "did", "has", "have", "had", "is", "are", "was", "were", "can", "will",
];
/// How many words may stand between a value and a name after it.
const NEAR: usize = 7;

/// For each of some values, in the order of the text, the name that it is said of, where that can be told. `unknown` are
/// values that may be of the same kind, and take the names after them. The text is in small letters.
pub(crate) fn linked<'m, T: PartialEq>(
    text: &str,
    values: &[Range<usize>],
    unknown: &[Range<usize>],
    mentions: &'m [Mention<T>],
) -> Vec<Option<&'m Mention<T>>> {
    let rows = rows(text, mentions);
    if let Some(row) = rows
        .iter()
        .find(|row| row.len() == values.len() && row.len() > 1)
        && stand_in_a_row(text, values)
    {
        return mentions[row.clone()].iter().map(Some).collect();
    }
    if words(text).any(|word| word == "respectively") {
        return vec![None; values.len()];
    }
    let mut linking = Linking {
        text,
        values,
        mentions,
        rows,
        after: Vec::new(),
        after_unknown: Vec::new(),
    };
    linking.after = (0..values.len())
        .map(|value| linking.after(value))
        .collect();
    linking.after_unknown = (0..unknown.len())
        .filter_map(|value| named_after(text, unknown, value, mentions))
        .map(After::at)
        .collect();
    (0..values.len())
        .map(|value| linking.said(value).map(|at| &mentions[at]))
        .collect()
}

/// The values and names of a text, and how they stand to one another.
struct Linking<'t, 'm, T> {
    text: &'t str,
    values: &'t [Range<usize>],
    mentions: &'m [Mention<T>],
    /// The names that stand in a row.
    rows: Vec<Range<usize>>,
    /// The name after each value.
    after: Vec<Option<After>>,
    /// The names after values of which nothing is known.
    after_unknown: Vec<usize>,
}

impl<T: PartialEq> Linking<'_, '_, T> {
    fn is_single(&self, at: usize) -> bool {
        let mut rows = self.rows.iter();
        !rows.any(|row| row.len() > 1 && row.contains(&at))
    }

    /// `at 6 months (5.2 mmHg)`: what stands right before the parenthesis is nearer than what comes after it.
    fn opened(&self, value: usize) -> Option<usize> {
        let mut all = self.mentions.iter();
        all.position(|mention| opens_after(self.text, self.values, value, &mention.words))
            .filter(|_| !self.names_its_own(value))
    }

    /// Whether the parenthesis that a value opens names what it is said of (`(34 with usual care)`), or has another value,
    /// whose place only a row of names would tell: `than after a placebo (32% against 10%)`.
    fn names_its_own(&self, value: usize) -> bool {
        let end = self.values[value].end;
        let within = self.text.get(end..).and_then(|rest| rest.find(')'));
        let Some(close) = within.map(|length| end + length) else {
            return false;
        };
        let pair = opens_a_pair(&self.text[end..]);
        let named = named_after(self.text, self.values, value, self.mentions);
        pair || matches!(named, Some(After::Said(at)) if self.mentions[at].words.end <= close)
    }

    fn after(&self, value: usize) -> Option<After> {
        named_after(self.text, self.values, value, self.mentions)
            .filter(|after| self.is_single(after.at()) && self.opened(value).is_none())
    }

    /// Of `with velapril it was 12.4 against 7.2` only the order tells, and not for certain.
    fn is_in_a_row(&self, value: usize) -> bool {
        let goes_on = |one: usize, other: usize| {
            let pair = self.values.get(one).zip(self.values.get(other));
            self.after.get(other).is_some_and(Option::is_none)
                && pair.is_some_and(|(one, other)| {
                    goes_on(self.text, one, other) || is_from_to(self.text, one, other)
                })
        };
        goes_on(value, value + 1)
            || value
                .checked_sub(1)
                .is_some_and(|before| goes_on(before, value))
            || is_end_of_from_to(self.text, &self.values[value])
    }

    fn is_taken(&self, at: usize) -> bool {
        let mut all = self.after.iter().flatten();
        all.any(|after| after.at() == at) || self.after_unknown.contains(&at)
    }

    fn before(&self, value: usize) -> Option<usize> {
        let opens = |at: usize| {
            let named = &self.mentions[at].words;
            opens_after(self.text, self.values, value, named)
        };
        let is_own = |at: &usize| !(opens(*at) && self.names_its_own(value));
        named_before(self.text, self.values, value, self.mentions)
            .filter(|at| self.is_single(*at))
            .filter(is_own)
            .filter(|at| !self.is_in_a_row(value) || opens(*at))
    }

    /// The name that a value is said of.
    fn said(&self, value: usize) -> Option<usize> {
        if let Some(at) = self.opened(value).filter(|at| self.is_single(*at)) {
            return Some(at);
        }
        let same = |one: usize, other: usize| self.mentions[one].of == self.mentions[other].of;
        match self.after[value] {
            Some(After::Said(at)) => Some(at),
            // Two names that compete: only what both say is sure.
            Some(After::Far(at)) => {
                let before = self.before(value);
                before.is_none_or(|before| same(before, at)).then_some(at)
            }
            Some(After::Open(at)) => self.before(value).filter(|before| same(*before, at)),
            None => self.before(value).filter(|at| !self.is_taken(*at)),
        }
    }
}

/// Whether a value is the first in parentheses right after a name: `rarer with velapril (20% v 40%)`.
fn opens_after(text: &str, values: &[Range<usize>], value: usize, named: &Range<usize>) -> bool {
    text.get(named.end..values[value].start)
        .is_some_and(|between| between.trim() == "(")
}

/// The name before a value, with no other value between: `with velapril it fell by`.
fn named_before<T>(
    text: &str,
    values: &[Range<usize>],
    value: usize,
    mentions: &[Mention<T>],
) -> Option<usize> {
    let start = values[value].start;
    if is_contrasted(text.get(..start)?) {
        return None;
    }
    let least = value.checked_sub(1).map_or(0, |before| values[before].end);
    let mut before = (0..mentions.len()).rev().filter(|at| {
        let words = &mentions[*at].words;
        words.end <= start && words.start >= least
    });
    before
        .find(|at| {
            let named = &mentions[*at].words;
            let between = text.get(named.end..start).unwrap_or_default();
            // `than placebo does (12% against 4%)` goes on beyond the verb.
            let goes_on = words(between).any(|word| AUXILIARIES.contains(&word))
                || (between.contains('(') && opens_a_pair(&text[values[value].end..]));
            let is_near = words(between).count() <= 1 && !between.contains(',') && !goes_on;
            let right_before = between.trim() == "(" || is_near;
            right_before || !is_set_against(text, named.start)
        })
        .filter(|at| {
            // The bounds of an interval are said of what its estimate is said of.
            let between = text.get(mentions[*at].words.end..start).unwrap_or_default();
            let in_interval = words(between).any(|word| ["ci", "cri", "interval"].contains(&word));
            !between.contains(';') && !in_interval && !is_of_the_others(text, values[value].end)
        })
}

/// Whether what follows a value in its parentheses is set against it: `(20% against 40%)`.
fn opens_a_pair(after: &str) -> bool {
    let within = after.split(')').next().unwrap_or_default().trim_start();
    let first = within.split(' ').next().unwrap_or_default();
    let joined =
        IN_A_ROW.contains(&first) || SET_BESIDE.iter().any(|words| within.starts_with(words));
    joined && within.contains(|c: char| c.is_ascii_digit())
}

/// Whether a value is set against what stands before it: `20% with velapril, against about 5%` says nothing more of velapril.
fn is_contrasted(before: &str) -> bool {
    let mut back = before.split_whitespace().rev();
    match back.find(|word| !HEDGES.contains(word)) {
        Some("against" | "versus" | "vs" | "vs." | "v" | "than") => true,
        Some("with" | "to") => back.next() == Some("compared"),
        Some("of") => back.next() == Some("instead"),
        _ => false,
    }
}

/// Whether the words after a value say that it is of those who had nothing: `in 45% of 20 without it`.
fn is_of_the_others(text: &str, end: usize) -> bool {
    const OTHERS: [&str; 7] = [
        "without",
        "control",
        "controls",
        "comparison",
        "comparator",
        "other",
        "others",
    ];
    let after = text.get(end..).unwrap_or_default();
    let clause = after.split([',', ';', '.']).next().unwrap_or_default();
    let mut near = words(clause).take(NEAR);
    near.by_ref()
        .take_while(|word| !IN_A_ROW.contains(word) && *word != "but")
        .any(|word| OTHERS.contains(&word))
}

/// Whether what is named is what another value is set against: `compared with placebo`.
pub(super) fn is_set_against(text: &str, start: usize) -> bool {
    let before: Vec<&str> = words(text.get(..start).unwrap_or_default()).collect();
    let mut near = before.iter().rev().take(3);
    near.any(|word| CONTRASTS.contains(word))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the capital letters of a text are said of: names are words in capitals, values are digits.
    fn said(text: &str) -> Vec<Option<char>> {
        let lower = text.to_lowercase();
        let mentions: Vec<Mention<char>> = text
            .match_indices(|c: char| c.is_ascii_uppercase())
            .map(|(at, name)| Mention {
                words: at..at + 1,
                of: name.chars().next(),
            })
            .collect();
        let values: Vec<Range<usize>> = text
            .match_indices(['1', '2'])
            .map(|(at, _)| at..at + 1)
            .collect();
        linked(&lower, &values, &[], &mentions)
            .into_iter()
            .map(|it| it.and_then(|mention| mention.of))
            .collect()
    }

    #[test]
    fn each_value_is_said_of_the_name_beside_it() {
        let (a, b) = (Some('A'), Some('B'));
        for text in [
            "with A it fell by 1; with B it fell by 2",
            "with A, it fell by 1, and with B by 2",
            "A lowered it by 1 and B by 2",
            "A lowered it by 1, B by 2",
            "A lowered it by 1, whereas B lowered it by 2",
            "A lowered it by 1, compared with 2 for B",
            "it fell by 1 on A but by 2 on B",
            "it fell by 1 with A versus 2 with B",
            "in the A group it fell by 1; in the B group, it fell by 2",
            "it fell by 1 in those given A and by 2 in those given B",
            "the fall was 1 (A) and 2 (B)",
            "the fall was greater with A (1) than with B (2)",
            "the fall with A (1) was greater by far than with B (2)",
            "falls in the A and B groups were 1 and 2, respectively",
            "A and B lowered it by 1 and 2",
            "it fell by 1 and 2 with A and B, respectively",
            "in this trial of A against B, it fell by 1 with A and by 2 with B",
            "A versus B: 1 versus 2",
            "it is as common with A as with B: 1 against 2",
            "it fell by 1 kg (x) with A and by 2 kg (y) with B",
            "1 (4%) of 3,300 people on A, compared with 2 (6%) of 3,300 on B",
            "found in 1 of 300 women who took A and 2 of 300 women who took B",
            "found in 1 of 300 who were given A against 2 of 300 who had been put on B",
            "found in 1 of 300 A users and 2 of 300 B users",
            "it was rarer after A than after a B (1 against 2)",
            "it was rarer in people given A than in people given B (1 compared with 2)",
            "it was rarer with A than with B (1 rather than 2)",
            "with A it was 1 (2 with B)",
            "1 A drinkers and 2 B drinkers",
            "found in 1 of those assigned to A and 2 of those randomised to B",
            "found in 1 of 30 wearing A and in 2 of 30 receiving daily B",
            "1 of 300 people had pain after an injection of A, 2 after one of B",
        ] {
            assert_eq!(said(text), [a, b], "{text}");
        }
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_left_open() {
        for text in [
            "compared with A, it fell by 1",
            "it fell by 1 more than with A",
            "A and B lowered it by 1",
            "it fell by 1, and A was safe",
            "it ranks below A, at 1",
            "A lowered it by 3 kg (95% ci 1",
            "A lowered it by a third, from 1 to 2",
            "both (1 v 2) were commoner with A",
            "it was rarer than after the usual B (1 against 2)",
            "with A it was 1 instead of 2",
            "A lowered it compared with B (1 instead of 2)",
            "1 stopped A and 2 of 30 had it",
            "1 of 30 who never took A",
            "with A, 1 of 20 had a rash and needed help because doctors stopped B",
            "A halves it, from 1 to 2 in 100",
        ] {
            let said = said(text);
            assert!(said.last().is_some_and(Option::is_none), "{text}: {said:?}");
        }
    }
}
