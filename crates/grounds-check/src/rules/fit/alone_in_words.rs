//! Words that credit one thing alone, where the claim and its studies combine it with another.

use grounds_diagnostics::{Diagnostic, Place};
use grounds_evidence::{Concepts, Relation};
use grounds_model::{Key, Level, Scope};

use super::{supporting_lines, with_arm};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;

pub(crate) static RULE: Rule = Rule {
    id: "fit/alone-in-words",
    level: Level::Error,
    summary: "the words say that an intervention acts alone, and the claim's scope combines it",
    docs: include_str!("alone_in_words.md"),
    check: Check::Claim(check),
};

/// What says that something acts alone, after its name.
const ALONE: &[&str] = &[
    "alone",
    "by itself",
    "on its own",
    "as monotherapy",
    "monotherapy",
    "as the only treatment",
    "without anything else",
];

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let Some(scope) = at
        .claim()
        .scope
        .as_ref()
        .filter(|s| s.intervention.len() > 1)
    else {
        return;
    };
    let claim = at.claim();
    let statement = (at.document.place("/statement"), claim.statement.as_str());
    let variations = claim.variations.iter().enumerate().map(|(i, text)| {
        let place = at.document.place(&format!("/variations/{i}"));
        (place, text.as_str())
    });
    let passages = cx.articles().stating(at.document.file());
    let passages = passages.map(|stated| (stated.place(), stated.text(claim)));
    let texts: Vec<(Place, &str)> = std::iter::once(statement)
        .chain(variations)
        .chain(passages)
        .collect();
    let concepts = cx.appraiser().concepts();
    for (place, text) in texts {
        if let Some((name, intervention)) = credited_alone(concepts, scope, text) {
            let diagnostic = describe(cx, at, place, &name, intervention);
            cx.report(diagnostic);
        }
    }
}

fn describe(
    cx: &mut Context<'_>,
    at: ClaimAt<'_>,
    place: Place,
    name: &str,
    intervention: &Key,
) -> Diagnostic {
    let lines = supporting_lines(cx, at);
    let mut diagnostic = cx
        .at(
            place,
            format!("the words are about {name} alone, the claim is not"),
        )
        .label(format!("{name} alone?"))
        .with(
            at.document.place("/scope/intervention"),
            "the claim says this is done together",
        );
    let mut arms = Vec::new();
    for (index, appraisal) in lines {
        let line = &at.claim().evidence[index];
        let Some(study) = cx.set().studies.get(line.study.as_str()) else {
            continue;
        };
        for arm in [appraisal.compared.arm, appraisal.compared.against] {
            diagnostic = with_arm(cx, diagnostic, study, arm);
        }
        if let (Some(arm), Some(against)) = (appraisal.compared.arm, appraisal.compared.against) {
            arms.push(format!(
                "`{}` compared arms `{arm}` and `{against}`",
                line.study
            ));
        }
    }
    if !arms.is_empty() {
        diagnostic = diagnostic.note(format!(
            "{}, which says nothing of {name} alone",
            arms.join("; ")
        ));
    }
    let label = cx.appraiser().concepts().label(intervention);
    diagnostic.help(format!(
        "say what it was combined with, or state a claim whose scope is `{label}` alone and whose studies \
         had an arm with it alone"
    ))
}

/// The intervention that a text says acts alone though the scope combines it, as the text names it.
fn credited_alone<'a>(
    concepts: &Concepts<'_>,
    scope: &'a Scope,
    text: &str,
) -> Option<(String, &'a Key)> {
    let text = text.to_lowercase();
    scope.intervention.iter().find_map(|key| {
        // `more than minoxidil alone`: that is the comparator.
        let compared = match &scope.comparator[..] {
            [other] => concepts.relation(other, key) != Relation::Apart,
            _ => false,
        };
        let name = names(concepts, key)
            .into_iter()
            .find(|name| !compared && says_alone(&text, name))?;
        Some((name, key))
    })
}

/// What a concept, and what it is a case of among interventions, is called in a text.
fn names(concepts: &Concepts<'_>, key: &Key) -> Vec<String> {
    let concept = concepts.get(key);
    let labels = concept.into_iter().flat_map(|concept| {
        std::iter::once(&concept.label)
            .chain(&concept.synonyms)
            .map(|label| label.as_str().to_lowercase())
    });
    labels.chain([key.as_str().replace('-', " ")]).collect()
}

/// Whether a text, in small letters, says `name alone`, and does not deny or ask it.
fn says_alone(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(start, _)| {
        let before = &text[..start];
        let after = text[start + name.len()..].trim_start();
        let whole = !before.ends_with(|c: char| c.is_alphanumeric());
        let alone = ALONE.iter().any(|alone| {
            after
                .strip_prefix(alone)
                .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
        });
        whole && alone && !is_denied(before) && !text.trim_end().ends_with('?')
    })
}

/// Whether the words before deny or leave open what follows, or compare with it.
fn is_denied(before: &str) -> bool {
    let clause = before.rsplit([',', ';', ':', '.']).next().unwrap_or(before);
    let words: Vec<&str> = clause
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let denies = [
        "not", "nothing", "neither", "nor", "no", "whether", "than", "against", "versus", "vs",
    ];
    words.iter().any(|word| denies.contains(word))
}
