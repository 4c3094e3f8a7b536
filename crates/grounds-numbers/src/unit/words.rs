//! The words and signs of a unit, read one by one: most units have one word, and the sentence goes on for many.

use std::borrow::Cow;

use rust_decimal::Decimal;

/// A word or a sign, in small letters.
#[derive(Debug, Clone)]
pub(super) struct Word<'t> {
    pub(super) text: Cow<'t, str>,
    end: usize,
}

/// The words of a text up to the end of its sentence, of which the first has been read.
#[derive(Debug, Clone)]
pub(super) struct Words<'t> {
    text: &'t str,
    /// Where the word before these ends.
    start: usize,
    first: Option<Word<'t>>,
    /// How many may follow the first.
    left: usize,
}

/// A unit has few words: no more are looked at.
const MOST: usize = 13;

impl<'t> Words<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self {
            text,
            start: 0,
            first: next(text, 0, false),
            left: MOST - 1,
        }
    }

    /// Where the word before these ends.
    pub(super) fn start(&self) -> usize {
        self.start
    }

    pub(super) fn first(&self) -> Option<&Word<'t>> {
        self.first.as_ref()
    }

    /// The first of them; nothing where there is none.
    pub(super) fn first_text(&self) -> &str {
        self.first().map_or("", |word| &*word.text)
    }

    /// Those after the first.
    pub(super) fn rest(&self) -> Self {
        let first = self.first();
        let start = first.map_or(self.start, |word| word.end);
        let more = first.filter(|_| self.left > 0);
        Self {
            text: self.text,
            start,
            first: more.and_then(|word| next(self.text, start, word.text == "%")),
            left: self.left.saturating_sub(1),
        }
    }
}

/// The next word of a text.
fn next(text: &str, from: usize, after_percent: bool) -> Option<Word<'_>> {
    plain(text, from).or_else(|| any(text, from, after_percent))
}

/// The next word where it has nothing but small letters, as most have.
fn plain(text: &str, from: usize) -> Option<Word<'_>> {
    let rest = text[from..].trim_start();
    let start = text.len() - rest.len();
    let length = rest.bytes().take_while(u8::is_ascii_lowercase).count();
    let end = start + length;
    let ends = text
        .as_bytes()
        .get(end)
        .is_none_or(|byte| b" .,;:()/%".contains(byte));
    (length > 0 && ends).then(|| Word {
        text: Cow::Borrowed(&text[start..end]),
        end,
    })
}

/// The next word, whatever it is made of.
fn any(text: &str, from: usize, after_percent: bool) -> Option<Word<'_>> {
    let mut word = String::new();
    let mut chars = text[from..].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let at = from + at;
        let digit_next = chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        let in_number = digit_next && word.ends_with(|c: char| c.is_ascii_digit());
        let begins = word.is_empty();
        match c {
            ',' if in_number => {}
            '.' if in_number => word.push(c),
            _ if c.is_whitespace() && begins => {}
            // `%-points`.
            '-' if begins && after_percent => {}
            '{' | '}' => {}
            _ if begins && is_sign(c) => {
                let end = at + c.len_utf8();
                return Some(Word {
                    text: Cow::Borrowed(&text[at..end]),
                    end,
                });
            }
            // `5.4 G/L` is in giga, and no grams: only capitals tell the two apart.
            'G' | 'T' if begins && is_over_litres(&text[at + 1..]) => {
                let text = if c == 'G' { "10^9" } else { "10^12" };
                return Some(Word {
                    text: Cow::Borrowed(text),
                    end: at + 1,
                });
            }
            // A full stop ends a sentence: what follows is no part of a unit.
            '.' | '!' | '?' if begins => return None,
            _ if c.is_whitespace() || is_sign(c) || matches!(c, '.' | '!' | '?') => {
                let text = Cow::Owned(word);
                return Some(Word { text, end: at });
            }
            _ if c.is_ascii() => word.push(c.to_ascii_lowercase()),
            _ => word.extend(c.to_lowercase()),
        }
    }
    (!word.is_empty()).then_some(Word {
        text: Cow::Owned(word),
        end: text.len(),
    })
}

/// Whether a character is a word by itself.
fn is_sign(c: char) -> bool {
    matches!(
        c,
        '/' | '%' | '\u{2030}' | ',' | ';' | ':' | '(' | ')' | '\u{2013}' | '·' | '×'
    )
}

fn is_over_litres(after: &str) -> bool {
    let rest = after.strip_prefix("/L");
    rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

impl Word<'_> {
    /// The number that the word is.
    pub(super) fn number(&self) -> Option<Decimal> {
        self.text.parse().ok()
    }

    /// A name and the power to which it stands: `m2`, `kg⁻¹`, `min-1`, `cm^2`.
    pub(super) fn exponent(&self) -> Option<(&str, i32)> {
        let is_of_power = |c: char| {
            c.is_ascii_digit() || "^-\u{2212}\u{207b}".contains(c) || super_digit(c).is_some()
        };
        let name = self.text.trim_end_matches(is_of_power);
        let power = self.text[name.len()..].trim_start_matches('^');
        let size = power.trim_start_matches(['-', '\u{2212}', '\u{207b}']);
        let size: i32 = digits(size)?.parse().ok()?;
        let sign = if size != 0 && power.starts_with(|c: char| !c.is_numeric()) {
            -1
        } else {
            1
        };
        ((1..=4).contains(&size) && !name.is_empty()).then_some((name, sign * size))
    }
}

/// Digits, those set high among them; `None` where there is anything else, or nothing.
pub(super) fn digits(text: &str) -> Option<String> {
    let digits: Option<String> = text
        .chars()
        .map(|c| super_digit(c).or_else(|| c.is_ascii_digit().then_some(c)))
        .collect();
    digits.filter(|digits| !digits.is_empty())
}

fn super_digit(c: char) -> Option<char> {
    let at = "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|high| high == c)?;
    char::from_digit(u32::try_from(at).ok()?, 10)
}
