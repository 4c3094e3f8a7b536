//! Markers of list items within a line: "1) ... 2) ...", "a. ... b. ...", "• ... • ...".
//!
//! Only a text that begins with the first marker is read as a list, since "1) to find and 2) to
//! keep" is one sentence in the middle of prose.

use super::vocabulary;
use super::words;

/// How items are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Count {
    Numbers,
    Letters { upper: bool },
    Roman { upper: bool },
}

const COUNTS: [Count; 5] = [
    Count::Numbers,
    Count::Roman { upper: false },
    Count::Roman { upper: true },
    Count::Letters { upper: false },
    Count::Letters { upper: true },
];

/// The punctuation of a marker, longest first.
const STYLES: [&str; 3] = [".)", ")", "."];

/// The longest label: "xviii". In bytes.
const LONGEST_LABEL: usize = 5;

/// The list that the text is in the midst of.
#[derive(Debug, Default)]
pub(super) struct Listing {
    current: Option<Items>,
    bullet: Option<char>,
}

#[derive(Clone, Copy, Debug)]
struct Items {
    count: Count,
    style: &'static str,
    next: u32,
    /// Whether items begin with a capital.
    capital: bool,
}

impl Listing {
    /// Notes that a sentence begins at byte `start`: it may be the first item, or the next.
    pub(super) fn enter(&mut self, text: &str, start: usize) {
        let rest = &text[start..];
        if let Some(bullet) = rest.chars().next().filter(|&first| is_bullet(first)) {
            self.bullet = Some(bullet);
        }
        let rest = strip_bullet(rest);
        let label = label_at(rest);
        let Some((style, body)) = style_at(&rest[label.len()..]) else {
            return;
        };
        if let Some(items) = self
            .current
            .as_mut()
            .filter(|items| items.expects(label, style))
        {
            items.next += 1;
            return;
        }
        let first = COUNTS.into_iter().find(|&count| names(label, count, 1));
        if let Some(count) = first {
            let capital = body.starts_with(char::is_uppercase);
            self.current = Some(Items {
                count,
                style,
                next: 2,
                capital,
            });
        }
    }

    /// Where the marker of the next item begins, if it ends with the full stop or bracket at byte
    /// `at`.
    pub(super) fn next_item(&self, text: &str, at: usize) -> Option<usize> {
        let items = self.current?;
        let start = words::run_start(&text[..at]);
        let (style, body) = style_at(&text[at..])?;
        if !items.expects(&text[start..at], style) {
            return None;
        }
        let before = text[..start].trim_end();
        let bound = before.ends_with([',', ';', ':', '(']) || binds(before);
        let alike = body.starts_with(char::is_uppercase) == items.capital;
        (!bound && alike).then_some(start)
    }

    /// Whether `character`, with white space before it, is the bullet of a further item.
    pub(super) fn is_next_bullet(&self, character: char) -> bool {
        self.bullet == Some(character)
    }
}

impl Items {
    fn expects(&self, label: &str, style: &str) -> bool {
        self.style == style && names(label, self.count, self.next)
    }
}

/// Whether a sentence that so far is only `text` is the marker of an item: "2", "iv", "• 9", "1.2".
pub(super) fn is_only_marker(text: &str) -> bool {
    if text.len() > 2 * LONGEST_LABEL {
        return false;
    }
    let label = strip_bullet(text.trim()).trim_start_matches(words::is_opening);
    let digits = label.split('.').all(|part| {
        !part.is_empty() && part.len() <= 3 && part.bytes().all(|b| b.is_ascii_digit())
    });
    let letter = label.len() == 1 && label.bytes().all(|b| b.is_ascii_alphabetic());
    let roman = !label.is_empty()
        && label.len() <= LONGEST_LABEL
        && (label.bytes().all(|b| b"ivx".contains(&b))
            || label.bytes().all(|b| b"IVX".contains(&b)));
    digits || letter || roman
}

/// Whether the character is a bullet, which prose has at the head of items only.
pub(super) fn is_bullet(character: char) -> bool {
    matches!(character, '•' | '⁃' | '‣' | '◦' | '▪' | '●')
}

fn strip_bullet(text: &str) -> &str {
    text.strip_prefix(is_bullet).map_or(text, str::trim_start)
}

fn label_at(text: &str) -> &str {
    let end = text
        .bytes()
        .take(LONGEST_LABEL + 1)
        .take_while(u8::is_ascii_alphanumeric)
        .count();
    &text[..end]
}

/// The punctuation at the head of `text`, and the item after it.
fn style_at(text: &str) -> Option<(&'static str, &str)> {
    let style = STYLES.into_iter().find(|style| text.starts_with(style))?;
    let after = &text[style.len()..];
    let body = after.trim_start();
    (body.len() < after.len() && !body.is_empty()).then_some((style, body))
}

/// Whether the word that `text` ends with makes the number after it a value or a label.
fn binds(text: &str) -> bool {
    let word = words::word_before(text).core;
    vocabulary::is_function_word(word) || vocabulary::is_label_noun(word)
}

fn names(label: &str, count: Count, number: u32) -> bool {
    match count {
        Count::Numbers => label.parse() == Ok(number),
        Count::Letters { upper } => {
            let first = if upper { b'A' } else { b'a' };
            let letter = u8::try_from(number)
                .ok()
                .and_then(|n| first.checked_add(n - 1));
            number <= 26 && label.len() == 1 && label.bytes().next() == letter
        }
        Count::Roman { upper } => {
            let numeral = roman(number);
            if upper {
                label == numeral.to_uppercase()
            } else {
                label == numeral
            }
        }
    }
}

/// The Roman numeral of an item's number, below fifty.
fn roman(number: u32) -> String {
    const STEPS: [(u32, &str); 6] = [
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut left = number % 50;
    let mut numeral = String::new();
    for (value, letters) in STEPS {
        while left >= value {
            numeral.push_str(letters);
            left -= value;
        }
    }
    numeral
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_roman() {
        assert_eq!([1, 4, 9, 14].map(roman), ["i", "iv", "ix", "xiv"]);
    }

    #[test]
    fn only_the_expected_marker_continues_a_list() {
        let text = "1) Wash it 2) Dry it for 5) minutes";
        let mut list = Listing::default();
        list.enter(text, 0);
        assert_eq!(list.next_item(text, 12), Some(11));
        assert_eq!(list.next_item(text, 27), None);
    }

    #[test]
    fn aims_in_the_middle_of_a_sentence_are_not_items() {
        let text = "1) to find it, 2) to keep it";
        let mut list = Listing::default();
        list.enter(text, 0);
        assert_eq!(list.next_item(text, 16), None);
    }

    #[test]
    fn a_marker_alone_is_not_a_sentence() {
        for marker in ["1", "2 ", "iv", "A", "• 9", "1.2"] {
            assert!(is_only_marker(marker), "{marker}");
        }
        for text in ["1988", "No", "It grew", ""] {
            assert!(!is_only_marker(text), "{text}");
        }
    }
}
