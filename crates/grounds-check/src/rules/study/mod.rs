//! Rules about studies: their identifiers, and what has happened to them since publication.

pub(super) mod altered_quote;
pub(super) mod concern;
pub(super) mod corrected;
pub(super) mod duplicate_identifier;
pub(super) mod malformed_identifier;
pub(super) mod malformed_notice;
pub(super) mod needless_retraction_notice;
pub(super) mod old_retraction_list;
pub(super) mod pooled_retraction;
pub(super) mod preprint;
pub(super) mod quote_not_in_source;
pub(super) mod reinstated;
pub(super) mod replaced;
pub(super) mod retracted_citation;
pub(super) mod retracted_derivation;
pub(super) mod retracted_evidence;
pub(super) mod superseded;
pub(super) mod unrecorded_notice;

use grounds_diagnostics::Place;
use grounds_load::child;
use grounds_model::Key;

use crate::context::Context;
use crate::quotations::{StoredText, Verdict};
use crate::subject::StudyAt;

/// The extracts of a study with how each stands to the stored text: its key, its place, the verdict and the text. None,
/// and indeterminate, where no text is stored.
fn compared_quotes<'a>(
    cx: &mut Context<'a>,
    at: &StudyAt<'_>,
) -> Vec<(Key, Place, Verdict, &'a StoredText)> {
    let quotes = &at.study().quotes;
    let Some(text) = cx.texts().get(at.key.as_str()) else {
        if !quotes.is_empty() {
            cx.indeterminate();
        }
        return Vec::new();
    };
    let place = |key: &Key| {
        let pointer = child("/quotes", key.as_str());
        at.document.place(&format!("{pointer}/text"))
    };
    quotes
        .iter()
        .map(|(key, quote)| {
            (
                key.clone(),
                place(key),
                text.compare(quote.text.as_str()),
                text,
            )
        })
        .collect()
}
