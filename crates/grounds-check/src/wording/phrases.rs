//! A list of phrases, looked for in one pass through a text.
//!
//! An entry of a list is the phrase, and after ` ! ` the words that make something else of it:
//! `cures ! for of` is no cure that is promised but the plural of a noun. After ` < ` stand the words that
//! do so before it: `likely < more less` is no hedge in "more likely".

use std::ops::Range;

use smol_str::SmolStr;

use crate::classify::lexicon::{Listed, Mark};
use crate::classify::token::{Token, Tokens};

/// Phrases in folded letters, each with the words that must not stand beside it.
#[derive(Debug)]
pub(super) struct Phrases {
    all: Vec<Phrase>,
    /// The phrases by their longest word, which is in the fewest texts.
    by_word: Listed<Vec<usize>>,
    /// Those without a word that can be looked for.
    others: Vec<usize>,
}

/// A phrase, and the words that make something else of it.
#[derive(Debug)]
struct Phrase {
    text: String,
    /// Where its longest word begins.
    word: usize,
    before: Vec<String>,
    after: Vec<String>,
}

impl Phrase {
    fn read(entry: &str) -> Self {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect();
        let (entry, before) = entry.split_once(" < ").unwrap_or((entry, ""));
        let (phrase, after) = entry.split_once(" ! ").unwrap_or((entry, ""));
        let text = phrase.trim();
        Self {
            text: text.to_owned(),
            word: longest_word(text).start,
            before: words(before),
            after: words(after),
        }
    }

    /// Where it ends, if it begins at some byte of a folded text, stands there as whole words, and nothing beside
    /// them makes something else of it.
    fn end_from(&self, folded: &str, start: usize) -> Option<usize> {
        let end = start + self.text.len();
        let stands = folded
            .get(start..)
            .is_some_and(|rest| rest.starts_with(&self.text))
            && is_whole(folded, &(start..end))
            && (self.after.is_empty() || !self.after.contains(&next_word(&folded[end..])))
            && (self.before.is_empty() || !self.before.contains(&last_word(&folded[..start])));
        stands.then_some(end)
    }
}

/// A phrase that was found, as its position in the list, and its bytes.
type Found = (usize, usize, usize);

impl Phrases {
    pub(super) fn new(entries: &[String]) -> Self {
        let all: Vec<Phrase> = entries.iter().map(|entry| Phrase::read(entry)).collect();
        let mut words = Vec::new();
        let mut others = Vec::new();
        for (at, phrase) in all.iter().enumerate() {
            match &phrase.text[longest_word(&phrase.text)] {
                "" => others.push(at),
                word => words.push((SmolStr::new(word), vec![at])),
            }
        }
        Self {
            all,
            by_word: Listed::of(words, |known: &mut Vec<_>, more| known.extend(more)),
            others,
        }
    }

    /// Whether there are none to look for.
    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Where each phrase stands in the folded text as whole words, in the order of the list.
    pub(super) fn found_in(&self, text: &Tokens) -> impl Iterator<Item = Range<usize>> + use<> {
        let mut found = Vec::new();
        for token in text.iter() {
            if token.plain {
                if let Some(phrases) = self.by_word.of_token(token) {
                    let start = text.folded().at(token.range.start);
                    self.add(phrases, &text.folded().text, start, &mut found);
                }
            } else {
                self.add_within(token, text, &mut found);
            }
        }
        if !self.others.is_empty() {
            let folded = text.folded().text.as_str();
            for (start, _) in folded.char_indices() {
                for &at in &self.others {
                    self.add_at(at, folded, start, &mut found);
                }
            }
        }
        found.sort_unstable();
        found.into_iter().map(|(_, start, end)| start..end)
    }

    /// Whether one of them stands in a text.
    pub(super) fn are_in(&self, text: &Tokens) -> bool {
        self.found_in(text).next().is_some()
    }

    /// Adds the phrases whose longest word stands within a token of several words: `it’s`, `1,000`.
    fn add_within(&self, token: &Token, text: &Tokens, found: &mut Vec<Found>) {
        let folded = text.folded();
        let (mut start, end) = (folded.at(token.range.start), folded.at(token.range.end));
        while start < end {
            let rest = &folded.text[start..];
            let word = first_word(rest);
            if let Some(phrases) = self.by_word.get(word, Mark::of(word)) {
                self.add(phrases, &folded.text, start, found);
            }
            let next = rest[word.len()..].chars().next();
            start += word.len() + next.map_or(1, char::len_utf8);
        }
    }

