//! Where words of a sentence, or of a field of a record, stand in their file.

use std::ops::Range;

use grounds_diagnostics::{Place, Sources};

use crate::subject::SentenceAt;

/// The place of words of the sentence's text, where they stand in the file letter by letter and
/// only once; a line break counts as a blank, and markup within them hides them.
pub(crate) fn words_in(at: &SentenceAt<'_>, words: &str, sources: &Sources) -> Option<Place> {
    words_within(at.place(), words, sources)
}

/// The place of words within a place, under the same conditions.
pub(crate) fn words_within(whole: Place, words: &str, sources: &Sources) -> Option<Place> {
    let written = sources.text(whole);
    let mut found = occurrences(written, words);
    let only = found.next()?;
    found.next().is_none().then(|| {
        let start = whole.start + only.start;
        Place::new(whole.file, start..whole.start + only.end)
    })
}

/// Where words stand in a text, with any white space for a blank.
fn occurrences<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    let first = words.split(' ').next().unwrap_or(words);
    let starts = text.match_indices(first).map(|(start, _)| start);
    starts.filter_map(move |start| {
        let mut rest = &text[start..];
        for (i, word) in words.split(' ').enumerate() {
            if i > 0 {
                let trimmed = rest.trim_start();
                if trimmed.len() == rest.len() {
                    return None;
                }
                rest = trimmed;
            }
            rest = rest.strip_prefix(word)?;
        }
        let place = start..text.len() - rest.len();
        (!is_within_number(text, &place)).then_some(place)
    })
}

/// Whether a place cuts a number: the `5%` of `15%` is none.
fn is_within_number(text: &str, place: &Range<usize>) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let words = &text[place.clone()];
    (words.starts_with(is_digit) && text[..place.start].ends_with(is_digit))
        || (words.ends_with(is_digit) && text[place.end..].starts_with(is_digit))
}

#[cfg(test)]
mod tests {
    use super::occurrences;

    #[test]
    fn a_line_break_is_a_blank() {
        let found: Vec<_> = occurrences("a rise of 12.5\n  hairs, 12.5mm", "12.5 hairs").collect();
        assert_eq!(found.first(), Some(&(10..22)));
        assert_eq!(found.len(), 1);
        assert_eq!(occurrences("12.5 mm", "").count(), 8);
        assert_eq!(occurrences("5% against 15%", "5%").count(), 1);
    }
}
