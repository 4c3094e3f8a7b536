//! A causal verb in a sentence that cites nothing but studies of association.

use grounds_model::{Design, Level};

use crate::cited::carrying;
use crate::classify::locate::words_in;
use crate::classify::{Strength, causal_strength};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;
use crate::wording::Tier;

pub(crate) static RULE: Rule = Rule {
    id: "wording/cited-as-cause",
    level: Level::Warn,
    summary: "a sentence is worded as cause and effect, and the studies that it cites show that two things go together",
    docs: include_str!("cited_as_cause.md"),
    check: Check::Sentence(check),
};

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    let studies = carrying(cx, at, |study| {
        matches!(
            study.design,
            Design::Cohort | Design::CaseControl | Design::CrossSectional
        )
    });
    if studies.is_empty() {
        return;
    }
    let text = at.sentence.text.as_str();
    let (Strength::DirectCausal, Some(found)) = causal_strength(text) else {
        return;
    };
    let hedged = cx
        .lexicon()
        .tier(text)
        .is_some_and(|tier| tier <= Tier::May);
    if hedged {
        return;
    }
    let words = &text[found];
    let place = words_in(&at, words, cx.sources()).unwrap_or_else(|| at.place());
    let message = format!("`{words}` says that one thing brings about the other");
    let mut diagnostic = cx.at(place, message).label("a cause");
    for (key, study) in &studies {
        let label = format!("this design of `{key}` cannot tell which came first, or why");
        diagnostic = diagnostic.with(study.place("/design"), label);
    }
    let diagnostic = diagnostic
        .note("what goes together can have a common cause, or be the other way round")
        .help("write “is associated with”, “was higher in”, “goes with”");
    cx.report(diagnostic);
}
