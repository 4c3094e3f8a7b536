//! Figures for the splitter: how its sentences compare with those that people marked.

use std::collections::BTreeSet;
use std::ops::Range;

/// How many boundaries or sentences were found, and how many of them are right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// Right ones among those found, from 0 to 1.
    pub precision: f64,
    /// Right ones found among those there are, from 0 to 1.
    pub recall: f64,
    /// The harmonic mean of precision and recall.
    pub f1: f64,
    /// How many were found and are right.
    pub correct: usize,
    /// How many were found.
    pub found: usize,
    /// How many there are.
    pub expected: usize,
}

impl Score {
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts of sentences are far below 2^52"
    )]
    fn new(correct: usize, found: usize, expected: usize) -> Self {
        let share = |whole: usize| {
            if whole == 0 {
                1.0
            } else {
                correct as f64 / whole as f64
            }
        };
        let f1 = if found + expected == 0 {
            1.0
        } else {
            2.0 * correct as f64 / (found + expected) as f64
        };
        Self {
            precision: share(found),
            recall: share(expected),
            f1,
            correct,
            found,
            expected,
        }
    }
}

/// The score of the boundaries within sections, each a list of sentences that are joined by one
/// space. The end of a section, which nobody can miss, does not count.
pub fn boundary_f1(gold: &[Vec<String>]) -> Score {
    score(gold, |spans| {
        let inner = spans.len().saturating_sub(1);
        spans[..inner].iter().map(|span| (span.end, 0)).collect()
    })
}

/// The score of all ends of sentences, the ends of sections included.
pub fn boundary_f1_with_final_ends(gold: &[Vec<String>]) -> Score {
    score(gold, |spans| {
        spans.iter().map(|span| (span.end, 0)).collect()
    })
}

/// The score of whole sentences, right when both ends are.
pub fn span_f1(gold: &[Vec<String>]) -> Score {
    score(gold, |spans| {
        spans.iter().map(|span| (span.start, span.end)).collect()
    })
}

fn score(
    gold: &[Vec<String>],
    marks: impl Fn(&[Range<usize>]) -> BTreeSet<(usize, usize)>,
) -> Score {
    let (mut correct, mut found, mut expected) = (0, 0, 0);
    for section in gold {
        let (text, spans) = join(section);
        let right = marks(&spans);
        let ours = marks(&super::split(&text));
        correct += ours.intersection(&right).count();
        found += ours.len();
        expected += right.len();
    }
    Score::new(correct, found, expected)
}

/// The sentences joined by single spaces, with their places.
fn join(sentences: &[String]) -> (String, Vec<Range<usize>>) {
    let mut text = String::new();
    let mut spans = Vec::with_capacity(sentences.len());
    for sentence in sentences
        .iter()
        .map(|sentence| sentence.trim())
        .filter(|sentence| !sentence.is_empty())
    {
        if !text.is_empty() {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(sentence);
        spans.push(start..text.len());
    }
    (text, spans)
}

/// A named text and its sentences, as golden rules list them.
#[derive(Clone, Debug)]
pub struct GoldenCase<'a> {
    /// What the case shows.
    pub name: &'a str,
    /// The text to split.
    pub text: &'a str,
    /// Its sentences; inner white space does not count.
    pub expected: Vec<&'a str>,
}

/// A golden case that came out otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// The name of the case.
    pub name: String,
    /// The sentences it should have.
    pub expected: Vec<String>,
    /// The sentences that were found.
    pub found: Vec<String>,
}

/// The cases whose sentences differ from those expected, after collapsing white space.
pub fn golden(cases: &[GoldenCase<'_>]) -> Vec<Mismatch> {
    let mismatch = |case: &GoldenCase<'_>| {
        let expected: Vec<String> = case
            .expected
            .iter()
            .map(|sentence| collapse(sentence))
            .collect();
        let found: Vec<String> = super::split(case.text)
            .into_iter()
            .map(|span| collapse(&case.text[span]))
            .collect();
        (expected != found).then(|| Mismatch {
            name: case.name.to_owned(),
            expected,
            found,
        })
    };
    cases.iter().filter_map(mismatch).collect()
}

fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(sentences: &[&str]) -> Vec<String> {
        sentences
            .iter()
            .map(|&sentence| sentence.to_owned())
            .collect()
    }

    #[test]
    fn the_end_of_a_section_counts_only_when_asked() {
        let gold = [section(&["Hair grew.", "It fell; it", "grew."])];
        let inner = boundary_f1(&gold);
        assert_eq!((inner.correct, inner.found, inner.expected), (1, 1, 2));
        let all = boundary_f1_with_final_ends(&gold);
        assert_eq!((all.correct, all.found, all.expected), (2, 2, 3));
        let spans = span_f1(&gold);
        assert_eq!((spans.correct, spans.found, spans.expected), (1, 2, 3));
    }

    #[test]
    fn golden_cases_compare_sentences_whatever_their_white_space() {
        let case = |expected| GoldenCase {
            name: "soft break",
            text: "Hair\ngrew. Then it fell.",
            expected,
        };
        assert!(golden(&[case(vec!["Hair grew.", "Then it fell."])]).is_empty());
        assert_eq!(golden(&[case(vec!["Hair grew."])])[0].found.len(), 2);
    }
}
