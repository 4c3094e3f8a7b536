//! Words that name other people, another treatment or another outcome than the scope of their claim.

use std::ops::Range;

use grounds_diagnostics::{Diagnostic, Place};
use grounds_evidence::in_sentence;
use grounds_model::{ClaimKind, Dimension, Level, Scope};

use super::outside_scope::about;
use crate::classify::locate::words_within;
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;
use crate::words::Wording;
use crate::words::people::{Group, strangers};
use crate::words::strange::Thing;

pub(crate) static RULE: Rule = Rule {
    id: "claim/words-against-scope",
    level: Level::Warn,
    summary: "the words name other people, another treatment or another outcome than the claim's scope",
    docs: include_str!("words_against_scope.md"),
    check: Check::Claim(check),
};

/// Something in a wording that the scope does not have.
#[derive(PartialEq, Eq)]
struct Other {
    /// The words, as bytes of the wording.
    words: Range<usize>,
    /// The words themselves.
    name: String,
    dimension: Dimension,
}

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let claim = at.claim();
    let Some(scope) = claim.scope.as_ref().filter(|_| compares(claim.kind)) else {
        return;
    };
    let concepts = cx.appraiser().concepts();
    let group = Group::of_scope(concepts, scope);
    let mut own: Vec<(String, Dimension)> = Vec::new();
    let about = about(cx, at, scope);
    for wording in at.wordings {
        let people = group
            .and_then(|group| strangers(wording.text, &group))
            .map(|stranger| (stranger.words, Dimension::Population));
        let concept = || {
            let strange = about.strange(&wording.names)?;
            matches!(strange.thing, Thing::Concept(_)).then_some((strange.words, strange.dimension))
        };
        let Some((words, dimension)) = people.or_else(concept) else {
            continue;
        };
        let name = wording.text[words.clone()].to_owned();
        // A passage that says what the statement says has no fault of its own.
        if !wording.is_own && own.contains(&(name.to_lowercase(), dimension)) {
            continue;
        }
        if wording.is_own {
            own.push((name.to_lowercase(), dimension));
        }
        let other = Other {
            words,
            name,
            dimension,
        };
        let diagnostic = describe(cx, at, scope, wording, &other);
        cx.report(diagnostic);
    }
}

/// Whether a claim is about what happens to whom: what is known, or done, may be said of others.
pub(super) fn compares(kind: ClaimKind) -> bool {
    !matches!(kind, ClaimKind::Practice | ClaimKind::StateOfEvidence)
}

fn describe(
    cx: &Context<'_>,
    at: ClaimAt<'_>,
    scope: &Scope,
    wording: &Wording<'_>,
    other: &Other,
) -> Diagnostic {
    let concepts = cx.appraiser().concepts();
    let (pointer, keys): (_, Vec<_>) = match other.dimension {
        Dimension::Intervention => ("/scope/intervention", scope.intervention.iter().collect()),
        Dimension::Outcome => ("/scope/outcome", scope.outcome.iter().collect()),
        _ => ("/scope/population", scope.population.iter().collect()),
    };
    let labels: Vec<String> = keys
        .into_iter()
        .map(|key| in_sentence(concepts.label(key)))
        .collect();
    let labels = labels.join(", ");
    let about = if labels.is_empty() {
        "other people".to_owned()
    } else {
        labels
    };
    let place = place_of(cx, wording, &other.words);
    cx.at(place, format!("the words are about {}, the claim is about {about}", in_sentence(&other.name)))
        .label("not what the claim's scope says")
        .with(at.document.place(pointer), "what the claim is about")
        .help("say in the words what the scope says, or give the claim the scope that its words have, and the evidence for it")
}

/// Where some words of a wording stand.
pub(super) fn place_of(cx: &Context<'_>, wording: &Wording<'_>, words: &Range<usize>) -> Place {
    let words = &wording.text[words.clone()];
    words_within(wording.place, words, cx.sources()).unwrap_or(wording.place)
}
