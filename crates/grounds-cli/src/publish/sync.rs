//! Making sure that what was written outlasts a loss of power.
//!
//! A few files are synced one by one. One by one, forty thousand take longer than all else
//! together; then the whole file system is synced once, where that can be done.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

#[cfg(target_os = "linux")]
use grounds_load::{EntryKind, entries};
use rayon::prelude::*;

/// How many files are synced one by one before the file system is.
const FEW: usize = 64;

/// The files of an export that have to be synced.
pub(super) struct Sync {
    files: AtomicUsize,
    /// A folder on the file system, opened before anything is written: so the kernel tells of every
    /// write that failed since.
    #[cfg(target_os = "linux")]
    folder: File,
}

impl Sync {
    /// To be called before anything is written to `folder`.
    #[cfg_attr(
        not(target_os = "linux"),
        expect(
            unused_variables,
            reason = "only Linux syncs a file system by a folder on it"
        )
    )]
    pub(super) fn begin(folder: &Path) -> io::Result<Self> {
        Ok(Self {
            files: AtomicUsize::new(0),
            #[cfg(target_os = "linux")]
            folder: File::open(folder)?,
        })
    }

    /// A file was written.
    pub(super) fn written(&self, file: &File) -> io::Result<()> {
        let before = self.files.fetch_add(1, Ordering::Relaxed);
        if cfg!(target_os = "linux") && before >= FEW {
            Ok(())
        } else {
            file.sync_all()
        }
    }

    /// All files were written, in these folders.
    pub(super) fn finish(&self, folders: &[PathBuf]) -> io::Result<()> {
        #[cfg(target_os = "linux")]
        if self.files.load(Ordering::Relaxed) > FEW {
            match rustix::fs::syncfs(&self.folder) {
                Err(rustix::io::Errno::NOSYS | rustix::io::Errno::INVAL) => {
                    folders.par_iter().try_for_each(|folder| each_in(folder))?;
                }
                done => return Ok(done?),
            }
        }
        folders.iter().try_for_each(|path| folder(path))
    }
}

/// Syncs each file in a folder.
#[cfg(target_os = "linux")]
fn each_in(folder: &Path) -> io::Result<()> {
    entries(folder)?.par_iter().try_for_each(|entry| {
        if entry.kind == EntryKind::File {
            File::open(folder.join(&entry.name))?.sync_all()?;
        }
        Ok(())
    })
}

/// Makes the names in a folder outlast a loss of power; only Unix knows how.
pub(super) fn folder(path: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(path)?.sync_all()?;
    }
    Ok(())
}
