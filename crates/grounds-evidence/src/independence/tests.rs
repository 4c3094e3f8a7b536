//! Tests of how papers come to studies, on small sets.

use grounds_load::RawFile;

use crate::impact::{Event, impact};

/// Two reports of one trial, and another trial: if that falls, one study is left and not two.
#[test]
fn what_is_left_after_a_retraction_is_counted_in_studies() {
    let study =
        |more: &str| format!("report: {{type: article-journal, title: T}}\ndesign: rct\n{more}\n");
    let claim = "statement: S.\nkind: efficacy\nbasis: evidence\nevidence:\n\
        - {study: first, relation: supports}\n- {study: second, relation: supports}\n\
        - {study: other, relation: supports}\n";
    let files = vec![
        RawFile::new("grounds.toml", "title = \"T\"\n"),
        RawFile::new("claims/claim.yaml", claim),
        RawFile::new("studies/first.yaml", study("")),
        RawFile::new("studies/second.yaml", study("part-of: first")),
        RawFile::new("studies/other.yaml", study("")),
    ];
    let set = grounds_load::assemble(files, "").set;
    assert_eq!(impact(&set, &["other"], Event::Retracted).claims[0].left, 1);
    assert_eq!(impact(&set, &["first"], Event::Retracted).claims[0].left, 1);
    // A record that is removed leaves the trial with its second report.
    let removed = impact(&set, &["first"], Event::Removed);
    assert_eq!(removed.claims[0].left, 2);
    assert_eq!(removed.studies.len(), 1);
    let naming: Vec<&str> = removed.naming.iter().map(|key| key.as_str()).collect();
    assert_eq!(naming, ["second"]);
}

/// A claim that stands on a review of a trial loses by its retraction, and nothing where only its record is removed.
#[test]
fn a_review_keeps_what_it_pooled_of_a_trial_whose_record_is_removed() {
    let claim = "statement: S.\nkind: efficacy\nbasis: evidence\nevidence:\n\
        - {study: review, relation: supports}\n";
    let report = "report: {type: article-journal, title: T}\n";
    let files = vec![
        RawFile::new("grounds.toml", "title = \"T\"\n"),
        RawFile::new("claims/claim.yaml", claim),
        RawFile::new("studies/trial.yaml", format!("{report}design: rct\n")),
        RawFile::new(
            "studies/review.yaml",
            format!("{report}design: systematic-review\nincludes: [trial]\n"),
        ),
    ];
    let set = grounds_load::assemble(files, "").set;
    let retracted = impact(&set, &["trial"], Event::Retracted);
    assert_eq!((retracted.claims.len(), retracted.reviews.len()), (1, 1));
    let removed = impact(&set, &["trial"], Event::Removed);
    assert!(removed.claims.is_empty() && removed.reviews.is_empty());
    assert_eq!(removed.naming.len(), 1);
}

/// What the papers `a`, `b` and `c` of a claim come to, with these records in the set.
fn studies(records: &[(&str, &str)]) -> (usize, usize) {
    let claim = "statement: S.\nkind: efficacy\nbasis: evidence\nevidence:\n\
        - {study: a, relation: supports}\n- {study: b, relation: supports}\n\
        - {study: c, relation: supports}\n";
    let mut files = vec![
        RawFile::new("grounds.toml", "title = \"T\"\n"),
        RawFile::new("claims/claim.yaml", claim),
    ];
    for (key, more) in records {
        let record = format!("report: {{type: article-journal, title: T}}\n{more}\n");
        files.push(RawFile::new(format!("studies/{key}.yaml"), record));
    }
    let set = grounds_load::assemble(files, "").set;
    let found = super::independence(&set, &set.claims.sound.values().next().unwrap().value);
    (found.papers(), found.studies.len())
}

#[test]
fn papers_are_one_study_through_records_that_the_claim_does_not_name() {
    let rct = "design: rct";
    let part = |of: &str| format!("design: rct\npart-of: {of}");
    for records in [
        // Reports of reports.
        vec![
            ("a", part("middle")),
            ("b", part("whole")),
            ("c", part("a")),
            ("middle", part("whole")),
            ("whole", rct.to_owned()),
        ],
        // Records that go round in a circle.
        vec![("a", part("b")), ("b", part("c")), ("c", part("a"))],
        // A registration that only the main report has, and one of several.
        vec![
            ("a", part("whole")),
            ("b", "design: rct\nregistration: nct 00000102".to_owned()),
            (
                "c",
                "design: rct\nregistration: ISRCTN12345; NCT-00000102".to_owned(),
            ),
            ("whole", "design: rct\nregistration: NCT00000102".to_owned()),
        ],
        vec![
            ("a", "design: cohort\ncohort: UK Biobank".to_owned()),
            (
                "b",
                "design: cohort\ncohort: The UK  Biobank cohort".to_owned(),
            ),
            ("c", "design: cohort\ncohort: uk biobank".to_owned()),
        ],
        // A review of reviews, the trial of which has a second report.
        vec![
            (
                "a",
                "design: systematic-review\nincludes: [review]".to_owned(),
            ),
            ("b", part("trial")),
            ("c", "design: rct\nregistration: NCT00000102".to_owned()),
            (
                "review",
                "design: systematic-review\nincludes: [trial, a]".to_owned(),
            ),
            ("trial", "design: rct\nregistration: NCT00000102".to_owned()),
        ],
    ] {
        let records: Vec<(&str, &str)> = records
            .iter()
            .map(|(key, more)| (*key, more.as_str()))
            .collect();
        assert_eq!(studies(&records), (3, 1), "{records:?}");
    }
}

