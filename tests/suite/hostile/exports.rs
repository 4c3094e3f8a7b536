//! Exports to where none can be, and by two at once.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use super::{Set, bounded, tree};
use crate::program::{Ran, copy_folder};
use crate::workspace;

/// A sound set `set` in a folder of its own.
fn sound() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy_folder(
        &workspace().join("tests/rules/base"),
        &folder.path().join("set"),
    );
    folder
}

fn export(folder: &Path, out: &str) -> Ran {
    bounded::run(folder, &["export", "set", "--out", out])
}

#[test]
fn what_is_no_export_is_left_alone() {
    let folder = sound();
    fs::write(folder.path().join("file"), "mine").unwrap();
    fs::create_dir(folder.path().join("mine")).unwrap();
    fs::write(folder.path().join("mine/x"), "mine").unwrap();
    let before = tree(folder.path());
    for out in [
        "file",
        "mine",
        "set",
        "set/articles",
        "/",
        ".",
        "..",
        "file/below",
    ] {
        let ran = export(folder.path(), out);
        assert!(matches!(ran.status, Some(2 | 3)), "{out}: {ran:?}");
        assert!(!ran.stderr.is_empty(), "{out}");
        assert_eq!(tree(folder.path()), before, "{out}");
    }
}

/// A folder within the set is not content, unless it has the name of one that is.
#[test]
fn a_target_within_the_set_is_not_read_as_content() {
    let folder = sound();
    for _ in 0..2 {
        assert_eq!(export(folder.path(), "set/site").status, Some(0));
    }
    for out in [
        "set/articles/site",
        "set/claims",
        "set/studies/a/b",
        "set/sources/x",
        "set/styles/x",
    ] {
        let ran = export(folder.path(), out);
        assert_eq!(ran.status, Some(2), "{out} {ran:?}");
    }
    assert!(!folder.path().join("set/articles/site").exists());
}

#[cfg(unix)]
#[test]
fn a_target_that_is_a_link_is_left_alone() {
    let folder = sound();
    assert_eq!(export(folder.path(), "real").status, Some(0));
    std::os::unix::fs::symlink("real", folder.path().join("link")).unwrap();
    let before = tree(folder.path());
    let ran = export(folder.path(), "link");
    assert_eq!(ran.status, Some(2), "{ran:?}");
    assert_eq!(tree(folder.path()), before);
}

/// Where files may have no more than some kilobytes, as on a full disk, the old site stays.
#[cfg(unix)]
#[test]
fn a_full_disk_leaves_the_old_site() {
    let folder = sound();
    assert_eq!(export(folder.path(), "site").status, Some(0));
    let old = tree(&folder.path().join("site"));
    let vocabulary = folder.path().join("set/vocabulary.yaml");
    let changed =
        fs::read_to_string(&vocabulary)
            .unwrap()
            .replacen("label: ", "label: changed ", 1);
    fs::write(&vocabulary, changed).unwrap();
    for blocks in [0, 1, 8, 16] {
        let ran = Command::new("sh")
            .args([
                "-c",
                &format!(
                    "trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" export set --out site 2>&1 | cat"
                ),
            ])
            .arg(env!("CARGO_BIN_EXE_grounds-under-test"))
            .env("GROUNDS_AS_OF", "2026-11-22")
            .current_dir(folder.path())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&ran.stdout);
        assert!(said.contains("nothing was changed"), "{blocks}: {said}");
        assert_eq!(tree(&folder.path().join("site")), old, "{blocks}");
    }
    assert_eq!(export(folder.path(), "site").status, Some(0));
    assert_ne!(tree(&folder.path().join("site")), old);
    assert_eq!(leftovers(folder.path()), [""; 0]);
}

fn leftovers(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap();
    let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names
        .filter(|name| name.starts_with(".site.grounds"))
        .collect()
}

/// Of several exports to one target, each makes a whole site or says that another is at work.
#[test]
fn exports_at_once_do_not_mix() {
    let folder = sound();
    let other = folder.path().join("other");
    copy_folder(&folder.path().join("set"), &other);
    fs::write(
        other.join("grounds.toml"),
        "title = \"Another\"\nbase-url = \"https://example.net\"\n",
    )
    .unwrap();
    let run = |set: &str, out: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_grounds-under-test"));
        command
            .args(["export", set, "--out", out])
            .env("GROUNDS_AS_OF", "2026-11-22");
        command
            .current_dir(folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        command.spawn().unwrap()
    };
    let whole = |out: &str| {
        let root = folder.path().join(out);
        let files = tree(&root).into_iter();
        files
            .map(|(path, text)| (path.strip_prefix(&root).unwrap().to_owned(), text))
            .collect::<Vec<_>>()
    };
    run("set", "one").wait().unwrap();
    run("other", "two").wait().unwrap();
    for _ in 0..4 {
        let runs: Vec<_> = ["set", "other", "set", "other"]
            .map(|set| run(set, "site"))
            .into();
        for run in runs {
            let ran = run.wait_with_output().unwrap();
            let said = String::from_utf8_lossy(&ran.stderr).into_owned();
            let busy = ran.status.code() == Some(3) && said.contains("another export is writing");
            assert!(ran.status.success() || busy, "{said}");
        }
        let site = whole("site");
        assert!(
            site == whole("one") || site == whole("two"),
            "the site is a mixture"
        );
        assert_eq!(leftovers(folder.path()), [""; 0]);
    }
}

/// A set with nothing in it, and one with only hostile files, are exported or refused.
#[test]
fn sets_with_next_to_nothing() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("set")).unwrap();
    assert_eq!(export(folder.path(), "site").status, Some(2));
    fs::write(folder.path().join("set/grounds.toml"), "").unwrap();
    assert_eq!(export(folder.path(), "site").status, Some(1));
    assert!(!folder.path().join("site").exists());
    let hostile = Set::new().write("articles/x.md", "[".repeat(1000));
    let ran = bounded::run(
        hostile.folder.path(),
        &["export", "set", "--allow-errors", "--out", "site"],
    );
    assert_eq!(ran.status, Some(0), "{ran:?}");
}
