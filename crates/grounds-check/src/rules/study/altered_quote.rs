//! An extract of a record in which a number, a sign, an operator, a unit or a negation is not that of the stored text.

use grounds_diagnostics::Place;
use grounds_model::Level;

use super::compared_quotes;
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
    for (_, place, verdict, text) in compared_quotes(cx, &at) {
        let Verdict::Altered {
            quoted,
            written,
            at: range,
        } = verdict
        else {
            continue;
        };
        let message = altered("extract", &quoted, &written);
        let diagnostic = cx
            .at(place, message)
            .label("quoted so")
            .with(Place::new(text.file, range), "printed so")
            .help("copy the words as they are printed");
        cx.report(diagnostic);
    }
}
