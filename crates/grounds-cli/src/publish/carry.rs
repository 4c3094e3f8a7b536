//! A file of the export against the same file of the former one.
//!
//! The content is compared as it comes. As long as it is the same, nothing is written; where it
//! differs, a new file begins with what was the same so far. So each file is made once, whether it
//! changed or not, and none has to be held in memory.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, Write};

use super::record::Digest;

/// A file that is being written, if it has to be.
pub(super) struct Carry<'a> {
    former: Option<File>,
    same: u64,
    new: Option<File>,
    create: &'a dyn Fn() -> io::Result<File>,
    read: Vec<u8>,
    hasher: blake3::Hasher,
}

impl<'a> Carry<'a> {
    /// `former` is the file as it was, `create` begins the new one.
    pub(super) fn new(former: Option<File>, create: &'a dyn Fn() -> io::Result<File>) -> Self {
        Self {
            former,
            same: 0,
            new: None,
            create,
            read: Vec::new(),
            hasher: blake3::Hasher::new(),
        }
    }

    /// The new file, or none, if the former one is the same; and the digest of what was written.
    pub(super) fn finish(mut self) -> io::Result<(Option<File>, Digest)> {
        if self.new.is_none() && !self.former_ends() {
            self.begin()?;
        }
        Ok((self.new, self.hasher.finalize()))
    }

    fn former_ends(&mut self) -> bool {
        let former = self.former.as_mut();
        former.is_some_and(|former| matches!(former.read(&mut [0]), Ok(0)))
    }

    fn former_goes_on_with(&mut self, bytes: &[u8]) -> bool {
        let Some(former) = &mut self.former else {
            return false;
        };
        self.read.resize(bytes.len(), 0);
        former.read_exact(&mut self.read).is_ok() && self.read == bytes
    }

    /// Begins the new file with what was the same.
    fn begin(&mut self) -> io::Result<&mut File> {
        let mut new = (self.create)()?;
        if let Some(mut former) = self.former.take()
            && self.same > 0
        {
            former.rewind()?;
            let copied = io::copy(&mut former.take(self.same), &mut new)?;
            if copied != self.same {
                return Err(io::Error::other("the former file was changed meanwhile"));
            }
        }
        Ok(self.new.insert(new))
    }
}

impl Write for Carry<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = if let Some(new) = &mut self.new {
            new.write(bytes)?
        } else if self.former_goes_on_with(bytes) {
            self.same += bytes.len() as u64;
            bytes.len()
        } else {
            self.begin()?.write(bytes)?
        };
        self.hasher.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What becomes of a file with the content `former` when `pieces` are written to it.
    fn carried(former: &str, pieces: &[&str]) -> Option<String> {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        std::fs::write(path("former"), former).unwrap();
        let create = || File::create_new(path("new"));
        let mut carry = Carry::new(File::open(path("former")).ok(), &create);
        for piece in pieces {
            carry.write_all(piece.as_bytes()).unwrap();
        }
        let (new, digest) = carry.finish().unwrap();
        assert_eq!(digest, blake3::hash(pieces.concat().as_bytes()));
        new?;
        assert_eq!(std::fs::read_to_string(path("former")).unwrap(), former);
        Some(std::fs::read_to_string(path("new")).unwrap())
    }

    #[test]
    fn only_what_differs_is_written() {
        assert_eq!(carried("one two", &["one ", "two"]), None);
        assert_eq!(carried("", &[]), None);
        for (former, pieces) in [
            ("one two", &["one ", "three"] as &[&str]),
            ("one two", &["two ", "two"]),
            ("one two three", &["one ", "two"]),
            ("one", &["one", " two"]),
            ("one", &[]),
            ("", &["one"]),
        ] {
            assert_eq!(carried(former, pieces), Some(pieces.concat()), "{former}");
        }
    }
}
