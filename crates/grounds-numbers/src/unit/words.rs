//! The words and signs of a unit, with the byte at which each ends.

use rust_decimal::Decimal;

/// A word or a sign, in small letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) end: usize,
}

/// A unit has few words: no more are looked at.
const MOST: usize = 12;

/// The words of a text up to the end of its sentence.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut word = String::new();
    let close = |word: &mut String, end: usize, words: &mut Vec<Word>| {
        if !word.is_empty() {
            let text = std::mem::take(word);
            words.push(Word { text, end });
        }
    };
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if words.len() > MOST {
            break;
        }
        let digit_next = chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        let in_number = digit_next && word.ends_with(|c: char| c.is_ascii_digit());
        match c {
            ',' if in_number => {}
            '.' if in_number => word.push(c),
            _ if c.is_whitespace() => close(&mut word, at, &mut words),
            '/' | '%' | '\u{2030}' | ',' | ';' | ':' | '(' | ')' | '\u{2013}' | '·' | '×' => {
                close(&mut word, at, &mut words);
                let text = c.to_string();
                words.push(Word {
                    text,
                    end: at + c.len_utf8(),
                });
            }
            // `%-points`.
            '-' if word.is_empty() && words.last().is_some_and(|word| word.text == "%") => {}
            '{' | '}' => {}
            // `5.4 G/L` is in giga, and no grams: only capitals tell the two apart.
            'G' | 'T' if word.is_empty() && is_over_litres(&text[at + 1..]) => {
                let text = if c == 'G' { "10^9" } else { "10^12" };
                words.push(Word {
                    text: text.to_owned(),
                    end: at + 1,
                });
            }
            '.' | '!' | '?' => {
                close(&mut word, at, &mut words);
                // A full stop ends a sentence: what follows is no part of a unit.
                return words;
            }
            _ if c.is_ascii() => word.push(c.to_ascii_lowercase()),
            _ => word.extend(c.to_lowercase()),
        }
    }
    close(&mut word, text.len(), &mut words);
    words
}

fn is_over_litres(after: &str) -> bool {
    let rest = after.strip_prefix("/L");
    rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

impl Word {
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
