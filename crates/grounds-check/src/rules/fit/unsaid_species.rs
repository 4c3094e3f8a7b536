//! A sentence that tells as if of people what was found in animals, cells or a simulation.

use std::sync::LazyLock;

use grounds_evidence::{Concepts, made_on};
use grounds_load::{Sentence, Setting};
use grounds_model::{Design, Level, Species, Study};

use super::other_species::{field_of, wording};
use crate::cited::carrying;
use crate::classify::lexicon::Words;
use crate::classify::token::tokens;
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "fit/unsaid-species",
    level: Level::Warn,
    summary: "a sentence cites nothing but animals, cells or simulations, and does not say so",
    docs: include_str!("unsaid_species.md"),
    check: Check::Sentence(check),
};

/// Words that say that something was not found in people.
static MODELS: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("models.txt")));

/// How many sentences before this one may have said so, and how many after it.
const BEFORE: usize = 5;
const AFTER: usize = 1;

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    let concepts = cx.appraiser().concepts();
    let studies = carrying(cx, at, |study| is_of_a_model(concepts, study));
    if studies.is_empty() {
        return;
    }
    let sentences = &at.of.article.prose.sentences;
    let title = at.of.article.front.as_ref();
    let titled = title.is_some_and(|front| names_a_model(front.value.title.as_str()));
    let near = at.index.saturating_sub(BEFORE)..(at.index + 1 + AFTER).min(sentences.len());
    if titled
        || sentences[near].iter().any(says_so)
        || heading(sentences, at.index).is_some_and(says_so)
    {
        return;
    }
    let (_, first) = studies[0];
    let (design, species) = made_on(concepts, &first.value);
    let mut diagnostic = cx
        .at(
            at.place(),
            "this is told as if of people, and was found in none",
        )
        .label("in whom?");
    for (key, study) in &studies {
        let field = field_of(concepts, &study.value);
        diagnostic = diagnostic.with(study.place(field), format!("what `{key}` was made on"));
    }
    let diagnostic = diagnostic
        .note("most of what works in animals or in the laboratory does not work in people")
        .help(format!("begin with “{}, …”", wording(design, species)));
    cx.report(diagnostic);
}

/// Whether a study was made on animals, on cells or tissue, or on nothing that lives.
fn is_of_a_model(concepts: &Concepts<'_>, study: &Study) -> bool {
    let (design, species) = made_on(concepts, study);
    matches!(design, Design::Animal | Design::InVitro | Design::InSilico)
        || species.is_some_and(|species| species != Species::Human)
}

/// The heading under which a sentence stands.
fn heading(sentences: &[Sentence], at: usize) -> Option<&Sentence> {
    let mut before = sentences[..at].iter().rev();
    before.find(|sentence| sentence.setting == Setting::Heading)
}

fn says_so(sentence: &Sentence) -> bool {
    names_a_model(&sentence.text)
}

fn names_a_model(text: &str) -> bool {
    tokens(text).iter().any(|token| MODELS.has(token))
}
