//! From the resolved set to the bundle and the pages of the site, in memory.

use std::sync::LazyLock;

use divan::Bencher;
use grounds_export::bundle::{Bundle, Coverage, Outcomes, RunSummary};
use grounds_export::{build, site};

use crate::set::LOADED;

static BUNDLE: LazyLock<Bundle> = LazyLock::new(bundled);

/// The set as a bundle, its references formatted.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn bundle(bencher: Bencher) {
    bencher.bench(bundled);
}

/// The bundle as JSON.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn json(bencher: Bencher) {
    let bundle = LazyLock::force(&BUNDLE);
    bencher.bench(|| serde_json::to_vec(bundle).expect("a bundle is JSON"));
}

/// Every page and every other file of the site.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn html(bencher: Bencher) {
    let bundle = LazyLock::force(&BUNDLE);
    bencher.bench(|| site::render(bundle).expect("a site"));
}

fn bundled() -> Bundle {
    let no_style = |_: &str| Err(std::io::ErrorKind::NotFound.into());
    build(&LOADED.set, &summary(), &no_style).expect("a bundle")
}

/// A run that found nothing.
fn summary() -> RunSummary {
    let none = Coverage { part: 0, whole: 0 };
    RunSummary {
        as_of: "2026-11-22".to_owned(),
        errors_allowed: false,
        errors: 0,
        warnings: 0,
        suppressed: 0,
        coverage: none,
        articles: Vec::new(),
        checks: Outcomes {
            passed: 0,
            failed: 0,
            indeterminate: 0,
            not_run: 0,
        },
        rules: Vec::new(),
        not_checked: Vec::new(),
    }
}
