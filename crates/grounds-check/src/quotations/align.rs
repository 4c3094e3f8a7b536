//! Where a text has a quotation, or what is nearest to it there.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Verdict;
use super::tokens::{Token, tokens};

/// How many of a quotation's words must be the text's, in per cent, for the two to be the same passage.
const NEAR: usize = 60;

/// How many words beyond a quotation's length the same passage may be.
const SLACK: usize = 4;

/// Compares a quotation with the tokens of a text.
pub(super) fn compare(quotation: &str, text: &[Token]) -> Verdict {
    let mut from = 0;
    for segment in segments(quotation) {
        match find(&segment, &text[from..]) {
            Some(at) => from += at + segment.len(),
            // What stands before an earlier part may be it as well: the nearest passage says more.
            None => return nearest(&segment, text),
        }
    }
    Verdict::Found
}

/// The parts of a quotation between ellipses and editor's brackets.
fn segments(quotation: &str) -> Vec<Vec<Token>> {
    let mut plain = String::with_capacity(quotation.len());
    let mut depth = 0_usize;
    for c in quotation.replace("...", "…").chars() {
        match c {
            '[' => {
                depth += 1;
                plain.push('…');
            }
            ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    let parts = plain.split('…').map(tokens);
    parts.filter(|part| !part.is_empty()).collect()
}

fn find(segment: &[Token], text: &[Token]) -> Option<usize> {
    let same = |window: &[Token]| window.iter().zip(segment).all(|(a, b)| a.text == b.text);
    text.windows(segment.len()).position(same)
}

/// The passage of a text that is nearest to a part of a quotation.
fn nearest(segment: &[Token], text: &[Token]) -> Verdict {
    let Some(window) = likeliest(segment, text) else {
        return Verdict::Absent(None);
    };
    let window = &text[window];
    let pairs = common(segment, window);
    let (Some(first), Some(last)) = (pairs.first(), pairs.last()) else {
        return Verdict::Absent(None);
    };
    if pairs.len() * 100 < segment.len() * NEAR || pairs.len() < 3 {
        return Verdict::Absent(None);
    }
    // Words at the ends of the quotation that are not the text's stand for as many of the text's.
    let start = first.1.saturating_sub(first.0);
    let end = (last.1 + segment.len() - last.0).min(window.len());
    let at = window[start].at.start..window[end - 1].at.end;
    let other = |tokens: &[Token], kept: &dyn Fn(usize) -> bool| -> Vec<Token> {
        let unmatched = tokens.iter().enumerate().filter(|(i, _)| !kept(*i));
        unmatched.map(|(_, token)| token.clone()).collect()
    };
    let quoted = other(segment, &|i| pairs.iter().any(|pair| pair.0 == i));
    let written = other(&window[start..end], &|i| {
        pairs.iter().any(|pair| pair.1 == i + start)
    });
    let critical = quoted.iter().chain(&written).any(Token::is_critical);
    // Where many words differ, it is another sentence with some of the same words.
    if critical && quoted.len().max(written.len()) * 4 <= segment.len().max(4) {
        let words = |tokens: &[Token]| {
            let words: Vec<&str> = tokens.iter().map(|token| token.text.as_str()).collect();
            words.join(" ")
        };
        return Verdict::Altered {
            quoted: words(&quoted),
            written: words(&written),
            at,
        };
    }
    Verdict::Absent(Some(at))
}

/// The stretch of a text in which most words of a quotation stand in their places.
fn likeliest(segment: &[Token], text: &[Token]) -> Option<Range<usize>> {
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, token) in segment.iter().enumerate() {
        places.entry(&token.text).or_default().push(i);
    }
    // Offsets near one another are the same passage: each word votes for a few.
    let mut votes = vec![0_u32; text.len() + segment.len() + 1];
    for (at, token) in text.iter().enumerate() {
        for i in places.get(token.text.as_str()).into_iter().flatten() {
            votes[at + segment.len() - i] += 1;
        }
    }
    let near = |at: usize| -> u32 {
        let from = at.saturating_sub(2);
        votes[from..(at + 3).min(votes.len())].iter().sum()
    };
    let best = (0..votes.len()).max_by_key(|at| (near(*at), votes[*at], usize::MAX - at))?;
    let start = best.saturating_sub(segment.len() + SLACK);
    let end = (best + SLACK).min(text.len());
    (start < end && near(best) > 0).then_some(start..end)
}

/// The longest common subsequence: pairs of positions.
fn common(one: &[Token], other: &[Token]) -> Vec<(usize, usize)> {
    let width = other.len() + 1;
    let mut lengths = vec![0_usize; (one.len() + 1) * width];
    for i in (0..one.len()).rev() {
        for j in (0..other.len()).rev() {
            lengths[i * width + j] = if one[i].text == other[j].text {
                lengths[(i + 1) * width + j + 1] + 1
            } else {
                lengths[(i + 1) * width + j].max(lengths[i * width + j + 1])
            };
        }
    }
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < one.len() && j < other.len() {
        if one[i].text == other[j].text {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}
