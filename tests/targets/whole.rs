//! Check and export as a whole: a set of several files, as one text.
//!
//! A line `== path` begins a file; what stands before the first is an article.

use std::sync::Arc;

use grounds_check::{Options, Outcome};
use grounds_diagnostics::{Report, Severity, Tally, render};
use grounds_export::bundle::{Bundle, Coverage, Outcomes, RunSummary};
use grounds_export::site::Site;
use grounds_load::{Loaded, RawFile, assemble};

use crate::{laws, ways};

/// The files of a set that is written as one text; not too many.
#[must_use]
pub fn files(bytes: &[u8]) -> Vec<RawFile> {
    let mut files = vec![("articles/first.md".to_owned(), Vec::new())];
    for line in bytes.split_inclusive(|&byte| byte == b'\n') {
        match line.strip_prefix(b"== ") {
            Some(path) if files.len() < 64 => {
                let path = String::from_utf8_lossy(path).trim_end().to_owned();
                files.push((path, Vec::new()));
            }
            _ => files
                .last_mut()
                .expect("there is a first")
                .1
                .extend_from_slice(line),
        }
    }
    files.sort_by(|a, b| a.0.cmp(&b.0));
    files.dedup_by(|a, b| a.0 == b.0);
    let read = |(path, text)| RawFile::new(path, text);
    files.into_iter().map(read).collect()
}

/// A set that is written as one text, read and checked.
///
/// # Panics
/// If a law of reading or checking is broken.
#[must_use]
pub fn judged(bytes: &[u8]) -> (Loaded, Outcome) {
    let mut loaded = assemble(files(bytes), "set");
    laws::read_soundly(&loaded);
    let options = Options {
        as_of: "2026-11-22".parse().expect("a day"),
        policy: None,
        retractions: None,
        levels: Vec::new(),
    };
    let reading = std::mem::take(&mut loaded.diagnostics);
    let outcome = grounds_check::check(&loaded.set, &loaded.sources, reading, &options);
    for entry in &outcome.entries {
        laws::located(&entry.diagnostic, &loaded.sources);
    }
    (loaded, outcome)
}

/// The report of a check.
#[must_use]
pub fn report(outcome: Outcome) -> Report {
    Report {
        version: "0",
        as_of: "2026-11-22".to_owned(),
        read: vec![("articles", outcome.articles)],
        omitted: (0, 0),
        suppressed: outcome.suppressed,
        rules: outcome
            .tallies
            .iter()
            .map(|(rule, tally)| (rule.info(), *tally))
            .collect(),
        entries: outcome.entries,
        measures: Vec::new(),
        unchecked: Vec::new(),
    }
}

/// Reads and checks a set, also from the disk and article by article, and prints what was found in every format.
pub fn check(bytes: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder for what is temporary");
    ways::agree_on(&files(bytes), folder.path());
    let (loaded, outcome) = judged(bytes);
    let report = report(outcome);
    for format in render::Format::ALL {
        let text = render::render(format, &report, &loaded.sources, render::Options::default());
        // Nothing that a terminal would obey.
        assert!(!text.contains('\u{1b}'), "{format:?} holds an escape");
    }
}

/// The bundle of a set that is written as one text; none if its settings ask for a style that is not there.
#[must_use]
pub fn bundle_of(bytes: &[u8]) -> Option<Bundle> {
    let (loaded, outcome) = judged(bytes);
    let no_style = |_: &str| Err(std::io::ErrorKind::NotFound.into());
    grounds_export::build(&loaded.set, &summary(&loaded, &outcome), &no_style).ok()
}

/// The files of the site of a set that is written as one text.
///
/// # Panics
/// If it cannot be exported.
#[must_use]
pub fn site_of(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    grounds_export::site::render(&bundle_of(bytes).expect("a bundle")).expect("a site")
}

/// How deep a bundle may nest: what Ruby's reader of JSON takes; Python's, Rust's and PHP's take more.
const JSON_DEPTH: usize = 100;

/// How deep a JSON value nests.
fn depth(value: &serde_json::Value) -> usize {
    match value {
        serde_json::Value::Array(values) => 1 + values.iter().map(depth).max().unwrap_or(0),
        serde_json::Value::Object(values) => 1 + values.values().map(depth).max().unwrap_or(0),
        _ => 0,
    }
}

/// Reads, checks and exports a set; other programs can read the bundle, and the site is no larger than its content
/// accounts for.
pub fn export(bytes: &[u8]) {
    let Some(bundle) = bundle_of(bytes) else {
        return;
    };
    let bundle = Arc::new(bundle);
    let json = serde_json::to_vec(bundle.as_ref()).expect("a bundle is JSON");
    let again: Bundle = serde_json::from_slice(&json).expect("and reads back");
    assert_eq!(serde_json::to_vec(&again).expect("JSON"), json);
    let value = serde_json::from_slice(&json).expect("and is JSON to anybody");
    assert!(depth(&value) <= JSON_DEPTH, "{} deep", depth(&value));
    let site = Site::of(&bundle).expect("a site");
    let mut total = 0;
    for path in site.paths() {
        let made = site.file(&path).expect("a file").expect("no defect");
        total += made.len();
    }
    let most = 40_000_000 + 200 * bytes.len();
    assert!(
        total <= most,
        "{total} bytes of site from {} of content",
        bytes.len()
    );
}

/// What a bundle says of a run, but for its coverage.
#[must_use]
pub fn summary(loaded: &Loaded, outcome: &Outcome) -> RunSummary {
    let count = |severity| {
        let of = outcome
            .entries
            .iter()
            .filter(|entry| entry.severity == severity);
        of.count() as u64
    };
    let none = Tally::default();
    RunSummary {
        as_of: "2026-11-22".to_owned(),
        errors_allowed: true,
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        suppressed: outcome.suppressed as u64,
        coverage: Coverage { part: 0, whole: 0 },
        articles: loaded
            .set
            .articles
            .keys()
            .map(|key| grounds_export::bundle::ArticleCoverage {
                article: key.to_string(),
                coverage: Coverage { part: 0, whole: 0 },
            })
            .collect(),
        checks: Outcomes {
            passed: none.passed as u64,
            failed: none.failed as u64,
            indeterminate: none.indeterminate as u64,
            not_run: none.not_run as u64,
        },
        rules: Vec::new(),
        not_checked: Vec::new(),
    }
}
