//! The same content gives the same bytes, wherever, whenever and however it is read.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::program::{Run, copy_folder, files, grounds};
use crate::workspace;

const SETS: [&str; 2] = ["tests/fixtures/rich", "tests/fixtures/hostile"];

const FORMATS: [&str; 6] = ["human", "concise", "json", "sarif", "github", "junit"];

/// All that a set gives: each report, and each file of the export.
type Given = Vec<(String, Vec<u8>)>;

/// What the set `set` in `folder` gives; `dress` puts the program into its circumstances.
fn given(folder: &Path, dress: &dyn Fn(Run) -> Run) -> Given {
    let mut all: Given = FORMATS
        .iter()
        .map(|format| {
            let run = grounds(&["check", "set", "--format", format]).here(folder);
            let ran = dress(run).run();
            ((*format).to_owned(), ran.stdout.into_bytes())
        })
        .collect();
    let out = tempfile::tempdir().unwrap();
    let site = out.path().join("site");
    let arguments = [
        "export",
        "set",
        "--allow-errors",
        "--out",
        site.to_str().unwrap(),
    ];
    let ran = dress(grounds(&arguments).here(folder)).run();
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    all.extend(files(&site));
    all
}

fn copy(set: &str, into: &Path) {
    copy_folder(&workspace().join(set), &into.join("set"));
}

/// The same files, made one by one in the opposite order, so that the file system lists them in
/// another.
fn copy_backwards(set: &str, into: &Path) {
    let root = workspace().join(set);
    for (path, content) in files(&root).into_iter().rev() {
        let path = into.join("set").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
}

#[track_caller]
fn same(one: &Given, other: &Given, what: &str) {
    let names = |given: &Given| {
        given
            .iter()
            .map(|(name, _)| name.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(one), names(other), "{what}");
    for ((name, a), (_, b)) in one.iter().zip(other) {
        assert!(a == b, "{what}: {name} differs");
    }
}

#[test]
fn threads_locale_and_time_zone_change_nothing() {
    for set in SETS {
        let folder = tempfile::tempdir().unwrap();
        copy(set, folder.path());
        let usual = given(folder.path(), &|run| run);
        assert!(usual.len() > 30, "{}", usual.len());
        let circumstances: [&[(&str, &str)]; 5] = [
            &[("RAYON_NUM_THREADS", "1")],
            &[
                ("RAYON_NUM_THREADS", "2"),
                ("LC_ALL", "C"),
                ("TZ", "Asia/Tokyo"),
            ],
            &[
                ("RAYON_NUM_THREADS", "8"),
                ("LC_ALL", "tr_TR.UTF-8"),
                ("TZ", "Pacific/Kiritimati"),
            ],
            &[
                ("LANG", "de_DE.UTF-8"),
                ("LANGUAGE", "de"),
                ("HOME", "/nonexistent"),
                ("COLUMNS", "20"),
            ],
            &[
                ("RAYON_NUM_THREADS", "3"),
                ("TMPDIR", "/nonexistent"),
                ("USER", "somebody"),
            ],
        ];
        for circumstance in circumstances {
            let dress = |run: Run| {
                let with = |run: Run, (name, value): &(&str, &str)| run.with(name, value);
                circumstance.iter().fold(run, with)
            };
            let other = given(folder.path(), &dress);
            same(&usual, &other, &format!("{set} {circumstance:?}"));
        }
    }
}

#[test]
fn the_order_of_files_and_the_folder_change_nothing() {
    for set in SETS {
        let folder = tempfile::tempdir().unwrap();
        copy(set, folder.path());
        let usual = given(folder.path(), &|run| run);
        let mut places = vec![tempfile::tempdir().unwrap()];
        // Another file system, where there is one.
        places.extend(tempfile::tempdir_in("/dev/shm").ok());
        for place in places {
            let far: PathBuf = place.path().join("another folder/ö");
            fs::create_dir_all(&far).unwrap();
            copy_backwards(set, &far);
            same(&usual, &given(&far, &|run| run), set);
        }
    }
}

/// From within the set, its files have other paths in a report; an export has none of them.
#[test]
fn the_working_directory_does_not_change_an_export() {
    for set in SETS {
        let folder = tempfile::tempdir().unwrap();
        copy(set, folder.path());
        let export = |here: &str, named: &[&str]| {
            let out = tempfile::tempdir().unwrap();
            let site = out.path().join("site");
            let mut arguments = vec!["export"];
            arguments.extend(named);
            arguments.extend(["--allow-errors", "--out", site.to_str().unwrap()]);
            let ran = grounds(&arguments).here(&folder.path().join(here)).run();
            assert_eq!(ran.status, Some(0), "{}", ran.stderr);
            files(&site)
        };
        let absolute = folder.path().join("set");
        let usual = export("", &["set"]);
        for other in [
            export("set", &[]),
            export("set/articles", &[]),
            export("set/articles", &[".."]),
            export("set", &[absolute.to_str().unwrap()]),
        ] {
            same(&usual, &other, set);
        }
    }
}

/// Permissions follow the umask; bytes do not.
#[cfg(unix)]
#[test]
fn the_umask_changes_no_bytes() {
    let folder = tempfile::tempdir().unwrap();
    copy(SETS[0], folder.path());
    let export = |umask: &str| {
        let site = folder.path().join(format!("site-{umask}"));
        let ran = Command::new("sh")
            .args([
                "-c",
                &format!("umask {umask}; exec \"$0\" export set --allow-errors --out \"$1\" 2>&1"),
            ])
            .arg(env!("CARGO_BIN_EXE_grounds-under-test"))
            .arg(&site)
            .env("GROUNDS_AS_OF", "2026-11-22")
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert!(
            ran.status.success(),
            "{}",
            String::from_utf8_lossy(&ran.stdout)
        );
        files(&site)
    };
    same(&export("022"), &export("077"), "umask");
    same(&export("000"), &export("027"), "umask");
}
