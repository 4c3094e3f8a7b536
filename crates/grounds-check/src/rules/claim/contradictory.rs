//! Two claims with evidence that say opposite things of the same scope.

use grounds_evidence::{Overlap, Relation};
use grounds_model::{Basis, Claim, Effect, Key, Level, Scope};

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;

pub(crate) static RULE: Rule = Rule {
    id: "claim/contradictory",
    level: Level::Error,
    summary: "two claims with evidence assert opposite effects for overlapping scopes",
    docs: include_str!("contradictory.md"),
    check: Check::Claim(check),
};

/// Reported at the later of the two, so that each pair is reported once.
fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let Some((scope, effect)) = asserted(at.claim()) else {
        return;
    };
    let Some(outcome) = &scope.outcome else {
        return;
    };
    // What is said the same way of two treatments can contradict only what compares them the other way round.
    let concepts = cx.appraiser().concepts();
    let comparators = scope.comparator.iter();
    let comparators: Vec<&Key> = comparators.filter(|key| !concepts.is_inert(key)).collect();
    let directed = effect != Effect::NoDifference;
    let is_compared = |done: &Key| {
        let mut comparators = comparators.iter();
        directed && comparators.any(|key| concepts.relation(key, done) != Relation::Apart)
    };
    let mut contradicted = 0;
    for key in cx.assertions().before(at.key, outcome, effect, is_compared) {
        let Some(document) = cx.set().claims.get(key.as_str()) else {
            continue;
        };
        let Some((other, opposite)) = asserted(&document.value) else {
            continue;
        };
        let Some(overlap) = cx.appraiser().overlap(scope, other) else {
            continue;
        };
        let mirrored = overlap == Overlap::Mirrored;
        let said = if mirrored { turned(opposite) } else { opposite };
        if said == effect {
            continue;
        }
        contradicted += 1;
        if contradicted > SHOWN {
            continue;
        }
        let message = format!("claims `{key}` and `{}` contradict one another", at.key);
        let overlapping = if mirrored {
            "of an overlapping scope, compared the other way round"
        } else {
            "of an overlapping scope"
        };
        let diagnostic = cx
            .at(at.document.place("/effect"), message)
            .label(describe(effect))
            .with(document.place("/effect"), describe(opposite))
            .with(document.place("/scope"), overlapping)
            .note("both stand on evidence, and one reader can meet both")
            .help(
                "correct the effect or the scope of one, or make them one claim with \
                 `effect: unclear` and evidence lines for both sides",
            );
        cx.report(diagnostic);
    }
    if contradicted > SHOWN {
        tell_of_more(cx, &at, effect, contradicted - SHOWN);
    }
}

fn tell_of_more(cx: &mut Context<'_>, at: &ClaimAt<'_>, effect: Effect, more: usize) {
    let message = format!(
        "claim `{}` contradicts {more} more claims of the set",
        at.key
    );
    let diagnostic = cx
        .at(at.document.place("/effect"), message)
        .label(describe(effect))
        .help("correct the effect or the scope of this claim first: the others may be right");
    cx.report(diagnostic);
}

/// How many contradictions of one claim are shown one by one: a set in which thousands contradict thousands has one mistake.
const SHOWN: usize = 10;

/// What an effect of the first treatment against the second says of the second against the first.
fn turned(effect: Effect) -> Effect {
    match effect {
        Effect::Increase => Effect::Decrease,
        Effect::Decrease => Effect::Increase,
        Effect::NoDifference | Effect::Unclear => effect,
    }
}

/// The scope and effect of a claim that asserts something definite on evidence.
fn asserted(claim: &Claim) -> Option<(&Scope, Effect)> {
    let scope = claim
        .scope
        .as_ref()
        .filter(|scope| scope.outcome.is_some())?;
    let effect = claim.effect.filter(|&effect| effect != Effect::Unclear)?;
    (claim.basis == Basis::Evidence).then_some((scope, effect))
}

fn describe(effect: Effect) -> &'static str {
    match effect {
        Effect::Increase => "this claim says that the outcome increases",
        Effect::Decrease => "this claim says that the outcome decreases",
        Effect::NoDifference => "this claim says that there is no difference",
        Effect::Unclear => "this claim leaves the effect open",
    }
}