    /// Adds those of some phrases that stand where their longest word begins at some byte of a folded text.
    fn add(&self, phrases: &[usize], folded: &str, start: usize, found: &mut Vec<Found>) {
        for &at in phrases {
            if let Some(start) = start.checked_sub(self.all[at].word) {
                self.add_at(at, folded, start, found);
            }
        }
    }

    fn add_at(&self, at: usize, folded: &str, start: usize, found: &mut Vec<Found>) {
        let end = self.all[at].end_from(folded, start);
        found.extend(end.map(|end| (at, start, end)));
    }
}

/// Whether letters and digits are one token wherever nothing goes on before or after them. `3d` is two.
fn is_one_token(word: &str) -> bool {
    let digits = word.bytes().all(|byte| byte.is_ascii_digit());
    let plain = word.bytes().all(|byte| byte.is_ascii_alphanumeric());
    !word.is_empty()
        && plain
        && (digits || word.starts_with(|first: char| first.is_ascii_alphabetic()))
}

/// The longest word of a phrase that is one token wherever it stands; empty if there is none.
fn longest_word(phrase: &str) -> Range<usize> {
    let mut longest = 0..0;
    let mut start = 0;
    while start < phrase.len() {
        let word = first_word(&phrase[start..]);
        if word.len() > longest.len() && is_one_token(word) {
            longest = start..start + word.len();
        }
        let next = phrase[start + word.len()..].chars().next();
        start += word.len() + next.map_or(1, char::len_utf8);
    }
    longest
}

/// The letters and digits with which a text begins.
fn first_word(text: &str) -> &str {
    let end = text.find(|char: char| !char.is_alphanumeric());
    &text[..end.unwrap_or(text.len())]
}

/// Whether no word goes on before or after.
fn is_whole(folded: &str, range: &Range<usize>) -> bool {
    let before = folded[..range.start].chars().next_back();
    !before.is_some_and(char::is_alphanumeric)
        && !folded[range.end..].starts_with(char::is_alphanumeric)
}

fn next_word(rest: &str) -> String {
    rest.trim_start_matches([' ', '-'])
        .chars()
        .take_while(|char| char.is_alphanumeric() || *char == '\'')
        .collect()
}

fn last_word(before: &str) -> String {
    let before = before.trim_end_matches([' ', '-']);
    let start = before
        .char_indices()
        .rev()
        .take_while(|(_, char)| char.is_alphanumeric() || *char == '\'')
        .last();
    start.map_or(String::new(), |(at, _)| before[at..].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::token::tokens;

    fn list(entry: &str) -> Phrases {
        Phrases::new(&[entry.to_owned()])
    }

    #[test]
    fn phrases_are_found_as_written() {
        let written = "İt’s SIDE‑effect\u{a0}free.";
        let text = tokens(written);
        let found = list("side-effect free")
            .found_in(&text)
            .next()
            .map(|found| &written[text.folded().written(&found)]);
        assert_eq!(found, Some("SIDE‑effect\u{a0}free"));
    }

    #[test]
    fn what_follows_can_make_something_else_of_it() {
        let cures = list("cures ! for of");
        assert!(cures.are_in(&tokens("garlic cures cancer")));
        assert!(!cures.are_in(&tokens("cures for cancer")));
        assert!(!cures.are_in(&tokens("secures it")));
        assert!(!list("").are_in(&tokens("secures it")));
        assert!(
            cures.are_in(&tokens("the cures’ fame")) && cures.are_in(&tokens("his cures’s fame"))
        );
        assert!(list("3d print").are_in(&tokens("a 3D print")));
        assert!(list("100 %").are_in(&tokens("1,100 %")));
        assert!(list("— sure").are_in(&tokens("it is — sure")));
        let likely = list("likely ! to < more less");
        assert!(likely.are_in(&tokens("it likely reduces pain")));
        assert!(!likely.are_in(&tokens("they were more likely and less likely to fall")));
    }
}
