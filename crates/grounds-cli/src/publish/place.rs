//! The place of an export: the target, what is beside it, and the lock that keeps others away.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io;
use std::path::{Component, Path, PathBuf};

use grounds_load::{EntryKind, FolderEntry, entries};
use rayon::prelude::*;

use super::former::Standing;
use super::tree::Aside;
use super::{PublishError, Result, failed, sync};

/// Where an export is to stand. As long as it is held, nobody else writes there.
pub(super) struct Place {
    pub(super) target: PathBuf,
    pub(super) parent: PathBuf,
    /// How the names of our folders beside the target begin.
    pub(super) aside_prefix: OsString,
    pub(super) lock: Lock,
}

impl Place {
    /// Takes the place for this run, and clears away what killed runs left beside it.
    pub(super) fn take(target: &Path) -> Result<Self> {
        let target = absolute(target)?;
        let (Some(parent), Some(name)) = (target.parent(), target.file_name()) else {
            return Err(PublishError::NoFolder(target));
        };
        // Before anything is made beside what is not ours.
        Standing::at(&target)?;
        let parent = parent.to_owned();
        fs::create_dir_all(&parent).map_err(failed(&parent))?;
        let lock = Lock::take(&parent.join(prefixed(".", name, ".lock")), &target)?;
        let place = Self {
            aside_prefix: prefixed(".", name, ".grounds-"),
            target,
            parent,
            lock,
        };
        place.clear()?;
        Ok(place)
    }

    /// Removes what killed runs left beside the target. The lock is held: nobody works on it.
    fn clear(&self) -> Result<()> {
        for FolderEntry { name, kind } in entries(&self.parent).map_err(failed(&self.parent))? {
            let prefix = self.aside_prefix.as_encoded_bytes();
            if kind == EntryKind::Folder && name.as_encoded_bytes().starts_with(prefix) {
                let aside = self.parent.join(&name);
                // A run that was killed between two renames left the target here.
                let old = aside.join("old");
                if old.is_dir() && is_missing(&self.target) {
                    fs::rename(&old, &self.target).map_err(failed(&self.target))?;
                }
                remove_folder(&aside).map_err(failed(&aside))?;
            }
        }
        Ok(())
    }

    /// Puts the new export in the place of the target, and removes the former one.
    pub(super) fn replace(&self, aside: Aside) -> Result<()> {
        self.put(&aside.new_root(), &aside.old_root())
            .map_err(failed(&self.target))?;
        sync::folder(&self.parent).map_err(|source| PublishError::Unsynced {
            path: self.parent.clone(),
            source,
        })?;
        // What cannot be removed now is removed by the next run.
        let _ = remove_folder(&aside.folder.keep());
        Ok(())
    }

    /// Puts `new` in the place of the target; what was there goes to `new` or to `old`.
    fn put(&self, new: &Path, old: &Path) -> io::Result<()> {
        if is_missing(&self.target) {
            return fs::rename(new, &self.target);
        }
        if exchange(&self.target, new)? {
            return Ok(());
        }
        // Without an exchange there is a moment in which the target is missing; never one in which
        // it is half of each. The next run mends what is left of a run that is killed here.
        fs::rename(&self.target, old)?;
        fs::rename(new, &self.target).inspect_err(|_| {
            // The former export goes back; if even that fails, it is whole in `old`.
            let _ = fs::rename(old, &self.target);
        })
    }
}

fn absolute(path: &Path) -> Result<PathBuf> {
    let path = std::path::absolute(path).map_err(failed(path))?;
    // `site/.` and `site/..` have no name of their own to put in place.
    let plain = |part| !matches!(part, Component::ParentDir);
    if path.components().all(plain) {
        return Ok(path);
    }
    // What is not there yet is named from the nearest folder that is.
    let there = path.ancestors().find_map(|above| {
        let real = fs::canonicalize(above).ok()?;
        let rest = path.strip_prefix(above).ok()?;
        rest.components().all(plain).then(|| {
            if rest.as_os_str().is_empty() {
                real.clone()
            } else {
                real.join(rest)
            }
        })
    });
    match there {
        Some(path) => Ok(path),
        None => fs::canonicalize(&path).map_err(failed(&path)),
    }
}

fn prefixed(before: &str, name: &OsStr, after: &str) -> OsString {
    let mut whole = OsString::from(before);
    whole.push(name);
    whole.push(after);
    whole
}

fn is_missing(path: &Path) -> bool {
    fs::symlink_metadata(path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
}

/// A lock that goes with the process that holds it: closing the file unlocks it.
///
/// The file stays, with the record of the last export.
pub(super) struct Lock(pub(super) File);

impl Lock {
    /// Takes the lock at `path` for the export to `target`.
    pub(super) fn take(path: &Path, target: &Path) -> Result<Self> {
        // Not truncated: where nothing changes, nothing is written.
        let mut options = File::options();
        let options = options.read(true).write(true).create(true).truncate(false);
        let file = options.open(path).map_err(failed(path))?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(fs::TryLockError::WouldBlock) => Err(PublishError::Busy(target.to_owned())),
            Err(fs::TryLockError::Error(error)) => Err(failed(path)(error)),
        }
    }
}

/// Removes a folder and all in it; the files of each folder in parallel.
fn remove_folder(path: &Path) -> io::Result<()> {
    entries(path)?.par_iter().try_for_each(|entry| {
        let inner = path.join(&entry.name);
        match entry.kind {
            EntryKind::Folder => remove_folder(&inner),
            EntryKind::File | EntryKind::Other => fs::remove_file(inner),
        }
    })?;
    fs::remove_dir(path)
}

/// Exchanges two folders in one step; says whether the file system can.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(a: &Path, b: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::NOSYS | Errno::INVAL | Errno::NOTSUP) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}
