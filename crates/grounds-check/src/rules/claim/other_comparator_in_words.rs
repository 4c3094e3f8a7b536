//! Words that compare with something else than the claim's scope does.

use grounds_evidence::in_sentence;
use grounds_model::Level;

use super::words_against_scope::place_of;
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;
use crate::words::compared::Comparable;

pub(crate) static RULE: Rule = Rule {
    id: "claim/other-comparator-in-words",
    level: Level::Warn,
    summary: "the words compare with another treatment than the claim's scope does",
    docs: include_str!("other_comparator_in_words.md"),
    check: Check::Claim(check),
};

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let claim = at.claim();
    let Some(scope) = claim
        .scope
        .as_ref()
        .filter(|scope| !scope.comparator.is_empty())
    else {
        return;
    };
    let concepts = cx.appraiser().concepts();
    let comparable = Comparable {
        comparators: scope.comparator.iter().collect(),
        done: scope.intervention.iter().collect(),
        inert: scope.comparator.iter().all(|key| concepts.is_inert(key)),
    };
    let mut own: Vec<String> = Vec::new();
    for wording in at.wordings {
        let Some(words) = comparable.other(concepts, &wording.names) else {
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
            .map(|key| in_sentence(concepts.label(key)));
        let labels = labels.collect::<Vec<_>>().join(" and ");
        let place = place_of(cx, wording, &words);
        let diagnostic = cx
            .at(place, format!("the words compare with {}, the claim with {labels}", in_sentence(&wording.text[words])))
            .label("not the claim's comparator")
            .with(at.document.place("/scope/comparator"), "what the claim compares with")
            .help("name what it was compared with; where this is another name for the same, add it to the concept's `synonyms`");
        cx.report(diagnostic);
    }
}
