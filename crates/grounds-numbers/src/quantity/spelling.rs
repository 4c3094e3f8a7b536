//! The words of a text in small letters, with their bytes.

use std::borrow::Cow;
use std::ops::Range;

/// A word in small letters, with its bytes.
pub(super) struct Word<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) bytes: Range<usize>,
}

/// The words of a text: letters and digits.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::with_capacity(text.len() / 5 + 1);
    let mut at = 0;
    while let Some(next) = text[at..].chars().next() {
        let length = word_length(&text[at..]);
        if length == 0 {
            at += next.len_utf8();
            continue;
        }
        let bytes = at..at + length;
        at = bytes.end;
        let written = &text[bytes.clone()];
        let small = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let text = if written.as_bytes().iter().all(small) {
            Cow::Borrowed(written)
        } else {
            Cow::Owned(written.to_lowercase())
        };
        words.push(Word { text, bytes });
    }
    words
}

/// How long the word at the beginning of a text is: letters and digits, with points before digits.
fn word_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_part = |byte: &&u8| byte.is_ascii_alphanumeric();
    let mut length = 0;
    loop {
        length += bytes[length..].iter().take_while(is_part).count();
        let digit_next = bytes.get(length + 1).is_some_and(u8::is_ascii_digit);
        match text[length..].chars().next() {
            Some('.') if length > 0 && digit_next => length += 1,
            Some(c) if !c.is_ascii() && c.is_alphanumeric() => length += c.len_utf8(),
            _ => return length,
        }
    }
}
