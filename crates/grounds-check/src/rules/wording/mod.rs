//! Rules about wording: words no surer than the evidence, and no less sure.

pub(super) mod absolute;
pub(super) mod absolute_claim;
pub(super) mod causal_on_association;
pub(super) mod cited_as_cause;
pub(super) mod hanging_comparison;
pub(super) mod needless_hedge;
pub(super) mod no_effect;
pub(super) mod relative_without_absolute;
pub(super) mod significance_against_interval;
pub(super) mod speculation_stated;
pub(super) mod too_certain;

use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::FixedState;
use grounds_diagnostics::Place;

use crate::articles::Stated;
use crate::classify::{Strength, causal_strength};
use crate::context::Context;
use crate::subject::ClaimAt;

/// The statement and the variations of a claim, each with its place.
fn own_words(at: ClaimAt<'_>) -> impl Iterator<Item = (Place, &str)> {
    let claim = at.claim();
    let statement = (at.document.place("/statement"), claim.statement.as_str());
    let variations = claim.variations.iter().enumerate();
    std::iter::once(statement).chain(variations.map(move |(i, text)| {
        (
            at.document.place(&format!("/variations/{i}")),
            text.as_str(),
        )
    }))
}

/// Reads each text once and remembers what it is: most passages say what the claim says.
fn remembering<'a, T: Copy>(read: impl Fn(&'a str) -> T) -> impl FnMut(&'a str) -> T {
    let mut known: HashMap<&str, T, FixedState> = HashMap::default();
    move |text| *known.entry(text).or_insert_with(|| read(text))
}

/// The passages that state a claim.
fn passages<'a>(cx: &Context<'a>, at: ClaimAt<'_>) -> impl Iterator<Item = &'a Stated> + use<'a> {
    cx.articles().stating(at.document.file())
}

/// How a text states that one thing brings about the other, and with which words. What opens it and names a time or a place
/// (`in this cohort, smoking caused …`) is no part of that.
fn causes(text: &str) -> Option<(Strength, Range<usize>)> {
    let read = |text: &str| match causal_strength(text) {
        (strength @ (Strength::DirectCausal | Strength::ConditionalCausal), Some(words)) => {
            Some((strength, words))
        }
        _ => None,
    };
    if NOT_SHOWN.iter().any(|denial| text.contains(denial)) {
        return None;
    }
    read(text).or_else(|| {
        let (opening, rest) = text.split_once(", ")?;
        let mut words = opening.split_whitespace();
        let first = words.next()?.to_lowercase();
        let opens = OPENING.contains(&first.as_str()) && words.count() < LONGEST_OPENING;
        let supposes = ["hypoth", "model", "opinion", "principle", "theory", "view"];
        if !opens || supposes.iter().any(|word| opening.contains(word)) {
            return None;
        }
        let from = text.len() - rest.len();
        let (strength, words) = read(rest)?;
        Some((strength, words.start + from..words.end + from))
    })
}

/// Words that say of a cause that it was not shown, before it or behind it: `what lowered it, the series cannot show`.
const NOT_SHOWN: [&str; 9] = [
    "cannot prove",
    "cannot say",
    "cannot show",
    "cannot tell",
    "do not show",
    "does not show",
    "is not known",
    "is unclear",
    "was not shown",
];

/// Words with which a time, a place or a study is named at the beginning of a sentence.
const OPENING: [&str; 8] = [
    "after", "among", "at", "by", "during", "in", "over", "within",
];

/// How many words that may take, after the first.
const LONGEST_OPENING: usize = 10;
