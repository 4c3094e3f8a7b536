//! Something that looks like a citation and is read otherwise.

use grounds_load::markdown::Fault;
use grounds_model::Level;

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ArticleAt;

pub(crate) static RULE: Rule = Rule {
    id: "citation/malformed",
    level: Level::Error,
    summary: "something looks like a citation but is not read as one",
    docs: include_str!("malformed.md"),
    check: Check::Article(check),
};

fn check(cx: &mut Context<'_>, at: ArticleAt<'_>) {
    for fault in &at.article.prose.tree.faults {
        let Fault::MalformedCitation { range, reason } = fault else {
            continue;
        };
        let place = at.article.place(range.clone());
        let written: String = cx
            .sources()
            .text(place)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let diagnostic = cx
            .at(place, format!("`{written}` is no citation"))
            .label(*reason)
            .note("readers would see it as it is written, and what it cites would support nothing")
            .help(
                "write `[@key]`, `[@key, p. 3; see @other]`, `[-@key]`, or `@key` in the text; \
                 write `\\@` for the sign itself",
            );
        cx.report(diagnostic);
    }
}
