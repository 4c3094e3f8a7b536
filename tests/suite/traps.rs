//! The known traps of the real set: what its sources print that cannot be, and what is often
//! misquoted. The records keep what is printed, with a suppression that says so; without it each is
//! found.

use grounds_check::{Options, Selector};
use grounds_load::{Content, Loaded, RawFile};
use grounds_model::Level;

use crate::workspace;

/// What a run finds in the real set after a change to one file: rule, and the text at the place.
fn found_after(path: &str, change: &dyn Fn(String) -> String) -> Vec<(String, String)> {
    let mut files = grounds_load::read(&workspace().join("content")).unwrap();
    let file = files.iter_mut().find(|file| file.path == path).unwrap();
    let Content::Bytes(bytes) = &file.content else {
        panic!("{path} cannot be read");
    };
    let before = String::from_utf8(bytes.clone()).unwrap();
    let after = change(before.clone());
    assert_ne!(before, after, "nothing was changed in {path}");
    *file = RawFile::new(path, after);
    let Loaded {
        sources,
        set,
        diagnostics,
        ..
    } = grounds_load::assemble(files, "");
    let options = Options {
        as_of: "2026-11-22".parse().unwrap(),
        policy: None,
        retractions: None,
        levels: vec![(Selector::All, Level::Error)],
    };
    let outcome = grounds_check::check(&set, &sources, diagnostics, &options);
    let entries = outcome.entries.iter().map(|entry| &entry.diagnostic);
    entries
        .map(|found| {
            let text = sources.text(found.primary.place).to_owned();
            (found.rule.to_owned(), text)
        })
        .collect()
}

/// What is found in a record as it is printed, without its suppression.
fn as_printed(study: &str) -> Vec<(String, String)> {
    found_after(&format!("studies/{study}.yaml"), &|text| {
        let at = text
            .find("\nsuppress:")
            .expect("the record has a suppression");
        text[..=at].to_owned()
    })
}

fn pair(rule: &str, text: &str) -> (String, String) {
    (rule.to_owned(), text.to_owned())
}

#[test]
fn a_pooled_difference_far_above_its_subgroups() {
    let expected = [pair("number/pooled-outside-subgroups", "\"15.82\"")];
    assert_eq!(as_printed("xu-2024"), expected);
}

#[test]
fn arms_of_a_hundred_in_a_trial_of_sixty() {
    assert_eq!(as_printed("jccp-2025"), [pair("number/arms-sum", "60")]);
}

#[test]
fn forty_of_fifty_called_sixty_six_per_cent() {
    let expected = [pair("number/impossible-percentage", "\"66\"")];
    assert_eq!(as_printed("yepuri-2021"), expected);
}

#[test]
fn one_result_printed_for_two_comparisons() {
    let expected = [pair("number/repeated-result", "\"13.36\"")];
    assert_eq!(as_printed("pei-2024"), expected);
}

#[test]
fn p_values_that_belong_to_something_else() {
    let expected = ["\"0.004\"", "\"0.006\""].map(|p| pair("number/p-against-counts", p));
    assert_eq!(as_printed("shah-2017"), expected);
}

#[test]
fn the_square_inch_of_the_trial_of_2018() {
    let found = found_after("articles/microneedling-with-minoxidil.md", &|text| {
        text.replace(
            "12.52 hairs per square inch",
            "12.52 hairs per square centimetre",
        )
    });
    let rules: Vec<&str> = found.iter().map(|(rule, _)| rule.as_str()).collect();
    assert!(rules.contains(&"number/other-unit"), "{found:?}");
}

#[test]
fn the_misprint_of_a_secondary_table() {
    let found = found_after("articles/microneedling-with-minoxidil.md", &|text| {
        text.replace("12.52 hairs per square inch", "12.82 hairs per square inch")
    });
    let rules: Vec<&str> = found.iter().map(|(rule, _)| rule.as_str()).collect();
    assert!(rules.contains(&"number/not-in-study"), "{found:?}");
}

#[test]
fn the_microneedling_group_also_had_minoxidil() {
    let needling_alone = |text: String| {
        text.replace(
            "intervention: [microneedling, minoxidil]\n  comparator: [minoxidil]",
            "intervention: [microneedling]\n  comparator: [minoxidil]",
        )
    };
    let found = found_after("claims/adds-to-minoxidil.yaml", &needling_alone);
    let combined = found.iter().filter(|(rule, _)| rule == "fit/combined-arms");
    assert!(combined.count() >= 4, "{found:?}");
}
