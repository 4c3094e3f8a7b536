//! An extract of a record that the stored text of its report does not have.

use grounds_diagnostics::Place;
use grounds_model::Level;

use super::compared_quotes;
use crate::context::Context;
use crate::quotations::Verdict;
use crate::rule::{Check, Rule};
use crate::subject::StudyAt;

pub(crate) static RULE: Rule = Rule {
    id: "study/quote-not-in-source",
    level: Level::Error,
    summary: "an extract is not in the stored text of its report",
    docs: include_str!("quote_not_in_source.md"),
    check: Check::Study(check),
};

fn check(cx: &mut Context<'_>, at: StudyAt<'_>) {
    for (key, place, verdict, text) in compared_quotes(cx, &at) {
        let Verdict::Absent(nearest) = verdict else {
            continue;
        };
        let message = format!("extract `{key}` is not in the stored text of `{}`", at.key);
        let diagnostic = cx.at(place, message).label("not in the text");
        let diagnostic = match nearest {
            Some(range) => diagnostic.with(Place::new(text.file, range), "nearest to it"),
            None => diagnostic,
        };
        let diagnostic = diagnostic
            .help("copy the words as they are printed; leave words out with “…”, and put your own in [brackets]");
        cx.report(diagnostic);
    }
}
