//! Words as the search knows them: folded to lower case, without accents, one by one.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Words that are in nearly every text: they find nothing, and are not in the index. Sorted.
pub(super) const UNINDEXED: [&str; 28] = [
    "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "have", "in", "is",
    "it", "its", "of", "on", "or", "than", "that", "the", "their", "this", "to", "was", "were",
    "with",
];

/// How many bytes the longest of them has.
const LONGEST_UNINDEXED: usize = 5;

/// Calls `found` with each word of a text that is worth an entry in the index.
///
/// A word is a run of letters and digits; a character of a script without blanks between words
/// (Han, Kana) is a word by itself. `search.js` reads queries in the same way.
pub(super) fn each(text: &str, mut found: impl FnMut(&str)) {
    if text.is_ascii() {
        let lower = text.to_ascii_lowercase();
        let words = lower.split(|c: char| !c.is_ascii_alphanumeric());
        words.filter(|word| is_indexed(word)).for_each(found);
        return;
    }
    let lower = text.to_lowercase();
    let folded = lower.nfkd().filter(|c| !is_combining_mark(*c));
    let mut word = String::new();
    for c in folded {
        let alone = stands_alone(c);
        if c.is_alphanumeric() && !alone {
            word.push(c);
            continue;
        }
        end(&mut word, &mut found);
        if alone {
            word.push(c);
            end(&mut word, &mut found);
        }
    }
    end(&mut word, &mut found);
}

fn end(word: &mut String, found: &mut impl FnMut(&str)) {
    if is_indexed(word) {
        found(word);
    }
    word.clear();
}

fn is_indexed(word: &str) -> bool {
    // Most words are longer than any of those, and need not be looked up.
    let is_unindexed = word.len() <= LONGEST_UNINDEXED && UNINDEXED.binary_search(&word).is_ok();
    !word.is_empty() && !is_unindexed
}

/// Whether a character is a word: of the scripts that are written without blanks.
fn stands_alone(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let mut words = Vec::new();
        each(text, |word| words.push(word.to_owned()));
        words
    }

    #[test]
    fn words_are_folded() {
        assert_eq!(
            words("The Müller-Lyer effect, 12.5 %"),
            ["muller", "lyer", "effect", "12", "5"]
        );
        assert_eq!(words("COVID-19 µg"), ["covid", "19", "μg"]);
        assert_eq!(words("毛髪"), ["毛", "髪"]);
        assert!(words("of the — …").is_empty());
    }

    #[test]
    fn the_unindexed_are_sorted() {
        assert!(UNINDEXED.is_sorted());
        let longest = UNINDEXED.iter().map(|word| word.len()).max();
        assert_eq!(longest, Some(LONGEST_UNINDEXED));
    }
}
