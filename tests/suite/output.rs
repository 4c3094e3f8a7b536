//! What `--output` names is written as what it is: a file is replaced, a link is followed, a pipe is given the text.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{FileTypeExt as _, PermissionsExt as _, symlink};
use std::path::Path;
use std::process::Command;

use crate::program::grounds;

/// Checks the sound set of the rule pages as JSON into a file, and returns what is said on standard output.
fn check_into(output: &Path) -> String {
    let output = output.to_str().unwrap();
    let ran = grounds(&[
        "check",
        "tests/rules/base",
        "--format",
        "json",
        "--output",
        output,
    ])
    .run();
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    ran.stdout
}

/// Whether a text is the whole of a report.
fn is_report(text: &str) -> bool {
    serde_json::from_str::<serde_json::Value>(text).is_ok_and(|report| report["counts"].is_object())
}

#[test]
fn a_link_is_followed_and_stays_a_link() {
    let folder = tempfile::tempdir().unwrap();
    let (link, chain) = (
        folder.path().join("link.json"),
        folder.path().join("chain.json"),
    );
    fs::create_dir(folder.path().join("below")).unwrap();
    let target = folder.path().join("below/target.json");
    fs::write(&target, "old").unwrap();
    symlink("below/target.json", &link).unwrap();
    symlink("link.json", &chain).unwrap();
    for output in [&link, &chain] {
        fs::write(&target, "old").unwrap();
        assert_eq!(check_into(output), "");
        assert!(is_report(&fs::read_to_string(&target).unwrap()));
        assert!(output.symlink_metadata().unwrap().is_symlink());
    }
    // Where a link leads to what is not there, the file is made there.
    fs::remove_file(&target).unwrap();
    check_into(&chain);
    assert!(is_report(&fs::read_to_string(&target).unwrap()));
    assert!(link.symlink_metadata().unwrap().is_symlink());
}

#[test]
fn links_that_go_round_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let round = folder.path().join("round.json");
    symlink("round.json", &round).unwrap();
    let ran = grounds(&[
        "check",
        "tests/rules/base",
        "--output",
        round.to_str().unwrap(),
    ])
    .run();
    assert_eq!(ran.status, Some(3), "{}", ran.stderr);
    assert!(ran.stderr.contains("cannot write"), "{}", ran.stderr);
    assert!(round.symlink_metadata().unwrap().is_symlink());
}

#[test]
fn a_pipe_is_given_the_report_and_stays_a_pipe() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    let made = Command::new("mkfifo").arg(&pipe).status();
    assert!(
        made.is_ok_and(|status| status.success()),
        "mkfifo is of POSIX"
    );
    let reader = {
        let pipe = pipe.clone();
        std::thread::spawn(move || fs::read_to_string(pipe).unwrap())
    };
    check_into(&pipe);
    assert!(pipe.symlink_metadata().unwrap().file_type().is_fifo());
    assert!(is_report(&reader.join().unwrap()));
}

#[test]
fn standard_output_has_a_name_too() {
    assert!(is_report(&check_into(Path::new("/dev/stdout"))));
}

#[test]
fn a_file_is_replaced_as_a_whole_and_keeps_its_permissions() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.json");
    fs::write(&file, "old and much longer ".repeat(10_000)).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    check_into(&file);
    assert!(is_report(&fs::read_to_string(&file).unwrap()));
    assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o640);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_folder_is_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().to_str().unwrap();
    let ran = grounds(&["check", "tests/rules/base", "--output", output]).run();
    assert_eq!(ran.status, Some(3), "{}", ran.stderr);
    assert!(ran.stderr.contains("cannot write"), "{}", ran.stderr);
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("reports/report.json");
    let output = output.to_str().unwrap();
    let ran = grounds(&["check", "tests/rules/base", "--output", output]).run();
    assert_eq!(ran.status, Some(3), "{}", ran.stderr);
    assert!(
        ran.stderr.contains("there is no folder `"),
        "{}",
        ran.stderr
    );
    assert!(!ran.stderr.contains(".grounds-"), "{}", ran.stderr);
}
