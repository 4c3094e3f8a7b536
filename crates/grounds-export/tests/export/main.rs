//! The export of whole content sets: what readers get, and what must never reach them.

mod bundle;
mod hostile;
mod machines;
mod numbers;
mod page;
mod pages;
mod sound;
mod themes;

use std::path::{Path, PathBuf};

use grounds_export::bundle::{
    ArticleCoverage, Bundle, Coverage, NotChecked, Outcomes, RuleOutcomes, RunSummary,
};
use grounds_load::ContentSet;

/// The content set of a fixture.
fn fixture(name: &str) -> ContentSet {
    set(&Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name))
}

/// The content set that this repository is about.
fn real() -> ContentSet {
    set(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content"))
}

fn set(root: &Path) -> ContentSet {
    grounds_load::load(root).expect("a content set").set
}

fn run(set: &ContentSet) -> RunSummary {
    let outcomes = Outcomes {
        passed: 7,
        failed: 1,
        indeterminate: 2,
        not_run: 3,
    };
    RunSummary {
        as_of: "2026-11-22".to_owned(),
        errors_allowed: true,
        errors: 1,
        warnings: 2,
        suppressed: 1,
        coverage: Coverage { part: 9, whole: 10 },
        articles: set
            .articles
            .keys()
            .map(|slug| ArticleCoverage {
                article: slug.to_string(),
                coverage: Coverage { part: 4, whole: 5 },
            })
            .collect(),
        checks: outcomes,
        rules: vec![RuleOutcomes {
            rule: "claim/no-evidence".to_owned(),
            outcomes,
        }],
        not_checked: vec![NotChecked {
            what: "2 rules".to_owned(),
            why: "turned off".to_owned(),
        }],
    }
}

fn build(set: &ContentSet) -> Bundle {
    let no_file = |_: &str| Err(std::io::ErrorKind::NotFound.into());
    grounds_export::build(set, &run(set), &no_file).expect("a bundle")
}

fn snapshots() -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path(PathBuf::from("../snapshots"));
    settings
}
