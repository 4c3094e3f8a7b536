//! Words that speak of a treatment or an outcome of which neither the claim nor its scope speaks.

use grounds_evidence::in_sentence;
use grounds_load::child;
use grounds_model::{Dimension, Level, Relation, Scope, Text};

use super::words_against_scope::{compares, place_of};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;
use crate::words::strange::{About, Thing};

pub(crate) static RULE: Rule = Rule {
    id: "claim/outside-scope",
    level: Level::Warn,
    summary: "the words speak of a treatment or an outcome that the claim's scope does not have",
    docs: include_str!("outside_scope.md"),
    check: Check::Claim(check),
};

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let claim = at.claim();
    let Some(scope) = claim.scope.as_ref().filter(|_| compares(claim.kind)) else {
        return;
    };
    let mut own: Vec<String> = Vec::new();
    let mut about = about(cx, at, scope);
    for wording in at.wordings {
        // A passage may say whatever the approved wordings say.
        if !wording.is_own && about.also.is_empty() {
            let own = std::iter::once(&claim.statement).chain(&claim.variations);
            about.also = own.map(Text::as_str).collect();
        }
        let Some(strange) = about.strange_besides(&wording.names) else {
            continue;
        };
        // A concept in the place of the claim's own is told of by the rule that is an error.
        let of_vocabulary = matches!(strange.thing, Thing::Concept(_));
        if of_vocabulary && about.strange(&wording.names).is_some() {
            continue;
        }
        let name = wording.text[strange.words.clone()].to_lowercase();
        // A passage that says what the statement says has no fault of its own.
        if !wording.is_own && own.contains(&name) {
            continue;
        }
        if wording.is_own {
            own.push(name.clone());
        }
        let place = place_of(cx, wording, &strange.words);
        let field = if strange.dimension == Dimension::Outcome {
            "outcome"
        } else {
            "intervention"
        };
        let diagnostic = cx
            .at(place, format!("the claim does not speak of {}", in_sentence(&wording.text[strange.words])))
            .label("nothing in the claim's scope has this name")
            .with(at.document.place(&child("/scope", field)), "what the claim is about")
            .help("say what the claim says; where this is another name for the same, add it to the concept's `synonyms`");
        cx.report(diagnostic);
    }
}

/// What a claim is about, to compare words with.
pub(super) fn about<'s, 'a: 's>(
    cx: &Context<'a>,
    at: ClaimAt<'s>,
    scope: &'s Scope,
) -> About<'s, 'a> {
    let supporting = at
        .claim()
        .evidence
        .iter()
        .filter(|line| line.relation == Relation::Supports);
    let set = cx.set();
    let found = supporting.filter_map(|line| {
        let study = set.studies.get(line.study.as_str())?;
        let finding = study.value.findings.get(line.finding.as_ref()?)?;
        Some(&finding.outcome)
    });
    About::of_claim(
        cx.appraiser().concepts(),
        cx.concept_names(),
        scope,
        found.collect(),
    )
}
