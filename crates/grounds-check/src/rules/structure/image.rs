//! An image, which an export shows as a link or in words.

use grounds_load::markdown::InlineKind;
use grounds_model::Level;

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ArticleAt;
use crate::walk::Node;

pub(crate) static RULE: Rule = Rule {
    id: "structure/image",
    level: Level::Warn,
    summary: "an image is not shown on a page: it becomes a link, or its description",
    docs: include_str!("image.md"),
    check: Check::Article(check),
};

fn check(cx: &mut Context<'_>, at: ArticleAt<'_>) {
    for node in at.nodes {
        let Node::Inline(inline) = node else { continue };
        let InlineKind::Image { url, .. } = &inline.kind else {
            continue;
        };
        let place = at.article.place(inline.range.clone());
        let diagnostic = if is_remote(url) {
            cx.at(place, format!("image `{url}` is not loaded from elsewhere"))
                .label("readers get a link to it")
                .note("what a page loads from another site tells that site who reads it")
                .help("write a link, and say in words what matters in the image")
        } else {
            cx.at(place, format!("image `{url}` is not part of an export"))
                .label("readers get its description only")
                .help("say in words what matters in the image")
        };
        cx.report(diagnostic);
    }
}

fn is_remote(url: &str) -> bool {
    let url = url.trim_start().to_ascii_lowercase();
    ["http://", "https://", "//"]
        .iter()
        .any(|start| url.starts_with(start))
}
