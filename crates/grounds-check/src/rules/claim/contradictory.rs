//! Two claims with evidence that say opposite things of the same scope.

use std::collections::BTreeSet;

use grounds_model::{Basis, Claim, Effect, Key, Level, Scope};

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;

pub(crate) static RULE: Rule = Rule {
    id: "claim/contradictory",
    level: Level::Error,
    summary: "two claims with evidence assert opposite effects for the same scope",
    docs: include_str!("contradictory.md"),
    check: Check::Claim(check),
};

/// Reported at the later of the two, so that each pair is reported once.
fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let Some((scope, effect)) = asserted(at.claim()) else {
        return;
    };
    let earlier = cx.set().claims.iter().take_while(|(key, _)| *key < at.key);
    for (key, document) in earlier {
        let Some((other, opposite)) = asserted(&document.value) else {
            continue;
        };
        if !are_opposite(effect, opposite) || !is_same(scope, other) {
            continue;
        }
        let message = format!("claims `{key}` and `{}` contradict one another", at.key);
        let diagnostic = cx
            .at(at.document.place("/effect"), message)
            .label(describe(effect))
            .with(document.place("/effect"), describe(opposite))
            .with(document.place("/scope"), "of the same scope")
            .note("both stand on evidence, and one reader can meet both")
            .help(
                "correct the effect or the scope of one, or make them one claim with \
                 `effect: unclear` and evidence lines for both sides",
            );
        cx.report(diagnostic);
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

/// An increase, a decrease and no difference exclude one another.
fn are_opposite(a: Effect, b: Effect) -> bool {
    a != b
}

fn is_same(a: &Scope, b: &Scope) -> bool {
    fn set(keys: &[Key]) -> BTreeSet<&Key> {
        keys.iter().collect()
    }
    // Claims about different times can both be true.
    let same_time = a.at.is_none() || b.at.is_none() || a.at == b.at;
    same_time
        && a.outcome == b.outcome
        && set(&a.population) == set(&b.population)
        && set(&a.intervention) == set(&b.intervention)
        && set(&a.comparator) == set(&b.comparator)
}

fn describe(effect: Effect) -> &'static str {
    match effect {
        Effect::Increase => "this claim says that the outcome increases",
        Effect::Decrease => "this claim says that the outcome decreases",
        Effect::NoDifference => "this claim says that there is no difference",
        Effect::Unclear => "this claim leaves the effect open",
    }
}