#[test]
fn second_reports_that_the_claim_does_not_name_tie_their_studies() {
    let records = [
        ("a", "design: rct"),
        ("b", "design: rct\nregistration: NCT00000102"),
        ("c", "design: rct\ncohort: UK Biobank"),
        ("of-a", "design: rct\npart-of: a\nregistration: NCT00000102"),
        ("of-b", "design: rct\npart-of: b\ncohort: UK Biobank"),
    ];
    assert_eq!(studies(&records), (3, 1));
}

/// Checks to how many studies three papers come whose records follow one word for each: `rct`, or what a review includes.
fn come_to(records: &[(&str, &str)], expected: usize) {
    let written: Vec<(&str, String)> = records
        .iter()
        .map(|(key, what)| match *what {
            "rct" => (*key, "design: rct".to_owned()),
            keys => (
                *key,
                format!("design: systematic-review\nincludes: [{keys}]"),
            ),
        })
        .collect();
    let written: Vec<(&str, &str)> = written.iter().map(|(k, w)| (*k, w.as_str())).collect();
    assert_eq!(studies(&written), (3, expected), "{records:?}");
}

#[test]
fn a_review_adds_nothing_to_what_it_includes_and_takes_nothing_from_it() {
    come_to(&[("a", "rct"), ("b", "rct"), ("c", "a, b")], 2);
    come_to(&[("a", "b, c"), ("b", "rct"), ("c", "rct")], 2);
    // A trial that the review does not include is another study.
    come_to(&[("a", "rct"), ("b", "rct"), ("c", "a")], 2);
}

#[test]
fn reviews_of_the_same_are_one_and_a_review_of_two_reviews_adds_nothing() {
    let trials = [("d", "rct"), ("e", "rct")];
    let with_trials = |reviews: [(&'static str, &'static str); 3]| [&reviews[..], &trials].concat();
    come_to(&with_trials([("a", "d"), ("b", "e"), ("c", "d, e")]), 2);
    come_to(&with_trials([("a", "d, e"), ("b", "e, d"), ("c", "a")]), 1);
    come_to(&[("a", "b"), ("b", "c"), ("c", "a")], 1);
}

#[test]
fn two_reports_and_a_review_of_the_second_are_one_study() {
    let records = [
        ("a", "design: rct"),
        ("b", "design: rct\npart-of: a"),
        ("c", "design: systematic-review\nincludes: [b]"),
    ];
    assert_eq!(studies(&records), (3, 1));
}

#[test]
fn one_registration_is_written_in_many_ways() {
    for (one, other) in [
        ("NCT03100101", "ClinicalTrials.gov NCT03100101"),
        (
            "https://clinicaltrials.gov/study/NCT03100101",
            "ClinicalTrials.gov identifier: nct 03100101",
        ),
        ("ISRCTN10000007", "ISRCTN registry ISRCTN 10000007"),
        ("EudraCT 2012-000615-84", "2012-000615-84"),
        ("EudraCT number: 2012-000615-84", "EUCTR2012-000615-84-GB"),
    ] {
        let record = |number: &str| format!("design: rct\nregistration: '{number}'");
        let (one, other) = (record(one), record(other));
        let third = "design: rct\nregistration: NCT03100102";
        assert_eq!(
            studies(&[("a", &one), ("b", &other), ("c", third)]),
            (3, 2),
            "{one} {other}"
        );
    }
}

#[test]
fn papers_of_their_own_are_studies_of_their_own() {
    for records in [
        [
            ("a", "design: rct"),
            ("b", "design: rct"),
            ("c", "design: rct"),
        ],
        [
            ("a", "design: rct\nregistration: NCT00000102"),
            ("b", "design: rct\nregistration: NCT00000103"),
            ("c", "design: rct\nregistration: none"),
        ],
        [
            ("a", "design: systematic-review\nincludes: [gone]"),
            ("b", "design: systematic-review\nincludes: [gone-too]"),
            ("c", "design: cohort\ncohort: The cohort study"),
        ],
    ] {
        assert_eq!(studies(&records), (3, 3), "{records:?}");
    }
}
