//! Tests of suppressions on whole content sets.

use grounds_load::{RawFile, assemble};
use grounds_model::Level;

use crate::{Options, Outcome, Selector, check};

const FRONT: &str = "---\ntitle: T\n---\n\n";

/// Checks a set of one article, one vocabulary and the settings as of 2026-11-22.
fn outcome(article: &str, vocabulary: &str, levels: &[(&str, Level)]) -> Outcome {
    let files = vec![
        RawFile::new("grounds.toml", "title = \"T\"\n"),
        RawFile::new("vocabulary.yaml", vocabulary),
        RawFile::new("articles/a.md", format!("{FRONT}{article}")),
    ];
    let loaded = assemble(files, "");
    let levels = levels
        .iter()
        .map(|(name, level)| (Selector::parse(name).expect("a rule"), *level));
    let options = Options {
        as_of: "2026-11-22".parse().expect("a date"),
        policy: None,
        retractions: None,
        levels: levels.collect(),
    };
    check(&loaded.set, &loaded.sources, loaded.diagnostics, &options)
}

fn rules(outcome: &Outcome) -> Vec<&'static str> {
    outcome
        .entries
        .iter()
        .map(|entry| entry.diagnostic.rule)
        .collect()
}

fn of_article(article: &str) -> (Vec<&'static str>, usize) {
    let outcome = outcome(article, "concepts: {}\n", &[]);
    (rules(&outcome), outcome.suppressed)
}

#[test]
fn what_is_suppressed_is_counted() {
    let text =
        "<!-- grounds: allow(structure/raw-html) reason=\"r\" -->\nDo you <b>see</b> <i>it</i>?\n";
    assert_eq!(of_article(text), (vec![], 2));
    let text = "<!-- grounds: allow(structure) reason=\"r\" -->\nDo you <b>see</b> ![it](a.png)?\n";
    assert_eq!(of_article(text), (vec![], 2));
}

#[test]
fn it_reaches_its_block_and_no_further() {
    let text = "<!-- grounds: allow(structure/raw-html) reason=\"r\" -->\n\n- Do <b>I</b>?\n- Do <b>you</b>?\n\n<hr>\n";
    assert_eq!(of_article(text), (vec!["structure/raw-html"], 2));
    let text = "> <!-- grounds: allow(structure/raw-html) reason=\"r\" -->\n>\n> Do <b>I</b>?\n\nDo <b>you</b>?\n";
    assert_eq!(of_article(text), (vec!["structure/raw-html"], 1));
}

#[test]
fn what_is_wrong_with_a_suppression_cannot_be_suppressed() {
    let text = "<!-- grounds: allow(suppression) reason=\"r\" -->\nDo I <!-- grounds: allow(x/y) reason=\"r\" --> see?\n";
    assert_eq!(
        of_article(text).0,
        ["suppression/unused", "suppression/unknown-rule"]
    );
    let text = "<!-- grounds: allow(all) reason=\"r\" -->\n<hr>\n";
    assert_eq!(
        of_article(text).0,
        ["suppression/unknown-rule", "structure/raw-html"]
    );
}

#[test]
fn nothing_is_unused_where_the_rule_is_off() {
    let text = "<!-- grounds: allow(structure/raw-html) reason=\"r\" -->\nDo I?\n";
    let levels = [("structure/raw-html", Level::Allow)];
    assert!(rules(&outcome(text, "concepts: {}\n", &levels)).is_empty());
    assert_eq!(of_article(text).0, ["suppression/unused"]);
    let end = "Do I?\n\n<!-- grounds: allow(structure/raw-html) reason=\"r\" -->\n";
    assert_eq!(of_article(end).0, ["suppression/unused"]);
}

#[test]
fn a_record_is_covered_as_a_whole() {
    let concept = "concepts:\n  a: {label: a, kind: outcome}\n";
    assert_eq!(
        rules(&outcome("Do I?\n", concept, &[])),
        ["structure/unused-record"]
    );
    let suppressed = format!("{concept}suppress: [{{rule: structure/unused-record, reason: r}}]\n");
    let outcome = outcome("Do I?\n", &suppressed, &[]);
    assert_eq!((rules(&outcome), outcome.suppressed), (vec![], 1));
}

#[test]
fn what_cannot_be_parsed_makes_nothing_unused() {
    let concept = "concepts:\n  a: {label: a, kind: outcome}\n";
    let files = vec![
        RawFile::new("grounds.toml", "title = \"T\"\n"),
        RawFile::new("vocabulary.yaml", concept),
        RawFile::new("articles/a.md", format!("{FRONT}Do I?\n")),
        RawFile::new("claims/b.yaml", "statement: [\n"),
    ];
    let loaded = assemble(files, "");
    let options = Options {
        as_of: "2026-11-22".parse().expect("a date"),
        policy: None,
        retractions: None,
        levels: Vec::new(),
    };
    let outcome = check(&loaded.set, &loaded.sources, loaded.diagnostics, &options);
    assert_eq!(rules(&outcome), ["structure/syntax"]);
    let unused = outcome
        .tallies
        .iter()
        .find(|(rule, _)| rule.id == "structure/unused-record");
    assert_eq!(unused.map(|(_, tally)| tally.indeterminate), Some(1));
}
