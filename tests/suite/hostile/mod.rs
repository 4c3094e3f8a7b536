//! Hostile files and folders: each is told of at its place or stops the run with a clear error,
//! costs little time and memory, and hides nothing that is wrong elsewhere in the set.

mod bounded;
mod content;
mod crowds;
mod exports;
mod keys;
mod looks;
mod paths;
mod sizes;
#[cfg(unix)]
mod special;

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::program::{Ran, copy_folder};
use crate::workspace;

/// A sound set with one slip: an article that cites what is not there. A hostile file elsewhere
/// must not hide it.
struct Set {
    folder: TempDir,
}

const SLIP: &str = "articles/slip.md:4:";

impl Set {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let set = Self { folder };
        copy_folder(&workspace().join("tests/rules/base"), &set.root());
        let slip = "---\ntitle: A slip\n---\nNeedling was studied [@nobody-1999].\n";
        set.write("articles/slip.md", slip)
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("set")
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// With this file added, or in the place of another.
    fn write(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    /// With this text at the end of a file.
    fn append(self, path: &str, text: &str) -> Self {
        let whole = fs::read_to_string(self.path(path)).unwrap() + text;
        self.write(path, whole)
    }

    /// What `check` says of it, a line for each diagnostic.
    fn check(&self) -> Ran {
        let arguments = ["check", "set", "--format", "concise"];
        bounded::run(self.folder.path(), &arguments)
    }

    /// Checks the set: the run must end with findings, tell of the slip, and have a line that begins
    /// with each of these (`path:line`) and holds the rule.
    #[track_caller]
    fn must_find(&self, expected: &[(&str, &str)]) {
        let ran = self.check();
        assert_eq!(ran.status, Some(1), "{}\n{}", ran.stdout, ran.stderr);
        let has = |place: &str, rule: &str| {
            let place = format!("set/{place}");
            let mut lines = ran.stdout.lines();
            lines.any(|line| line.starts_with(&place) && line.contains(&format!("[{rule}")))
        };
        let shown: String = ran.stdout.chars().take(4_000).collect();
        assert!(has(SLIP, "citation/undefined-key"), "{shown}");
        for (place, rule) in expected {
            assert!(has(place, rule), "{place} {rule}\n{shown}");
        }
    }
}

/// Every file below a folder with its content, links as such.
fn tree(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let metadata = fs::symlink_metadata(&path).unwrap();
        if metadata.is_dir() {
            found.extend(tree(&path));
        }
        let content = if metadata.is_file() {
            fs::read(&path).unwrap()
        } else {
            Vec::new()
        };
        found.push((path, content));
    }
    found.sort_unstable();
    found
}
