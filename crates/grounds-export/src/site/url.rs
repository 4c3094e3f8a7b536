//! Addresses: which ones a page may lead to.

use std::borrow::Cow;
use std::fmt::Write as _;

/// The address, if it is one of the web or of mail and cannot do anything but lead there. What is no
/// character of an address (RFC 3986, section 2) is percent-encoded.
pub(super) fn external(url: &str) -> Option<Cow<'_, str>> {
    let url = url.trim();
    let (scheme, rest) = url.split_once(':')?;
    let web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let clean = !url.chars().any(|c| c.is_control() || c.is_whitespace());
    let leads = if web {
        rest.starts_with("//") && rest.len() > 2
    } else {
        !rest.is_empty()
    };
    (clean && leads && (web || scheme.eq_ignore_ascii_case("mailto"))).then(|| encoded(url))
}

fn encoded(url: &str) -> Cow<'_, str> {
    let foreign = |c| matches!(c, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}');
    if !url.contains(foreign) {
        return Cow::Borrowed(url);
    }
    let mut text = String::with_capacity(url.len() + 8);
    for c in url.chars() {
        if foreign(c) {
            write!(text, "%{:02X}", u32::from(c)).expect("writing to a string does not fail");
        } else {
            text.push(c);
        }
    }
    Cow::Owned(text)
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

/// The key of the record whose page has a name; `None` for the page of all records of a kind.
pub(super) fn key(page: &str) -> Option<&str> {
    match page {
        "index" => None,
        "index_" => Some("index"),
        key => Some(key),
    }
}

/// Whether a text has the form of a DOI: `10.`, the registrant's number, a slash and more (the DOI
/// Handbook, section 2.2).
pub(super) fn is_doi(text: &str) -> bool {
    let registrant = |prefix: &str| {
        let number = prefix.strip_prefix("10.").unwrap_or_default();
        !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit() || b == b'.')
    };
    text.split_once('/')
        .is_some_and(|(prefix, suffix)| registrant(prefix) && !suffix.trim().is_empty())
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
    fn what_is_no_character_of_an_address_is_encoded() {
        let written = "https://example.org/?a=\"<b>";
        let shown = "https://example.org/?a=%22%3Cb%3E";
        assert_eq!(external(written).as_deref(), Some(shown));
    }

    #[test]
    fn only_web_and_mail_lead_anywhere() {
        for good in [
            "https://example.org/a?b=c#d",
            "HTTP://example.org",
            "mailto:a@example.org",
        ] {
            assert_eq!(external(good).as_deref(), Some(good));
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
    fn only_what_has_the_form_of_a_doi_is_one() {
        for good in ["10.1000/182", "10.1002.3/a b<c>"] {
            assert!(is_doi(good), "{good}");
        }
        for bad in [
            "",
            "placeholder",
            "10.1000",
            "10.1000/ ",
            "10./a",
            "10.x/a",
            "11.1000/a",
        ] {
            assert!(!is_doi(bad), "{bad}");
        }
    }

    #[test]
    fn a_doi_is_percent_encoded() {
        assert_eq!(
            of_doi("10.1002/(SICI)1097<1:A\"#2.0;2-B>"),
            "https://doi.org/10.1002/(SICI)1097%3C1:A%22%232.0;2-B%3E"
        );
    }

    /// What a browser makes of an address (RFC 3986, section 2.1).
    fn decoded(url: &str) -> Vec<u8> {
        let mut bytes = url.bytes();
        let mut read = Vec::new();
        while let Some(byte) = bytes.next() {
            if byte == b'%' {
                let digits = [bytes.next().unwrap(), bytes.next().unwrap()];
                let digits = std::str::from_utf8(&digits).unwrap();
                read.push(u8::from_str_radix(digits, 16).unwrap());
            } else {
                read.push(byte);
            }
        }
        read
    }

    #[test]
    fn every_character_of_a_doi_reads_back_and_none_ends_it() {
        for c in (0..0x3000)
            .chain(0x1_f600..0x1_f650)
            .filter_map(char::from_u32)
        {
            let doi = format!("10.1000/a{c}b");
            let url = of_doi(&doi);
            let path = url.strip_prefix("https://doi.org/").unwrap();
            assert_eq!(decoded(path), doi.as_bytes(), "{c:?}");
            assert!(!path.contains(['?', '#', '"', '<', '>', ' ', '&']), "{c:?}");
        }
    }
}
