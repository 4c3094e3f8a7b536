//! Lists that every text is searched for: of words, and of parts of words. Most words are told by a letter or two from all
//! of a list.

/// Words in small letters.
#[derive(Debug)]
pub struct WordList {
    words: &'static [&'static str],
    /// The lengths of the words with each first letter, a bit for each.
    first: [u32; 32],
    /// Those of the words with each second letter.
    second: [u32; 32],
}

impl WordList {
    /// A list of words of 2 to 31 bytes.
    pub const fn new(words: &'static [&'static str]) -> Self {
        let (mut first, mut second) = ([0; 32], [0; 32]);
        let mut at = 0;
        while at < words.len() {
            let word = words[at].as_bytes();
            first[letter(word[0])] |= 1 << word.len();
            second[letter(word[1])] |= 1 << word.len();
            at += 1;
        }
        Self {
            words,
            first,
            second,
        }
    }

    /// The words.
    #[cfg(test)]
    pub(crate) fn words(&self) -> &'static [&'static str] {
        self.words
    }

    /// Whether it has a word, whatever its case.
    pub fn has(&self, word: &str) -> bool {
        self.position(word).is_some()
    }

    /// Which of its words a word is, whatever its case.
    pub fn position(&self, word: &str) -> Option<usize> {
        let &[first, second, ..] = word.as_bytes() else {
            return None;
        };
        let lengths = self.first[letter(first)] & self.second[letter(second)];
        if word.len() >= 32 || (lengths >> word.len()) & 1 == 0 {
            return None;
        }
        let mut words = self.words.iter();
        words.position(|one| one.eq_ignore_ascii_case(word))
    }
}

/// A letter without its case: its last five bits. Other characters are taken for letters, which does no harm where what
/// is found is compared.
const fn letter(byte: u8) -> usize {
    (byte % 32) as usize
}

/// Parts of words, in small letters.
#[derive(Debug)]
pub struct PartList {
    parts: &'static [&'static str],
    /// Which parts have each letter first, second and third, a bit for each part.
    letters: [[u64; 32]; 3],
}

impl PartList {
    /// A list of at most 64 parts, each of two bytes or more.
    pub const fn new(parts: &'static [&'static str]) -> Self {
        let mut letters = [[0; 32]; 3];
        let mut at = 0;
        while at < parts.len() {
            let part = parts[at].as_bytes();
            letters[0][letter(part[0])] |= 1 << at;
            letters[1][letter(part[1])] |= 1 << at;
            let mut other = 0;
            // Anything may follow a part of two.
            while other < 32 {
                if part.len() == 2 || letter(part[2]) == other {
                    letters[2][other] |= 1 << at;
                }
                other += 1;
            }
            at += 1;
        }
        Self { parts, letters }
    }

    /// Whether a text has any of them, whatever its case.
    pub fn is_in(&self, text: &str) -> bool {
        self.find(text.as_bytes()).is_some()
    }

    /// Where the first of them begins in a text, whatever its case.
    pub fn find(&self, text: &[u8]) -> Option<usize> {
        let [first, second, _] = &self.letters;
        let mut begun = 0;
        for (at, byte) in text.iter().enumerate() {
            let may = begun & second[letter(*byte)];
            if may != 0 && self.is_at(&text[at - 1..], may) {
                return Some(at - 1);
            }
            begun = first[letter(*byte)];
        }
        None
    }

    /// Whether a text begins with one of some parts.
    fn is_at(&self, text: &[u8], mut may: u64) -> bool {
        if let Some(third) = text.get(2) {
            may &= self.letters[2][letter(*third)];
        }
        while may != 0 {
            let part = self.parts[may.trailing_zeros() as usize].as_bytes();
            let begin = text.get(..part.len());
            if begin.is_some_and(|begin| begin.eq_ignore_ascii_case(part)) {
                return true;
            }
            may &= may - 1;
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::{PartList, WordList};

    #[test]
    fn a_word_is_found_whatever_its_case() {
        static LIST: WordList = WordList::new(&["fell", "up", "rose"]);
        for word in ["fell", "Up", "ROSE"] {
            assert!(LIST.has(word), "{word}");
        }
        for word in [
            "",
            "fall",
            "rise",
            "é",
            "u",
            "{up",
            "risen",
            &"f".repeat(40),
        ] {
            assert!(!LIST.has(word), "{word}");
        }
        assert_eq!(LIST.position("UP"), Some(1));
    }

    #[test]
    fn a_part_is_found_wherever_it_stands() {
        static LIST: PartList = PartList::new(&["harm", "side effect", "no "]);
        for text in ["pharmacy", "HARM", "A Side Effect", "no harm", "é no é"] {
            assert!(LIST.is_in(text), "{text}");
        }
        for text in ["", "h", "har", "side", "side effec", "no", "é"] {
            assert!(!LIST.is_in(text), "{text}");
        }
    }
}
