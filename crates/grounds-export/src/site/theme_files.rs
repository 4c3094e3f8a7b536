//! The fonts and pictures of a theme: what they must be to be published with the site.
//!
//! A drawing is a document that a browser can open by itself, outside the policy of the site's pages: so it must
//! hold nothing that does anything.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// What a file of each kind begins with, by the extension of its name: at which byte, and with which bytes.
/// Sources: WOFF File Format 2.0, section 3; PNG (third edition), section 5.2; JPEG, ITU-T T.81, annex B;
/// WebP, RFC 9649, section 2.4.
const SIGNATURES: [(&str, &str, usize, &[u8]); 5] = [
    ("woff2", "a font in WOFF 2", 0, b"wOF2"),
    ("png", "a PNG picture", 0, b"\x89PNG\r\n\x1a\n"),
    ("jpg", "a JPEG picture", 0, b"\xff\xd8\xff"),
    ("jpeg", "a JPEG picture", 0, b"\xff\xd8\xff"),
    ("webp", "a WebP picture", 8, b"WEBP"),
];

/// Why a font or a picture is not what its name says, if it is not.
pub(super) fn fault_of_media(file: &str, bytes: &[u8]) -> Option<String> {
    let extension = file.rsplit('.').next().unwrap_or_default();
    let (_, what, at, signature) = SIGNATURES.iter().find(|known| known.0 == extension)?;
    let is_there = bytes
        .get(*at..)
        .is_some_and(|rest| rest.starts_with(signature));
    (!is_there).then(|| format!("this file is not {what}, as its name says"))
}

/// What is wrong with a drawing (SVG), and where: it is no XML, or it does more than to show something.
pub(super) fn fault_of_drawing(text: &str) -> Option<(Range<usize>, String)> {
    let mut reader = Reader::from_str(text);
    let mut seen = false;
    loop {
        let start = place(reader.buffer_position(), text);
        let event = reader.read_event();
        let end = place(reader.buffer_position(), text);
        let fault = match event {
            Err(error) => Some(format!("the drawing cannot be read: {error}")),
            Ok(Event::Eof) if !seen => Some("there is no drawing in it".to_owned()),
            Ok(Event::Eof) => return None,
            Ok(Event::Start(element) | Event::Empty(element)) => {
                seen = true;
                deed(&element)
            }
            // Entities could hide what stands in the text.
            Ok(Event::DocType(doctype)) if doctype.contains(&b'[') => {
                Some("a drawing with entities of its own is not published".to_owned())
            }
            Ok(_) => None,
        };
        if let Some(message) = fault {
            return Some((start..end.max(start), message));
        }
    }
}

/// A place that is one of the text's.
fn place(position: u64, text: &str) -> usize {
    let mut at = usize::try_from(position)
        .unwrap_or(text.len())
        .min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// What an element of a drawing would do, if it does anything.
fn deed(element: &BytesStart<'_>) -> Option<String> {
    let name = element.local_name();
    let name = String::from_utf8_lossy(name.as_ref()).to_lowercase();
    // SVG 2: scripts, HTML of any kind, and attributes that are set later.
    if matches!(
        name.as_str(),
        "script" | "foreignobject" | "iframe" | "set" | "animate" | "handler"
    ) {
        return Some(format!(
            "a drawing of a theme must not have the element `{name}`"
        ));
    }
    for attribute in element.attributes().with_checks(false) {
        let Ok(attribute) = attribute else {
            return Some("an attribute of the drawing cannot be read".to_owned());
        };
        let name = String::from_utf8_lossy(attribute.key.as_ref()).to_lowercase();
        let local = name.rsplit(':').next().unwrap_or(&name);
        if local.starts_with("on") {
            return Some(format!(
                "a drawing of a theme must not have the attribute `{name}`"
            ));
        }
        // Only what stands in the drawing itself: all else would be loaded, or run.
        if matches!(local, "href" | "src") && !attribute.value.starts_with(b"#") {
            return Some(format!(
                "`{name}` in a drawing of a theme must lead into the drawing itself, to `#…`"
            ));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_that_only_shows_something_is_sound() {
        for sound in [
            r##"<?xml version="1.0"?><!-- a leaf --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><use href="#a"/></svg>"##,
            r#"<svg xmlns="http://www.w3.org/2000/svg"><style>path { fill: red }</style><path d="M0 0"/></svg>"#,
        ] {
            assert_eq!(fault_of_drawing(sound), None, "{sound}");
        }
    }

    #[test]
    fn a_drawing_that_does_something_is_refused_where_it_does_it() {
        for (bad, at) in [
            ("<svg><script>alert(1)</script></svg>", "<script>"),
            (
                "<svg><s:SCRIPT xmlns:s='http://www.w3.org/2000/svg'/></svg>",
                "<s:SCRIPT xmlns:s='http://www.w3.org/2000/svg'/>",
            ),
            ("<svg onload='alert(1)'/>", "<svg onload='alert(1)'/>"),
            (
                "<svg><a xlink:href='javascript:alert(1)'/></svg>",
                "<a xlink:href='javascript:alert(1)'/>",
            ),
            (
                "<svg><image href='https://example.org/a.png'/></svg>",
                "<image href='https://example.org/a.png'/>",
            ),
            (
                "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>",
                "<!DOCTYPE svg [<!ENTITY a 'b'>]>",
            ),
        ] {
            let (range, message) = fault_of_drawing(bad).unwrap_or_else(|| panic!("{bad}"));
            assert_eq!(&bad[range], at, "{message}");
        }
        for broken in ["", "no drawing", "<svg", "<svg></a>"] {
            assert!(fault_of_drawing(broken).is_some(), "{broken}");
        }
    }

    #[test]
    fn a_picture_begins_as_its_name_says() {
        assert_eq!(fault_of_media("a.png", b"\x89PNG\r\n\x1a\n..."), None);
        assert_eq!(fault_of_media("fonts/a.woff2", b"wOF2..."), None);
        assert_eq!(fault_of_media("a.webp", b"RIFF\0\0\0\0WEBPVP8 "), None);
        for (file, bytes) in [
            ("a.png", &b"<svg>"[..]),
            ("a.woff2", b"wOFF"),
            ("a.webp", b"WEBP"),
            ("a.jpg", b""),
        ] {
            assert!(fault_of_media(file, bytes).is_some(), "{file}");
        }
    }
}
