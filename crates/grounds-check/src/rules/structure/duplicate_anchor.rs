//! Two elements of one article with the same written identifier.

use std::collections::BTreeMap;

use grounds_load::markdown::Name;
use grounds_model::Level;

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ArticleAt;

pub(crate) static RULE: Rule = Rule {
    id: "structure/duplicate-anchor",
    level: Level::Error,
    summary: "two places of one article have the same identifier",
    docs: include_str!("duplicate_anchor.md"),
    check: Check::Article(check),
};

fn check(cx: &mut Context<'_>, at: ArticleAt<'_>) {
    let mut first: BTreeMap<&str, &Name> = BTreeMap::new();
    let ids = at
        .nodes
        .iter()
        .filter_map(|node| node.attributes()?.id.as_ref());
    for id in ids {
        let Some(other) = first.get(id.text.as_str()) else {
            first.insert(&id.text, id);
            continue;
        };
        let message = format!("identifier `{}` stands twice in this article", id.text);
        let diagnostic = cx
            .at(at.article.place(id.range.clone()), message)
            .label("links to it lead to the first one")
            .with(at.article.place(other.range.clone()), "the first one")
            .help("give this one another identifier");
        cx.report(diagnostic);
    }
}
