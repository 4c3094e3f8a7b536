//! Of which of the things that a sentence names each of its values is said.
//!
//! `12.4 mmHg with velapril and 7.2 with placebo` names them after the values, `with velapril it fell by 12.4 mmHg,
//! with placebo by 7.2` before, and `velapril and placebo lowered it by 12.4 and 7.2 mmHg, respectively` in a row.
//! What could be read in two ways is left open.

use std::ops::Range;

/// Something that a sentence names.
#[derive(Debug, Clone)]
pub(crate) struct Mention<T> {
    /// Where its name stands.
    pub(crate) words: Range<usize>,
    /// What it is; `None` where that cannot be told, so that a value beside it is said of nothing known.
    pub(crate) of: Option<T>,
}

/// Words between two names, or two values, that stand in a row.
const IN_A_ROW: [&str; 8] = ["and", "or", "versus", "vs", "v", "against", "as", "than"];
/// Words that may stand beside those: `the velapril group and the placebo group`.
const BESIDE: [&str; 14] = [
    "the", "with", "in", "for", "on", "at", "after", "group", "groups", "arm", "compared", "by",
    "those", "of",
];
/// Words that part a value from a name after it.
const PARTING: [&str; 17] = [
    "and", "but", "or", "than", "whereas", "while", "versus", "vs", "v", "against", "compared",
    "as", "from", "trial", "study", "unlike", "over",
];
/// Words right before a name that a value is said of.
const LEADING: [&str; 18] = [
    "with",
    "on",
    "in",
    "under",
    "of",
    "among",
    "for",
    "at",
    "after",
    "by",
    "given",
    "taking",
    "receiving",
    "using",
    "had",
    "during",
    "within",
    "who",
];
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
    let single = |at: usize| !rows.iter().any(|row| row.len() > 1 && row.contains(&at));
    // `at 6 months (5.2 mmHg)`: what stands right before the parenthesis is nearer than what comes after it.
    let opened = |value: usize| {
        let right_before = |mention: &Mention<T>| opens_after(text, values, value, &mention.words);
        mentions.iter().position(right_before)
    };
    let after: Vec<Option<usize>> = (0..values.len())
        .map(|value| {
            named_after(text, values, value, mentions)
                .filter(|at| single(*at) && opened(value).is_none())
        })
        .collect();
    let after_unknown: Vec<usize> = (0..unknown.len())
        .filter_map(|value| named_after(text, unknown, value, mentions))
        .collect();
    // Of `with velapril it was 12.4 against 7.2` only the order tells, and not for certain.
    let in_a_row = |value: usize| {
        let goes_on = |one: usize, other: usize| {
            let pair = values.get(one).zip(values.get(other));
            after.get(other).is_some_and(Option::is_none)
                && pair.is_some_and(|(one, other)| {
                    goes_on(text, one, other) || is_from_to(text, one, other)
                })
        };
        goes_on(value, value + 1)
            || value
                .checked_sub(1)
                .is_some_and(|before| goes_on(before, value))
    };
    (0..values.len())
        .map(|value| {
            let taken = |at: usize| after.contains(&Some(at)) || after_unknown.contains(&at);
            let before = || {
                named_before(text, values, value, mentions)
                    .filter(|at| !taken(*at) && single(*at))
                    .filter(|at| {
                        !in_a_row(value) || opens_after(text, values, value, &mentions[*at].words)
                    })
            };
            let opened = opened(value).filter(|at| single(*at));
            opened
                .or(after[value])
                .or_else(before)
                .map(|at| &mentions[at])
        })
        .collect()
}

/// `from 6.5% to 4.5%`
fn is_from_to(text: &str, one: &Range<usize>, other: &Range<usize>) -> bool {
    text.get(one.end..other.start)
        .is_some_and(|between| between.trim() == "to")
}

/// Whether a value is the first in parentheses right after a name: `rarer with velapril (20% v 40%)`.
fn opens_after(text: &str, values: &[Range<usize>], value: usize, named: &Range<usize>) -> bool {
    text.get(named.end..values[value].start)
        .is_some_and(|between| between.trim() == "(")
}

/// The names that follow one another with nothing but `and`, a comma or the like between them.
fn rows<T>(text: &str, mentions: &[Mention<T>]) -> Vec<Range<usize>> {
    let mut rows: Vec<Range<usize>> = Vec::new();
    for (at, mention) in mentions.iter().enumerate() {
        match rows.last_mut() {
            Some(row) if goes_on(text, &mentions[row.end - 1].words, &mention.words) => {
                row.end = at + 1;
            }
            _ => rows.push(at..at + 1),
        }
    }
    rows
}

