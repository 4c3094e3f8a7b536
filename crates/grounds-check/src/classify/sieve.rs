//! A sieve before a list of words: it tells of most words that they are not in the list.
//!
//! Each word of a text is sought in many lists, and is in hardly any. It is hashed once, when the text is taken
//! apart; then each list looks at one bit.

use std::hash::BuildHasher as _;

use foldhash::fast::FixedState;

/// The hash of a word, by which sieves know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark(pub(super) u64);

impl Mark {
    pub(crate) fn of(word: &str) -> Self {
        Self(FixedState::default().hash_one(word))
    }

    /// One of 64 bits, by which a few words are told from most others.
    pub(crate) fn bit(self) -> u64 {
        1 << (self.0 & 63)
    }
}

/// A bit for each word of a list; a few other words share them.
#[derive(Debug)]
pub(crate) struct Sieve(Box<[u64]>);

/// The most blocks of 64 bits. Up to here there is one for each word, so that of 64 other words one passes; the sieve
/// of a very long list is less fine, and still at hand for the processor.
const MOST: usize = 1 << 9;

impl Sieve {
    pub(crate) fn of<'a>(words: impl Iterator<Item = &'a (impl AsRef<str> + ?Sized + 'a)>) -> Self {
        Self::of_marks(words.map(|word| Mark::of(word.as_ref())))
    }

    /// The same of words that have been hashed.
    pub(crate) fn of_marks(words: impl Iterator<Item = Mark>) -> Self {
        let words: Vec<Mark> = words.collect();
        let blocks = words.len().clamp(1, MOST).next_power_of_two();
        let mut sieve = Self(vec![0; blocks].into());
        for word in words {
            let (block, bit) = sieve.spot(word);
            sieve.0[block] |= bit;
        }
        sieve
    }

    /// Whether the list may have a word.
    pub(crate) fn may_have(&self, word: Mark) -> bool {
        let (block, bit) = self.spot(word);
        self.0[block] & bit != 0
    }

    /// The bit of a word, and the block that it is in.
    fn spot(&self, Mark(hash): Mark) -> (usize, u64) {
        // Only the low bits of a hash choose its block.
        let block = (hash >> 6) as usize & (self.0.len() - 1);
        (block, Mark(hash).bit())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sieve_holds_back_most_words_and_none_of_its_own() {
        let own = ["study", "trial", "review", "meta", "é", ""];
        let sieve = Sieve::of(own.iter());
        let may_have = |word: &&&str| sieve.may_have(Mark::of(word));
        assert_eq!(own.iter().filter(may_have).count(), own.len());
        let others = ["the", "of", "and", "needling", "raises", "counts", "trials"];
        assert!(others.iter().filter(may_have).count() < 2);
    }
}
