//! Writing an export: the target appears whole or not at all.
//!
//! The files are written aside, in a folder next to the target, and synced; then one rename puts
//! that folder in the target's place. Until then the former export is untouched, whatever
//! happens; what a killed run left aside is removed by the next one, which knows by a lock that
//! nobody is still at work on it.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

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
    /// The file system failed.
    #[error("cannot write `{path}`")]
    Io {
        /// What was being written.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

type Result<T> = std::result::Result<T, PublishError>;

/// The file by which a folder is known to be an earlier export.
const MARK: &str = "bundle.json";

/// Writes `files` (paths with `/`, and contents) as the folder `target`, replacing an earlier
/// export as a whole.
pub fn publish(target: &Path, files: &[(String, Vec<u8>)]) -> Result<()> {
    let target = absolute(target)?;
    let (Some(parent), Some(name)) = (target.parent(), target.file_name()) else {
        return Err(PublishError::NoFolder(target));
    };
    check_target(&target)?;
    make_folders(parent)?;
    let aside_prefix = prefixed(".", name, ".grounds-");
    let lock = Lock::take(&parent.join(prefixed(".", name, ".lock")), &target)?;
    remove_leftovers(parent, &aside_prefix)?;
    let aside = tempfile::Builder::new()
        .prefix(&aside_prefix)
        .tempdir_in(parent)
        .map_err(failed(parent))?;
    let new = aside.path().join("new");
    write_all(&new, files)?;
    replace(&target, &new, &aside.path().join("old"))?;
    sync_folder(parent)?;
    drop(aside);
    drop(lock);
    Ok(())
}

fn failed(path: &Path) -> impl FnOnce(io::Error) -> PublishError {
    let path = path.to_owned();
    move |source| PublishError::Io { path, source }
}

fn absolute(path: &Path) -> Result<PathBuf> {
    let path = std::path::absolute(path).map_err(failed(path))?;
    // `site/.` and `site/..` have no name of their own to put in place.
    let plain = |part| !matches!(part, std::path::Component::ParentDir);
    if path.components().all(plain) {
        Ok(path)
    } else {
        fs::canonicalize(&path).map_err(failed(&path))
    }
}

fn prefixed(before: &str, name: &std::ffi::OsStr, after: &str) -> OsString {
    let mut whole = OsString::from(before);
    whole.push(name);
    whole.push(after);
    whole
}

/// Refuses to replace what is not an earlier export.
fn check_target(target: &Path) -> Result<()> {
    match fs::symlink_metadata(target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(failed(target)(error)),
        Ok(metadata) if !metadata.is_dir() => Err(PublishError::NoFolder(target.to_owned())),
        Ok(_) => {
            let mut entries = fs::read_dir(target).map_err(failed(target))?;
            if entries.next().is_none() || is_export(target) {
                Ok(())
            } else {
                Err(PublishError::NotOurs(target.to_owned()))
            }
        }
    }
}

fn is_export(folder: &Path) -> bool {
    use std::io::Read as _;
    let mut start = String::new();
    File::open(folder.join(MARK))
        .and_then(|file| file.take(200).read_to_string(&mut start).or(Ok(0)))
        .is_ok_and(|_| start.contains("\"grounds-bundle\""))
}

/// Makes a folder and those above it.
fn make_folders(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(failed(folder))
}

/// A lock that goes with the process that holds it.
struct Lock(#[expect(dead_code, reason = "held, not read: closing the file unlocks it")] File);

impl Lock {
    fn take(path: &Path, target: &Path) -> Result<Self> {
        let file = File::create(path).map_err(failed(path))?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(fs::TryLockError::WouldBlock) => Err(PublishError::Busy(target.to_owned())),
            Err(fs::TryLockError::Error(error)) => Err(failed(path)(error)),
        }
    }
}

/// Removes what killed runs left beside the target. The lock is held: nobody works on it.
fn remove_leftovers(parent: &Path, prefix: &std::ffi::OsStr) -> Result<()> {
    for entry in fs::read_dir(parent).map_err(failed(parent))? {
        let entry = entry.map_err(failed(parent))?;
        let ours = entry
            .file_name()
            .as_encoded_bytes()
            .starts_with(prefix.as_encoded_bytes());
        if ours && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            fs::remove_dir_all(entry.path()).map_err(failed(&entry.path()))?;
        }
    }
    Ok(())
}

