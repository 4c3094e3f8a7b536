//! An extract of a record in which a number, a sign, an operator, a unit or a negation is not that of the stored text.

use grounds_diagnostics::Place;
use grounds_load::child;
use grounds_model::Level;

use crate::context::Context;
use crate::quotations::{Verdict, altered};
use crate::rule::{Check, Rule};
use crate::subject::StudyAt;

pub(crate) static RULE: Rule = Rule {
    id: "study/altered-quote",
    level: Level::Error,
    summary: "an extract has another number, sign, operator, unit or negation than the stored text of its report",
    docs: include_str!("altered_quote.md"),
    check: Check::Study(check),
};

fn check(cx: &mut Context<'_>, at: StudyAt<'_>) {
    let quotes = &at.study().quotes;
    let Some(text) = cx.texts().get(at.key.as_str()) else {
        if !quotes.is_empty() {
            cx.indeterminate();
        }
        return;
    };
    for (key, quote) in quotes {
        let Verdict::Altered {
            quoted,
            written,
            at: range,
        } = text.compare(quote.text.as_str())
        else {
            continue;
        };
        let place = at
            .document
            .place(&format!("{}/text", child("/quotes", key.as_str())));
        let message = altered("extract", &quoted, &written);
        let diagnostic = cx
            .at(place, message)
            .label("quoted so")
            .with(Place::new(text.file, range), "printed so")
            .help("copy the words as they are printed");
        cx.report(diagnostic);
    }
}
