//! A set of bytes, and the first of them in a text: how the readers step over what means nothing to them.

/// A set of bytes, made at compile time.
pub(crate) struct ByteSet([bool; 256]);

/// The letters and digits of ASCII.
pub(crate) const LETTERS_AND_DIGITS: ByteSet =
    ByteSet::of(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

impl ByteSet {
    /// The set of some bytes.
    pub(crate) const fn of(bytes: &[u8]) -> Self {
        Self([false; 256]).and(bytes)
    }

    /// The set with some bytes more.
    pub(crate) const fn and(mut self, bytes: &[u8]) -> Self {
        let mut at = 0;
        while at < bytes.len() {
            self.0[bytes[at] as usize] = true;
            at += 1;
        }
        self
    }

    /// The set with all that begin a character outside ASCII.
    pub(crate) const fn and_beyond_ascii(mut self) -> Self {
        let mut lead = 0xC2;
        while lead < 256 {
            self.0[lead] = true;
            lead += 1;
        }
        self
    }

    /// The set of all other bytes.
    pub(crate) const fn inverted(mut self) -> Self {
        let mut byte = 0;
        while byte < 256 {
            self.0[byte] = !self.0[byte];
            byte += 1;
        }
        self
    }

    /// Where the first byte of the set stands.
    pub(crate) fn position(&self, bytes: &[u8]) -> Option<usize> {
        bytes.iter().position(|byte| self.0[usize::from(*byte)])
    }

    /// The same, in less time where the first one is likely far.
    pub(crate) fn far_position(&self, bytes: &[u8]) -> Option<usize> {
        // Eight bytes are looked up without a question between.
        let (eights, _) = bytes.as_chunks::<8>();
        let any = |any, byte: &u8| any | self.0[usize::from(*byte)];
        let clear = eights
            .iter()
            .take_while(|eight| !eight.iter().fold(false, any));
        let clear = clear.count() * 8;
        Some(clear + self.position(&bytes[clear..])?)
    }
}

#[cfg(test)]
mod tests {
    use super::ByteSet;

    #[test]
    fn the_first_byte_of_a_set_is_found() {
        let set = ByteSet::of(b"*_");
        assert_eq!(set.position(b"ab_c*"), Some(2));
        assert_eq!(set.position("ab\u{e9}".as_bytes()), None);
        let set = set.and_beyond_ascii();
        assert_eq!(set.position("ab\u{e9}".as_bytes()), Some(2));
        assert_eq!(set.inverted().position(b"*_a"), Some(2));
    }
}
