//! The entries of a folder.
//!
//! `std::fs::read_dir` panics where a folder cannot be closed. That should not happen; but an
//! export that has just put a site in place must not die of it.

use std::ffi::OsString;
use std::io;
use std::path::Path;

/// An entry of a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderEntry {
    /// Its name.
    pub name: OsString,
    /// What it is, links not followed.
    pub kind: EntryKind,
}

/// What an entry of a folder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// A folder.
    Folder,
    /// A regular file.
    File,
    /// Anything else, such as a link.
    Other,
}

impl EntryKind {
    fn of(kind: std::fs::FileType) -> Self {
        if kind.is_dir() {
            Self::Folder
        } else if kind.is_file() {
            Self::File
        } else {
            Self::Other
        }
    }
}

/// The entries of a folder, in no particular order.
#[cfg(unix)]
pub fn entries(folder: &Path) -> io::Result<Vec<FolderEntry>> {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    use rustix::fs::{Dir, FileType, Mode, OFlags};

    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let mut found = Vec::new();
    for entry in Dir::new(rustix::fs::open(folder, flags, Mode::empty())?)? {
        let entry = entry?;
        let name = OsStr::from_bytes(entry.file_name().to_bytes());
        if name == "." || name == ".." {
            continue;
        }
        let kind = match entry.file_type() {
            FileType::Directory => EntryKind::Folder,
            FileType::RegularFile => EntryKind::File,
            // Some file systems do not say.
            FileType::Unknown => {
                EntryKind::of(std::fs::symlink_metadata(folder.join(name))?.file_type())
            }
            _ => EntryKind::Other,
        };
        found.push(FolderEntry {
            name: name.to_owned(),
            kind,
        });
    }
    Ok(found)
}

/// The entries of a folder, in no particular order.
#[cfg(not(unix))]
pub fn entries(folder: &Path) -> io::Result<Vec<FolderEntry>> {
    let entries = std::fs::read_dir(folder)?;
    let listed = entries.map(|entry| {
        let entry = entry?;
        Ok(FolderEntry {
            name: entry.file_name(),
            kind: EntryKind::of(entry.file_type()?),
        })
    });
    listed.collect()
}
