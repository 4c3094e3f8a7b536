//! Words that compare with something else than the claim's scope does.

use std::ops::Range;

use grounds_evidence::{Concepts, Relation, in_sentence};
use grounds_model::{ConceptKind, Key, Level, Scope};

use super::outside_scope::about;
use super::words_against_scope::place_of;
use crate::classify::token::{Gap, Token};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;
use crate::words::names::{Named, Stemmed};
use crate::words::wordings;

pub(crate) static RULE: Rule = Rule {
    id: "claim/other-comparator-in-words",
    level: Level::Warn,
    summary: "the words compare with another treatment than the claim's scope does",
    docs: include_str!("other_comparator_in_words.md"),
    check: Check::Claim(check),
};

/// Words after which the other side of a comparison stands.
const COMPARING: &[&str] = &["against", "than", "versus", "vs"];

/// Words that may stand between these and the name.
const BETWEEN: &[&str] = &[
    "a", "an", "any", "did", "does", "having", "of", "taking", "that", "the", "those", "to",
    "using", "with",
];

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let claim = at.claim();
    let Some(scope) = claim
        .scope
        .as_ref()
        .filter(|scope| !scope.comparator.is_empty())
    else {
        return;
    };
    let mut own: Vec<String> = Vec::new();
    for wording in wordings(cx, at) {
        let about = about(cx, at, scope, &[]);
        let text = Stemmed::of(&wording.text);
        let named = about.names.named(&text);
        let Some(words) = other(about.concepts, scope, &text, &named) else {
            continue;
        };
        let name = wording.text[words.clone()].to_lowercase();
        // A passage that says what the statement says has no fault of its own.
        if !wording.is_own && own.contains(&name) {
            continue;
        }
        if wording.is_own {
            own.push(name.clone());
        }
        let labels = scope
            .comparator
            .iter()
            .map(|key| in_sentence(about.concepts.label(key)));
        let labels = labels.collect::<Vec<_>>().join(" and ");
        let place = place_of(cx, &wording, &words);
        let diagnostic = cx
            .at(place, format!("the words compare with {}, the claim with {labels}", in_sentence(&wording.text[words])))
            .label("not the claim's comparator")
            .with(at.document.place("/scope/comparator"), "what the claim compares with")
            .help("name what it was compared with; where this is another name for the same, add it to the concept's `synonyms`");
        cx.report(diagnostic);
    }
}

/// The words that name another comparator, where none of the scope's is named.
fn other(
    concepts: &Concepts<'_>,
    scope: &Scope,
    text: &Stemmed,
    named: &[Named<'_>],
) -> Option<Range<usize>> {
    let of_scope = |keys: &[Key], it: &Named<'_>| {
        let mut meant = it.concepts.iter();
        meant.any(|key| {
            keys.iter()
                .any(|own| concepts.relation(own, key) != Relation::Apart)
        })
    };
    if named.iter().any(|it| of_scope(&scope.comparator, it)) {
        return None;
    }
    // One dummy treatment is as good as another.
    let inert = scope.comparator.iter().all(|key| concepts.is_inert(key));
    let known = scope.comparator.iter().all(|key| concepts.has(key));
    let it = named.iter().find(|it| {
        let is_done = |key: &&Key| {
            concepts
                .get(key)
                .is_some_and(|it| it.kind == ConceptKind::Intervention)
        };
        known
            && !it.concepts.is_empty()
            && it
                .concepts
                .iter()
                .all(|key| is_done(key) && !(inert && concepts.is_inert(key)))
            && !of_scope(&scope.intervention, it)
            && is_compared_with(&text.tokens, it.tokens.start)
    })?;
    Some(text.bytes(&it.tokens))
}

/// Whether a name stands where the other side of a comparison does: `than placebo`, `compared with a placebo`.
fn is_compared_with(tokens: &[Token], at: usize) -> bool {
    let mut i = at;
    while let Some(before) = i.checked_sub(1) {
        if tokens[i].gap >= Gap::Comma {
            return false;
        }
        let word = &tokens[before];
        let compared =
            || before > 0 && tokens[before - 1].is_any(&["compared", "comparison", "relative"]);
        if word.is_any(COMPARING) || (word.is_any(&["to", "with"]) && compared()) {
            return true;
        }
        if !word.is_any(BETWEEN) {
            return false;
        }
        i = before;
    }
    false
}
