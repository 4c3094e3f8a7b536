//! Addresses: which ones a page may lead to.

use std::fmt::Write as _;

/// The address, if it is one of the web or of mail and cannot do anything but lead there.
pub(super) fn external(url: &str) -> Option<&str> {
    let url = url.trim();
    let (scheme, rest) = url.split_once(':')?;
    let web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let clean = !url.chars().any(|c| c.is_control() || c.is_whitespace());
    let leads = if web {
        rest.starts_with("//") && rest.len() > 2
    } else {
        !rest.is_empty()
    };
    (clean && leads && (web || scheme.eq_ignore_ascii_case("mailto"))).then_some(url)
}

/// Whether an address says of which scheme it is.
pub(super) fn has_scheme(url: &str) -> bool {
    let url = url.trim_start();
    let end = url.find([':', '/', '?', '#']).unwrap_or(url.len());
    url[end..].starts_with(':')
}

/// The name of the page of a record, without `.html`. The page of all records of its kind is
/// `index`; no key has a `_`.
pub(super) fn page(key: &str) -> &str {
    if key == "index" { "index_" } else { key }
}

/// The address of a DOI.
pub(super) fn of_doi(doi: &str) -> String {
    let mut url = String::from("https://doi.org/");
    for byte in doi.bytes() {
        match byte {
            b'a'..=b'z'
            | b'A'..=b'Z'
            | b'0'..=b'9'
            | b'-'
            | b'.'
            | b'_'
            | b'~'
            | b'/'
            | b'('
            | b')'
            | b':'
            | b';' => url.push(char::from(byte)),
            _ => write!(url, "%{byte:02X}").expect("writing to a string does not fail"),
        }
    }
    url
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_and_mail_lead_anywhere() {
        for good in [
            "https://example.org/a?b=c#d",
            "HTTP://example.org",
            "mailto:a@example.org",
        ] {
            assert_eq!(external(good), Some(good));
        }
        for bad in [
            "javascript:alert(1)",
            " java\tscript:alert(1)",
            "JavaScript://example.org/%0aalert(1)",
            "data:text/html,<script>",
            "vbscript:x",
            "file:///etc/passwd",
            "//example.org",
            "https:example.org",
            "https://",
            "https://a b",
            "a.md",
            "",
        ] {
            assert_eq!(external(bad), None, "{bad:?}");
        }
        assert!(has_scheme("javascript:x") && has_scheme("a:b") && !has_scheme("a/b:c"));
    }

    #[test]
    fn a_doi_is_percent_encoded() {
        assert_eq!(
            of_doi("10.1002/(SICI)1097<1:A\"#2.0;2-B>"),
            "https://doi.org/10.1002/(SICI)1097%3C1:A%22%232.0;2-B%3E"
        );
    }
}
