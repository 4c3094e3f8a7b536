//! Words that leave no doubt and no exception.

use grounds_load::Setting;
use grounds_model::{Level, NonClaim};

use crate::classify::locate::words_in;
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "wording/absolute",
    level: Level::Warn,
    summary: "words leave no doubt and no exception",
    docs: include_str!("absolute.md"),
    check: Check::Sentence(check),
};

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    let sentence = at.sentence;
    let advice = sentence.labels.non_claim == Some(NonClaim::Advice);
    if sentence.quoted || advice || matches!(sentence.setting, Setting::TableHead) {
        return;
    }
    let Some(found) = cx.lexicon().absolute(at.tokens()) else {
        return;
    };
    // Lower case can have other lengths than what was written.
    let words = sentence.text.get(found).unwrap_or(&sentence.text);
    let place = words_in(&at, words, cx.sources()).unwrap_or_else(|| at.place());
    let diagnostic = cx
        .at(place, format!("`{words}` leaves no doubt and no exception"))
        .note("no study can show that something always works or never harms")
        .help("say what was found, in whom, and how sure the evidence lets us be");
    cx.report(diagnostic);
}
