//! A relative effect without absolute numbers.

use grounds_load::{Sentence, Setting};
use grounds_model::Level;

use crate::classify::locate::words_in;
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;
use crate::wording::gives_absolute;

pub(crate) static RULE: Rule = Rule {
    id: "wording/relative-without-absolute",
    level: Level::Warn,
    summary: "a relative effect is given without absolute numbers",
    docs: include_str!("relative_without_absolute.md"),
    check: Check::Sentence(check),
};

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    let prose = &at.of.article.prose;
    if at.sentence.quoted {
        return;
    }
    let text = at.sentence.text.as_str();
    let Some(found) = cx.lexicon().relative(text) else {
        return;
    };
    if is_told_beside(&prose.sentences, at.index) {
        return;
    }
    let words = text.get(found).unwrap_or(text);
    let place = words_in(&at, words, cx.sources()).unwrap_or_else(|| at.place());
    let diagnostic = cx
        .at(place, "a relative effect stands here without absolute numbers")
        .note("half of a rare thing is nothing, half of a common one is much: readers cannot tell which")
        .help("add how many of so many people it is, with and without");
    cx.report(diagnostic);
}

/// Whether absolute numbers stand in a sentence or in one beside it; of a cell of a table, in its row.
fn is_told_beside(sentences: &[Sentence], at: usize) -> bool {
    let near = |reach: usize| at.saturating_sub(reach)..(at + reach + 1).min(sentences.len());
    if sentences[at].setting == Setting::TableCell {
        let cells = sentences[near(CELLS)].iter();
        let row: Vec<&str> = cells.map(|cell| cell.text.as_str()).collect();
        return gives_absolute(&row.join(" ; "));
    }
    let mut sentences = sentences[near(1)].iter();
    sentences.any(|sentence| gives_absolute(&sentence.text))
}

/// How many cells before and after one count as its row.
const CELLS: usize = 4;
