//! The drawings of a theme (SVG): what they must not hold to be published with the site.
//!
//! A drawing is a document that a browser can open by itself, outside the policy of the site's pages: so it must
//! hold nothing that does anything, and nothing that is loaded from elsewhere.

use std::ops::Range;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// The namespace of HTML's elements: in a drawing, too, they load and run things.
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// The elements of SVG 2 that run something, hold HTML, play something, or set attributes later.
const DOING: [&str; 8] = [
    "animate",
    "audio",
    "foreignobject",
    "handler",
    "iframe",
    "script",
    "set",
    "video",
];

/// What is wrong with a drawing, and where: it is no XML, or it does more than to show something.
pub(super) fn fault(text: &str) -> Option<(Range<usize>, String)> {
    let mut reader = Reader::from_str(text);
    let mut seen = false;
    // Where the text of the style begins that is being read.
    let mut style: Option<usize> = None;
    loop {
        let start = place(reader.buffer_position(), text);
        let event = reader.read_event();
        let opens_style = matches!(&event, Ok(Event::Start(element)) if element.local_name().as_ref() == b"style");
        let last = matches!(event, Err(_) | Ok(Event::Eof));
        let message = match event {
            Err(error) => Some(format!("the drawing cannot be read: {error}")),
            Ok(Event::Eof) => unfinished(seen, style),
            Ok(Event::Start(_) | Event::Empty(_)) if style.is_some() => {
                Some("a style in a drawing holds no elements".to_owned())
            }
            Ok(Event::Start(element) | Event::Empty(element)) => {
                seen = true;
                deed(&element)
            }
            Ok(Event::End(_)) => match style.take() {
                Some(from) if is_suspect(&text[from..start]) => {
                    return Some((from..start, SUSPECT.to_owned()));
                }
                _ => None,
            },
            // Entities could hide what stands in the text.
            Ok(Event::DocType(doctype)) if doctype.contains(&b'[') => {
                Some("a drawing with entities of its own is not published".to_owned())
            }
            // Such as `xml-stylesheet`, which loads a style, or runs one of XSLT.
            Ok(Event::PI(_)) => {
                Some("a drawing of a theme must not have processing instructions".to_owned())
            }
            Ok(_) => None,
        };
        let end = place(reader.buffer_position(), text);
        if last || message.is_some() {
            return message.map(|message| (start..end.max(start), message));
        }
        style = style.or(opens_style.then_some(end));
    }
}

/// Why a drawing is none that ends when its text does.
fn unfinished(seen: bool, style: Option<usize>) -> Option<String> {
    if style.is_some() {
        return Some("a style in the drawing has no end".to_owned());
    }
    (!seen).then(|| "there is no drawing in it".to_owned())
}

/// What is said of a style that loads something.
const SUSPECT: &str = "a style in a drawing of a theme must load nothing: no `@import`, no `url(…)` but `url(#…)`, and no `&` or `\\`, which may hide one";

/// Whether a style, as it is written, may load something. A reference to a character can hide what it says; CDATA cannot.
fn is_suspect(style: &str) -> bool {
    style.contains('&') || reaches_out(style)
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
    let name = String::from_utf8_lossy(element.local_name().as_ref()).to_lowercase();
    if DOING.contains(&name.as_str()) {
        return Some(format!(
            "a drawing of a theme must not have the element `{name}`"
        ));
    }
    element
        .attributes()
        .with_checks(false)
        .find_map(|attribute| {
            let Ok(attribute) = attribute else {
                return Some("an attribute of the drawing cannot be read".to_owned());
            };
            let name = String::from_utf8_lossy(attribute.key.as_ref()).to_lowercase();
            let Ok(value) = attribute.normalized_value(XmlVersion::Explicit1_0) else {
                return Some(format!("`{name}` in the drawing cannot be read"));
            };
            said_by(&name, &value)
        })
}

