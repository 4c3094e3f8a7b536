//! Sentences without a space between them: "It works.Today it does."

use super::abbreviations::{self, Abbreviation};
use super::stops::{Mark, Stop};
use super::words::{self, Begins, WordAfter};

/// How far to look for the signs of an address, in characters.
const LONGEST_ADDRESS: usize = 64;

/// Ends of addresses and names that are written with a capital ("Booking.Com", "Node.Js").
#[rustfmt::skip]
const DOMAINS: &[&str] = &[
    "ai", "app", "com", "edu", "eu", "gov", "io", "js", "net", "org", "py", "uk",
];

/// Whether a sentence ends at the stop though no space follows it.
pub(super) fn ends_sentence(text: &str, stop: &Stop, after: &WordAfter<'_>) -> bool {
    let marked = matches!(stop.mark, Mark::Period | Mark::Strong);
    if !marked || after.begins != Begins::Upper || !is_ordinary_word(after) {
        return false;
    }
    let address = run_at(&text[stop.end..]).contains(['@', '/']);
    !address && (stop.noted || is_prose(&text[..stop.start]))
}

/// A capital and small letters, which are not the end of an address or a part of a journal's name
/// ("Mol.Cell.Biol"); or "A" or "I".
fn is_ordinary_word(after: &WordAfter<'_>) -> bool {
    let Some(second) = after.word.chars().nth(1) else {
        return matches!(after.word, "A" | "I") && !after.stopped;
    };
    let shortened = abbreviations::kind(after.word) == Some(Abbreviation::Inner);
    second.is_lowercase() && !shortened && !abbreviations::contains(DOMAINS, after.word)
}

/// Whether the text ends with a word or number of prose, and not within an address or a list of
/// initials ("S.Miyatake").
fn is_prose(text: &str) -> bool {
    let run = &text[words::run_start(text)..];
    if run.contains(['/', '@', '\\']) || run.starts_with("www.") {
        return false;
    }
    let part = run.rsplit('.').next().unwrap_or(run);
    let word = part.rsplit(words::is_opening).next().unwrap_or(part);
    let lower = word.len() > 1 && word.chars().skip(1).all(char::is_lowercase);
    let closed = |last: char| last.is_ascii_digit() || matches!(last, ')' | ']' | '%');
    part.ends_with(closed) || (lower && abbreviations::kind(word).is_none())
}

/// The characters up to the first white space, as far as an address is looked for.
fn run_at(text: &str) -> &str {
    let end = text
        .char_indices()
        .enumerate()
        .find(|&(count, (_, character))| count == LONGEST_ADDRESS || character.is_whitespace());
    end.map_or(text, |(_, (at, _))| &text[..at])
}

#[cfg(test)]
mod tests {
    use super::super::split;
    use super::*;

    #[test]
    fn domains_are_sorted() {
        assert!(DOMAINS.is_sorted());
    }

    #[test]
    fn a_missing_space_still_ends_a_sentence() {
        for text in [
            "Hair grew.Then it fell.",
            "Is it safe?Yes it is.",
            "It grew by 5%.Men had more.",
        ] {
            assert_eq!(split(text).len(), 2, "{text}");
        }
    }

    #[test]
    fn addresses_files_and_initials_are_not_split() {
        for text in [
            "Write to Jane.Doe@example.com today",
            "See https://example.org/index.Html for more",
            "It was made by S.Miyatake and M.Seiki",
            "Book at Booking.Com or elsewhere",
            "See J. Mol.Cell.Biol for more",
        ] {
            assert_eq!(split(text).len(), 1, "{text}");
        }
    }
}
