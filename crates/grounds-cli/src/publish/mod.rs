//! Writing an export: the target appears whole or not at all.
//!
//! What changed is written aside, in a folder next to the target, and what did not is linked from the
//! former export; then one rename puts that folder in the target's place. Until then the former
//! export is untouched, whatever happens; what a killed run left aside is removed by the next one,
//! which knows by a lock that nobody is still at work on it. Where nothing changed, nothing is written; and
//! where an export is made of the same as the one that stands there, no file of it is even made.
//!
//! The order is: write aside, sync the files, rename, sync the folder.

mod carry;
mod former;
mod place;
mod record;
mod sync;
#[cfg(test)]
mod tests;
mod tree;

use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use former::Former;
use place::Place;
use record::Record;
use tree::{Added, Tree};

/// Why an export could not be written.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// The target holds something that is not an earlier export.
    #[error("`{0}` is not empty and holds no earlier export: name a new folder, or empty it")]
    NotOurs(PathBuf),
    /// The target is no folder, or the root of a file system.
    #[error("`{0}` cannot be the folder of an export")]
    NoFolder(PathBuf),
    /// Another export to the same target is at work.
    #[error("another export is writing `{0}`")]
    Busy(PathBuf),
    /// A name in the export would stand outside the target.
    #[error("the export holds the path `{0}`, which is not inside its folder")]
    Outside(String),
    /// The file system failed; the target is as it was.
    #[error("nothing was changed: cannot write `{path}`")]
    Io {
        /// What was being written.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The export is in place, but the file system failed to make that last.
    #[error("the export is written, but may not outlast a loss of power: cannot sync `{path}`")]
    Unsynced {
        /// The folder in which the target stands.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

type Result<T> = std::result::Result<T, PublishError>;

/// The files of an export, each made when it is asked for.
pub trait Files: Sync {
    /// A digest of all that the files are made of: where it is the same, they are.
    fn made_of(&self) -> &str;

    /// The paths, with `/`, each once. What takes longest stands first.
    fn paths(&self) -> Vec<&str>;

    /// Writes the file at one of the paths.
    fn write(&self, path: &str, out: &mut dyn io::Write) -> io::Result<()>;
}

/// What was done to write an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// How many files the export has.
    pub files: usize,
    /// How many of them were written; the others are as they were.
    pub written: usize,
    /// How many files stood there that the export does not have; they are gone.
    pub removed: usize,
    /// Whether the target is still what it was, down to the last file.
    pub unchanged: bool,
}

/// Whether the export at `target` was made of `made_of` and is as it was written: then there is nothing to do.
///
/// `made_of` is what [`Files::made_of`] would say. Whatever is in the way of an answer is for [`publish`] to
/// tell.
pub fn find_unchanged(target: &Path, made_of: &str) -> Option<Published> {
    // Nothing is made beside a target that is not there yet.
    if !target.is_dir() {
        return None;
    }
    let place = Place::take(target).ok()?;
    let record = Record::read(&place.lock.0).filter(|record| record.made_of == made_of)?;
    let former = Former::of(&place.target).ok()?;
    let same = former.digest().ok()? == Some(record.files);
    same.then(|| Published {
        files: former.count(),
        written: 0,
        removed: 0,
        unchanged: true,
    })
}

/// Writes `files` as the folder `target`, replacing an earlier export as a whole.
pub fn publish(target: &Path, files: &dyn Files) -> Result<Published> {
    let paths = files.paths();
    if let Some(outside) = paths.iter().find(|path| !is_inside(path)) {
        return Err(PublishError::Outside((*outside).to_owned()));
    }
    let place = Place::take(target)?;
    let former = Former::of(&place.target)?;
    let tree = Tree::new(&place, &former, &paths);
    let added: Vec<Added> = paths
        .par_iter()
        .map(|path| tree.add(path, files))
        .collect::<Result<_>>()?;
    let unchanged = added.iter().all(|added| added.same) && former.holds_only(&paths);
    if !unchanged {
        let carried = paths.par_iter().zip(&added).filter(|(_, added)| added.same);
        carried.try_for_each(|(path, _)| tree.link(path))?;
        let aside = tree.finish()?;
        place.replace(aside)?;
    }
    let digests = added.iter().map(|added| added.digest);
    let record = Record {
        made_of: files.made_of().to_owned(),
        files: record::of_files(paths.iter().copied().zip(digests)),
    };
    // The export is in place: the next one does without, if this cannot be written.
    let _ = record.keep(&place.lock.0);
    Ok(Published {
        files: paths.len(),
        written: added.iter().filter(|added| !added.same).count(),
        removed: former.count_others(&paths),
        unchanged,
    })
}

/// Whether a path of the export leads to a place inside its folder on every system.
fn is_inside(path: &str) -> bool {
    let plain = |part: &str| !part.is_empty() && part != "." && part != "..";
    path.split('/').all(plain) && !path.contains(['\\', '\0', ':'])
}

fn failed(path: &Path) -> impl FnOnce(io::Error) -> PublishError {
    let path = path.to_owned();
    move |source| PublishError::Io { path, source }
}
