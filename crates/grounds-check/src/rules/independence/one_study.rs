//! Several supporting papers that come to fewer studies.

use grounds_evidence::independence;
use grounds_model::{Basis, Level};

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;

pub(crate) static RULE: Rule = Rule {
    id: "independence/one-study",
    level: Level::Warn,
    summary: "several papers support a claim and come to fewer studies",
    docs: include_str!("one_study.md"),
    check: Check::Claim(check),
};

/// Words by which an explanation shows that this is known.
const KNOWN: &[&str] = &[
    "same",
    "second report",
    "part of",
    "share",
    "includes",
    "included",
    "also in",
    "cohort",
];

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let claim = at.claim();
    if claim.basis != Basis::Evidence {
        return;
    }
    let found = independence::independence(cx.set(), claim);
    if found.because.is_empty() {
        return;
    }
    // A review brings the other studies that it includes.
    let papers = found.studies.iter().flatten().map(|(_, key)| *key);
    let there = independence::behind(cx.set(), &papers.collect());
    for (later, earlier, reason) in &found.because {
        let lines = claim.evidence.iter().enumerate();
        let of = |key| lines.clone().find(|(_, line)| &line.study == key);
        let (Some((i, line)), Some((j, other))) = (of(*later), of(*earlier)) else {
            continue;
        };
        let known = [line, other].iter().any(|line| {
            let words = line
                .explanation
                .as_ref()
                .map(|text| text.as_str().to_lowercase());
            words.is_some_and(|words| KNOWN.iter().any(|known| words.contains(known)))
        });
        if known {
            continue;
        }
        let message = match there.filter(|there| *there > found.studies.len()) {
            Some(_) => format!("one study is there twice: {reason}"),
            None => format!(
                "{} papers, {}: {reason}",
                found.papers(),
                found.counted(cx.set())
            ),
        };
        let diagnostic = cx
            .at(at.document.place(&format!("/evidence/{i}/study")), message)
            .label(format!("`{later}` counts with `{earlier}`"))
            .with(at.document.place(&format!("/evidence/{j}/study")), "once")
            .help("say so in the line's `explanation`, or leave one of the two out");
        cx.report(diagnostic);
    }
}
