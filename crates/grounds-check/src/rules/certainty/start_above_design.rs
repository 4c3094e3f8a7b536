//! A start above what the best design allows.

use grounds_evidence::certainty::level_name;
use grounds_model::{Basis, Level};

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;

pub(crate) static RULE: Rule = Rule {
    id: "certainty/start-above-design",
    level: Level::Error,
    summary: "certainty starts from a level that no supporting design allows",
    docs: include_str!("start_above_design.md"),
    check: Check::Claim(check),
};

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let claim = at.claim();
    let declared = claim
        .certainty
        .as_ref()
        .and_then(|certainty| certainty.start);
    let (Some(declared), Basis::Evidence) = (declared, claim.basis) else {
        return;
    };
    let of_evidence = at.allowed.and_then(|allowed| allowed.start);
    let Some((level, key)) = of_evidence.filter(|(level, _)| *level < declared) else {
        return;
    };
    let mut diagnostic = cx
        .at(
            at.document.place("/certainty/start"),
            format!("this evidence starts from {}, not from {}", level_name(level), level_name(declared)),
        )
        .label("declared")
        .note("the start depends on the question and the design (GRADE, OCEBM): the table is in docs/certainty.md");
    if let Some(study) = cx.set().studies.get(key.as_str()) {
        let text = format!("the best design that bears on the claim, `{key}`");
        diagnostic = super::because_of_included(diagnostic, &study.value);
        diagnostic = diagnostic.with(study.place("/design"), text);
    }
    let diagnostic = diagnostic.help(format!(
        "write `start: {}`",
        level_name(level).replace(' ', "-")
    ));
    cx.report(diagnostic);
}
