//! A causal verb in a sentence that cites nothing but studies of association, or series without a comparison.

use grounds_model::{Design, Level, Study};

use super::causes;
use crate::cited::carrying;
use crate::classify::Strength;
use crate::classify::locate::words_in;
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;
use crate::wording::Tier;

pub(crate) static RULE: Rule = Rule {
    id: "wording/cited-as-cause",
    level: Level::Warn,
    summary: "a sentence is worded as cause and effect, and the studies that it cites show that two things go together, or follow each other",
    docs: include_str!("cited_as_cause.md"),
    check: Check::Sentence(check),
};

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    let studies = carrying(cx, at, |study| is_observed(study) || is_series(study));
    if studies.is_empty() {
        return;
    }
    let text = at.sentence.text.as_str();
    let Some((Strength::DirectCausal, found)) = causes(text) else {
        return;
    };
    let hedged = cx
        .lexicon()
        .tier(text)
        .is_some_and(|tier| tier <= Tier::May);
    // What happens right at the treatment, such as a rash, a series may say of it.
    let of_a_series = studies.iter().any(|(_, study)| is_series(&study.value));
    let words = &text[found];
    if hedged || of_a_series && !changes(words) {
        return;
    }
    let place = words_in(&at, words, cx.sources()).unwrap_or_else(|| at.place());
    let message = format!("`{words}` says that one thing brings about the other");
    let mut diagnostic = cx.at(place, message).label("a cause");
    for (key, study) in &studies {
        let label = if is_series(&study.value) {
            format!("in `{key}` nobody went without it")
        } else {
            format!("this design of `{key}` cannot tell which came first, or why")
        };
        diagnostic = diagnostic.with(study.place("/design"), label);
    }
    let (note, help) = if of_a_series {
        (
            "what changes after a treatment can change without it, too",
            "write “fell from … to … after”, and that there was no comparison",
        )
    } else {
        (
            "what goes together can have a common cause, or be the other way round",
            "write “is associated with”, “was higher in”, “goes with”",
        )
    };
    cx.report(diagnostic.note(note).help(help));
}

fn is_observed(study: &Study) -> bool {
    matches!(
        study.design,
        Design::Cohort | Design::CaseControl | Design::CrossSectional
    )
}

/// Whether all who were seen had the same.
fn is_series(study: &Study) -> bool {
    study.design == Design::CaseSeries && study.arms.len() <= 1
}

/// Whether words say that something made more or less of what was there before: `cut`, `reduced`.
fn changes(words: &str) -> bool {
    const CHANGING: [&str; 16] = [
        "boost", "cut", "decreas", "eas", "halv", "improv", "increas", "lessen", "lower",
        "prevent", "rais", "reduc", "relie", "restor", "shorten", "slow",
    ];
    let words = words.to_lowercase();
    CHANGING.iter().any(|stem| words.starts_with(stem))
}
