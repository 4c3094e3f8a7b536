//! Words of a sentence that say that there is more of an outcome where every study that it cites found less, or the
//! other way round.

use grounds_diagnostics::Place;
use grounds_evidence::{Direction, direction_of};
use grounds_load::{Document, child};
use grounds_model::{Finding, Key, Level, Scope, Study};

use crate::cited::carrying;
use crate::classify::locate::words_in;
use crate::context::Context;
use crate::numbers::Judged;
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;
use crate::words::direction::{Said, may_say, said};

pub(crate) static RULE: Rule = Rule {
    id: "fit/direction-against-study",
    level: Level::Warn,
    summary: "a sentence says that there is more of an outcome where the study that it cites found less, or the other way round",
    docs: include_str!("direction_against_study.md"),
    check: Check::Sentence(check),
};

/// A finding that points the other way than the words.
struct Against {
    said: Said,
    key: Key,
    place: Place,
}

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    let text = at.sentence.text.as_str();
    if at.sentence.citations.is_empty() || !may_say(at.tokens()) {
        return;
    }
    // What is wrong with its numbers is told of there.
    let mut judged = at
        .compared()
        .into_iter()
        .flat_map(|it| it.quantities.iter().flatten());
    if judged.any(|(_, judged)| matches!(judged, Judged::Fault(_))) {
        return;
    }
    let studies = carrying(cx, at, |study| !study.findings.is_empty());
    let mut against = Vec::new();
    for (_, study) in &studies {
        match opposed(cx, text, study) {
            Some(found) => against.push(found),
            None => return,
        }
    }
    let Some(first) = against.first() else {
        return;
    };
    let words = &text[first.said.words.clone()];
    let place = words_in(&at, words, cx.sources()).unwrap_or_else(|| at.place());
    let way = |direction| match direction {
        Direction::Less => "less",
        _ => "more",
    };
    let (said, found) = match first.said.direction {
        Direction::Less => (Direction::Less, Direction::More),
        _ => (Direction::More, Direction::Less),
    };
    let message = format!(
        "the words say that there is {} of the outcome, and the study found {}",
        way(said),
        way(found)
    );
    let mut diagnostic = cx
        .at(place, message)
        .label(format!("`{words}`: {}", way(said)));
    for it in &against {
        diagnostic = diagnostic.with(it.place, format!("finding `{}`: {}", it.key, way(found)));
    }
    let diagnostic = diagnostic.help(
        "mend the words, or the record; where the sides are named the other way round, turn them",
    );
    cx.report(diagnostic);
}

/// The first finding of a study whose outcome the words name and which points the other way, where all such findings do.
fn opposed(cx: &Context<'_>, text: &str, study: &Document<Study>) -> Option<Against> {
    let mut first = None;
    for (key, finding) in &study.value.findings {
        let Some(scope) = compared(cx, &study.value, finding) else {
            continue;
        };
        let (arm, against, scope) = scope;
        let Some(said) = said(text, &scope, cx.concept_names(), cx.appraiser().concepts()) else {
            continue;
        };
        // A result in words may not say which way it points.
        let Some(found) = direction_of(&study.value, finding, Some(arm), Some(against)) else {
            continue;
        };
        if found == said.direction || found == Direction::Level {
            return None;
        }
        let place = study.place(&child("/findings", key.as_str()));
        first.get_or_insert(Against {
            said,
            key: key.clone(),
            place,
        });
    }
    first
}

/// The two arms that a finding compares, and what that comes to as the scope of a claim.
fn compared<'a>(
    cx: &Context<'_>,
    study: &'a Study,
    finding: &'a Finding,
) -> Option<(&'a Key, &'a Key, Scope)> {
    let (arm, against) = match &finding.contrast {
        Some(contrast) => (&contrast.arm, &contrast.against),
        None => the_two_arms(cx, study)?,
    };
    let of = |key: &Key| Some(study.arms.get(key)?.interventions.clone());
    let scope = Scope {
        intervention: of(arm)?,
        comparator: of(against)?,
        outcome: Some(finding.outcome.clone()),
        ..Scope::default()
    };
    (!scope.intervention.is_empty()).then_some((arm, against, scope))
}

/// The arms of a study that has two, of which one is inert or has all of the other and more, in the order of a comparison.
fn the_two_arms<'a>(cx: &Context<'_>, study: &'a Study) -> Option<(&'a Key, &'a Key)> {
    let mut arms = study.arms.iter();
    let ((one, first), (other, second)) = (arms.next()?, arms.next()?);
    if arms.next().is_some() {
        return None;
    }
    let concepts = cx.appraiser().concepts();
    let (first, second) = (&first.interventions, &second.interventions);
    let has_all = |keys: &[Key], of: &[Key]| of.iter().all(|key| keys.contains(key));
    let nothing = |keys: &[Key], other: &[Key]| {
        keys.iter().all(|key| concepts.is_inert(key))
            || keys.len() < other.len() && has_all(other, keys)
    };
    match (nothing(first, second), nothing(second, first)) {
        (false, true) => Some((one, other)),
        (true, false) => Some((other, one)),
        _ => None,
    }
}
