//! A list of phrases, looked for in one pass through a text.

use std::ops::Range;

use aho_corasick::AhoCorasick;

use super::is_whole;

/// Phrases in small letters.
#[derive(Debug)]
pub(super) struct Phrases {
    automaton: Option<AhoCorasick>,
}

impl Phrases {
    pub(super) fn new(phrases: &[String]) -> Self {
        // A list beyond what an automaton can hold cannot be written in a settings file.
        let automaton = AhoCorasick::new(phrases).ok();
        Self {
            automaton: automaton.filter(|_| !phrases.is_empty()),
        }
    }

    /// Where each phrase first stands as whole words, in the order of the list.
    pub(super) fn found_in(&self, lower: &str) -> impl Iterator<Item = Range<usize>> + use<> {
        let automaton = self.automaton.iter();
        let mut found: Vec<_> = automaton
            .flat_map(|automaton| automaton.find_overlapping_iter(lower))
            .filter(|found| is_whole(lower, &found.range()))
            .map(|found| (found.pattern(), found.start(), found.end()))
            .collect();
        found.sort_unstable();
        found.dedup_by_key(|(phrase, ..)| *phrase);
        found.into_iter().map(|(_, start, end)| start..end)
    }
}
