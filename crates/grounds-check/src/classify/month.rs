//! The month of May, and people of that name, which hedge nothing.

use std::ops::Range;

/// Before a month or a name, where no verb stands.
const BEFORE: &[&str] = &[
    "by", "during", "each", "early", "every", "from", "in", "last", "late", "mid", "next", "of",
    "since", "this", "through", "to", "until",
];

/// Whether a word of a text is the month, or somebody's name, and no verb: it is written `May` within a sentence,
/// with a day or a year, or behind "in" or "since".
pub(crate) fn is_may(text: &str, word: &Range<usize>) -> bool {
    if text.get(word.clone()) != Some("May") {
        return false;
    }
    let before = text[..word.start].trim_end();
    let begins = before.is_empty()
        || before.ends_with(['.', '!', '?', ':', ';', '"', '“', '(', '•', '–', '—']);
    let digit = |char: char| char.is_ascii_digit();
    let dated = text[word.end..].trim_start().starts_with(digit) || before.ends_with(digit);
    let last = before.rsplit(|char: char| !char.is_alphanumeric()).next();
    let last = last.unwrap_or_default().to_ascii_lowercase();
    !begins || dated || BEFORE.contains(&last.as_str())
}

#[cfg(test)]
mod tests {
    use super::is_may;

    #[test]
    fn the_month_is_told_from_the_verb() {
        for (text, month) in [
            ("In May, honey reduces cough.", true),
            ("May 2024 was dry.", true),
            ("On 3 May it rained.", true),
            ("This leaflet was revised in May.", true),
            ("Dr May found it.", true),
            ("May cause drowsiness.", false),
            ("It helps: May be taken with food.", false),
            ("It may help.", false),
        ] {
            let at = text.to_lowercase().find("may").unwrap();
            assert_eq!(is_may(text, &(at..at + 3)), month, "{text}");
        }
    }
}
