//! A label that says that a sentence is no claim, over a promise.

use grounds_load::Setting;
use grounds_model::{Level, NonClaim};

use crate::classify::locate::words_in;
use crate::classify::quantity::has_digit;
use crate::classify::{SentenceKind, classify, effect_stated};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "citation/labelled-claim",
    level: Level::Warn,
    summary: "a sentence that states an effect is labelled as advice, a definition or context",
    docs: include_str!("labelled_claim.md"),
    check: Check::Sentence(check),
};

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    let sentence = at.sentence;
    let Some(label) = sentence.labels.non_claim else {
        return;
    };
    let headed = matches!(sentence.setting, Setting::Heading | Setting::TableHead);
    let carried = !sentence.citations.is_empty() || sentence.labels.speculative;
    if label == NonClaim::Opinion || headed || carried || sentence.quoted {
        return;
    }
    // Advice states no effect; what orients the reader may, so long as it gives no amount.
    let amount = has_digit(&sentence.text);
    if label != NonClaim::Advice && !amount {
        return;
    }
    let Some(found) = effect_stated(at.tokens()) else {
        return;
    };
    // What kind of sentence it is takes longest to tell, and few come this far.
    let verdict = classify(&sentence.text);
    let states =
        verdict.kind == SentenceKind::Claim && verdict.hedge.is_none() && !verdict.personal;
    if !states {
        return;
    }
    let words = sentence.text.get(found).unwrap_or(&sentence.text);
    let place = words_in(&at, words, cx.sources()).unwrap_or_else(|| at.place());
    let name = match label {
        NonClaim::Advice => "advice",
        NonClaim::Definition => "a definition",
        NonClaim::Opinion => "an opinion",
        NonClaim::Context => "context",
    };
    let diagnostic = cx
        .at(place, format!("`{words}` states an effect, and is labelled {name}"))
        .label("this can be true or false")
        .help("state a claim of the library, `[…]{claim=id}`, or cite the study, `[@key]`")
        .help("or say only what the label says: what to do, what a word means, what the page is about");
    cx.report(diagnostic);
}
