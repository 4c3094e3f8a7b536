//! HTML that is written piece by piece, safe by its shape.
//!
//! Markup can only be a literal of this program; all else is escaped on its way in.

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
        let mut rest = text;
        // What needs no escape is copied as a whole: that is most text.
        while let Some((at, c)) = rest.char_indices().find(|&(_, c)| is_special(c)) {
            self.0.push_str(&rest[..at]);
            self.0.push_str(match c {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                // Not allowed in HTML, and without meaning in prose.
                _ => "",
            });
            rest = &rest[at + c.len_utf8()..];
        }
        self.0.push_str(rest);
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

/// Whether a character cannot stand in HTML as it is.
fn is_special(c: char) -> bool {
    matches!(c,
        '&' | '<' | '>' | '"' | '\''
        | '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}')
}

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
}