fn stand_in_a_row(text: &str, values: &[Range<usize>]) -> bool {
    values
        .windows(2)
        .all(|pair| goes_on(text, &pair[0], &pair[1]))
}

/// Whether nothing but a joint stands between two names or values.
fn goes_on(text: &str, one: &Range<usize>, other: &Range<usize>) -> bool {
    let Some(between) = text.get(one.end..other.start) else {
        return false;
    };
    let joint = words(between).any(|word| IN_A_ROW.contains(&word))
        || between.trim() == ","
        || between.contains(", ");
    joint
        && !between.contains([';', ':', '('])
        && words(between).all(|word| IN_A_ROW.contains(&word) || BESIDE.contains(&word))
}

/// The name right after a value: `with velapril`, `(velapril)`, `of those on velapril`.
fn named_after<T>(
    text: &str,
    values: &[Range<usize>],
    value: usize,
    mentions: &[Mention<T>],
) -> Option<usize> {
    let end = values[value].end;
    let next = values.get(value + 1).map_or(text.len(), |next| next.start);
    let at = mentions
        .iter()
        .position(|mention| mention.words.start >= end)?;
    let start = mentions[at].words.start;
    let between = text.get(end..start).filter(|_| start < next)?;
    // `(33% v 26%) were commoner with it` is said of two.
    let before = value.checked_sub(1).and_then(|before| values.get(before));
    let pair = before.is_some_and(|before| goes_on(text, before, &values[value]));
    if pair && between.starts_with(')') {
        return None;
    }
    if between.trim() == "(" {
        return Some(at);
    }
    // `54 (4.5%) of 1,200 people on velapril`, `3.4 kg (SD 4.1) with it`
    let between = without_parentheses(between);
    // The comma of `1,200` parts nothing.
    let parted = [", ", ";", ": ", ". ", "(", ")"]
        .iter()
        .any(|mark| between.contains(mark))
        || words(&between).any(|word| PARTING.contains(&word));
    let mut back = words(&between).collect::<Vec<_>>().into_iter().rev();
    let leads = back.find(|word| !["the", "those", "a", "an", "people", "patients"].contains(word));
    let near = words(&between).count() <= NEAR;
    (!parted && near && leads.is_some_and(|word| LEADING.contains(&word))).then_some(at)
}

/// A text without what stands in parentheses, and without the end of one that began before it.
fn without_parentheses(text: &str) -> String {
    let text = text.strip_prefix(')').unwrap_or(text);
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, within)) = rest.split_once('(') {
        let Some((_, after)) = within.split_once(')') else {
            break;
        };
        kept.push_str(before);
        rest = after;
    }
    kept.push_str(rest);
    kept
}

/// The name before a value, with no other value between: `with velapril it fell by`.
fn named_before<T>(
    text: &str,
    values: &[Range<usize>],
    value: usize,
    mentions: &[Mention<T>],
) -> Option<usize> {
    let start = values[value].start;
    let least = value.checked_sub(1).map_or(0, |before| values[before].end);
    let mut before = (0..mentions.len()).rev().filter(|at| {
        let words = &mentions[*at].words;
        words.end <= start && words.start >= least
    });
    before
        .find(|at| {
            let named = &mentions[*at].words;
            let between = text.get(named.end..start).unwrap_or_default();
            let right_before =
                between.trim() == "(" || (words(between).count() <= 1 && !between.contains(','));
            right_before || !is_set_against(text, named.start)
        })
        .filter(|at| {
            // The bounds of an interval are said of what its estimate is said of.
            let between = text.get(mentions[*at].words.end..start).unwrap_or_default();
            let in_interval = words(between).any(|word| ["ci", "cri", "interval"].contains(&word));
            !between.contains(';') && !in_interval && !is_of_the_others(text, values[value].end)
        })
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
    words(clause).take(NEAR).any(|word| OTHERS.contains(&word))
}

/// Whether what is named is what another value is set against: `compared with placebo`.
fn is_set_against(text: &str, start: usize) -> bool {
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
        ] {
            let said = said(text);
            assert!(said.last().is_some_and(Option::is_none), "{text}: {said:?}");
        }
    }
}
