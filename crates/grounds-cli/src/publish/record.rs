//! What the last export to a target was made of, and what it wrote: so that an export in which nothing
//! changed is known before one of its files is made.
//!
//! The record stands in the file of the lock, which outlasts the run. It is never believed alone: the files at
//! the target are read, and must be those that were written. Where somebody edited, added or removed one, or the
//! record is lost or half written, every file is made and compared.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::Path;

use serde::{Deserialize, Serialize};

/// The digest of a file's content.
pub(super) type Digest = blake3::Hash;

/// The most bytes that a record has.
const LONGEST: u64 = 1000;

/// What the last export was made of, and what it wrote.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Record {
    /// A digest of all that its files were made of.
    pub(super) made_of: String,
    /// The digest of its files.
    pub(super) files: String,
}

impl Record {
    /// The record in a file, if there is a whole one.
    pub(super) fn read(mut file: &File) -> Option<Self> {
        let mut text = Vec::new();
        file.rewind().ok()?;
        file.take(LONGEST).read_to_end(&mut text).ok()?;
        serde_json::from_slice(&text).ok()
    }

    /// Writes the record, unless the file has it. It may get lost: then the next export is slower.
    pub(super) fn keep(&self, mut file: &File) -> io::Result<()> {
        if Self::read(file).as_ref() == Some(self) {
            return Ok(());
        }
        file.set_len(0)?;
        file.rewind()?;
        file.write_all(&serde_json::to_vec(self)?)
    }
}

/// The digest of the content of a file.
pub(super) fn of_file(path: &Path) -> io::Result<Digest> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(File::open(path)?)?;
    Ok(hasher.finalize())
}

/// The digest of files, each with its path in the export.
pub(super) fn of_files<'a>(files: impl IntoIterator<Item = (&'a str, Digest)>) -> String {
    let mut files: Vec<(&str, Digest)> = files.into_iter().collect();
    files.sort_unstable_by_key(|(path, _)| *path);
    let mut hasher = blake3::Hasher::new();
    for (path, digest) in files {
        hasher.update(path.as_bytes());
        // No path holds this byte, so no two lists are written alike.
        hasher.update(b"\0");
        hasher.update(digest.as_bytes());
    }
    hasher.finalize().to_hex().to_string()
}
