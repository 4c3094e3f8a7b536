//! One result that is said to speak for a claim and against it.

use std::collections::BTreeMap;

use grounds_model::{Level, Relation};

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;

pub(crate) static RULE: Rule = Rule {
    id: "claim/finding-on-both-sides",
    level: Level::Error,
    summary: "one finding both supports and disputes a claim",
    docs: include_str!("finding_on_both_sides.md"),
    check: Check::Claim(check),
};

/// Reported at the later of the two lines.
fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let lines = &at.claim().evidence;
    // The first line of each relation, by what it names.
    let mut first = BTreeMap::new();
    for (later, line) in lines.iter().enumerate() {
        let opposite = match line.relation {
            Relation::Supports => Relation::Disputes,
            Relation::Disputes => Relation::Supports,
            _ => continue,
        };
        let named = (&line.study, &line.finding);
        first.entry((named, said(line.relation))).or_insert(later);
        let Some(&earlier) = first.get(&(named, said(opposite))) else {
            continue;
        };
        let what = match &line.finding {
            Some(finding) => format!("finding `{finding}` of `{}`", line.study),
            None => format!("`{}`", line.study),
        };
        let relation = |line: usize| at.document.place(&format!("/evidence/{line}/relation"));
        let diagnostic = cx
            .at(
                relation(later),
                format!("{what} is said both to support and to dispute claim `{}`", at.key),
            )
            .label(said(line.relation))
            .with(relation(earlier), said(lines[earlier].relation))
            .help(
                "keep the line that is right; where the study has results on both sides, name the finding of each; \
                 what only limits the claim `qualifies` it",
            );
        cx.report(diagnostic);
    }
}

fn said(relation: Relation) -> &'static str {
    match relation {
        Relation::Supports => "this line says that it supports the claim",
        _ => "this line says that it disputes the claim",
    }
}
