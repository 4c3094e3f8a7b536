//! What fuzzing begins with: the files of the fixtures, and what once broke something.

use std::fs;
use std::path::{Path, PathBuf};

use grounds_load::{Content, RawFile};

use crate::Target;

const SETS: [&str; 3] = [
    "tests/rules/base",
    "tests/fixtures/rich",
    "tests/fixtures/hostile",
];

const LIST: &str = "\u{feff}Record ID,Title,RetractionDate,RetractionDOI,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason,\n\
    1,\"A title,\nover two lines\",10/5/2022 0:00,10.1000/n,10.1000/p,123456,Retraction,+Error in Data;,\n\
    2,Other,4/15/2021 0:00,Unavailable,https://doi.org/10.1000/p,0,Reinstatement,,\n";

const STYLE: &str = include_str!("../fixtures/styles/house.csl");

/// The folder of the workspace.
///
/// # Panics
/// Never: this package stands in a folder of it.
#[must_use]
pub fn workspace() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("a folder above")
        .to_owned()
}

/// The inputs that once broke a reader.
///
/// # Panics
/// One of them cannot be read.
#[must_use]
pub fn crashes(target: &Target) -> Vec<Vec<u8>> {
    let folder = workspace().join("tests/fixtures/crashes").join(target.name);
    if folder.exists() {
        in_folder(&folder, |_| true)
    } else {
        Vec::new()
    }
}

/// The files of a folder that are `wanted`, in order of their names.
fn in_folder(folder: &Path, wanted: impl Fn(&Path) -> bool) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| wanted(path))
        .collect();
    paths.sort_unstable();
    let read = |path: &PathBuf| fs::read(path).expect("a file");
    paths.iter().map(read).collect()
}

/// The fixtures that a reader is seeded with.
///
/// # Panics
/// There are none, or they cannot be read.
#[must_use]
pub fn of(target: &Target) -> Vec<Vec<u8>> {
    let (folder, extension) = target.seeds;
    let sets = SETS.map(|set| files(&workspace().join(set)));
    match extension {
        "csv" => vec![LIST.into()],
        "csl" => vec![STYLE.into()],
        "html" => templates(),
        "set" => sets.iter().map(|files| as_one_text(files)).collect(),
        _ => {
            let fits = |(path, _): &(String, Vec<u8>)| {
                let within = path.rsplit_once('/').map_or("", |(folder, _)| folder);
                within == folder && path.ends_with(&format!(".{extension}"))
            };
            let mut found: Vec<_> = sets.into_iter().flatten().filter(fits).collect();
            found.sort();
            assert!(!found.is_empty(), "{} has no seeds", target.name);
            found.into_iter().map(|(_, text)| text).collect()
        }
    }
}

/// A set with something of everything, as one text.
///
/// # Panics
/// It cannot be read.
#[must_use]
pub fn rich_set() -> Vec<u8> {
    as_one_text(&files(&workspace().join("tests/fixtures/rich")))
}

/// The templates and the icon of the site itself, and of the theme that the documentation shows.
fn templates() -> Vec<Vec<u8>> {
    let folders = [
        "crates/grounds-export/src/site/templates",
        "docs/themes/clinic",
    ];
    let wanted = |path: &Path| {
        let kind = path.extension();
        kind.is_some_and(|kind| kind == "html" || kind == "svg")
    };
    let folders = folders.map(|folder| workspace().join(folder));
    folders
        .iter()
        .flat_map(|folder| in_folder(folder, wanted))
        .collect()
}

fn files(root: &Path) -> Vec<(String, Vec<u8>)> {
    assert!(root.exists(), "{}", root.display());
    let files = grounds_load::read(root).expect("a set").into_iter();
    files
        .filter_map(|RawFile { path, content }| match content {
            Content::Bytes(bytes) => Some((path, bytes)),
            _ => None,
        })
        .collect()
}

fn as_one_text(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut text = Vec::new();
    for (path, content) in files {
        text.extend_from_slice(format!("== {path}\n").as_bytes());
        text.extend_from_slice(content);
        if !content.ends_with(b"\n") {
            text.push(b'\n');
        }
    }
    text
}
