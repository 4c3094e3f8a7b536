//! A quotation in which a number, a sign, an operator, a unit or a negation is not that of its source.

use grounds_model::Level;

use crate::context::Context;
use crate::quotations::altered;
use crate::quotations::{Quoted, judge, place_of};
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "citation/altered-quotation",
    level: Level::Error,
    summary: "a quotation has another number, sign, operator, unit or negation than its source",
    docs: include_str!("altered_quotation.md"),
    check: Check::Sentence(check),
};

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    for (words, judged) in judge(cx, at) {
        let Quoted::Altered {
            quoted,
            written,
            study,
            place,
        } = judged
        else {
            continue;
        };
        let message = altered("quotation", &quoted, &written);
        let diagnostic = cx
            .at(place_of(cx, &at, words), message)
            .label("quoted so")
            .with(place, format!("`{study}` has it so"))
            .help("copy the words as they are printed");
        cx.report(diagnostic);
    }
}
