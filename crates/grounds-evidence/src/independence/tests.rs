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
        // What ties two papers is in second reports that the claim does not name.
        vec![
            ("a", rct.to_owned()),
            ("b", "design: rct\nregistration: NCT00000102".to_owned()),
            ("c", "design: rct\ncohort: UK Biobank".to_owned()),
            (
                "of-a",
                "design: rct\npart-of: a\nregistration: NCT00000102".to_owned(),
            ),
            (
                "of-b",
                "design: rct\npart-of: b\ncohort: UK Biobank".to_owned(),
            ),
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
fn a_review_adds_nothing_to_what_it_includes_and_takes_nothing_from_it() {
    let (rct, review) = ("design: rct", "design: systematic-review");
    let includes = |keys: &str| format!("{review}\nincludes: [{keys}]");
    for (records, expected) in [
        // Two trials and the review of both.
        (
            vec![
                ("a", rct.to_owned()),
                ("b", rct.to_owned()),
                ("c", includes("a, b")),
            ],
            2,
        ),
        (
            vec![
                ("a", includes("b, c")),
                ("b", rct.to_owned()),
                ("c", rct.to_owned()),
            ],
            2,
        ),
        // A trial that the review does not include is another study.
        (
            vec![
                ("a", rct.to_owned()),
                ("b", rct.to_owned()),
                ("c", includes("a")),
            ],
            2,
        ),
        // Two trials that are one, and their review.
        (
            vec![
                ("a", rct.to_owned()),
                ("b", "design: rct\npart-of: a".to_owned()),
                ("c", includes("b")),
            ],
            1,
        ),
        // A review of all that two reviews include, which share nothing.
        (
            vec![
                ("a", includes("d")),
                ("b", includes("e")),
                ("c", includes("d, e")),
                ("d", rct.to_owned()),
                ("e", rct.to_owned()),
            ],
            2,
        ),
        // Reviews of the same, and of one another.
        (
            vec![
                ("a", includes("d, e")),
                ("b", includes("e, d")),
                ("c", includes("a")),
                ("d", rct.to_owned()),
                ("e", rct.to_owned()),
            ],
            1,
        ),
        (
            vec![
                ("a", includes("b")),
                ("b", includes("c")),
                ("c", includes("a")),
            ],
            1,
        ),
    ] {
        let records: Vec<(&str, &str)> = records
            .iter()
            .map(|(key, more)| (*key, more.as_str()))
            .collect();
        assert_eq!(studies(&records), (3, expected), "{records:?}");
    }
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
