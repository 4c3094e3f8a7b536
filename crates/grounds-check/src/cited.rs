//! What a sentence stands on that states no claim of the library: the studies that it cites itself.
//!
//! For such a sentence there is no scope to compare, so rules about it hold only its words against what the studies
//! are: their design, and on whom or what they were made.

use grounds_load::Document;
use grounds_model::Study;

use crate::classify;
use crate::context::Context;
use crate::subject::SentenceAt;

/// The studies that carry a sentence by themselves, each with its key; none where it states a claim of the library,
/// is labelled, quotes, asks or states nothing, or where one of its citations is an example (`see`), is not there or is not
/// of the kind that a rule is about. Words are read last, and where something depends on them.
pub(crate) fn carrying<'a>(
    cx: &Context<'a>,
    at: SentenceAt<'a>,
    is_of_the_kind: impl Fn(&Study) -> bool,
) -> Vec<(&'a str, &'a Document<Study>)> {
    let (prose, sentence) = (&at.of.article.prose, at.sentence);
    if sentence.citations.is_empty() {
        return Vec::new();
    }
    let labelled = sentence.labels.speculative || sentence.labels.non_claim.is_some();
    let asks = sentence.text.trim_end().ends_with('?');
    if sentence.quoted || labelled || asks {
        return Vec::new();
    }
    let mut passages = sentence.passages.iter().map(|&i| &prose.passages[i]);
    if passages.any(|passage| passage.claim.is_some() || passage.labels.speculative) {
        return Vec::new();
    }
    let cited = sentence.citations.iter().map(|&i| &prose.citations[i]);
    let found: Option<Vec<_>> = cited
        .map(|cited| {
            let study = cx.set().studies.get(cited.key.as_str())?;
            let carries = cited.prefix.trim().is_empty() && is_of_the_kind(&study.value);
            carries.then_some((cited.key.as_str(), study))
        })
        .collect();
    found
        .filter(|_| classify::evident_of(at.tokens(), sentence.setting).is_none())
        .unwrap_or_default()
}
