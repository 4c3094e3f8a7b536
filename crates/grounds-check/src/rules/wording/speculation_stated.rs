//! A speculative claim that is worded as a fact.

use grounds_model::{Basis, Level};

use super::own_words;
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;
use crate::wording::Tier;

pub(crate) static RULE: Rule = Rule {
    id: "wording/speculation-stated",
    level: Level::Warn,
    summary: "a speculative claim is worded as a fact",
    docs: include_str!("speculation_stated.md"),
    check: Check::Claim(check),
};

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    if at.claim().basis != Basis::Speculative {
        return;
    }
    for (place, text) in own_words(at) {
        if cx
            .lexicon()
            .tier(text)
            .is_none_or(|tier| tier < Tier::Probably)
        {
            continue;
        }
        let diagnostic = cx
            .at(place, "speculation is worded as a fact")
            .label("no hedge")
            .with(at.document.place("/basis"), "no direct evidence")
            .note("the label can be lost on the way to the reader; the words stay")
            .help("write “might” or “could”");
        cx.report(diagnostic);
    }
}
