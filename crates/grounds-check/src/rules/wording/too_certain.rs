//! Words that are surer than the certainty of the evidence.

use grounds_diagnostics::Place;
use grounds_evidence::certainty::level_name;
use grounds_model::{Basis, ClaimKind, Level};

use super::{own_words, passages, remembering};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;
use crate::wording::Tier;
use crate::wording::levels::says_the_level;

pub(crate) static RULE: Rule = Rule {
    id: "wording/too-certain",
    level: Level::Warn,
    summary: "a claim of benefit or harm is worded surer than its certainty",
    docs: include_str!("too_certain.md"),
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
    // No words are surer than plain ones.
    if allowed == Tier::Plain {
        return;
    }
    let mut found: Vec<(Place, Tier)> = Vec::new();
    let lexicon = cx.lexicon();
    let is_told = |text: &str| says_the_level(text, certainty.level);
    let mut tier = remembering(|text| lexicon.tier(text).filter(|_| !is_told(text)));
    for (place, text) in own_words(at) {
        if let Some(tier) = tier(text).filter(|tier| *tier > allowed) {
            found.push((place, tier));
        }
    }
    for stated in passages(cx, at) {
        // What the sentence around a passage hedges is hedged, and what it asks or reports is no statement.
        let own = tier(stated.text(claim));
        let whole = tier(stated.around(claim));
        let tier = own.zip(whole).map(|(own, whole)| own.min(whole));
        if let Some(tier) = tier.filter(|tier| *tier > allowed) {
            found.push((stated.place(), tier));
        }
    }
    for (place, tier) in found {
        let message = format!(
            "the words are surer than {} certainty",
            level_name(certainty.level)
        );
        let diagnostic = cx
            .at(place, message)
            .label(format!("the words are {}", tier.describe()))
            .with(
                at.document.place("/certainty/level"),
                "the certainty of the evidence",
            )
            .help(format!(
                "at {} certainty write {}",
                level_name(certainty.level),
                allowed.example()
            ));
        cx.report(diagnostic);
    }
}
