//! A page as the preview shows it: with the script and the styles of the preview.
//!
//! The page's own policy for scripts is in a `meta` element, made for a site without the
//! preview's script. It is taken out, and the server states a policy in a header instead.

use std::fmt::Write as _;

use bytes::Bytes;

/// Where the preview's own files stand. No page of a site begins like this.
pub(crate) const FOLDER: &str = "_grounds/";

/// The script that shows notes and edits. Its parts see each other, and nothing else sees them.
pub(crate) const SCRIPT: &str = concat!(
    "(() => {\n\"use strict\";\n",
    include_str!("client/places.js"),
    include_str!("client/notes.js"),
    include_str!("client/list.js"),
    include_str!("client/renew.js"),
    include_str!("client/connection.js"),
    "})();\n",
);

/// How marked words and notes look.
pub(crate) const STYLE: &str = include_str!("client/preview.css");

/// Adds the preview's script to a page: `page` is its path, `version` what it is now, and `loaded`
/// what it loads now.
pub(crate) fn page(bytes: &[u8], page: &str, version: &str, loaded: &str) -> Bytes {
    let html = without_policy(&String::from_utf8_lossy(bytes));
    let mut added = format!("<link rel=\"stylesheet\" href=\"/{FOLDER}preview.css\">\n");
    let _ = writeln!(
        added,
        "<script defer src=\"/{FOLDER}preview.js\" data-page=\"{}\" data-version=\"{}\" data-loaded=\"{}\"></script>",
        attribute(page),
        attribute(version),
        attribute(loaded),
    );
    match find(&html, "</head>") {
        Some(at) => Bytes::from(format!("{}{added}{}", &html[..at], &html[at..])),
        None => Bytes::from(added + &html),
    }
}

/// The page without `<meta http-equiv="Content-Security-Policy" …>`.
fn without_policy(html: &str) -> String {
    let head = find(html, "</head>").unwrap_or(html.len());
    let mut rest = &html[..head];
    let mut kept = String::with_capacity(html.len());
    while let Some(start) = find(rest, "<meta ") {
        let end = rest[start..]
            .find('>')
            .map_or(rest.len(), |end| start + end + 1);
        kept.push_str(&rest[..start]);
        let element = &rest[start..end];
        if find(element, "content-security-policy").is_none() {
            kept.push_str(element);
        }
        rest = &rest[end..];
    }
    kept + rest + &html[head..]
}

/// Where `needle`, which is in lower case, first stands, whatever the case of its letters.
fn find(text: &str, needle: &str) -> Option<usize> {
    let (text, needle) = (text.as_bytes(), needle.as_bytes());
    text.windows(needle.len())
        .position(|window| window.eq_ignore_ascii_case(needle))
}

fn attribute(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_gets_the_script_and_loses_its_own_policy() {
        let html = "<!DOCTYPE html><head><meta charset=utf-8>\
                    <META HTTP-EQUIV=\"Content-Security-Policy\" content=\"default-src 'none'\">\
                    <title>grüße</title></HEAD><body>Content-Security-Policy</body>";
        let page = page(html.as_bytes(), "a\"b.html", "1.2", "1.3");
        let page = std::str::from_utf8(&page).unwrap();
        assert!(
            page.contains("<meta charset=utf-8><title>grüße</title>"),
            "{page}"
        );
        assert!(
            page.contains(
                "data-page=\"a&quot;b.html\" data-version=\"1.2\" data-loaded=\"1.3\"></script>\n</HEAD>"
            ),
            "{page}"
        );
        assert!(
            page.ends_with("<body>Content-Security-Policy</body>"),
            "{page}"
        );
    }
}
