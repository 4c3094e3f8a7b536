//! Braces that look like attributes and are read as text.

use grounds_load::markdown::Fault;
use grounds_model::Level;

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ArticleAt;

pub(crate) static RULE: Rule = Rule {
    id: "structure/malformed-attributes",
    level: Level::Error,
    summary: "braces that look like attributes are read as text",
    docs: include_str!("malformed_attributes.md"),
    check: Check::Article(check),
};

fn check(cx: &mut Context<'_>, at: ArticleAt<'_>) {
    for fault in &at.article.prose.tree.faults {
        let Fault::MalformedAttributes { range, reason } = fault else {
            continue;
        };
        let diagnostic = cx
            .at(
                at.article.place(range.clone()),
                format!("malformed attributes: {reason}"),
            )
            .label("readers get this as it stands here, and no label")
            .help("attributes are written `{#id .class key=value}`, as in `{claim=needling-adds}`");
        cx.report(diagnostic);
    }
}
