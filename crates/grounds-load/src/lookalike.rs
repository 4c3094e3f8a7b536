//! Keys with letters that look like others: `kumаr-2018` with a Cyrillic letter is not `kumar-2018`.
//!
//! Source: Unicode Technical Standard 39, "Unicode Security Mechanisms", section 4, "Confusable
//! Detection".

use std::collections::BTreeMap;
use std::sync::OnceLock;

use grounds_diagnostics::{Diagnostic, Place};
use grounds_model::Key;
use unicode_security::skeleton;

use crate::rule;

/// The key that a word looks like and is not; none for what is a key, or looks like none.
pub(crate) fn lookalike(word: &str) -> Option<Key> {
    if word.is_ascii() || word.len() > 4 * Key::MAX_LENGTH {
        return None;
    }
    let mut plain = String::with_capacity(word.len());
    for character in word.chars().filter(|&c| !is_invisible(c)) {
        plain.push(plain_letter(character)?);
    }
    Key::new(&plain)
}

/// Says that a word looks like a key.
pub(crate) fn say(place: Place, word: &str, key: &Key) -> Diagnostic {
    let strange = word.chars().find(|c| !c.is_ascii()).unwrap_or_default();
    let message = format!("this looks like the key `{key}`, and is another");
    let what = if is_invisible(strange) {
        "cannot be seen"
    } else {
        "is not the letter that it looks like"
    };
    Diagnostic::new(rule::CONFUSABLE_KEY, place, message)
        .label(format!("`U+{:04X}` in it {what}", u32::from(strange)))
        .help(format!("type it anew: `{key}`"))
}

/// Letters, digits and the hyphen by what they look like.
fn plain_letters() -> &'static BTreeMap<String, char> {
    static LETTERS: OnceLock<BTreeMap<String, char>> = OnceLock::new();
    LETTERS.get_or_init(|| {
        // Of those that look alike, such as `l` and `I`, the first counts.
        let letters = ('a'..='z').chain('0'..='9').chain(['-']).chain('A'..='Z');
        let mut by_look = BTreeMap::new();
        for letter in letters {
            let look = skeleton(letter.encode_utf8(&mut [0; 4])).collect();
            by_look.entry(look).or_insert(letter.to_ascii_lowercase());
        }
        by_look
    })
}

fn plain_letter(character: char) -> Option<char> {
    if character.is_ascii() {
        return Some(character);
    }
    let look: String = skeleton(character.encode_utf8(&mut [0; 4])).collect();
    plain_letters().get(&look).copied()
}

/// Characters that leave no mark: the common ones of the property `Default_Ignorable_Code_Point`.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{e0000}'..='\u{e0fff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_key_is_found() {
        for word in [
            "kum\u{430}r-2018",
            "kumar\u{2013}2018",
            "ku\u{200b}mar-2018",
            "kumar-2018\u{202e}",
            "\u{1d424}umar-2018",
            "kum\u{ff41}r-2018",
        ] {
            let key = lookalike(word);
            assert_eq!(key.as_ref().map(Key::as_str), Some("kumar-2018"), "{word}");
        }
    }

    #[test]
    fn what_is_a_key_or_looks_like_none_is_not() {
        for word in [
            "kumar-2018",
            "Kumar",
            "",
            "gr\u{f6}\u{df}e",
            "\u{6bdb}",
            "caf\u{e9}",
            "\u{200b}",
        ] {
            assert_eq!(lookalike(word), None, "{word}");
        }
    }
}
