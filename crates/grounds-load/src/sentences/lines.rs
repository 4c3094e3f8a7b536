//! Line breaks inside a paragraph. A soft break is a space, unless the lines are items.

use memchr::memchr;

/// An item is a short phrase: lines of prose are wrapped later than this. In bytes.
const LONGEST_ITEM: usize = 40;
/// Two short lines may be one heading that was wrapped.
const FEWEST_ITEMS: usize = 3;

/// What the lines of a paragraph are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lines {
    /// Wrapped prose.
    Prose,
    /// Every line is an item: short, and without a mark at its end.
    Items,
}

impl Lines {
    /// Reads the lines of a paragraph.
    pub(super) fn of(text: &str) -> Self {
        if memchr(b'\n', text.as_bytes()).is_none() {
            return Self::Prose;
        }
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let mut count = 0;
        let items = lines.all(|line| {
            count += 1;
            is_item(line)
        });
        if items && count >= FEWEST_ITEMS {
            Self::Items
        } else {
            Self::Prose
        }
    }

    /// Whether the sentence ends at the line break at byte `at`.
    pub(super) fn end_at(self, text: &str, at: usize) -> bool {
        let after = text[at + 1..].trim_start_matches([' ', '\t', '\r']);
        let blank = after.starts_with('\n');
        self == Self::Items || blank || is_bulleted(after)
    }
}

fn is_item(line: &str) -> bool {
    line.len() <= LONGEST_ITEM
        && line.ends_with(|last: char| last.is_alphanumeric() || last == ')')
        && !line.contains(". ")
}

/// Whether the line begins as a bulleted item does in `CommonMark`.
fn is_bulleted(line: &str) -> bool {
    line.strip_prefix(['-', '*', '+', '•', '⁃', '‣', '◦', '▪', '●'])
        .is_some_and(|item| item.starts_with([' ', '\t']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapped_prose_is_not_a_list() {
        assert_eq!(
            Lines::of("It was a cold \nnight in the city."),
            Lines::Prose
        );
        assert_eq!(Lines::of("Needling and\nminoxidil"), Lines::Prose);
    }

    #[test]
    fn short_lines_without_marks_are_items() {
        assert_eq!(
            Lines::of("minoxidil\nfinasteride\nspironolactone, oral\n"),
            Lines::Items
        );
    }

    #[test]
    fn a_bulleted_line_ends_the_one_before() {
        let text = "You need:\n- a needle\n- soap";
        assert!(Lines::Prose.end_at(text, 9));
        assert!(!Lines::Prose.end_at("more hair\nthan before", 9));
    }
}
