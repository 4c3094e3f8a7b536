//! Rule pages: each example of each page is run, and each failing one is shown as people see it.
//!
//! The fenced blocks of a page that are tagged `fail` or `pass` hold files, each begun by a line
//! `== path`, `== path (deleted)`, or `== path (changed)`, which is followed by lines `- old` and
//! `+ new`. They are laid over the small set in `tests/rules/base`. A
//! `fail` block must raise the page's rule, a `pass` block must not; and both must raise just the
//! other rules that the tag names (`also=group/name,group/name`), mostly none. An article without
//! front matter gets some. A page that cannot show a failure says why: `<!-- not shown: … -->`.

mod example;
mod page;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use grounds_check::{RULES, Rule};

use crate::workspace;
use example::{Outcome, run};
use page::{Expect, Page};

fn rules_folder() -> PathBuf {
    workspace().join("crates/grounds-check/src/rules")
}

fn page_of(rule: &Rule) -> Page {
    Page::parse(rule.docs)
}

/// The rules with `group/name` as file names, whose extension is `extension`.
fn named_by_files(extension: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for group in fs::read_dir(rules_folder()).expect("a folder") {
        let group = group.expect("an entry").path();
        if !group.is_dir() {
            continue;
        }
        for file in fs::read_dir(&group).expect("a folder") {
            let path = file.expect("an entry").path();
            let is_rule = path.extension().is_some_and(|it| it == extension)
                && path.file_stem().is_some_and(|stem| stem != "mod");
            if is_rule {
                names.insert(format!("{}/{}", stem(&group), stem(&path)));
            }
        }
    }
    names
}

fn stem(path: &Path) -> String {
    path.file_stem()
        .expect("a name")
        .to_str()
        .expect("UTF-8")
        .replace('_', "-")
}

#[test]
fn files_pages_and_table_are_the_same() {
    let table: BTreeSet<String> = RULES.iter().map(|rule| rule.id.to_owned()).collect();
    assert!(
        RULES.is_sorted_by(|a, b| a.id < b.id),
        "sort the table in crates/grounds-check/src/rules/mod.rs by name, each rule once"
    );
    for (extension, what) in [("rs", "file"), ("md", "page")] {
        let files = named_by_files(extension);
        let missing: Vec<_> = table.difference(&files).collect();
        let extra: Vec<_> = files.difference(&table).collect();
        assert!(
            missing.is_empty(),
            "write the {what} (`.{extension}`) of {missing:?}"
        );
        assert!(
            extra.is_empty(),
            "add to RULES, or delete the {what} of, {extra:?}"
        );
    }
}

#[test]
fn pages_have_their_sections_and_examples() {
    let mut faults = Vec::new();
    for rule in RULES {
        faults.extend(
            page_of(rule)
                .faults(rule.id)
                .map(|fault| format!("{}: {fault}", rule.id)),
        );
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_base_set_raises_nothing() {
    let outcome = run(&[], true);
    assert!(outcome.raised.is_empty(), "{}", outcome.shown);
}

#[test]
fn examples_raise_what_their_pages_say() {
    let mut faults = Vec::new();
    for rule in RULES {
        for (number, example) in page_of(rule).examples.iter().enumerate() {
            let outcome = run(&example.files, needs_front_matter(rule));
            let own = (example.expect == Expect::Fail).then_some(rule.id);
            let expected: BTreeSet<&str> =
                example.also.iter().map(String::as_str).chain(own).collect();
            let raised: BTreeSet<&str> = outcome.raised.iter().copied().collect();
            if raised != expected {
                faults.push(format!(
                    "{}, example {}: raised {raised:?}, expected {expected:?}\n{}",
                    rule.id,
                    number + 1,
                    outcome.shown
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn failing_examples_look_like_this() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for rule in RULES {
            let page = page_of(rule);
            let failing = page.examples.iter().filter(|it| it.expect == Expect::Fail);
            for (number, example) in (1..).zip(failing) {
                let Outcome { shown, .. } = run(&example.files, needs_front_matter(rule));
                insta::assert_snapshot!(snapshot_name(rule, number), shown);
            }
        }
    });
}

/// The page about its absence shows articles just as they are.
fn needs_front_matter(rule: &Rule) -> bool {
    rule.id != "structure/missing-front-matter"
}

fn snapshot_name(rule: &Rule, number: usize) -> String {
    format!("{}__{number}", rule.id.replace('/', "__"))
}

#[test]
fn summaries_are_sentences_without_a_full_stop() {
    for rule in RULES {
        let ends = rule.summary.ends_with(['.', '!']);
        let begins = rule.summary.starts_with(char::is_lowercase);
        assert!(begins && !ends, "{}: {}", rule.id, rule.summary);
    }
}
