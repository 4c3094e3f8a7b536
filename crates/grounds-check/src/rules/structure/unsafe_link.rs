//! A link that runs a script, opens a file, or leads anywhere else than to a page or a mailbox.

use grounds_diagnostics::Place;
use grounds_load::markdown::InlineKind;
use grounds_load::{ContentSet, Places, child};
use grounds_model::{Key, Level, Study, Text};

use crate::context::Context;
use crate::rule::{Check, Reads, Rule};
use crate::subject::ArticleAt;
use crate::walk::Node;

pub(crate) static RULE: Rule = Rule {
    id: "structure/unsafe-link",
    level: Level::Error,
    summary: "a link does something else than lead to a page or a mailbox",
    docs: include_str!("unsafe_link.md"),
    check: Check::Everywhere {
        article: check_article,
        rest: check,
        reads: Reads {
            same_study: |former, now| addresses_in(&former.value) == addresses_in(&now.value),
            ..Reads::NOTHING
        },
    },
};

fn check_article(cx: &mut Context<'_>, at: ArticleAt<'_>) {
    let article = at.article;
    for node in at.nodes {
        let Node::Inline(inline) = node else { continue };
        if let InlineKind::Link { url, .. } | InlineKind::Image { url, .. } = &inline.kind
            && let Some(scheme) = scheme(url)
            && !["http", "https", "mailto"].contains(&scheme.as_str())
        {
            report(cx, article.place(inline.range.clone()), &scheme);
        }
    }
}

fn check(cx: &mut Context<'_>) {
    addresses(cx.set(), &mut |text, places, pointer| {
        if let Some(scheme) = scheme(text.as_str())
            && ["javascript", "vbscript", "data", "file", "blob"].contains(&scheme.as_str())
        {
            report(cx, places.value(&pointer), &scheme);
        }
    });
}

fn report(cx: &mut Context<'_>, place: Place, scheme: &str) {
    let diagnostic = cx
        .at(place, format!("link with the scheme `{scheme}:`"))
        .label("this is no address of a page or a mailbox")
        .note("such a link can run a script in the reader's browser, or lead out of it")
        .help("link with `https:`, `http:` or `mailto:`, or to a page or anchor of the set");
    cx.report(diagnostic);
}

/// The scheme of an address as browsers read it, in lower case; none of a relative one.
///
/// Source: WHATWG URL Standard, "basic URL parser": control characters and blanks at the start,
/// and tabs and line breaks anywhere, are passed over.
fn scheme(address: &str) -> Option<String> {
    let mut scheme = String::new();
    let trimmed = address.trim_start_matches(|c: char| c <= ' ');
    for c in trimmed.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')) {
        match c {
            ':' => return Some(scheme).filter(|scheme| !scheme.is_empty()),
            'a'..='z' | 'A'..='Z' => scheme.push(c.to_ascii_lowercase()),
            '0'..='9' | '+' | '-' | '.' if !scheme.is_empty() => scheme.push(c),
            _ => return None,
        }
    }
    None
}

/// Visits every address in records and settings, which pages link to.
fn addresses<'a>(set: &'a ContentSet, visit: &mut dyn FnMut(&'a Text, &'a Places, String)) {
    for (_, document) in set.studies.iter() {
        let (study, places) = (&document.value, &document.places);
        for_study(study, &mut |text, pointer| visit(text, places, pointer));
    }
    let vocabulary = &set.vocabulary;
    for (key, concept) in &vocabulary.value.concepts {
        for (i, address) in concept.same_as.iter().enumerate() {
            let pointer = child("/concepts", key.as_str()) + &format!("/same-as/{i}");
            visit(address, &vocabulary.places, pointer);
        }
    }
    if let Some(address) = &set.settings.value.base_url {
        visit(address, &set.settings.places, "/base-url".to_owned());
    }
}

fn for_study<'a>(study: &'a Study, visit: &mut dyn FnMut(&'a Text, String)) {
    if let Some(address) = &study.report.url {
        visit(address, "/report/URL".to_owned());
    }
    for (i, address) in study.sources.iter().enumerate() {
        visit(address, format!("/sources/{i}"));
    }
    for (i, event) in study.standing.iter().enumerate() {
        if let Some(address) = &event.source {
            visit(address, format!("/standing/{i}/source"));
        }
    }
    let pointer = |key: &Key| child("/findings", key.as_str()) + "/source";
    for (key, finding) in &study.findings {
        if let Some(address) = &finding.source {
            visit(address, pointer(key));
        }
    }
}

/// The addresses in a study, each with where it stands.
fn addresses_in(study: &Study) -> Vec<(&Text, String)> {
    let mut all = Vec::new();
    for_study(study, &mut |text, pointer| all.push((text, pointer)));
    all
}

#[cfg(test)]
mod tests {
    use super::scheme;

    #[test]
    fn schemes_are_read_as_browsers_read_them() {
        for (address, expected) in [
            ("https://a.org", Some("https")),
            ("JavaScript:alert(1)", Some("javascript")),
            (" \u{1}java\n\tscript:x", Some("javascript")),
            ("../a:b", None),
            ("#a:b", None),
            ("?q=a:b", None),
            ("//a.org:80/", None),
            ("page.html", None),
            (":x", None),
            ("tel:123", Some("tel")),
            ("", None),
        ] {
            assert_eq!(scheme(address).as_deref(), expected, "{address:?}");
        }
    }
}