/// What an attribute of a drawing would do, if it does anything.
fn said_by(name: &str, value: &str) -> Option<String> {
    let local = name.rsplit(':').next().unwrap_or(name);
    if local.starts_with("on") {
        return Some(format!(
            "a drawing of a theme must not have the attribute `{name}`"
        ));
    }
    if name.starts_with("xmlns") && value.trim() == XHTML {
        return Some("a drawing of a theme must not have elements of HTML".to_owned());
    }
    // Only what stands in the drawing itself: all else would be loaded, or run.
    if matches!(local, "href" | "src") && !value.starts_with('#') {
        return Some(format!(
            "`{name}` in a drawing of a theme must lead into the drawing itself, to `#…`"
        ));
    }
    reaches_out(value).then(|| {
        format!("`{name}` in a drawing of a theme must load nothing: no `url(…)` but `url(#…)`")
    })
}

/// Whether CSS would load something from outside the drawing (CSS Values 4, section 4.5; CSS Images 4, section 2.4), or
/// is written so that this cannot be told.
fn reaches_out(css: &str) -> bool {
    if !css.contains(['(', '@']) {
        return false;
    }
    let css = css.to_lowercase();
    let within = |address: &str| {
        let address = address.trim_start().trim_start_matches(['"', '\'']);
        address.starts_with('#')
    };
    ["\\", "@import", "image-set("]
        .iter()
        .any(|sign| css.contains(sign))
        || css.split("url(").skip(1).any(|address| !within(address))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_that_only_shows_something_is_sound() {
        for sound in [
            r##"<?xml version="1.0"?><!-- a leaf --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><use href="#a"/></svg>"##,
            r#"<svg xmlns="http://www.w3.org/2000/svg"><style>path { fill: red }</style><path d="M0 0"/></svg>"#,
            r##"<svg xmlns="http://www.w3.org/2000/svg"><style>.a { fill: url(#b); mask: url( "#c" ) }</style><path fill="url(#b)"/></svg>"##,
            r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:export="C:\leaf.png"><i:grid units="mm"/><style/></svg>"#,
            r#"<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg xmlns="http://www.w3.org/2000/svg"><text>5 &gt; 4 (url)</text></svg>"#,
        ] {
            assert_eq!(fault(sound), None, "{sound}");
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
                "<svg><a href='javascript:alert(1)'/></svg>",
                "<a href='javascript:alert(1)'/>",
            ),
            (
                "<svg><image href='https://example.org/a.png'/></svg>",
                "<image href='https://example.org/a.png'/>",
            ),
            (
                "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>",
                "<!DOCTYPE svg [<!ENTITY a 'b'>]>",
            ),
            (
                "<svg><h:meta xmlns:h='http://www.w3.org/1999/xhtml' http-equiv='refresh'/></svg>",
                "<h:meta xmlns:h='http://www.w3.org/1999/xhtml' http-equiv='refresh'/>",
            ),
            (
                "<?xml-stylesheet href='https://example.org/a.css'?><svg/>",
                "<?xml-stylesheet href='https://example.org/a.css'?>",
            ),
        ] {
            let (range, message) = fault(bad).unwrap_or_else(|| panic!("{bad}"));
            assert_eq!(&bad[range], at, "{message}");
        }
        for broken in ["", "no drawing", "<svg", "<svg></a>"] {
            assert!(fault(broken).is_some(), "{broken}");
        }
    }

    #[test]
    fn a_style_that_loads_something_is_refused_however_it_is_written() {
        for css in [
            "@import \"https://example.org/a.css\";",
            "@IMPORT url(a.css);",
            "path { fill: url(https://example.org/a.svg#b) }",
            "path { fill: url( 'a.svg' ) }",
            "path { background: u\\72l(//example.org/a) }",
            "path { background: image-set('//example.org/a' 1x) }",
            "path { fill: &#117;rl(//example.org/a) }",
            "<![CDATA[ @font-face { src: url(//example.org/a) } ]]>",
        ] {
            let drawing = format!("<svg><style>{css}</style></svg>");
            let (range, _) = fault(&drawing).unwrap_or_else(|| panic!("{css}"));
            assert_eq!(&drawing[range], css);
        }
        for attribute in [
            "style=\"background: url(//example.org/a)\"",
            "fill=\"&#117;rl(//example.org/a)\"",
            "mask=\"u\\72l(//example.org/a)\"",
            "filter=\"url(a.svg#b)\"",
        ] {
            assert!(
                fault(&format!("<svg {attribute}/>")).is_some(),
                "{attribute}"
            );
        }
    }
}
