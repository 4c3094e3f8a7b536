//! Which articles may say a wording of a claim without naming the claim: those in which one sentence has all its words.
//!
//! Whether a sentence says a wording is told word by word, which takes long for all sentences of a set. That the words
//! are there at all is told fast, and rules out nearly all.

use aho_corasick::AhoCorasick;
use grounds_load::{Article, ContentSet};
use grounds_model::{Key, Text};
use rayon::prelude::*;

use crate::classify::token::{Kind, tokens};

/// The fewest letters of a word that is sought.
const FEWEST_LETTERS: usize = 4;

/// The articles that may say one of these wordings; `None` where one has no word to seek, so that all may.
pub(super) fn may_say(set: &ContentSet, wordings: &[&Text]) -> Option<Vec<Key>> {
    let wordings = wordings.iter().map(|wording| words(wording.as_str()));
    let wordings: Vec<Vec<String>> = wordings.collect::<Option<_>>()?;
    let first = wordings.iter().map(|words| &words[0]);
    let longest = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .build(first)
        .ok()?;
    let articles = set.articles.par_iter();
    let saying = articles.filter(|(_, article)| {
        let has = |text: &str| {
            (longest.is_match(text) || text.contains(KELVIN))
                && wordings.iter().any(|words| has_all(text, words))
        };
        texts(article).any(has)
    });
    Some(saying.map(|(key, _)| key.clone()).collect())
}

/// What of an article may say a wording: its sentences, its title and its description.
fn texts(article: &Article) -> impl Iterator<Item = &str> {
    let sentences = article.prose.sentences.iter();
    let sentences = sentences.map(|sentence| sentence.text.as_str());
    let front = article.front.iter().flat_map(|front| {
        let description = front.value.description.as_ref();
        std::iter::once(&front.value.title).chain(description)
    });
    sentences.chain(front.map(Text::as_str))
}

/// The words of a wording that can be sought letter by letter, the longest first.
fn words(wording: &str) -> Option<Vec<String>> {
    let all = tokens(wording);
    let words = all.iter().filter(|token| token.kind == Kind::Word);
    let plain = words.filter(|token| {
        token.text.len() >= FEWEST_LETTERS && token.text.bytes().all(|b| b.is_ascii_lowercase())
    });
    let mut plain: Vec<String> = plain.map(|token| token.text.to_string()).collect();
    plain.sort_unstable_by_key(|word| std::cmp::Reverse(word.len()));
    (!plain.is_empty()).then_some(plain)
}

/// The sign of the kelvin: the one other letter of which the small one is a plain letter.
const KELVIN: char = '\u{212a}';

/// Whether a text has all these words somewhere, in capitals or small letters.
fn has_all(text: &str, words: &[String]) -> bool {
    let has = |word: &String| {
        let mut windows = text.as_bytes().windows(word.len());
        windows.any(|window| window.eq_ignore_ascii_case(word.as_bytes()))
    };
    words.iter().all(has) || text.contains(KELVIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_sought_by_its_words() {
        let words = words("Wounds might wake follicles.").expect("it has words");
        assert_eq!(words, ["follicles", "wounds", "might", "wake"]);
        assert!(has_all("Follicles sleep; WOUNDS might wake them.", &words));
        assert!(has_all("Wounds might wa\u{212a}e follicles.", &words));
        assert!(!has_all("Wounds might wake hair.", &words));
        assert_eq!(super::words("5 % of é."), None);
    }
}
