//! What has happened to a report: each kind of notice has its own message, several on one study are several messages,
//! and a notice of the list is one like any other, in the check as in the bundle.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::program::{copy_folder, grounds};
use crate::workspace;

/// The events that a record can have, the rule that speaks of each, and words of its message.
const EVENTS: [(&str, &str, &str); 7] = [
    (
        "retracted",
        "study/retracted-evidence",
        "stands on a retracted study",
    ),
    ("concern", "study/concern", "under an expression of concern"),
    ("corrected", "study/corrected", "was corrected"),
    ("reinstated", "study/reinstated", "was reinstated"),
    ("replaced", "study/replaced", "was retracted and replaced"),
    ("superseded", "study/superseded", "superseded"),
    (
        "version-of-record",
        "study/preprint",
        "its version of record is published",
    ),
];

/// A copy of the sound set of the rule pages, in which one study had these events, with days a year apart.
fn set_with(events: &[&str]) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let set = folder.path().join("set");
    copy_folder(&workspace().join("tests/rules/base"), &set);
    if !events.is_empty() {
        let study = set.join("studies/kumar-2018.yaml");
        let mut text = fs::read_to_string(&study).unwrap() + "standing:\n";
        for (year, event) in (2019..).zip(events) {
            writeln!(text, "  - {{event: {event}, on: {year}-03-01}}").unwrap();
        }
        fs::write(&study, text).unwrap();
    }
    (folder, set)
}

/// The rules about the standing of studies that find something, and the lines of the report.
fn found(set: &Path, list: Option<&Path>) -> (Vec<String>, String) {
    let mut arguments = vec!["check", set.to_str().unwrap(), "--format", "concise"];
    if let Some(list) = list {
        arguments.extend(["--retractions", list.to_str().unwrap()]);
    }
    let report = grounds(&arguments).run().stdout;
    let rules = report.lines().filter_map(|line| {
        let rule = line.split_once('[')?.1.split_once(']')?.0;
        rule.starts_with("study/").then(|| rule.to_owned())
    });
    let mut rules: Vec<String> = rules.collect();
    rules.sort();
    (rules, report)
}

/// How often a rule speaks of a study; one that speaks at each use of it speaks once.
fn times(rules: &[String], rule: &str) -> usize {
    let times = rules.iter().filter(|found| *found == rule).count();
    times.min(if rule == "study/replaced" { 1 } else { times })
}

#[test]
fn each_event_has_a_message_of_its_own_by_default() {
    for (event, rule, words) in EVENTS {
        let (_folder, set) = set_with(&[event]);
        let (rules, report) = found(&set, None);
        assert!(rules.iter().any(|found| found == rule), "{event}: {report}");
        let others: Vec<&str> = EVENTS
            .iter()
            .filter(|(other, ..)| *other != event)
            .map(|(_, other, _)| *other)
            .filter(|other| rules.iter().any(|found| found == other))
            .collect();
        assert_eq!(others, Vec::<&str>::new(), "{event}: {report}");
        let said = report.lines().find(|line| line.contains(rule));
        assert!(
            said.is_some_and(|line| line.contains(words)),
            "{event}: {report}"
        );
    }
}

#[test]
fn two_events_on_one_study_are_two_messages() {
    for (first, rule, _) in EVENTS {
        for (second, other, _) in EVENTS {
            // A reinstatement lifts what came before it, and is lifted by what comes after.
            if first == second || [first, second].contains(&"reinstated") {
                continue;
            }
            let (_folder, set) = set_with(&[first, second]);
            let (rules, report) = found(&set, None);
            for rule in [rule, other] {
                let times = times(&rules, rule);
                assert_eq!(times, 1, "{first}, {second}: {rule}\n{report}");
            }
        }
    }
}

#[test]
fn all_events_at_once_are_as_many_messages() {
    let (_folder, set) = set_with(&[
        "corrected",
        "superseded",
        "concern",
        "version-of-record",
        "replaced",
        "retracted",
    ]);
    let (rules, report) = found(&set, None);
    for (event, rule, _) in EVENTS {
        let expected = usize::from(event != "reinstated");
        let times = times(&rules, rule);
        assert_eq!(times, expected, "{rule}\n{report}");
    }
}

#[test]
fn what_was_lifted_is_said_no_longer_and_what_was_not_still_is() {
    let (_folder, set) = set_with(&["concern", "retracted", "corrected", "reinstated"]);
    let (rules, report) = found(&set, None);
    assert_eq!(rules, ["study/corrected", "study/reinstated"], "{report}");
    let (_folder, set) = set_with(&["retracted", "reinstated", "retracted"]);
    let (rules, report) = found(&set, None);
    assert!(
        rules.contains(&"study/retracted-evidence".to_owned()),
        "{report}"
    );
    assert!(!rules.contains(&"study/reinstated".to_owned()), "{report}");
}

const HEADER: &str = "Record ID,Title,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDOI,\
    OriginalPaperPubMedID,RetractionNature,Reason,Notes,\n";

/// A list of rows about the study: a day, a nature and the DOI of the notice.
fn list(folder: &Path, rows: &[(&str, &str, &str)]) -> std::path::PathBuf {
    let rows = rows.iter().map(|(day, nature, notice)| {
        format!(
            "1,\"Needling, with a \"\"quote\"\"\",{day} 0:00,{notice},0,10.4103/JCAS.JCAS_130_17,0,{nature},+Error in Data;,,\r\n"
        )
    });
    let path = folder.join("list.csv");
    fs::write(
        &path,
        format!("\u{feff}{HEADER}{}", rows.collect::<String>()),
    )
    .unwrap();
    path
}

