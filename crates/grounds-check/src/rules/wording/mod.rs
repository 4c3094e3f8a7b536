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

use foldhash::fast::FixedState;
use grounds_diagnostics::Place;

use crate::articles::Stated;
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
