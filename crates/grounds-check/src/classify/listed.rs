//! The words of a list, each with what is known of it.
//!
//! Each word of a text is sought in many lists, and is in hardly any. It is hashed once, when the text is taken
//! apart; then a sieve tells of most lists that it is not in them, and the others find it by the same hash.

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use smol_str::SmolStr;

use super::sieve::{Mark, Sieve};
use super::token::Token;

/// Words with what is known of each.
#[derive(Debug)]
pub(crate) struct Listed<T> {
    words: HashTable<(Mark, SmolStr, T)>,
    sieve: Sieve,
}

impl<T> Listed<T> {
    /// Lists words; what is known of a word that comes again is added to what was.
    pub(crate) fn of(
        words: impl IntoIterator<Item = (SmolStr, T)>,
        add: impl Fn(&mut T, T),
    ) -> Self {
        let mut listed = HashTable::new();
        for (word, known) in words {
            let mark = Mark::of(&word);
            let is_it = |(_, other, _): &(Mark, SmolStr, T)| *other == word;
            match listed.entry(mark.0, is_it, |(mark, ..)| mark.0) {
                Entry::Occupied(mut entry) => add(&mut entry.get_mut().2, known),
                Entry::Vacant(entry) => {
                    entry.insert((mark, word, known));
                }
            }
        }
        Self {
            sieve: Sieve::of_marks(listed.iter().map(|(mark, ..)| *mark)),
            words: listed,
        }
    }

    /// What is known of a word, if it is listed.
    pub(crate) fn get(&self, word: &str, mark: Mark) -> Option<&T> {
        if !self.sieve.may_have(mark) {
            return None;
        }
        let is_it = |(_, listed, _): &(Mark, SmolStr, T)| *listed == *word;
        self.words.find(mark.0, is_it).map(|(.., known)| known)
    }

    /// The same of a word of a text.
    pub(crate) fn of_token(&self, token: &Token) -> Option<&T> {
        self.get(&token.text, token.mark)
    }

    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        let words = self.words.iter();
        words.map(|(_, word, known)| (word.as_str(), known))
    }

    /// The words.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.iter().map(|(word, _)| word)
    }
}
