//! A set without an article.

use grounds_model::Level;

use crate::context::Context;
use crate::rule::{Asked, Check, Reads, Rule};

pub(crate) static RULE: Rule = Rule {
    id: "structure/empty-set",
    level: Level::Error,
    summary: "the set has no article",
    docs: include_str!("empty_set.md"),
    check: Check::Set {
        check,
        reads: Reads {
            articles: Asked::Uses,
            ..Reads::NOTHING
        },
    },
};

fn check(cx: &mut Context<'_>) {
    let set = cx.set();
    if cx.articles().len() > 0 {
        return;
    }
    if set.unparsed || cx.articles().unparsed {
        return cx.indeterminate();
    }
    let diagnostic = cx
        .at(set.settings.place("/title"), "the set has no article")
        .label("no `articles/<slug>.md` is beside this file")
        .note("a run that compared nothing says nothing about the content")
        .help("write an article, or name the folder that holds the set");
    cx.report(diagnostic);
}
