//! A causal verb on evidence that shows only that things go together.

use grounds_load::Document;
use grounds_model::{Basis, ClaimKind, Design, Level, Relation, Study};

use super::{causes, own_words, passages};
use crate::classify::Strength;
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;
use crate::wording::Tier;

pub(crate) static RULE: Rule = Rule {
    id: "wording/causal-on-association",
    level: Level::Warn,
    summary: "a claim is worded as cause and effect, and its studies show that two things go together",
    docs: include_str!("causal_on_association.md"),
    check: Check::Claim(check),
};

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let claim = at.claim();
    let studies: Vec<&Document<Study>> = claim
        .evidence
        .iter()
        .filter(|line| line.relation == Relation::Supports)
        .filter_map(|line| cx.set().studies.get(line.study.as_str()))
        .collect();
    let observed = |design| {
        matches!(
            design,
            Design::Cohort | Design::CaseControl | Design::CrossSectional
        )
    };
    let all_observed =
        !studies.is_empty() && studies.iter().all(|study| observed(study.value.design));
    let associates = matches!(claim.kind, ClaimKind::Association | ClaimKind::Prognosis);
    if claim.basis != Basis::Evidence || !(all_observed || associates) {
        return;
    }
    let own = own_words(at).map(|(place, text)| (place, text.to_owned()));
    let stated = passages(cx, at);
    let stated = stated.map(|stated| (stated.place(), stated.text(claim).to_owned()));
    for (place, text) in own.chain(stated) {
        let Some((strength, words)) = causes(&text) else {
            continue;
        };
        // `can affect`: “can” states a cause, but as a possibility (see the lists of tiers).
        let tier = cx.lexicon().tier(&text);
        let hedged =
            strength != Strength::DirectCausal || tier.is_some_and(|tier| tier <= Tier::May);
        if hedged && !(associates && names_a_cause(&text[words.clone()])) {
            continue;
        }
        let mut diagnostic = cx
            .at(
                place,
                format!(
                    "`{}` says that one thing brings about the other",
                    &text[words]
                ),
            )
            .with(at.document.place("/kind"), "what the claim is");
        for study in studies.iter().filter(|study| observed(study.value.design)) {
            diagnostic = diagnostic.with(
                study.place("/design"),
                "this design cannot tell which came first, or why",
            );
        }
        let diagnostic = diagnostic
            .note("what goes together can have a common cause, or be the other way round")
            .help("write “is associated with”, “was higher in”, “goes with”");
        cx.report(diagnostic);
    }
}

/// Whether words speak of a cause as such: what is recorded as an association has none, be it a possible one. `May reduce` is
/// how GRADE tells an effect of low certainty, and is left.
fn names_a_cause(words: &str) -> bool {
    let words = words.to_lowercase();
    [
        "bring about",
        "brought about",
        "cause",
        "give rise",
        "trigger",
    ]
    .iter()
    .any(|verb| words.starts_with(verb))
}
