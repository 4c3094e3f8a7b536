//! Serials: volumes, issues and pages that are more than numbers.
//!
//! `hayagriva` takes a field such as `adv00247` apart into letters, a number and letters, loses
//! the zeros, and sets every hyphen between numbers as the dash of a range. What is not a plain
//! number or a plain range of pages is therefore written in letters that mean nothing to it, and
//! read back from its output.

/// The first of the private-use characters that stand for the 128 ASCII characters.
const SHIFT: u32 = 0xF_0000;

/// How a volume or an issue is given to the processor.
pub(super) fn number(text: &str) -> String {
    if is_plain(text) {
        text.to_owned()
    } else {
        shield(text)
    }
}

/// How pages or an article number are given to the processor.
pub(super) fn pages(text: &str) -> String {
    let range = text.split_once(['-', '\u{2013}']);
    match range {
        Some((first, last)) if is_plain(first.trim()) && is_plain(last.trim()) => {
            format!("{}-{}", first.trim(), last.trim())
        }
        _ => number(text),
    }
}

/// Whether it is a whole number that is the same after it was read as one.
fn is_plain(text: &str) -> bool {
    let written = text.len() == 1 || !text.starts_with('0');
    written && text.len() <= 9 && !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn shield(text: &str) -> String {
    text.chars()
        .map(
            |c| match c.is_ascii().then(|| char::from_u32(SHIFT + u32::from(c))) {
                Some(Some(private)) => private,
                _ => c,
            },
        )
        .collect()
}

/// What was meant by the processor's output.
pub(super) fn unshield(text: &str) -> String {
    text.chars()
        .map(|c| match u32::from(c).checked_sub(SHIFT) {
            Some(code @ 0..128) => char::from_u32(code).unwrap_or(c),
            _ => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_numbers_and_ranges_stay_as_they_are() {
        assert_eq!(number("11"), "11");
        assert_eq!(pages("211-216"), "211-216");
        assert_eq!(pages("211\u{2013}216"), "211-216");
        assert_eq!(pages("5"), "5");
    }

    #[test]
    fn serials_come_back_as_they_were() {
        for text in [
            "adv00247",
            "e8-e17",
            "12-A-34",
            "007",
            "1234567890123",
            "S1-S4",
            "12 Suppl 1",
            "a, b",
        ] {
            let shielded = pages(text);
            assert!(!shielded.bytes().any(|b| b.is_ascii()), "{text}");
            assert_eq!(unshield(&shielded), text);
        }
    }
}
