//! A claim whose supporting studies are all of designs that cannot carry it.

use grounds_evidence::certainty::{Ceiling, ceiling, level_name};
use grounds_evidence::withdrawn;
use grounds_model::{Basis, ClaimKind, Dimension, Directness, Level, Relation};

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;

pub(crate) static RULE: Rule = Rule {
    id: "fit/weak-design",
    level: Level::Error,
    summary: "no supporting study is of a design that can carry a claim of this kind",
    docs: include_str!("weak_design.md"),
    check: Check::Claim(check),
};

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let claim = at.claim();
    // That animals, cells and simulations carry no claim about people has a rule of its own.
    let told = |line: usize| {
        let appraisal = at.appraisal(line);
        appraisal.is_some_and(|appraisal| {
            appraisal.of(Dimension::Species).effective() == Directness::Different
        })
    };
    let lines: Vec<_> = claim
        .evidence
        .iter()
        .enumerate()
        .filter(|(position, line)| line.relation == Relation::Supports && !told(*position))
        .map(|(_, line)| line)
        .filter_map(|line| Some((line, cx.set().studies.get(line.study.as_str())?)))
        .filter(|(line, _)| withdrawn(cx.set(), &line.study).is_none())
        .collect();
    if claim.basis != Basis::Evidence || lines.is_empty() {
        return;
    }
    let weak = |design| ceiling(claim.kind, design) == Ceiling::CannotCarry;
    let Some(allowed) = at.allowed else {
        return;
    };
    let all_weak = lines.iter().all(|(_, study)| weak(study.value.design));
    let asked = cx.thresholds().benefit_start;
    let asked = asked.filter(|_| claim.kind == ClaimKind::Efficacy);
    let below = asked.zip(allowed.start.map(|(start, _)| start));
    let below = below.filter(|(asked, start)| start < asked && !all_weak);
    let message = match below {
        _ if all_weak => "no supporting study can carry a claim of this kind".to_owned(),
        Some((asked, start)) => format!(
            "this claim of benefit stands on designs that start from {} certainty, and the policy asks for {}",
            level_name(start),
            level_name(asked)
        ),
        None => return,
    };
    let mut diagnostic = cx
        .at(at.document.place("/kind"), message)
        .label("what the claim is");
    for (line, study) in lines {
        diagnostic = diagnostic.with(
            study.place("/design"),
            format!("the design of `{}`", line.study),
        );
    }
    if below.is_some() {
        let diagnostic = diagnostic
            .note("randomised trials, and reviews of some, start high; observational studies start low (GRADE)")
            .help("stand the claim on a randomised trial; where none can be made, suppress this with the reason");
        cx.report(diagnostic);
        return;
    }
    let diagnostic = diagnostic
        .note("which designs answer which question: OCEBM Levels of Evidence Working Group, 2011")
        .help("stand the claim on a study that can carry it, make the lines `background` and the claim `speculative`, or correct its kind");
    cx.report(diagnostic);
}