/// Writes and syncs the files and their folders.
fn write_all(root: &Path, files: &[(String, Vec<u8>)]) -> Result<()> {
    let mut folders = BTreeSet::from([root.to_owned()]);
    for (path, _) in files {
        let inside = !path.is_empty()
            && path
                .split('/')
                .all(|part| !part.is_empty() && part != "." && part != "..")
            && !path.contains(['\\', '\0', ':']);
        if !inside {
            return Err(PublishError::Outside(path.clone()));
        }
        let above = root.join(path);
        folders.extend(
            above
                .ancestors()
                .skip(1)
                .take_while(|f| f.starts_with(root))
                .map(PathBuf::from),
        );
    }
    for folder in &folders {
        make_folders(folder)?;
    }
    for (path, content) in files {
        let path = root.join(path);
        let mut file = File::create_new(&path).map_err(failed(&path))?;
        file.write_all(content).map_err(failed(&path))?;
        file.sync_all().map_err(failed(&path))?;
    }
    folders.iter().try_for_each(|folder| sync_folder(folder))
}

/// Makes renames in a folder outlast a loss of power; only Unix knows how.
fn sync_folder(folder: &Path) -> Result<()> {
    if cfg!(unix) {
        File::open(folder)
            .and_then(|file| file.sync_all())
            .map_err(failed(folder))?;
    }
    Ok(())
}

/// Puts `new` in the place of `target`; what was there goes to `old`.
fn replace(target: &Path, new: &Path, old: &Path) -> Result<()> {
    if !target.exists() {
        return fs::rename(new, target).map_err(failed(target));
    }
    if exchange(target, new) {
        return Ok(());
    }
    // Without an exchange there is a moment in which the target is missing; never one in which
    // it is half of each.
    fs::rename(target, old).map_err(failed(target))?;
    fs::rename(new, target).map_err(|error| {
        // The former export goes back; if even that fails, it is whole in `old`.
        let _ = fs::rename(old, target);
        failed(target)(error)
    })
}

/// Exchanges two folders in one step, where the file system can.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(a: &Path, b: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn export(word: &str) -> Vec<(String, Vec<u8>)> {
        vec![
            (
                MARK.to_owned(),
                b"{\"format\": \"grounds-bundle\"}".to_vec(),
            ),
            ("articles/a.html".to_owned(), word.as_bytes().to_vec()),
        ]
    }

    #[test]
    fn an_export_replaces_the_former_one_as_a_whole() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("deep/site");
        publish(&target, &export("one")).unwrap();
        fs::write(target.join("stale.html"), "stale").unwrap();
        publish(&target, &export("two")).unwrap();
        assert_eq!(
            fs::read_to_string(target.join("articles/a.html")).unwrap(),
            "two"
        );
        assert!(!target.join("stale.html").exists());
        let beside: Vec<_> = fs::read_dir(folder.path().join("deep")).unwrap().collect();
        assert_eq!(beside.len(), 2, "the site and its lock: {beside:?}");
    }

    #[test]
    fn what_is_not_ours_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("thesis.tex"), "years of work").unwrap();
        let refused = publish(folder.path(), &export("one"));
        assert!(
            matches!(refused, Err(PublishError::NotOurs(_))),
            "{refused:?}"
        );
        let file = folder.path().join("thesis.tex");
        assert!(matches!(
            publish(&file, &export("one")),
            Err(PublishError::NoFolder(_))
        ));
        assert_eq!(fs::read_to_string(file).unwrap(), "years of work");
    }

    #[test]
    fn what_a_killed_run_left_is_removed_by_the_next() {
        let folder = tempfile::tempdir().unwrap();
        let left = folder.path().join(".site.grounds-killed/new");
        fs::create_dir_all(&left).unwrap();
        publish(&folder.path().join("site"), &export("one")).unwrap();
        assert!(!left.exists());
    }

    #[test]
    fn nothing_is_written_outside_the_target() {
        let folder = tempfile::tempdir().unwrap();
        for path in ["../x", "/etc/x", "a//b", "a/./b", "", "c:\\x"] {
            let mut files = export("one");
            files.push((path.to_owned(), Vec::new()));
            let refused = publish(&folder.path().join("site"), &files);
            assert!(
                matches!(refused, Err(PublishError::Outside(_))),
                "{path}: {refused:?}"
            );
        }
        assert!(!folder.path().join("site").exists());
    }

    #[test]
    fn two_exports_at_once_do_not_mix() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("site");
        let lock = Lock::take(&folder.path().join(".site.lock"), &target).unwrap();
        assert!(matches!(
            publish(&target, &export("one")),
            Err(PublishError::Busy(_))
        ));
        drop(lock);
        publish(&target, &export("one")).unwrap();
    }
}
