//! Rules about wording: words no surer than the evidence, and no less sure.

pub(super) mod absolute;
pub(super) mod absolute_claim;
pub(super) mod causal_on_association;
pub(super) mod hanging_comparison;
pub(super) mod needless_hedge;
pub(super) mod no_effect;
pub(super) mod relative_without_absolute;
pub(super) mod speculation_stated;
pub(super) mod too_certain;

use grounds_diagnostics::Place;

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

/// The passages that state a claim, each with its place, its words, and the sentences that hold it.
fn passages<'a>(cx: &Context<'a>, at: ClaimAt<'_>) -> Vec<(Place, &'a str, String)> {
    let set = cx.set();
    let uses = set.uses.passages.get(at.key.as_str()).into_iter().flatten();
    uses.filter_map(|used| {
        let article = set.articles.get(&used.article)?;
        let passage = article.prose.passages.get(used.passage)?;
        let sentences = article.prose.sentences.iter();
        let around = sentences.filter(|sentence| sentence.passages.contains(&used.passage));
        let around: Vec<&str> = around.map(|sentence| sentence.text.as_str()).collect();
        Some((
            article.place(passage.words.clone()),
            passage.text.as_str(),
            around.join(" "),
        ))
    })
    .collect()
}
