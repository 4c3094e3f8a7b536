//! Prose that nests too deep to be read.

use grounds_load::markdown::{Fault, MAX_BLOCKS, MAX_CITATIONS, MAX_MARKS, MAX_QUOTES};
use grounds_model::Level;

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ArticleAt;

pub(crate) static RULE: Rule = Rule {
    id: "structure/deep-nesting",
    level: Level::Error,
    summary: "blocks or inlines of an article nest too deep",
    docs: include_str!("deep_nesting.md"),
    check: Check::Article(check),
};

fn check(cx: &mut Context<'_>, at: ArticleAt<'_>) {
    for fault in &at.article.prose.tree.faults {
        let Fault::TooDeep { range } = fault else {
            continue;
        };
        let limits = format!(
            "at most {MAX_BLOCKS} levels of quotations, lists or divs are read, {MAX_MARKS} of marks, {MAX_QUOTES} of \
             quotation marks in one another, and {MAX_CITATIONS} of citations"
        );
        let diagnostic = cx
            .at(at.article.place(range.clone()), "prose nests too deep")
            .label("this is read as text, whatever marks are in it")
            .note(limits)
            .help("write it with fewer quotes, lists, divs or marks inside one another");
        cx.report(diagnostic);
    }
}
