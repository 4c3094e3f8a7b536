//! Words for significance beside an interval that says the opposite.

use grounds_model::Level;

use crate::classify::locate::words_within;
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;
use crate::wording::contradictions;

pub(crate) static RULE: Rule = Rule {
    id: "wording/significance-against-interval",
    level: Level::Warn,
    summary: "words say that a result is significant, or that it is not, and the interval beside them says the opposite",
    docs: include_str!("significance_against_interval.md"),
    check: Check::Sentence(check),
};

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    let sentence = at.sentence;
    if sentence.quoted || sentence.text.ends_with('?') {
        return;
    }
    for found in contradictions(&sentence.text) {
        let place = |words: &std::ops::Range<usize>| {
            let words = &sentence.text[words.clone()];
            words_within(at.place(), words, cx.sources()).unwrap_or_else(|| at.place())
        };
        let words = &sentence.text[found.words.clone()];
        let null = found.no_effect;
        let (message, help) = if found.is_denied {
            (
                format!("`{words}` stands beside an interval that leaves {null} out"),
                "say that the groups differed, or correct the interval by the record",
            )
        } else {
            (
                format!("`{words}` stands beside an interval that includes {null}"),
                "say that the result was not significant, or correct the interval by the record",
            )
        };
        let label = if found.is_denied {
            "this interval leaves no effect out"
        } else {
            "this interval includes no effect"
        };
        let diagnostic = cx
            .at(place(&found.words), message)
            .label("the words say so")
            .with(place(&found.interval), label)
            .note(format!(
                "{null} stands for no effect; a result is significant at 5% where its 95% interval leaves that out"
            ))
            .help(help);
        cx.report(diagnostic);
    }
}
