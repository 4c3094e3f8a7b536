//! Words that say more of the outcome where the claim's record says less, or the other way round.

use grounds_evidence::{Concepts, Direction, direction_of};
use grounds_model::{
    Basis, Claim, ClaimKind, Dimension, Directness, Effect, Level, Relation, Scope,
};

use super::words_against_scope::{compares, place_of};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;
use crate::words::direction::said_of;

pub(crate) static RULE: Rule = Rule {
    id: "claim/words-against-effect",
    level: Level::Warn,
    summary: "the words say that there is more of the outcome where the record says less, or the other way round",
    docs: include_str!("words_against_effect.md"),
    check: Check::Claim(check),
};

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let claim = at.claim();
    let Some(scope) = claim.scope.as_ref().filter(|_| compares(claim.kind)) else {
        return;
    };
    let Some(recorded) = Recorded::of(cx, at) else {
        return;
    };
    let concepts = cx.appraiser().concepts();
    let is_wanted = is_wanted(claim, scope, concepts);
    let mut own_is_wrong = false;
    for wording in at.wordings {
        let Some(said) = said_of(&wording.names, scope, concepts, is_wanted) else {
            continue;
        };
        if said.direction == recorded.direction || own_is_wrong && !wording.is_own {
            continue;
        }
        own_is_wrong |= wording.is_own;
        let words = &wording.text[said.words.clone()];
        let way = if said.direction == Direction::More {
            "more"
        } else {
            "less"
        };
        let diagnostic = cx
            .at(
                place_of(cx, wording, &said.words),
                format!(
                    "the words say that there is {way} of the outcome, the claim's record does not"
                ),
            )
            .label(format!("`{words}`: {way}"))
            .with(at.document.place(recorded.pointer), recorded.says)
            .help("mend the words, or the claim's effect and the evidence for it");
        cx.report(diagnostic);
    }
}

/// Whether the outcome of a claim is wanted: by its name, else what a treatment that works has more of.
fn is_wanted(claim: &Claim, scope: &Scope, concepts: &Concepts<'_>) -> Option<bool> {
    let by_name = crate::words::direction::is_wanted(scope.outcome.as_ref()?, concepts);
    by_name.or_else(
        || match claim.effect.filter(|_| claim.kind == ClaimKind::Efficacy)? {
            Effect::Increase => Some(true),
            Effect::Decrease => Some(false),
            Effect::NoDifference | Effect::Unclear => None,
        },
    )
}

/// Which way the record of a claim says that it goes.
struct Recorded {
    direction: Direction,
    /// Where it says so.
    pointer: &'static str,
    says: &'static str,
}

impl Recorded {
    /// What its effect says; where it has none, what its findings do.
    fn of(cx: &Context<'_>, at: ClaimAt<'_>) -> Option<Self> {
        let (direction, pointer, says) = match at.claim().effect {
            Some(Effect::Increase) => (
                Direction::More,
                "/effect",
                "the claim's effect is an increase",
            ),
            Some(Effect::Decrease) => (
                Direction::Less,
                "/effect",
                "the claim's effect is a decrease",
            ),
            Some(Effect::NoDifference) => (
                Direction::Level,
                "/effect",
                "the claim's effect is no difference",
            ),
            Some(Effect::Unclear) => return None,
            None => match found(cx, at)? {
                Direction::More => (
                    Direction::More,
                    "/evidence",
                    "the findings that support it show more",
                ),
                Direction::Less => (
                    Direction::Less,
                    "/evidence",
                    "the findings that support it show less",
                ),
                Direction::Level => return None,
            },
        };
        Some(Self {
            direction,
            pointer,
            says,
        })
    }
}

/// Which way all findings that support a claim point; `None` where one does not say, or they differ.
fn found(cx: &Context<'_>, at: ClaimAt<'_>) -> Option<Direction> {
    let claim = at.claim();
    let mut all = None;
    let lines = claim.evidence.iter().enumerate();
    for (index, line) in lines
        .filter(|(_, line)| claim.basis == Basis::Evidence && line.relation == Relation::Supports)
    {
        let appraisal = at.appraisal(index)?;
        let fits = [
            Dimension::Intervention,
            Dimension::Comparator,
            Dimension::Outcome,
        ]
        .into_iter()
        .all(|dimension| appraisal.of(dimension).effective() == Directness::Direct);
        let study = &cx.set().studies.get(line.study.as_str())?.value;
        let finding = study.findings.get(line.finding.as_ref()?)?;
        let compared = &appraisal.compared;
        let direction =
            direction_of(study, finding, compared.arm, compared.against).filter(|_| fits)?;
        if all.is_some_and(|other| other != direction) {
            return None;
        }
        all = Some(direction);
    }
    all
}
