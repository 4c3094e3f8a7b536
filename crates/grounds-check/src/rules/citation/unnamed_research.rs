//! An appeal to research that names no study.

use grounds_load::{Sentence, Setting};
use grounds_model::Level;

use crate::classify::locate::words_in;
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "citation/unnamed-research",
    level: Level::Warn,
    summary: "a sentence appeals to research and cites none",
    docs: include_str!("unnamed_research.md"),
    check: Check::Sentence(check),
};

/// Headings and questions announce, and quotations are somebody else's words.
fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    let Sentence {
        text,
        setting,
        citations,
        quoted,
        ..
    } = at.sentence;
    let announces = matches!(setting, Setting::Heading | Setting::TableHead);
    if announces || *quoted || !citations.is_empty() {
        return;
    }
    let mut passages = at
        .sentence
        .passages
        .iter()
        .map(|&i| &at.of.article.prose.passages[i]);
    if passages.any(|passage| passage.claim.is_some()) {
        return;
    }
    let Some(words) = cx.lexicon().research(at.tokens()) else {
        return;
    };
    let words = text.get(words).unwrap_or(text);
    let place = words_in(&at, words, cx.sources()).unwrap_or_else(|| at.place());
    let diagnostic = cx
        .at(place, format!("`{words}` names no research"))
        .label("which research?")
        .note("a reader cannot look it up, and nobody can see whether it still stands")
        .help("cite the study, `[@key]`, state a claim of the library, `[…]{claim=id}`, or leave the appeal out");
    cx.report(diagnostic);
}
