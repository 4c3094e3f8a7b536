//! A class or key on a span or div that is almost the name of a label.

use grounds_diagnostics::Diagnostic;
use grounds_load::Article;
use grounds_load::markdown::{Attributes, BlockKind, InlineKind};
use grounds_model::Level;

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ArticleAt;
use crate::suggest::replace;
use crate::walk::Node;

pub(crate) static RULE: Rule = Rule {
    id: "structure/misspelt-label",
    level: Level::Error,
    summary: "a class or key is almost a label, and so labels nothing",
    docs: include_str!("misspelt_label.md"),
    check: Check::Article(check),
};

const LABELS: [&str; 5] = ["speculative", "definition", "advice", "opinion", "context"];

/// Classes that are near a label but are words of their own.
const OTHER_CLASSES: [&str; 4] = ["content", "contents", "definitive", "device"];

/// Keys that are far from `claim` in letters, but can hardly mean anything else.
const FOR_CLAIM: [&str; 3] = ["claim-id", "claim_id", "data-claim"];

fn check(cx: &mut Context<'_>, at: ArticleAt<'_>) {
    for node in at.nodes {
        let attributes = match node {
            Node::Block(block) => match &block.kind {
                BlockKind::Div { attributes, .. } => attributes,
                _ => continue,
            },
            Node::Inline(inline) => match &inline.kind {
                InlineKind::Span { attributes, .. } => attributes,
                _ => continue,
            },
        };
        check_attributes(cx, at.article, attributes);
    }
}

fn check_attributes(cx: &mut Context<'_>, article: &Article, attributes: &Attributes) {
    for class in &attributes.classes {
        let Some(label) = meant_label(&class.text) else {
            continue;
        };
        let message = format!("class `{}` is no label", class.text);
        let diagnostic = cx.at(article.place(class.range.clone()), message);
        let diagnostic = finish(cx, diagnostic, &class.text, label);
        cx.report(diagnostic);
    }
    for pair in &attributes.pairs {
        if !means_claim(&pair.key) {
            continue;
        }
        let key = pair.range.start..pair.range.start + pair.key.len();
        let message = format!("key `{}` names no claim", pair.key);
        let diagnostic = cx.at(article.place(key), message);
        let diagnostic = finish(cx, diagnostic, &pair.key, "claim");
        cx.report(diagnostic);
    }
}

fn finish(cx: &Context<'_>, diagnostic: Diagnostic, written: &str, meant: &str) -> Diagnostic {
    let place = diagnostic.primary.place;
    let diagnostic = diagnostic
        .label("readers get no label from this")
        .help(format!("did you mean `{meant}`?"));
    let title = format!("write `{meant}`");
    match replace(cx.sources(), place, written, meant, title) {
        Some(fix) => diagnostic.fix(fix),
        None => diagnostic,
    }
}

/// The label that a class is almost, but not quite.
fn meant_label(class: &str) -> Option<&'static str> {
    if LABELS.contains(&class) {
        return None;
    }
    let lower = class.to_lowercase();
    if OTHER_CLASSES.contains(&lower.as_str()) {
        return None;
    }
    LABELS.into_iter().find(|label| {
        let limit = if label.len() >= 10 { 2 } else { 1 };
        strsim::osa_distance(&lower, label) <= limit
    })
}

fn means_claim(key: &str) -> bool {
    if key == "claim" {
        return false;
    }
    let lower = key.to_lowercase();
    strsim::osa_distance(&lower, "claim") <= 1 || FOR_CLAIM.contains(&lower.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_almost_a_label() {
        assert_eq!(meant_label("speculativ"), Some("speculative"));
        assert_eq!(meant_label("speculation"), Some("speculative"));
        assert_eq!(meant_label("Advice"), Some("advice"));
        assert_eq!(meant_label("advise"), Some("advice"));
        assert_eq!(meant_label("defintion"), Some("definition"));
        for other in LABELS
            .into_iter()
            .chain(OTHER_CLASSES)
            .chain(["note", "option", "contact"])
        {
            assert_eq!(meant_label(other), None, "{other}");
        }
    }

    #[test]
    fn only_what_is_almost_claim() {
        for key in ["clam", "claims", "Claim", "calim", "claim-id"] {
            assert!(means_claim(key), "{key}");
        }
        for key in ["claim", "lang", "name", "class", "aim-high"] {
            assert!(!means_claim(key), "{key}");
        }
    }
}