const FOUR: [(&str, &str, &str); 4] = [
    ("2/1/2026", "Expression of concern", "10.1000/c"),
    ("1/1/2026", "Correction", "10.1000/a"),
    ("10/1/2026", "Retraction", "unavailable"),
    ("9/1/2026", "Correction", "10.1000/b"),
];

#[test]
fn each_notice_of_the_list_is_an_error_of_its_own() {
    let (folder, set) = set_with(&[]);
    let (_, report) = found(&set, Some(&list(folder.path(), &FOUR)));
    for words in [
        "an expression of concern of 2026-02-01",
        "a correction of 2026-01-01",
        "a correction of 2026-09-01",
        "a retraction of 2026-10-01",
    ] {
        assert_eq!(report.matches(words).count(), 1, "{words}\n{report}");
    }
    assert_eq!(
        report.matches("study/unrecorded-notice").count(),
        4,
        "{report}"
    );
    // They count as if the record had them: each with the rule of its kind.
    for rule in [
        "study/retracted-evidence",
        "study/concern",
        "study/corrected",
    ] {
        assert!(report.contains(rule), "{rule}\n{report}");
    }
}

#[test]
fn a_second_correction_and_a_second_retraction_are_not_had_with_the_first() {
    let (folder, set) = set_with(&["corrected"]);
    let corrections = [
        ("3/5/2019", "Correction", "10.1000/a"),
        ("3/9/2023", "Correction", "10.1000/b"),
    ];
    let (_, report) = found(&set, Some(&list(folder.path(), &corrections)));
    assert!(report.contains("a correction of 2023-03-09"), "{report}");
    assert_eq!(
        report.matches("study/unrecorded-notice").count(),
        1,
        "{report}"
    );

    let (folder, set) = set_with(&["retracted", "reinstated"]);
    let retractions = [
        ("2/20/2019", "Retraction", "10.1000/a"),
        ("3/2/2020", "Reinstatement", "10.1000/b"),
        ("5/5/2024", "Retraction", "10.1000/c"),
    ];
    let (rules, report) = found(&set, Some(&list(folder.path(), &retractions)));
    assert!(report.contains("a retraction of 2024-05-05"), "{report}");
    assert_eq!(
        report.matches("study/unrecorded-notice").count(),
        1,
        "{report}"
    );
    assert!(
        rules.contains(&"study/retracted-evidence".to_owned()),
        "{report}"
    );
}

#[test]
fn the_bundle_and_the_site_show_the_notices_of_the_list() {
    let (folder, set) = set_with(&[]);
    let list = list(folder.path(), &FOUR);
    let target = folder.path().join("site");
    let ran = grounds(&[
        "export",
        set.to_str().unwrap(),
        "--retractions",
        list.to_str().unwrap(),
        "--allow-errors",
        "--out",
        target.to_str().unwrap(),
    ])
    .run();
    let bundle = fs::read_to_string(target.join("bundle.json"))
        .unwrap_or_else(|error| panic!("{error}: {ran:?}"));
    let bundle: serde_json::Value = serde_json::from_str(&bundle).unwrap();
    let studies = bundle["studies"].as_array().unwrap();
    let study = studies
        .iter()
        .find(|study| study["key"] == "kumar-2018")
        .unwrap();
    let standing = &study["standing"];
    assert_eq!(standing["retracted"], true, "{standing:#}");
    let events: Vec<(&str, &str)> = standing["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| {
            (
                event["event"].as_str().unwrap(),
                event["on"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        events,
        [
            ("corrected", "2026-01-01"),
            ("concern", "2026-02-01"),
            ("corrected", "2026-09-01"),
            ("retracted", "2026-10-01"),
        ]
    );
    let page = fs::read_to_string(target.join("studies/kumar-2018/index.html"))
        .or_else(|_| fs::read_to_string(target.join("studies/kumar-2018.html")))
        .unwrap();
    for day in [
        "1 January 2026",
        "1 February 2026",
        "1 September 2026",
        "1 October 2026",
    ] {
        assert!(page.contains(day), "{day}");
    }
}

/// The data of a preprint are those of its version of record, and the data of a second report those of its study.
#[test]
fn the_site_says_where_data_fell_with_another_report() {
    let (folder, set) = set_with(&["retracted"]);
    let add = |key: &str, more: &str| {
        let path = set.join(format!("studies/{key}.yaml"));
        let record = format!(
            "report: {{type: article-journal, title: An invented report, issued: 2017}}\ndesign: rct\nspecies: human\n{more}"
        );
        fs::write(path, record).unwrap();
    };
    add(
        "early-2017",
        "standing:\n  - {event: version-of-record, on: 2018-03-01, by: kumar-2018}\n",
    );
    add("later-2020", "part-of: kumar-2018\n");
    add("other-2017", "");
    let site = folder.path().join("site");
    let arguments = ["export", set.to_str().unwrap(), "--allow-errors", "--out"];
    grounds(&[&arguments[..], &[site.to_str().unwrap()]].concat()).run();
    let page = |key: &str| fs::read_to_string(site.join(format!("studies/{key}.html"))).unwrap();
    let early = page("early-2017");
    assert!(
        early.contains("Its version of record was retracted"),
        "{early}"
    );
    assert!(early.contains("its data were retracted"), "{early}");
    assert!(page("later-2020").contains("The study that it reports was retracted"));
    for stands in ["other-2017", "dhurat-2013"] {
        assert!(!page(stands).contains("was retracted"), "{stands}");
    }
}
