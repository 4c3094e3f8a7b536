//! Fault injection over the real set: single faults, each found by exactly the right rule at the
//! right place, with nothing unrelated beside it.

mod claims;
mod evidence;
mod fit;
mod numbers;
mod proportions;
mod prose;
mod said_of;
mod set;
mod studies;
mod wording;
mod words;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use grounds_check::{Options, Selector};
use grounds_diagnostics::Place;
use grounds_load::{Content, Loaded, RawFile};
use grounds_model::Level;

use crate::workspace;

/// A single fault, and what a run must find.
pub(crate) struct Fault {
    /// Its name: what somebody did.
    pub(crate) name: &'static str,
    /// What is done to a clean copy of the set.
    pub(crate) edits: &'static [Edit],
    /// All that must be found.
    pub(crate) finds: &'static [Find],
}

/// A change to one file.
pub(crate) enum Edit {
    /// Replaces the one place at which a text stands.
    Replace(&'static str, &'static str, &'static str),
    /// Removes a file.
    Delete(&'static str),
    /// Adds a file, or puts another in its place.
    Write(&'static str, &'static [u8]),
    /// Adds to the end of a file.
    Append(&'static str, &'static str),
    /// Copies a file.
    Copy(&'static str, &'static str),
}

/// A diagnostic that must be found: its rule, its file, and how the text at its place
/// begins; empty only for a place between two characters.
pub(crate) struct Find(
    pub(crate) &'static str,
    pub(crate) &'static str,
    pub(crate) &'static str,
);

const AS_OF: &str = "2026-11-22";

fn faults() -> Vec<&'static Fault> {
    [
        claims::FAULTS,
        studies::FAULTS,
        prose::FAULTS,
        set::FAULTS,
        fit::FAULTS,
        evidence::FAULTS,
        wording::FAULTS,
        numbers::FAULTS,
        proportions::FAULTS,
        said_of::FAULTS,
        words::FAULTS,
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The files of the real set.
fn clean() -> Vec<RawFile> {
    grounds_load::read(&workspace().join("content")).expect("the real set can be read")
}

fn inject(files: &mut Vec<RawFile>, fault: &Fault) {
    for edit in fault.edits {
        match edit {
            Edit::Replace(path, from, to) => {
                let text = text_of(files, path);
                assert_eq!(
                    text.matches(from).count(),
                    1,
                    "{}: {from:?} in {path}",
                    fault.name
                );
                put(files, path, text.replace(from, to).into_bytes());
            }
            Edit::Delete(path) => {
                let before = files.len();
                files.retain(|file| file.path != *path);
                assert_eq!(
                    files.len() + 1,
                    before,
                    "{}: {path} is not there",
                    fault.name
                );
            }
            Edit::Write(path, bytes) => put(files, path, bytes.to_vec()),
            Edit::Append(path, end) => {
                let text = text_of(files, path) + end;
                put(files, path, text.into_bytes());
            }
            Edit::Copy(from, to) => {
                let text = text_of(files, from);
                put(files, to, text.into_bytes());
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
}

fn text_of(files: &[RawFile], path: &str) -> String {
    let file = files.iter().find(|file| file.path == path);
    match &file
        .unwrap_or_else(|| panic!("{path} is not there"))
        .content
    {
        Content::Bytes(bytes) => String::from_utf8(bytes.clone()).expect("the real set is UTF-8"),
        other => panic!("{path}: {other:?}"),
    }
}

fn put(files: &mut Vec<RawFile>, path: &str, bytes: Vec<u8>) {
    files.retain(|file| file.path != path);
    files.push(RawFile {
        path: path.to_owned(),
        content: Content::Bytes(bytes),
    });
}

/// What a run finds: rule, file, and the text at the place.
fn run(files: Vec<RawFile>) -> Vec<(String, String, String)> {
    let Loaded {
        sources,
        set,
        diagnostics,
        ..
    } = grounds_load::assemble(files, "");
    let options = Options {
        as_of: AS_OF.parse().unwrap(),
        policy: None,
        retractions: None,
        levels: vec![(Selector::All, Level::Error)],
    };
    let outcome = grounds_check::check(&set, &sources, diagnostics, &options);
    let text = |place: Place| sources.text(place).to_owned();
    outcome
        .entries
        .iter()
        .map(|entry| {
            let diagnostic = &entry.diagnostic;
            let place = diagnostic.primary.place;
            let path = sources.get(place.file).path().to_owned();
            (diagnostic.rule.to_owned(), path, text(place))
        })
        .collect()
}

#[test]
fn the_set_is_clean_without_a_fault() {
    assert_eq!(run(clean()), []);
}

#[test]
fn every_fault_is_found_by_the_right_rule_at_the_right_place() {
    let mut wrong = String::new();
    for fault in faults() {
        let mut files = clean();
        inject(&mut files, fault);
        let found = run(files);
        let mut left: Vec<_> = found.iter().collect();
        for Find(rule, path, at) in fault.finds {
            let hit = left.iter().position(|(r, p, t)| {
                r == rule && p == path && t.starts_with(at) && at.is_empty() == t.is_empty()
            });
            match hit {
                Some(i) => {
                    left.remove(i);
                }
                None => {
                    let _ = writeln!(wrong, "{}: missing {rule} in {path} at {at:?}", fault.name);
                }
            }
        }
        for extra in left {
            let _ = writeln!(wrong, "{}: unrelated {extra:?}", fault.name);
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn faults_are_many_and_named_once() {
    let names: BTreeSet<&str> = faults().iter().map(|fault| fault.name).collect();
    assert_eq!(names.len(), faults().len(), "two faults have one name");
    assert!(names.len() >= 132, "{} faults", names.len());
}

#[test]
fn the_table_in_the_docs_is_up_to_date() {
    let path = workspace().join("docs/faults.md");
    let table = table();
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &table).unwrap();
    }
    let found = fs::read_to_string(Path::new(&path)).unwrap_or_default();
    assert!(
        found == table,
        "`BLESS=1 cargo test -p grounds-tests faults` mends docs/faults.md"
    );
}

fn table() -> String {
    let mut text = String::from(
        "<!-- Generated by the tests in tests/suite/faults; do not edit. -->\n\n# Faults that are found\n\n\
         Each of these single faults is put into a clean copy of the real set, and a run with every rule\n\
         at error level must find exactly what stands here, at these places, and nothing else.\n\n\
         | fault | rule | file | at |\n| --- | --- | --- | --- |\n",
    );
    for fault in faults() {
        for (i, Find(rule, path, at)) in fault.finds.iter().enumerate() {
            let name = if i == 0 { fault.name } else { "" };
            let first = at.lines().next().unwrap_or_default().replace('|', "\\|");
            let at = if first.is_empty() {
                String::new()
            } else {
                format!("`` {} ``", visible(&first))
            };
            let _ = writeln!(text, "| {name} | `{rule}` | `{path}` | {at} |");
        }
    }
    text
}

/// A text whose characters can be seen, whichever way they turn it.
fn visible(text: &str) -> String {
    let seen = |c: char| match c {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => format!("U+{:04X}", u32::from(c)),
        c => c.to_string(),
    };
    text.chars().map(seen).collect()
}
