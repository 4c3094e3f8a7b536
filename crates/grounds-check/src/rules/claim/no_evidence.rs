//! A claim with no supporting study that resolves, and no speculative label.

use grounds_load::Lookup;
use grounds_model::{Basis, Level, Relation};

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;

pub(crate) static RULE: Rule = Rule {
    id: "claim/no-evidence",
    level: Level::Error,
    summary: "a claim has no study that supports it, and is not speculative",
    docs: include_str!("no_evidence.md"),
    check: Check::Claim(check),
};

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let claim = at.claim();
    if claim.basis == Basis::Speculative {
        return;
    }
    let supporting = || {
        claim
            .evidence
            .iter()
            .filter(|line| line.relation == Relation::Supports)
    };
    let mut unknown = false;
    for line in supporting() {
        match cx.set().studies.look_up(line.study.as_str()) {
            Lookup::Found(_) => return,
            Lookup::Broken(_) => unknown = true,
            Lookup::Absent => {}
        }
    }
    if unknown {
        return cx.indeterminate();
    }
    let diagnostic = cx
        .at(
            at.document.place("/statement"),
            format!("claim `{}` has no evidence", at.key),
        )
        .label("nothing that resolves supports this")
        .help("add an evidence line with `relation: supports`, or say `basis: speculative`");
    cx.report(diagnostic);
}
