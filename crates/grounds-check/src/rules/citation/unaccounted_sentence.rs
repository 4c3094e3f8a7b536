//! A check-worthy sentence that is not accounted for.

use grounds_model::Level;

use crate::classify::CheckWorthy;
use crate::classify::locate::words_in;
use crate::context::Context;
use crate::coverage::Accounting;
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "citation/unaccounted-sentence",
    level: Level::Error,
    summary: "a sentence that is worth a check has no citation, no passage and no label",
    docs: include_str!("unaccounted_sentence.md"),
    check: Check::Sentence(check),
};

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    let Accounting::Unaccounted(Some(CheckWorthy { reason, words })) = at.accounting() else {
        return;
    };
    let words = &at.sentence.text[words.clone()];
    let where_to = if at.sentence.passages.is_empty() {
        ""
    } else {
        " beside its passage"
    };
    // The words are in the message too: in a list of findings there are no labels.
    let message = format!(
        "this sentence makes a claim{where_to}, `{words}`, and says nothing of its grounds"
    );
    let what = format!("`{words}` is {}", reason.describe());
    let diagnostic = match words_in(&at, words, cx.sources()) {
        Some(place) => cx
            .at(at.place(), message)
            .label("this is not accounted for")
            .with(place, what),
        None => cx.at(at.place(), message).label(what),
    };
    let diagnostic = diagnostic
        .help("state a claim of the library: `[…]{claim=id}`")
        .help("or cite the study: `[@key]`")
        .help("or label what is no claim: `[…]{.advice}`, `.definition`, `.opinion`, `.context`")
        .help("or, if nothing shows it yet, make it a speculative claim: `[…]{.speculative claim=id}`");
    cx.report(diagnostic);
}
