//! A sieve before a list of words: it tells of most words that they are not in the list.
//!
//! Each word of a text is sought in many lists, and is in hardly any. To look at its ends and its length takes a
//! tenth of what it takes to hash it.

/// What the words of a list begin and end with, and how long they are.
#[derive(Debug, Default)]
pub(crate) struct Sieve([u64; BLOCKS]);

const BLOCKS: usize = 32;

impl Sieve {
    pub(crate) fn of<'a>(words: impl Iterator<Item = &'a (impl AsRef<str> + ?Sized + 'a)>) -> Self {
        let mut sieve = Self::default();
        for word in words {
            sieve.add(word.as_ref());
        }
        sieve
    }

    /// Adds a word.
    pub(crate) fn add(&mut self, word: &str) {
        let (block, bit) = spot(word);
        self.0[block] |= bit;
    }

    /// Whether the list may have a word of another.
    pub(crate) fn meets(&self, other: &Self) -> bool {
        let both = self.0.iter().zip(&other.0).map(|(a, b)| a & b);
        both.fold(0, |any, both| any | both) != 0
    }

    /// Whether the list may have a word.
    pub(crate) fn may_have(&self, word: &str) -> bool {
        let (block, bit) = spot(word);
        self.0[block] & bit != 0
    }
}

/// The bit of a word, and the block that it is in.
fn spot(word: &str) -> (usize, u64) {
    let end = |byte: Option<&u8>| usize::from(byte.copied().unwrap_or_default());
    let (first, last) = (word.as_bytes().first(), word.as_bytes().last());
    // Odd numbers spread neighbours apart.
    let mixed = end(first) * 23 + end(last) * 59 + word.len() * 311;
    ((mixed / 64) % BLOCKS, 1 << (mixed % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sieve_holds_back_most_words_and_none_of_its_own() {
        let own = ["study", "trial", "review", "meta", "é", ""];
        let sieve = Sieve::of(own.iter());
        assert!(own.iter().all(|word| sieve.may_have(word)));
        let others = ["the", "of", "and", "needling", "raises", "counts", "trials"];
        assert!(others.iter().all(|word| !sieve.may_have(word)));
        assert!(!sieve.meets(&Sieve::of(others.iter())));
        assert!(sieve.meets(&Sieve::of(["the", "trial"].iter())));
    }
}
