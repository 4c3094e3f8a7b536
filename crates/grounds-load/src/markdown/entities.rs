//! Character references: `&amp;`, `&#64;`, `&#x40;`.

use pulldown_cmark::{Event, Parser};

/// The longest name in HTML's list has 31 letters.
const LONGEST: usize = 33;

/// Decodes the reference at the start of `text`: what it stands for, and its length in bytes.
pub(super) fn decode(text: &str) -> Option<(String, usize)> {
    let window = &text.as_bytes()[..text.len().min(LONGEST)];
    let length = window.iter().position(|byte| *byte == b';')? + 1;
    let name = &window[1..length - 1];
    if !name
        .iter()
        .all(|byte| byte.is_ascii_alphanumeric() || *byte == b'#')
    {
        return None;
    }
    // The list of names is pulldown-cmark's own.
    let written = &text[..length];
    let decoded: String = Parser::new(written)
        .filter_map(|event| match event {
            Event::Text(text) => Some(text.into_string()),
            _ => None,
        })
        .collect();
    (decoded != written && !decoded.is_empty()).then_some((decoded, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_names_and_numbers() {
        let text = |written| decode(written).map(|(decoded, _)| decoded);
        assert_eq!(text("&amp;x").as_deref(), Some("&"));
        assert_eq!(text("&#64;").as_deref(), Some("@"));
        assert_eq!(text("&#x40;").as_deref(), Some("@"));
        assert_eq!(text("&nope;"), None);
        assert_eq!(text("& b;"), None);
        assert_eq!(text("&amp"), None);
    }
}
