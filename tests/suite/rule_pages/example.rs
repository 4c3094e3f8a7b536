//! Running an example: the base set with the example's files laid over it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use grounds_check::{Options, RULES, Selector};
use grounds_diagnostics::{Report, render};
use grounds_load::RawFile;
use grounds_model::{Date, Level};

use super::page::Change;
use crate::workspace;

/// What running an example gave.
pub(super) struct Outcome {
    /// The rules that were raised.
    pub(super) raised: BTreeSet<&'static str>,
    /// What a person would see.
    pub(super) shown: String,
}

/// The day as of which examples are checked.
const AS_OF: &str = "2026-11-22";

/// What an article of an example gets that has no front matter.
const FRONT_MATTER: &str = "---\ntitle: An example\n\
    review: {by: A. Editor, on: 2026-06-01, due: 2027-06-01}\n---\n\n";

/// Checks the base set with these files laid over it; with `front_matter`, articles that have none
/// get some.
pub(super) fn run(files: &[(String, Change)], front_matter: bool) -> Outcome {
    let mut set = base();
    for (path, change) in files {
        match change {
            Change::Delete => {
                assert!(set.remove(path).is_some(), "{path} is not in the base set");
            }
            Change::Replace(replacements) => {
                let changed = changed(set.get(path), path, replacements);
                set.insert(path.clone(), changed);
            }
            Change::Write(content) => {
                let bare = path.starts_with("articles/") && !content.starts_with("---");
                let front = if bare && front_matter {
                    FRONT_MATTER
                } else {
                    ""
                };
                set.insert(path.clone(), format!("{front}{content}").into_bytes());
            }
        }
    }
    let files = set
        .into_iter()
        .map(|(path, content)| RawFile::new(path, content))
        .collect();
    let mut loaded = grounds_load::assemble(files, "");
    let reading = std::mem::take(&mut loaded.diagnostics);
    let options = Options {
        as_of: AS_OF.parse::<Date>().expect("a date"),
        policy: None,
        retractions: None,
        levels: raised_levels(),
    };
    let outcome = grounds_check::check(&loaded.set, &loaded.sources, reading, &options);
    let raised = outcome
        .entries
        .iter()
        .map(|entry| entry.diagnostic.rule)
        .collect();
    let report = Report {
        version: "0.0.0",
        as_of: AS_OF.to_owned(),
        read: Vec::new(),
        entries: outcome.entries,
        omitted: (0, 0),
        suppressed: outcome.suppressed,
        rules: Vec::new(),
        measures: Vec::new(),
        unchecked: Vec::new(),
    };
    let format = render::Format::Human;
    let shown = render::render(format, &report, &loaded.sources, render::Options::default());
    Outcome {
        raised,
        shown: without_totals(&shown),
    }
}

/// A file of the base set with these texts replaced.
fn changed(content: Option<&Vec<u8>>, path: &str, replacements: &[(String, String)]) -> Vec<u8> {
    let content = content.unwrap_or_else(|| panic!("{path} is not in the base set"));
    let mut text = String::from_utf8(content.clone()).expect("UTF-8");
    for (old, new) in replacements.iter().filter(|(old, _)| !old.is_empty()) {
        assert_eq!(text.matches(old).count(), 1, "{path}: {old:?}");
        text = text.replace(old, new);
    }
    text.into_bytes()
}

/// Rules that are off by default are shown as warnings; the others keep their levels.
fn raised_levels() -> Vec<(Selector, Level)> {
    let off = RULES.iter().filter(|rule| rule.level == Level::Allow);
    off.map(|rule| (Selector::Rule(rule.id), Level::Warn))
        .collect()
}

/// The summary counts what was checked, which every new rule would change in every snapshot.
fn without_totals(shown: &str) -> String {
    let entries = shown
        .split("\n\n")
        .filter(|part| part.starts_with("error[") || part.starts_with("warning["));
    entries.collect::<Vec<_>>().join("\n\n")
}

fn base() -> BTreeMap<String, Vec<u8>> {
    let root = workspace().join("tests/rules/base");
    let mut files = BTreeMap::new();
    collect(&root, &root, &mut files);
    files
}

fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name = path
                .strip_prefix(root)
                .expect("below the root")
                .to_str()
                .expect("UTF-8")
                .replace('\\', "/");
            files.insert(name, fs::read(&path).expect("a file"));
        }
    }
}
