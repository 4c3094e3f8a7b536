//! Words that count more studies than there are.

use std::collections::BTreeSet;

use grounds_diagnostics::Place;
use grounds_evidence::independence;
use grounds_model::{Basis, Claim, Design, Key, Level};

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;

pub(crate) static RULE: Rule = Rule {
    id: "independence/overcounted",
    level: Level::Error,
    summary: "the words count more studies than the claim's papers come to",
    docs: include_str!("overcounted.md"),
    check: Check::Claim(check),
};

const NUMBERS: &[(&str, usize)] = &[
    ("both", 2),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("several", 3),
    ("many", 3),
    ("numerous", 3),
    ("multiple", 2),
];

/// Those that say no number.
const VAGUE: &[&str] = &["both", "several", "many", "numerous", "multiple"];

const STUDIES: &[&str] = &["studies", "trials", "cohorts", "experiments", "rcts"];

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    let claim = at.claim();
    if claim.basis != Basis::Evidence {
        return;
    }
    let found = independence::independence(cx.set(), claim);
    // One review can speak of many studies: where one is among the evidence, only papers that come to fewer are counted,
    // and else no more than all that the claim names.
    let named = found.because.is_empty().then(|| primary_studies(cx, claim));
    let there = match named {
        Some(None) => return,
        Some(Some(named)) => named,
        None => found.studies.len(),
    };
    let own = std::iter::once((at.document.place("/statement"), claim.statement.as_str()));
    let variations = claim.variations.iter().enumerate().map(|(i, text)| {
        (
            at.document.place(&format!("/variations/{i}")),
            text.as_str(),
        )
    });
    let passages = cx.articles().stating(at.document.file());
    let passages = passages.map(|stated| (stated.place(), stated.text(claim)));
    let texts: Vec<(Place, &str)> = own.chain(variations).chain(passages).collect();
    for (place, text) in texts {
        let Some(said) = counted(text, named.is_some()).filter(|said| *said > there) else {
            continue;
        };
        let mut diagnostic = cx
            .at(
                place,
                format!("the words say {said} or more, the papers come to {there}"),
            )
            .label("counted here");
        for (later, earlier, reason) in &found.because {
            if let Some(line) = claim.evidence.iter().position(|line| &line.study == *later) {
                let place = at.document.place(&format!("/evidence/{line}/study"));
                diagnostic = diagnostic.with(place, format!("`{later}` and `{earlier}`: {reason}"));
            }
        }
        let diagnostic = diagnostic.help("count studies, not papers");
        cx.report(diagnostic);
    }
}

/// How many studies a claim names; `None` where one of them is a review, or cannot be read.
fn primary_studies(cx: &Context<'_>, claim: &Claim) -> Option<usize> {
    let keys: BTreeSet<&Key> = claim.evidence.iter().map(|line| &line.study).collect();
    let primary = |key: &&Key| {
        let study = cx.set().studies.get(key.as_str());
        study.is_some_and(|study| {
            !matches!(
                study.value.design,
                Design::Guideline
                    | Design::SystematicReview
                    | Design::MetaAnalysis
                    | Design::NarrativeReview
                    | Design::Opinion
            )
        })
    };
    keys.iter().all(primary).then_some(keys.len())
}

/// How many studies some words count: `three randomised trials`; with `exactly`, by a number only.
fn counted(text: &str, exactly: bool) -> Option<usize> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    words.iter().enumerate().find_map(|(i, word)| {
        let named = NUMBERS
            .iter()
            .find(|(name, _)| name == word && !(exactly && VAGUE.contains(name)))
            .map(|(_, n)| *n);
        let number = named.or_else(|| word.parse().ok().filter(|n| (2..100).contains(n)))?;
        let near = &words[i + 1..words.len().min(i + 4)];
        near.iter()
            .any(|word| STUDIES.contains(word))
            .then_some(number)
    })
}
