//! Words that are less sure than the certainty of the evidence.

use grounds_evidence::certainty::level_name;
use grounds_model::{Basis, CertaintyLevel, ClaimKind, Level};

use super::{own_words, passages, remembering};
use crate::classify::token::tokens;
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;
use crate::wording::levels::told_outright;
use crate::wording::{Tier, says_that_it_can};

pub(crate) static RULE: Rule = Rule {
    id: "wording/needless-hedge",
    level: Level::Warn,
    summary: "a claim of benefit or harm is worded less sure than its certainty",
    docs: include_str!("needless_hedge.md"),
    check: Check::Claim(check),
};

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let claim = at.claim();
    let rated = matches!(claim.kind, ClaimKind::Efficacy | ClaimKind::Harm);
    let Some(certainty) = claim
        .certainty
        .as_ref()
        .filter(|_| rated && claim.basis == Basis::Evidence)
    else {
        return;
    };
    let allowed = Tier::allowed(certainty.level);
    // Very uncertain words at low certainty, and `may` at very low, are one step and a matter of taste.
    if certainty.level <= CertaintyLevel::Low {
        return;
    }
    let lexicon = cx.lexicon();
    // The level that is said outright is no hedge, and what stands behind it is held against that.
    let mut tier = remembering(|text| {
        let words = tokens(text);
        let told = told_outright(text, &words).filter(|(level, _)| *level == certainty.level);
        lexicon.tier(told.map_or(text, |(_, rest)| rest))
    });
    let stated: Vec<_> = passages(cx, at).collect();
    let stated = stated
        .iter()
        .map(|stated| (stated.place(), stated.text(claim)));
    for (place, text) in own_words(at).chain(stated) {
        // “Can” also says that something is possible at all, which is no hedge.
        let possible = says_that_it_can(text);
        let Some(tier) = tier(text).filter(|tier| *tier < allowed && !possible) else {
            continue;
        };
        let message = format!(
            "the words are less sure than {} certainty",
            level_name(certainty.level)
        );
        let diagnostic = cx
            .at(place, message)
            .label(format!("the words are {}", tier.describe()))
            .with(
                at.document.place("/certainty/level"),
                "the certainty of the evidence",
            )
            .note("a hedge that the evidence does not ask for misleads as one that is missing does")
            .help(format!(
                "at {} certainty write {}",
                level_name(certainty.level),
                allowed.example()
            ));
        cx.report(diagnostic);
    }
}
