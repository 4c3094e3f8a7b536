//! Words that leave no doubt and no exception, in the statement or a variation of a claim.

use grounds_model::Level;

use super::own_words;
use crate::classify::token::tokens;
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ClaimAt;

pub(crate) static RULE: Rule = Rule {
    id: "wording/absolute-claim",
    level: Level::Warn,
    summary: "a claim leaves no doubt and no exception",
    docs: include_str!("absolute_claim.md"),
    check: Check::Claim(check),
};

fn check(cx: &mut Context<'_>, at: ClaimAt<'_>) {
    for (place, text) in own_words(at) {
        let Some(words) = cx
            .lexicon()
            .absolute(&tokens(text))
            .and_then(|found| text.get(found))
        else {
            continue;
        };
        let diagnostic = cx
            .at(place, format!("`{words}` leaves no doubt and no exception"))
            .note("no study can show that something always works or never harms")
            .help("say what was found, in whom, and how sure the evidence lets us be");
        cx.report(diagnostic);
    }
}
