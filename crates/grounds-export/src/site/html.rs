//! HTML that is written piece by piece, safe by its shape.
//!
//! Markup can only be a literal of this program; all else is escaped on its way in.

use std::fmt;

/// HTML under construction.
#[derive(Debug, Default)]
pub(super) struct Html(String);

impl Html {
    /// Writes markup.
    pub(super) fn raw(&mut self, markup: &'static str) {
        self.0.push_str(markup);
    }

    /// Writes text.
    pub(super) fn text(&mut self, text: &str) {
        write_text(&mut self.0, text).expect("writing to a string does not fail");
    }

    /// Writes a number.
    pub(super) fn number(&mut self, number: u64) {
        self.0.push_str(&number.to_string());
    }

    /// Writes a start tag.
    pub(super) fn open(&mut self, tag: &'static str, attributes: &[(&'static str, &str)]) {
        self.0.push('<');
        self.0.push_str(tag);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            self.text(value);
            self.0.push('"');
        }
        self.0.push('>');
    }

    /// Writes an end tag.
    pub(super) fn close(&mut self, tag: &'static str) {
        self.0.push_str("</");
        self.0.push_str(tag);
        self.0.push('>');
    }

    /// Writes an element that holds text and nothing else.
    pub(super) fn element(
        &mut self,
        tag: &'static str,
        attributes: &[(&'static str, &str)],
        text: &str,
    ) {
        self.open(tag, attributes);
        self.text(text);
        self.close(tag);
    }

    pub(super) fn into_string(self) -> String {
        self.0
    }
}

/// Writes text with what HTML has for the characters that cannot stand in it as they are.
pub(super) fn write_text(out: &mut impl fmt::Write, text: &str) -> fmt::Result {
    let mut rest = text;
    // What needs no escape is copied as a whole: that is most text.
    while let Some(at) = rest.bytes().position(|byte| STOPS[usize::from(byte)]) {
        let Some(c) = rest[at..].chars().next() else {
            break;
        };
        let end = at + c.len_utf8();
        match escape(c) {
            Some(escape) => {
                out.write_str(&rest[..at])?;
                out.write_str(escape)?;
            }
            None => out.write_str(&rest[..end])?,
        }
        rest = &rest[end..];
    }
    out.write_str(rest)
}

/// What stands for a character that cannot stand in HTML as it is.
fn escape(c: char) -> Option<&'static str> {
    match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        '\'' => Some("&#39;"),
        // Not allowed in HTML, and without meaning in prose.
        '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => Some(""),
        _ => None,
    }
}

/// The bytes with which such a character may begin.
const STOPS: [bool; 256] = {
    let mut stops = [false; 256];
    let mut byte = 0;
    while byte < 0x20 {
        stops[byte] = !matches!(byte, 0x9 | 0xa);
        byte += 1;
    }
    let ascii = *b"&<>\"'\x7f";
    let mut at = 0;
    while at < ascii.len() {
        stops[ascii[at] as usize] = true;
        at += 1;
    }
    // UTF-8's first byte of U+0080 to U+00BF.
    stops[0xc2] = true;
    stops
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_attributes_stay_inert() {
        let mut html = Html::default();
        html.element("a", &[("title", "\"><img onerror=x>")], "</a><script>\0'");
        assert_eq!(
            html.into_string(),
            "<a title=\"&quot;&gt;&lt;img onerror=x&gt;\">&lt;/a&gt;&lt;script&gt;&#39;</a>"
        );
    }

    #[test]
    fn every_character_is_escaped_or_stays_as_it_is() {
        for c in ('\0'..='\u{3ff}').chain(['\u{2028}', '\u{ffff}', '\u{1f600}']) {
            let mut html = Html::default();
            html.text(&format!("é{c}a"));
            let shown = escape(c).map_or_else(|| c.to_string(), str::to_owned);
            assert_eq!(html.into_string(), format!("é{shown}a"), "{c:?}");
        }
    }
}
