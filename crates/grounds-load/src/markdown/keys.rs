//! How far a key of Pandoc's citations and examples reaches.

/// The label of `(@label)`, `@label)` or `@label.` at the start of a paragraph, which makes it an
/// item of a list of examples.
pub(super) fn example_label(paragraph: &str) -> Option<&str> {
    let (marker, parenthesis) = match paragraph.strip_prefix("(@") {
        Some(marker) => (marker, true),
        None => (paragraph.strip_prefix('@')?, false),
    };
    let length = marker.find(|c: char| !c.is_alphanumeric() && c != '-' && c != '_')?;
    let (label, rest) = marker.split_at(length);
    let words = label.split(['-', '_']).all(|word| !word.is_empty());
    let rest = rest
        .strip_prefix(')')
        .or_else(|| rest.strip_prefix('.').filter(|_| !parenthesis))?;
    (words && (rest.is_empty() || rest.starts_with([' ', '\t', '\r', '\n']))).then_some(label)
}

/// The length of a key: a letter, digit, `_` or `*`, then letters, digits and `_`, with single
/// punctuation marks between them.
pub(super) fn simple_key(text: &str) -> Option<usize> {
    let word = |char: char| char.is_alphanumeric() || char == '_';
    let mut chars = text.char_indices().peekable();
    let (_, first) = chars.next()?;
    if !word(first) && first != '*' {
        return None;
    }
    let mut end = first.len_utf8();
    while let Some((at, char)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let mark = || {
            b":.#$%&-+?<>~/"
                .iter()
                .any(|mark| char::from(*mark) == char)
        };
        let inner = || mark() && next.is_some_and(word);
        let slashes = || matches!(char, ':' | '/') && next == Some('/');
        if !word(char) && !inner() && !slashes() {
            break;
        }
        end = at + char.len_utf8();
    }
    Some(end)
}

/// No key in braces is longer than this, in characters.
const LONGEST_KEY: usize = 1024;

/// The length of `{key}`, which may hold anything but blanks, and braces in pairs.
pub(super) fn braced_key(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, char) in text.char_indices().take(LONGEST_KEY) {
        match char {
            '{' => depth += 1,
            _ if depth == 0 || char.is_whitespace() => return None,
            '}' if depth == 1 => return Some(at + 1),
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_end_where_pandoc_ends_them() {
        let key = |text: &'static str| simple_key(text).map(|end| &text[..end]);
        assert_eq!(key("a_b.c:d-e. x"), Some("a_b.c:d-e"));
        assert_eq!(key("a--b"), Some("a"));
        assert_eq!(key("a://b"), Some("a://b"));
        assert_eq!(key("a://"), Some("a:/"));
        assert_eq!(key("é1]"), Some("é1"));
        assert_eq!(key("*x"), Some("*x"));
        assert_eq!(key(".a"), None);
        assert_eq!(braced_key("{a:{b}}c"), Some(7));
        assert_eq!(braced_key("}a{b}"), None);
        assert_eq!(braced_key("{a b}"), None);
    }

    #[test]
    fn examples_are_numbered_by_a_key() {
        assert_eq!(example_label("(@a-b) c"), Some("a-b"));
        assert_eq!(example_label("@a. c"), Some("a"));
        assert_eq!(example_label("(@a.b) c"), None);
        assert_eq!(example_label("(@a)."), None);
        assert_eq!(example_label("@a, b"), None);
    }
}
