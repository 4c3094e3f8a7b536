//! Text from content made safe to show: what would steer a terminal, hide or reorder text
//! becomes visible instead.

/// The text with every character that is not plainly visible replaced, one for one, so that
/// columns stay what they are. Line breaks and tabs stay.
pub(super) fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").chars().map(visible).collect()
}

/// As [`lines`], with line breaks and tabs turned into spaces.
pub(super) fn one_line(text: &str) -> String {
    lines(text).replace(['\n', '\t'], " ")
}

/// What to show for a character.
///
/// Controls have pictures of their own in Unicode (U+2400 to U+2421). Bidirectional controls
/// can make text read otherwise than it is (CVE-2021-42574); the C1 controls include the
/// one-byte CSI; tag characters are invisible; non-characters are not allowed in XML.
fn visible(character: char) -> char {
    match character {
        '\n' | '\t' => character,
        '\0'..='\u{1f}' => {
            char::from_u32(0x2400 + u32::from(character)).unwrap_or(char::REPLACEMENT_CHARACTER)
        }
        '\u{7f}' => '␡',
        '\u{80}'..='\u{9f}'
        | '\u{61c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{fffe}'
        | '\u{ffff}'
        | '\u{e0000}'..='\u{e007f}' => char::REPLACEMENT_CHARACTER,
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_and_overrides_become_visible() {
        assert_eq!(
            lines("a\x1b[31m\u{202e}b\u{9b}\0\r\nc\td"),
            "a␛[31m\u{fffd}b\u{fffd}␀\nc\td"
        );
        assert_eq!(one_line("a\r\nb\tc\rd"), "a b c␍d");
        assert_eq!(lines("grüße 日本"), "grüße 日本");
    }
}
