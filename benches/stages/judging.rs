//! The rules, group by group: each with what is computed for all of them, which `without_rules` measures alone.

use std::collections::BTreeSet;

use divan::Bencher;
use grounds_check::{Options, Outcome, RULES, Selector};
use grounds_model::Level;

use crate::set::LOADED;

/// Checks the set with these rules and no others.
pub(crate) fn check(selected: &[Selector]) -> Outcome {
    let none = (Selector::All, Level::Allow);
    let shown = selected.iter().map(|rules| (*rules, Level::Warn));
    let options = Options {
        as_of: "2026-11-22".parse().expect("a day"),
        policy: None,
        retractions: None,
        levels: std::iter::once(none).chain(shown).collect(),
    };
    grounds_check::check(&LOADED.set, &LOADED.sources, Vec::new(), &options)
}

/// What a check computes before and after the rules.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn without_rules(bencher: Bencher) {
    bencher.bench(|| check(&[]));
}

/// The rules of each group.
#[divan::bench(args = groups(), sample_count = 20, sample_size = 1)]
fn rules(bencher: Bencher, group: &'static str) {
    bencher.bench(|| check(&[Selector::Group(group)]));
}

/// All rules.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn all_rules(bencher: Bencher) {
    bencher.bench(|| check(&[Selector::All]));
}

fn groups() -> BTreeSet<&'static str> {
    RULES.iter().map(|rule| rule.group()).collect()
}
