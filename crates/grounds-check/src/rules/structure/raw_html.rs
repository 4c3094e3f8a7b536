//! Raw HTML in prose.

use std::collections::BTreeMap;

use grounds_diagnostics::Diagnostic;
use grounds_load::markdown::{BlockKind, InlineKind};
use grounds_model::Level;

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ArticleAt;
use crate::walk::Node;

pub(crate) static RULE: Rule = Rule {
    id: "structure/raw-html",
    level: Level::Error,
    summary: "an article holds raw HTML, which never reaches a page",
    docs: include_str!("raw_html.md"),
    check: Check::Article(check),
};

fn check(cx: &mut Context<'_>, at: ArticleAt<'_>) {
    let mut open: BTreeMap<String, usize> = BTreeMap::new();
    for node in at.nodes {
        let (range, block) = match node {
            Node::Block(block) if block.kind == BlockKind::Html => (&block.range, true),
            Node::Inline(inline) if inline.kind == InlineKind::Html => (&inline.range, false),
            _ => continue,
        };
        let place = at.article.place(range.clone());
        let html = cx.sources().text(place);
        if !block && (is_comment(html) || closes(html, &mut open)) {
            continue;
        }
        let diagnostic = describe(cx.at(place, ""), html);
        cx.report(diagnostic);
    }
}

fn is_comment(html: &str) -> bool {
    html.starts_with("<!--") && html.ends_with("-->")
}

/// Whether a tag ends an element whose beginning was reported: one diagnostic is enough for it.
fn closes(html: &str, open: &mut BTreeMap<String, usize>) -> bool {
    let (name, closing) = tag(html);
    let count = open.entry(name).or_default();
    if closing {
        let was_open = *count > 0;
        *count = count.saturating_sub(1);
        return was_open;
    }
    *count += 1;
    false
}

/// The name of a tag, in lower case, and whether it is an end tag.
fn tag(html: &str) -> (String, bool) {
    let inner = html.trim_start_matches('<');
    let closing = inner.starts_with('/');
    let name = inner.trim_start_matches('/').chars();
    let name = name.take_while(|c| c.is_ascii_alphanumeric() || *c == '-');
    (name.collect::<String>().to_ascii_lowercase(), closing)
}

fn describe(mut diagnostic: Diagnostic, html: &str) -> Diagnostic {
    if html.starts_with("<!--") && !html.contains("-->") {
        "a comment is not closed".clone_into(&mut diagnostic.message);
        return diagnostic
            .label("all from here on is a comment, which readers do not get")
            .help("close it with `-->`");
    }
    if html.starts_with("<!--") {
        "text on the line of a comment is raw HTML".clone_into(&mut diagnostic.message);
        return diagnostic
            .label("this never reaches a page")
            .note("CommonMark reads a line that begins with a comment as HTML, to its end")
            .help("give the comment a line of its own");
    }
    let (name, _) = tag(html);
    diagnostic.message = if name.is_empty() {
        "raw HTML in prose".to_owned()
    } else {
        format!("raw HTML in prose: `<{name}>`")
    };
    let diagnostic = diagnostic.label("this never reaches a page");
    match instead(&name) {
        Some(markdown) => diagnostic.help(format!("write {markdown}")),
        None => diagnostic.help("write it in Markdown, or leave it out"),
    }
}

/// What to write instead of an element.
fn instead(element: &str) -> Option<&'static str> {
    Some(match element {
        "b" | "strong" => "`**…**`",
        "i" | "em" => "`*…*`",
        "sup" => "`^…^`",
        "sub" => "`~…~`",
        "s" | "del" | "strike" => "`~~…~~`",
        "code" | "tt" | "kbd" => "`` `…` ``",
        "a" => "`[…](address)`",
        "br" => "a backslash at the end of the line",
        "hr" => "`---` between blank lines",
        "div" | "section" | "aside" => "`::: {.class}` and `:::` around it",
        "span" => "`[…]{.class}`",
        "p" => "a blank line before and after it",
        "ul" | "ol" | "li" => "a list: `- …` or `1. …`",
        "table" => "a pipe table: `| … | … |`",
        "blockquote" => "`> …`",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "a heading: `## …`",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_tag_is_of_its_element() {
        let mut open = BTreeMap::new();
        assert!(!closes("<B class=x>", &mut open));
        assert!(closes("</b>", &mut open));
        assert!(!closes("</b>", &mut open), "closes nothing");
        assert_eq!(tag("<br/>"), ("br".to_owned(), false));
        assert_eq!(tag("<!DOCTYPE html>"), (String::new(), false));
    }
}
