//! A claim of benefit or harm without a certainty.

use grounds_model::{Basis, ClaimKind, Level};

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;

pub(crate) static RULE: Rule = Rule {
    id: "certainty/missing",
    level: Level::Error,
    summary: "a claim of benefit or harm does not say how sure its evidence lets us be",
    docs: include_str!("missing.md"),
    check: Check::Claim(check),
};

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let claim = at.claim();
    let rated = matches!(claim.kind, ClaimKind::Efficacy | ClaimKind::Harm);
    if claim.basis != Basis::Evidence || !rated || claim.certainty.is_some() {
        return;
    }
    let diagnostic = cx
        .at(at.document.place("/kind"), "the claim has no certainty")
        .label("claims of this kind are acted upon")
        .help("add `certainty:` with a level, the level that it starts from, and a reason for every step");
    cx.report(diagnostic);
}
