//! Five content sets of other fields of medicine, written from the documentation alone: they are clean, and each
//! break of their fit is found by exactly its rule, at its place, with the study's place beside it.

use std::path::{Path, PathBuf};

use grounds_check::{Options, Selector};
use grounds_diagnostics::{Diagnostic, Sources};
use grounds_load::{Content, Loaded, RawFile};
use grounds_model::Level;

use crate::workspace;

const SETS: [&str; 5] = [
    "cardiology",
    "vaccines",
    "psychiatry",
    "diagnosis",
    "leaflets",
];

fn folder(set: &str) -> PathBuf {
    workspace().join("tests/fixtures/medicine").join(set)
}

/// What a run finds in a set, the concepts that nothing uses aside: they are there to be used by the breaks.
pub(crate) fn found_in(files: Vec<RawFile>) -> (Vec<Diagnostic>, Sources) {
    let loaded: Loaded = grounds_load::assemble(files, "");
    let allowed = ["structure/unused-record"].map(|rule| (Selector::Rule(rule), Level::Allow));
    let options = Options {
        as_of: "2026-11-22".parse().unwrap(),
        policy: None,
        retractions: None,
        levels: [(Selector::All, Level::Error)]
            .into_iter()
            .chain(allowed)
            .collect(),
    };
    let outcome = grounds_check::check(&loaded.set, &loaded.sources, loaded.diagnostics, &options);
    let entries = outcome.entries.into_iter();
    (
        entries.map(|entry| entry.diagnostic).collect(),
        loaded.sources,
    )
}

fn read(folder: &Path) -> Vec<RawFile> {
    grounds_load::read(folder).unwrap()
}

#[test]
fn sets_of_other_fields_are_clean() {
    for set in SETS {
        let (found, _) = found_in(read(&folder(set)));
        let found: Vec<String> = found
            .iter()
            .map(|d| format!("{}: {}", d.rule, d.message))
            .collect();
        assert_eq!(found, Vec::<String>::new(), "{set}");
    }
}

#[test]
fn each_break_of_fit_is_found_by_its_rule_with_both_places() {
    let rows: Vec<&str> = include_str!("broken.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect();
    let mut wrong = Vec::new();
    for row in &rows {
        let cells: Vec<String> = row
            .split('\t')
            .map(|cell| cell.replace('⏎', "\n"))
            .collect();
        let [set, rule, file, words, path, from, to] = cells.as_slice() else {
            panic!("seven columns: {row}");
        };
        let mut files = read(&folder(set));
        change(&mut files, path, from, to);
        let (found, sources) = found_in(files);
        let shown: Vec<String> = found.iter().map(|d| describe(d, &sources)).collect();
        let rules: Vec<&str> = rule.split(' ').collect();
        let first = found.iter().find(|found| found.rule == rules[0]);
        let right =
            first.is_some_and(|first| is_expected(first, &sources, (rules[0], file, words)));
        let others = found.iter().all(|found| rules.contains(&found.rule));
        if !right || !others || found.len() != rules.len() {
            wrong.push(format!(
                "{set}: {from} -> {to}\n  expected {rule} at {file} `{words}`\n  found {shown:#?}"
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        rows.len(),
        wrong.join("\n")
    );
    assert!(rows.len() >= 60, "{}", rows.len());
}

#[test]
fn what_says_the_same_in_another_way_stays_clean() {
    let rows = include_str!("sound.tsv").lines();
    for row in rows.filter(|line| !line.starts_with('#')) {
        let cells: Vec<String> = row
            .split('\t')
            .map(|cell| cell.replace('⏎', "\n"))
            .collect();
        let [set, path, from, to] = cells.as_slice() else {
            panic!("four columns: {row}");
        };
        let mut files = read(&folder(set));
        change(&mut files, path, from, to);
        let (found, sources) = found_in(files);
        let shown: Vec<String> = found.iter().map(|d| describe(d, &sources)).collect();
        assert_eq!(shown, Vec::<String>::new(), "{set}: {from} -> {to}");
    }
}

fn change(files: &mut [RawFile], path: &str, from: &str, to: &str) {
    let file = files
        .iter_mut()
        .find(|file| file.path == *path)
        .unwrap_or_else(|| panic!("{path}"));
    let Content::Bytes(bytes) = &file.content else {
        panic!("{path}")
    };
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert_eq!(text.matches(from).count(), 1, "{from:?} in {path}");
    *file = RawFile::new(path, text.replace(from, to));
}

fn describe(found: &Diagnostic, sources: &Sources) -> String {
    let place = found.primary.place;
    format!(
        "{} {} `{}`: {}",
        found.rule,
        sources.get(place.file).path(),
        sources.text(place),
        found.message
    )
}

/// The rule, at the place; a rule of fit also shows a place in a study's record, unless the claim alone is at fault.
fn is_expected(
    found: &Diagnostic,
    sources: &Sources,
    (rule, file, words): (&str, &str, &str),
) -> bool {
    let place = found.primary.place;
    let name = |place: grounds_diagnostics::Place| sources.get(place.file).path().to_owned();
    let mut others = found.secondary.iter().map(|label| name(label.place));
    let beside = others.any(|name| name.starts_with("studies/"))
        || rule == "fit/no-scope"
        || name(place).starts_with("studies/");
    found.rule == rule
        && name(place) == *file
        && sources.text(place).starts_with(words)
        && (beside || !rule.starts_with("fit/"))
}
