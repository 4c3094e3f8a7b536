//! What the words of a claim name: whom they are about, what is done, what is measured, and which way it goes. A record
//! can be right and its sentence wrong; readers read the sentence.

pub(crate) mod compared;
pub(crate) mod direction;
pub(crate) mod everyday;
mod goes;
pub(crate) mod names;
pub(crate) mod people;
pub(crate) mod places;
mod sides;
pub(crate) mod strange;
mod ways;

use grounds_diagnostics::Place;
use grounds_load::Document;
use grounds_model::Claim;

use crate::classify::token::{Gap, tokens};
use crate::context::Shared;

use names::{NamesIn, Stemmed};

/// The most words of `In men with gout,` before a passage.
const LONGEST_LEAD: usize = 9;

/// A wording of a claim.
#[derive(Debug)]
pub(crate) struct Wording<'a> {
    pub(crate) text: &'a str,
    /// Where all of it stands.
    pub(crate) place: Place,
    /// Whether it is one of the record: the statement or a variation.
    pub(crate) is_own: bool,
    /// What it names.
    pub(crate) names: NamesIn<'a>,
}

/// The wordings of a claim: its statement, its variations, and the passages that say it in other words.
pub(crate) fn wordings<'a>(shared: &Shared<'a>, document: &'a Document<Claim>) -> Vec<Wording<'a>> {
    let claim = &document.value;
    let wording = |text: &'a str, place: Place, is_own: bool| Wording {
        text,
        place,
        is_own,
        names: NamesIn::of(Stemmed::of(text), shared.concept_names),
    };
    let statement = document.place("/statement");
    let mut found = vec![wording(claim.statement.as_str(), statement, true)];
    for (i, text) in claim.variations.iter().enumerate() {
        let place = document.place(&format!("/variations/{i}"));
        found.push(wording(text.as_str(), place, true));
    }
    let records = found.len();
    for stated in shared.articles.stating(document.file()) {
        let text = said(stated.text(claim), stated.around(claim));
        if !found[..records].iter().any(|own| same(own.text, text)) {
            found.push(wording(text, stated.place(), false));
        }
    }
    found
}

/// Whether two texts are the same, but for a full stop and capitals.
fn same(one: &str, other: &str) -> bool {
    let bare = |text: &str| text.trim_end_matches(['.', ' ']).len();
    one[..bare(one)].eq_ignore_ascii_case(&other[..bare(other)])
}

/// What a passage says, with the words before it that only say in whom: `In men with gout, […]`.
fn said<'a>(own: &'a str, around: &'a str) -> &'a str {
    let may_lead = ["In ", "Among "]
        .iter()
        .any(|word| around.starts_with(word))
        && !around.starts_with(own);
    let lead = if may_lead { around.find(own) } else { None };
    let lead = lead.map(|start| &around[..start]);
    let only_in_whom = |lead: &&str| {
        let words = tokens(lead);
        let begins = words
            .first()
            .is_some_and(|first| first.is_any(&["among", "in"]));
        begins
            && words.len() <= LONGEST_LEAD
            && words[1..].iter().all(|token| token.gap < Gap::Comma)
            && lead.trim_end().ends_with(',')
    };
    match lead.filter(only_in_whom) {
        Some(lead) => &around[..lead.len() + own.len()],
        None => own,
    }
}
