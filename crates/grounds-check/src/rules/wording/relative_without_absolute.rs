//! A relative effect without absolute numbers.

use grounds_model::Level;
use grounds_numbers::quantity::{Kind, Quantity, quantities};

use crate::classify::locate::words_in;
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "wording/relative-without-absolute",
    level: Level::Warn,
    summary: "a relative effect is given without absolute numbers",
    docs: include_str!("relative_without_absolute.md"),
    check: Check::Sentence(check),
};

const RELATIVE: &[&str] = &[
    "risk ratio",
    "relative risk",
    "odds ratio",
    "hazard ratio",
    "twice as likely",
    "times as likely",
    "times more likely",
    "times higher",
    "times greater",
    "% lower risk",
    "% higher risk",
    "% less likely",
    "% more likely",
    "% reduction in risk",
    "% increase in risk",
    "per cent lower risk",
    "per cent higher risk",
    "doubles the risk",
    "halves the risk",
    "doubled the risk",
    "halved the risk",
];

const ABSOLUTE: &[&str] = &[
    " of every ",
    " in every ",
    " per 100",
    " per 1000",
    " per 1,000",
    " out of ",
    "number needed to",
    "percentage points",
    "absolute risk",
    "absolute number",
];

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    let prose = &at.of.article.prose;
    if at.sentence.quoted || at.sentence.text.trim_end().ends_with('?') {
        return;
    }
    let lower = at.sentence.text.to_lowercase();
    let Some(words) = RELATIVE.iter().find(|words| lower.contains(**words)) else {
        return;
    };
    let near = at.index.saturating_sub(1)..(at.index + 2).min(prose.sentences.len());
    let said = prose.sentences[near].iter().any(|sentence| {
        let text = sentence.text.to_lowercase();
        ABSOLUTE.iter().any(|absolute| text.contains(absolute)) || compares_shares(&text)
    });
    if said {
        return;
    }
    let place = words_in(&at, words.trim_start_matches('%').trim(), cx.sources())
        .unwrap_or_else(|| at.place());
    let diagnostic = cx
        .at(place, "a relative effect stands here without absolute numbers")
        .note("half of a rare thing is nothing, half of a common one is much: readers cannot tell which")
        .help("add how many of so many people it is, with and without");
    cx.report(diagnostic);
}

/// Whether a text sets two numbers of people or two shares side by side: `4 of 34`, `85% against 45%`.
fn compares_shares(text: &str) -> bool {
    let quantities = quantities(text);
    let percent = grounds_numbers::Unit::percent();
    let shares = quantities
        .iter()
        .filter(|q| q.unit.as_ref() == Some(&percent));
    let counted = quantities.windows(2).any(|pair| {
        let between = text
            .get(pair[0].whole.end..pair[1].number.start)
            .unwrap_or_default();
        matches!(between.trim(), "of" | "of the" | "in" | "out of")
    });
    let in_many = |q: &Quantity| matches!(q.kind, Kind::In(_));
    shares.count() >= 2 || counted || quantities.iter().any(in_many)
}
