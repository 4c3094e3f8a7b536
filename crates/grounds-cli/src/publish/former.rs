//! The export that stands at the target: which files and folders it has.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use grounds_load::{EntryKind, FolderEntry, entries};
use rayon::prelude::*;

use super::{PublishError, Result, failed, record};

/// The file by which a folder is known to be an earlier export.
const MARK: &str = "bundle.json";

/// What stands at a target where an export may be written.
pub(super) enum Standing {
    Nothing,
    EmptyFolder,
    Export,
}

impl Standing {
    /// What stands at the target; an error, if that is not ours to replace.
    pub(super) fn at(target: &Path) -> Result<Self> {
        match fs::symlink_metadata(target) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::Nothing),
            Err(error) => return Err(failed(target)(error)),
            Ok(metadata) if !metadata.is_dir() => {
                return Err(PublishError::NoFolder(target.to_owned()));
            }
            Ok(_) => {}
        }
        if entries(target).map_err(failed(target))?.is_empty() {
            Ok(Self::EmptyFolder)
        } else if is_export(target).map_err(failed(target))? {
            Ok(Self::Export)
        } else {
            Err(PublishError::NotOurs(target.to_owned()))
        }
    }
}

/// The files and folders of an earlier export, by their paths with `/`.
#[derive(Debug, Default)]
pub(super) struct Former {
    root: PathBuf,
    files: BTreeSet<String>,
    folders: BTreeSet<String>,
    /// Whether it holds what no export holds, such as a link.
    strange: bool,
}

impl Former {
    /// What stands at the target; an error, if that is no earlier export.
    pub(super) fn of(target: &Path) -> Result<Self> {
        let mut former = Self {
            root: target.to_owned(),
            ..Self::default()
        };
        match Standing::at(target)? {
            Standing::Nothing => {}
            Standing::EmptyFolder => former.strange = true,
            Standing::Export => former.walk(target, "")?,
        }
        Ok(former)
    }

    fn walk(&mut self, folder: &Path, path: &str) -> Result<()> {
        for FolderEntry { name, kind } in entries(folder).map_err(failed(folder))? {
            let path = match name.to_str() {
                Some(name) if path.is_empty() => name.to_owned(),
                Some(name) => format!("{path}/{name}"),
                None => {
                    self.strange = true;
                    continue;
                }
            };
            match kind {
                EntryKind::Folder => {
                    self.walk(&folder.join(&name), &path)?;
                    self.folders.insert(path);
                }
                EntryKind::File => drop(self.files.insert(path)),
                EntryKind::Other => self.strange = true,
            }
        }
        Ok(())
    }

    /// Where the file at a path stands, if there is a plain one.
    pub(super) fn file(&self, path: &str) -> Option<PathBuf> {
        self.files.contains(path).then(|| self.root.join(path))
    }

    /// How many files it has.
    pub(super) fn count(&self) -> usize {
        self.files.len()
    }

    /// How many files it has at none of these paths.
    pub(super) fn count_others(&self, paths: &[&str]) -> usize {
        let paths: BTreeSet<&str> = paths.iter().copied().collect();
        let others = self.files.iter();
        others.filter(|file| !paths.contains(file.as_str())).count()
    }

    /// The digest of its files, if it holds nothing else.
    pub(super) fn digest(&self) -> io::Result<Option<String>> {
        let paths: Vec<&str> = self.files.iter().map(String::as_str).collect();
        if !self.holds_only(&paths) {
            return Ok(None);
        }
        let digests: Vec<record::Digest> = paths
            .par_iter()
            .map(|path| record::of_file(&self.root.join(path)))
            .collect::<io::Result<_>>()?;
        Ok(Some(record::of_files(paths.into_iter().zip(digests))))
    }

    /// Whether it has a file at each of these paths, and nothing else.
    pub(super) fn holds_only(&self, paths: &[&str]) -> bool {
        !self.strange
            && self.files.len() == paths.len()
            && paths.iter().all(|path| self.files.contains(*path))
            && self.folders == folders(paths)
    }
}

/// The folders in which files with these paths stand.
pub(super) fn folders(paths: &[&str]) -> BTreeSet<String> {
    let mut folders = BTreeSet::new();
    for path in paths {
        for (end, _) in path.match_indices('/') {
            if !folders.contains(&path[..end]) {
                folders.insert(path[..end].to_owned());
            }
        }
    }
    folders
}

fn is_export(folder: &Path) -> io::Result<bool> {
    use std::io::Read as _;
    let mark = folder.join(MARK);
    match fs::symlink_metadata(&mark) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error),
        // Not opened: somebody else may have put a pipe there.
        Ok(metadata) if !metadata.is_file() => return Ok(false),
        Ok(_) => {}
    }
    let mut start = Vec::new();
    fs::File::open(mark)?.take(200).read_to_end(&mut start)?;
    Ok(String::from_utf8_lossy(&start).contains("\"grounds-bundle\""))
}
