//! House rules that a compiler does not know.

use std::fs;
use std::path::{Path, PathBuf};

use crate::workspace;

/// The files below `folder` with this extension.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|e| e == extension) {
            found.push(path);
        }
    }
    found.sort_unstable();
    found
}

fn sources() -> Vec<(PathBuf, String)> {
    [
        "benches",
        "crates",
        "fuzz/fuzz_targets",
        "tests/suite",
        "tests/targets",
    ]
    .map(|folder| workspace().join(folder))
    .iter()
    .flat_map(|folder| files(folder, "rs"))
    .map(|path| (path.clone(), fs::read_to_string(&path).unwrap()))
    .collect()
}

#[test]
fn every_file_says_first_what_it_is_for() {
    for (path, text) in sources() {
        assert!(
            text.starts_with("//! "),
            "{} does not begin with `//! `",
            path.display()
        );
    }
}

#[test]
fn no_file_is_too_long_to_hold_in_the_head() {
    for (path, text) in sources() {
        // Tests stand apart, in a file of their own or at the foot of one.
        if path.file_name().is_some_and(|name| name == "tests.rs") {
            continue;
        }
        let code = text
            .split("#[cfg(test)]\nmod tests {")
            .next()
            .unwrap_or_default();
        let lines = code.lines().count();
        assert!(
            lines <= 400,
            "{} has {lines} lines without its tests",
            path.display()
        );
    }
}

#[test]
fn no_file_is_a_bag() {
    for (path, _) in sources() {
        let name = path.file_stem().unwrap().to_str().unwrap();
        let bag = [
            "utils", "util", "helpers", "common", "misc", "types", "errors",
        ]
        .contains(&name);
        assert!(
            !bag,
            "{}: name the file for what it is about",
            path.display()
        );
    }
}

#[test]
fn paths_named_in_documents_are_there() {
    let mut documents = files(&workspace().join("docs"), "md");
    documents
        .extend(["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"].map(|f| workspace().join(f)));
    for document in documents {
        let text = fs::read_to_string(&document).unwrap();
        for quoted in text.split('`').skip(1).step_by(2) {
            let ours = ["crates/", "tests/", "docs/", "schemas/", "content/"];
            let path = quoted
                .split(['#', ' ', '<', '*', '{'])
                .next()
                .unwrap_or_default();
            if ours.iter().any(|folder| quoted.starts_with(folder)) && path.len() == quoted.len() {
                assert!(
                    workspace().join(path).exists(),
                    "{} names `{quoted}`, which is not there",
                    document.display()
                );
            }
        }
    }
}
