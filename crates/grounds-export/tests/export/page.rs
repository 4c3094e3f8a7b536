//! A reader of the site's own HTML: strict, and knowing only what the site may use.

/// The elements that a page may have.
const ELEMENTS: &str = "html head meta title link body a header p nav ul li main article h1 h2 h3 h4 \
    h5 h6 div span sup sub em strong s i b u code pre br hr blockquote ol section table thead tbody \
    tr th td details summary dl dt dd time footer figure figcaption script svg desc line polygon rect circle \
    path text button search form fieldset legend input label noscript aside g \
    select option caption";

/// The attributes that they may have.
const ATTRIBUTES: &str = "lang charset name content http-equiv rel href class id title aria-label \
    aria-hidden aria-labelledby tabindex scope start datetime property type role viewBox x y x1 y1 x2 y2 cx cy r \
    points width height text-anchor d popover popovertarget popovertargetaction for checked value src defer \
    action method autocapitalize autocomplete spellcheck aria-live aria-current aria-describedby";

/// What was found on a page.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// Where its links lead.
    pub(crate) links: Vec<String>,
    /// The identifiers on it.
    pub(crate) ids: Vec<String>,
    /// Its text, with entities decoded.
    pub(crate) text: String,
}

/// Reads a page; panics at whatever the site should not have written.
pub(crate) fn read(path: &str, html: &str) -> Page {
    let mut page = Page::default();
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html
        .strip_prefix("<!DOCTYPE html>")
        .unwrap_or_else(|| panic!("{path}: no doctype"));
    while let Some((text, markup)) = rest.split_once('<') {
        assert!(!text.contains('>'), "{path}: stray `>` after {text:?}");
        page.text.push_str(&decoded(text));
        let (tag, after) = markup
            .split_once('>')
            .unwrap_or_else(|| panic!("{path}: open tag"));
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{path}: </{name}>");
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(
            ELEMENTS.split_whitespace().any(|known| known == name),
            "{path}: <{tag}>"
        );
        read_attributes(path, attributes, &mut page);
        if !matches!(name, "meta" | "link" | "br" | "hr" | "input") {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{path}: not closed: {open:?}");
    page
}

fn read_attributes(path: &str, mut rest: &str, page: &mut Page) {
    while !rest.trim_start().is_empty() {
        rest = rest.trim_start();
        let bare = ["popover", "checked", "defer"]
            .into_iter()
            .find(|bare| rest == *bare || rest.starts_with(&format!("{bare} ")));
        if let Some(bare) = bare {
            rest = &rest[bare.len()..];
            continue;
        }
        let (name, after) = rest
            .split_once("=\"")
            .unwrap_or_else(|| panic!("{path}: {rest}"));
        let (value, after) = after
            .split_once('"')
            .unwrap_or_else(|| panic!("{path}: {rest}"));
        rest = after;
        assert!(
            ATTRIBUTES.split_whitespace().any(|known| known == name),
            "{path}: {name}={value}"
        );
        let value = decoded(value);
        match name {
            "href" | "src" => page.links.push(value),
            "popovertarget" => page.links.push(format!("#{value}")),
            "id" => page.ids.push(value),
            _ => {}
        }
    }
}

fn decoded(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&nbsp;", "\u{a0}")
        .replace("&amp;", "&")
}
