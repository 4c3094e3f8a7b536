//! The new export while it is made, in a folder next to the target.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

use tempfile::TempDir;

use super::carry::Carry;
use super::former::{self, Former};
use super::place::Place;
use super::record::Digest;
use super::sync::Sync;
use super::{Files, Result, failed};

/// The new export while it is made. Its folder is made when the first file needs it.
pub(super) struct Tree<'a> {
    place: &'a Place,
    former: &'a Former,
    folders: BTreeSet<String>,
    aside: OnceLock<Aside>,
    making: Mutex<()>,
}

/// What became of a file.
pub(super) struct Added {
    /// Whether the former one is the same.
    pub(super) same: bool,
    pub(super) digest: Digest,
}

/// The folder next to the target in which the new export is made.
pub(super) struct Aside {
    pub(super) folder: TempDir,
    sync: Sync,
}

impl Aside {
    /// Where the new export is made.
    pub(super) fn new_root(&self) -> PathBuf {
        self.folder.path().join("new")
    }

    /// Where the former export goes, if it cannot change places with the new one.
    pub(super) fn old_root(&self) -> PathBuf {
        self.folder.path().join("old")
    }
}

impl<'a> Tree<'a> {
    pub(super) fn new(place: &'a Place, former: &'a Former, paths: &[&str]) -> Self {
        Self {
            place,
            former,
            folders: former::folders(paths),
            aside: OnceLock::new(),
            making: Mutex::new(()),
        }
    }

    /// Makes the file at a path, and writes it unless the former one is the same.
    pub(super) fn add(&self, path: &str, files: &dyn Files) -> Result<Added> {
        let shown = self.place.target.join(path);
        let former = self.former.file(path);
        let former = former.and_then(|former| File::open(former).ok());
        let create = || {
            let aside = self.aside().map_err(io::Error::other)?;
            File::create_new(aside.new_root().join(path))
        };
        let mut out = Carry::new(former, &create);
        files.write(path, &mut out).map_err(failed(&shown))?;
        let (new, digest) = out.finish().map_err(failed(&shown))?;
        let same = new.is_none();
        if let Some(new) = new {
            self.aside()?.sync.written(new).map_err(failed(&shown))?;
        }
        Ok(Added { same, digest })
    }

    /// Takes over the file at a path from the former export.
    ///
    /// The new name leads to the same file as the former one, so it is never opened to be written.
    /// Where the file system knows no second names, the file is copied.
    pub(super) fn link(&self, path: &str) -> Result<()> {
        let former = self.place.target.join(path);
        let aside = self.aside()?;
        let new = aside.new_root().join(path);
        if fs::hard_link(&former, &new).is_ok() {
            return Ok(());
        }
        let copy = || {
            let mut copy = File::create_new(&new)?;
            io::copy(&mut File::open(&former)?, &mut copy)?;
            aside.sync.written(copy)
        };
        copy().map_err(failed(&former))
    }

    /// Makes sure that the new export outlasts a loss of power.
    pub(super) fn finish(mut self) -> Result<Aside> {
        self.aside()?;
        let aside = self.aside.take().expect("it was made above");
        let root = aside.new_root();
        let folders = self.folders.iter().map(|folder| root.join(folder));
        let folders: Vec<PathBuf> = folders.chain([root.clone()]).collect();
        aside.sync.finish(&folders).map_err(failed(&root))?;
        Ok(aside)
    }

    fn aside(&self) -> Result<&Aside> {
        if let Some(aside) = self.aside.get() {
            return Ok(aside);
        }
        let _one_at_a_time = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(aside) = self.aside.get() {
            return Ok(aside);
        }
        let made = self.make_aside()?;
        Ok(self.aside.get_or_init(|| made))
    }

    fn make_aside(&self) -> Result<Aside> {
        let parent = &self.place.parent;
        let folder = tempfile::Builder::new()
            .prefix(&self.place.aside_prefix)
            .tempdir_in(parent)
            .map_err(failed(parent))?;
        let aside = Aside {
            sync: Sync::begin(folder.path()).map_err(failed(folder.path()))?,
            folder,
        };
        let root = aside.new_root();
        make_folder(&root)?;
        // In order, so that a folder comes before those in it.
        for folder in &self.folders {
            make_folder(&root.join(folder))?;
        }
        Ok(aside)
    }
}

fn make_folder(path: &Path) -> Result<()> {
    fs::create_dir(path).map_err(failed(path))
}
