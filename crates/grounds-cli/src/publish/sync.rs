//! Making sure that what was written outlasts a loss of power.
//!
//! A few files are synced one by one. One by one, forty thousand take longer than all else
//! together; then the whole file system is synced once, where that can be done. Nothing is synced
//! before everything is written, since only then it is known whether there are few.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

#[cfg(target_os = "linux")]
use grounds_load::{EntryKind, entries};
use rayon::prelude::*;

/// How many files are synced one by one before the file system is.
const FEW: usize = 64;

/// The files of an export that have to be synced.
pub(super) struct Sync {
    written: Mutex<Written>,
    /// A folder on the file system, opened before anything is written: so the kernel tells of every
    /// write that failed since.
    #[cfg(target_os = "linux")]
    folder: File,
}

/// The files that were written.
enum Written {
    Few(Vec<File>),
    Many,
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
            written: Mutex::new(Written::Few(Vec::new())),
            #[cfg(target_os = "linux")]
            folder: File::open(folder)?,
        })
    }

    /// A file was written.
    pub(super) fn written(&self, file: File) -> io::Result<()> {
        if !cfg!(target_os = "linux") {
            return file.sync_all();
        }
        let mut written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        match &mut *written {
            Written::Few(files) if files.len() < FEW => files.push(file),
            Written::Few(_) => *written = Written::Many,
            Written::Many => {}
        }
        Ok(())
    }

    /// All files were written, in these folders.
    pub(super) fn finish(&self, folders: &[PathBuf]) -> io::Result<()> {
        let written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        match &*written {
            Written::Few(files) => files.par_iter().try_for_each(File::sync_all)?,
            #[cfg(target_os = "linux")]
            Written::Many => match rustix::fs::syncfs(&self.folder) {
                Err(rustix::io::Errno::NOSYS | rustix::io::Errno::INVAL) => {
                    folders.par_iter().try_for_each(|folder| each_in(folder))?;
                }
                done => return Ok(done?),
            },
            #[cfg(not(target_os = "linux"))]
            Written::Many => {}
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
