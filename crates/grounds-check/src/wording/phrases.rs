//! A list of phrases, looked for in one pass through a text.
//!
//! An entry of a list is the phrase, and after ` ! ` the words that make something else of it:
//! `cures ! for of` is no cure that is promised but the plural of a noun. After ` < ` stand the words that
//! do so before it: `likely < more less` is no hedge in "more likely".

use std::collections::HashSet;
use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use foldhash::fast::FixedState;
use smol_str::SmolStr;

use crate::classify::lexicon::Sieve;
use crate::classify::token::{Tokens, tokens};

/// Phrases in folded letters, each with the words that must not stand beside it.
#[derive(Debug)]
pub(super) struct Phrases {
    automaton: Option<AhoCorasick>,
    beside: Vec<Beside>,
    /// The longest word of each phrase, without which it does not stand there; `None` if one has no word.
    needed: Option<Needed>,
}

/// Words of which one must be in a text.
#[derive(Debug)]
struct Needed {
    sieve: Sieve,
    words: HashSet<SmolStr, FixedState>,
}

/// The words that make something else of a phrase.
#[derive(Debug)]
struct Beside {
    before: Vec<String>,
    after: Vec<String>,
}

impl Phrases {
    pub(super) fn new(entries: &[String]) -> Self {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect();
        let parted = |entry: &String| {
            let (entry, before) = entry.split_once(" < ").unwrap_or((entry, ""));
            let (phrase, after) = entry.split_once(" ! ").unwrap_or((entry, ""));
            let (before, after) = (words(before), words(after));
            (phrase.trim().to_owned(), Beside { before, after })
        };
        let (phrases, beside): (Vec<String>, Vec<Beside>) = entries.iter().map(parted).unzip();
        let longest = |phrase: &String| {
            let words = tokens(phrase);
            let longest = words.iter().max_by_key(|word| word.text.len());
            longest.map(|word| word.text.clone())
        };
        let needed: Option<HashSet<SmolStr, FixedState>> = phrases.iter().map(longest).collect();
        // A list beyond what an automaton can hold cannot be written in a settings file.
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            // The letters that it looks for first stand in every sentence.
            .prefilter(false)
            .build(&phrases)
            .ok();
        Self {
            automaton: automaton.filter(|_| !phrases.is_empty()),
            beside,
            needed: needed.map(|words| Needed {
                sieve: Sieve::of(words.iter()),
                words,
            }),
        }
    }

    /// Whether there are none to look for.
    pub(super) fn is_empty(&self) -> bool {
        self.automaton.is_none()
    }

    /// Where each phrase stands in the folded text as whole words, in the order of the list.
    pub(super) fn found_in(&self, text: &Tokens) -> impl Iterator<Item = Range<usize>> + use<> {
        // Most texts have none of them, which is told by their words.
        let possible = self.needed.as_ref().is_none_or(|it| it.is_in(text));
        let automaton = self.automaton.iter().filter(|_| possible);
        let folded = text.folded().text.as_str();
        let mut found: Vec<_> = automaton
            .flat_map(|automaton| automaton.find_overlapping_iter(folded))
            .filter(|found| is_whole(folded, &found.range()))
            .filter(|found| {
                let Beside { before, after } = &self.beside[found.pattern().as_usize()];
                (after.is_empty() || !after.contains(&next_word(&folded[found.end()..])))
                    && (before.is_empty() || !before.contains(&last_word(&folded[..found.start()])))
            })
            .map(|found| (found.pattern(), found.start(), found.end()))
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(_, start, end)| start..end)
    }

    /// Whether one of them stands in a text.
    pub(super) fn are_in(&self, text: &Tokens) -> bool {
        self.found_in(text).next().is_some()
    }
}

impl Needed {
    fn is_in(&self, text: &Tokens) -> bool {
        let mut words = text.iter().map(|token| token.text.as_str());
        text.may_have(&self.sieve)
            && words.any(|word| self.sieve.may_have(word) && self.words.contains(word))
    }
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
        let likely = list("likely ! to < more less");
        assert!(likely.are_in(&tokens("it likely reduces pain")));
        assert!(!likely.are_in(&tokens("they were more likely and less likely to fall")));
    }
}
