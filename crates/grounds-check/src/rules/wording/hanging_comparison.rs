//! A comparison without its other side.

use grounds_load::Setting;
use grounds_model::Level;

use crate::classify::locate::words_in;
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;
use crate::wording::names_another_side;

pub(crate) static RULE: Rule = Rule {
    id: "wording/hanging-comparison",
    level: Level::Warn,
    summary: "a comparison does not say with what",
    docs: include_str!("hanging_comparison.md"),
    check: Check::Sentence(check),
};

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    let sentence = at.sentence;
    let declared = sentence.labels.non_claim.is_some();
    if sentence.quoted
        || declared
        || matches!(sentence.setting, Setting::Heading | Setting::TableHead)
    {
        return;
    }
    let lexicon = cx.lexicon();
    let found = lexicon.hanging(at.tokens()).or_else(|| {
        at.compared()?;
        let found = lexicon.hanging_on_evidence(at.tokens())?;
        (!is_said_before(at)).then_some(found)
    });
    let Some(found) = found else {
        return;
    };
    // Lower case can have other lengths than what was written.
    let words = sentence.text.get(found).unwrap_or(&sentence.text);
    let place = words_in(&at, words, cx.sources()).unwrap_or_else(|| at.place());
    let diagnostic = cx
        .at(place, format!("`{words}` than what?"))
        .note("better than nothing and better than the usual treatment are different claims")
        .help("name the other side: than, compared with, against");
    cx.report(diagnostic);
}

/// Whether the sentence before names two sides: what is said after it goes on with these.
fn is_said_before(at: SentenceAt<'_>) -> bool {
    let sentences = &at.of.article.prose.sentences;
    let before = at.index.checked_sub(1);
    before.is_some_and(|before| {
        sentences[before].setting == at.sentence.setting
            && names_another_side(&at.of.tokens[before])
    })
}
