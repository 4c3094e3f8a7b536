//! The files of a content set: the only part of this crate that touches the world.

mod entries;
mod layout;
mod walk;

use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

pub use entries::{EntryKind, FolderEntry, entries};
pub(crate) use layout::{
    Folder, Rename, Role, Stray, as_key, folder_of_records, nearly_folder, role,
};
pub(crate) use walk::{Listed, read_again};

/// The largest file that is read, in bytes. A long article has some 100 kB.
pub const MAX_FILE_SIZE: u64 = 5_000_000;

/// How many files a content set may have: more is not a content set but a mistaken folder.
pub const MAX_FILES: usize = 2_000_000;

/// The settings, which make a folder a content set.
pub const SETTINGS_FILE: &str = "grounds.toml";

/// The path of the folder of a theme, from how the settings name it; `None` where it does not stand in
/// the set.
pub fn theme_path(named: &str) -> Option<&str> {
    let path = named.strip_prefix("./").unwrap_or(named);
    let path = path.strip_suffix('/').unwrap_or(path);
    let plain = |step: &str| !step.is_empty() && !step.starts_with('.');
    let sound = path.split('/').all(plain) && !path.contains(['\\', ':', '\0']);
    sound.then_some(path)
}

/// A file of a content set, as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawFile {
    /// The path in the content set, with `/` on every system.
    pub path: String,
    /// What is in it.
    pub content: Content,
}

impl RawFile {
    /// A file that was read.
    pub fn new(path: impl Into<String>, content: impl Into<Vec<u8>>) -> Self {
        Self {
            path: path.into(),
            content: Content::Bytes(content.into()),
        }
    }
}

/// What was found at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A file, and its bytes.
    Bytes(Vec<u8>),
    /// A file or folder that could not be read, and why, as a clause.
    Unreadable(String),
    /// A file of more than [`MAX_FILE_SIZE`] bytes, and its size. It was not read.
    TooLarge(u64),
    /// Something that is no file, such as `a named pipe`. It was not opened.
    NotAFile(&'static str),
    /// A file of no use where it stands. It was not opened.
    Stray,
    /// A folder whose name is nearly that of one that is read.
    StrayFolder,
}

/// Why a content set could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The folder is not there, or is no folder.
    #[error("`{}` is not a folder", .0.display())]
    NotAFolder(PathBuf),
    /// The folder is no content set.
    #[error("`{}` is not a content set: it has no `{SETTINGS_FILE}`", .0.display())]
    NoSettings(PathBuf),
    /// The folder cannot be listed.
    #[error("`{}` cannot be read", path.display())]
    Unreadable {
        /// The folder.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The folder holds more files than any content set does.
    #[error("`{}` holds more than {MAX_FILES} files", .0.display())]
    TooManyFiles(PathBuf),
}

/// Reads the files of the content set in the folder `root`, in the order of their paths.
///
/// Hidden files and editors' backups are left out; nothing outside `root` is read, also where a
/// symbolic link leads there.
///
/// # Errors
/// The folder is no content set, or cannot be listed. What is wrong with single files is
/// [`Content`].
pub fn read(root: &Path) -> Result<Vec<RawFile>, ReadError> {
    let listed = list(root)?;
    let files = listed.into_par_iter().map(|file| RawFile {
        content: file.read(),
        path: file.path,
    });
    Ok(files.collect())
}

/// Reads one file of the content set in the folder `root` again, given its path in the set.
///
/// `None` where only a walk through the set tells what stands there: it is gone or no plain file, or it or a folder
/// above it is a symbolic link.
pub fn read_one(root: &Path, path: &str) -> Option<RawFile> {
    let mut place = root.to_owned();
    let mut steps = path.split('/').peekable();
    while let Some(step) = steps.next() {
        if step.is_empty() || step.starts_with('.') {
            return None;
        }
        place.push(step);
        let kind = std::fs::symlink_metadata(&place).ok()?.file_type();
        let sound = if steps.peek().is_some() {
            kind.is_dir()
        } else {
            kind.is_file()
        };
        if !sound {
            return None;
        }
    }
    Some(RawFile {
        path: path.to_owned(),
        content: walk::contents(&place),
    })
}

/// Whether a file at this path in a set would be no part of it, whatever is in it: a hidden file, an editor's backup, or
/// one of another kind than those that are read.
pub fn is_passed_over(path: &str) -> bool {
    role(path) == Role::Ignored
}

/// Lists the files of the content set in the folder `root`, in the order of their paths. None is
/// opened.
pub(crate) fn list(root: &Path) -> Result<Vec<Listed>, ReadError> {
    let unreadable = |source| ReadError::Unreadable {
        path: root.to_owned(),
        source,
    };
    match std::fs::metadata(root) {
        Ok(metadata) if metadata.is_dir() => {}
        Ok(_) => return Err(ReadError::NotAFolder(root.to_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(ReadError::NotAFolder(root.to_owned()));
        }
        Err(error) => return Err(unreadable(error)),
    }
    if std::fs::symlink_metadata(root.join(SETTINGS_FILE)).is_err() {
        return Err(ReadError::NoSettings(root.to_owned()));
    }
    let mut files = walk::walk(root).map_err(unreadable)?;
    if files.len() > MAX_FILES {
        return Err(ReadError::TooManyFiles(root.to_owned()));
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

#[cfg(test)]
mod tests;
