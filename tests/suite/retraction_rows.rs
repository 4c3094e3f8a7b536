//! The rows of a retraction list that are not as the others: out of their columns, of a day to come, about papers that no
//! list can know, and how the list itself is named.

use std::fs;
use std::path::Path;

use crate::program::{copy_folder, grounds};
use crate::retractions::{HEADER, KUMAR, check, concise, list, row, set_with};
use crate::workspace;

#[test]
fn a_row_out_of_its_columns_is_shown_if_it_names_a_study_of_the_set() {
    // A comma in a title without quotation marks moves all that follows by one cell.
    let shifted =
        row("11/1/2026 0:00", KUMAR, "0", "Retraction").replace("\"T, a\ntitle\"", "T, a title");
    let other = row("11/1/2026 0:00", "10.9999/other", "77", "Retraction")
        .replace("\"T, a\ntitle\"", "T, a title");
    let (_folder, set) = set_with(format!("{HEADER}{other}{shifted}").as_bytes());
    let text = concise(&set);
    assert!(
        text.contains("list.csv:3:") && text.contains("22 cells under 21 headings"),
        "{text}"
    );
    assert!(
        text.contains("names `https://doi.org/10.4103/JCAS.jcas_130_17`"),
        "{text}"
    );
    assert_eq!(text.matches("study/malformed-notice").count(), 1, "{text}");
}

#[test]
fn a_row_that_swallows_others_or_is_cut_off_is_shown() {
    let whole = row("11/1/2026 0:00", "10.9999/other", "1", "Correction");
    let ours = row("11/1/2026 0:00", "Unavailable", "30886475", "Retraction")
        .replace("\"T, a\ntitle\"", "T");
    let open = format!("{HEADER}{whole}2,\"An open quotation mark,S,I,J\n{ours}");
    let (_folder, set) = set_with(open.as_bytes());
    let text = concise(&set);
    assert!(
        text.contains("list.csv:5:") && text.contains("names `30886475`"),
        "{text}"
    );
    let cut = format!("{HEADER}{whole}2,T,S,I,J");
    let (_folder, set) = set_with(cut.as_bytes());
    let text = concise(&set);
    assert!(
        text.contains("list.csv:4:") && text.contains("cut off"),
        "{text}"
    );
}

#[test]
fn rows_of_the_form_of_the_list_are_not_called_malformed() {
    let trailing = row("11/1/2026 0:00", "10.9999/other", "1", "Correction");
    let rows = [
        trailing.clone(),
        trailing.replace(",No,,\n", ",No,\n"),
        // What stands too much at the end moves nothing.
        trailing.replace(",No,,\n", ",No,,,\n"),
        "\n  \n".to_owned(),
    ];
    let (_folder, set) = set_with(format!("{HEADER}{}", rows.concat()).as_bytes());
    let text = concise(&set);
    assert!(!text.contains("study/malformed-notice"), "{text}");
}

#[test]
fn a_cell_may_name_several_papers_in_several_ways() {
    let rows = row(
        "11/1/2026 0:00",
        "10.9999/other; 10.4103%2FJCAS.jcas_130_17",
        "0",
        "Retraction",
    ) + &row("11/1/2026 0:00", "", "5;0023960389", "Correction");
    let (_folder, set) = set_with(format!("{HEADER}{rows}").as_bytes());
    let text = concise(&set);
    assert!(
        text.contains("a retraction of 2026-11-01 about `kumar-2018`"),
        "{text}"
    );
    assert!(
        text.contains("a correction of 2026-11-01 about `dhurat-2013`"),
        "{text}"
    );
    assert_eq!(text.matches("study/unrecorded-notice").count(), 2, "{text}");
}

#[test]
fn the_list_is_named_as_the_command_line_names_it() {
    let folder = tempfile::tempdir().unwrap();
    copy_folder(
        &workspace().join("tests/rules/base"),
        &folder.path().join("set"),
    );
    let rows = row("11/2/2026 0:00", KUMAR, "0", "Regret");
    fs::write(folder.path().join("list.csv"), format!("{HEADER}{rows}")).unwrap();
    for (format, named) in [
        ("concise", "\nlist.csv:3:"),
        ("json", "\"path\": \"list.csv\""),
        ("sarif", "\"uri\": \"list.csv\""),
        ("human", " list.csv:3:"),
    ] {
        let ran = grounds(&[
            "check",
            "set",
            "--retractions",
            "list.csv",
            "--format",
            format,
        ])
        .here(folder.path())
        .run();
        let text = format!("\n{}", ran.stdout);
        assert!(text.contains(named), "{format}: {text}");
        assert!(
            !text.contains(folder.path().to_str().unwrap()),
            "{format}: {text}"
        );
    }
}

#[test]
fn a_day_to_come_makes_no_list_new() {
    let old = row("1/5/2026 0:00", "10.9999/other", "1", "Correction");
    let typo = row("1/5/2062 0:00", "10.9999/another", "2", "Correction");
    let (_folder, path) = list(&[old, typo]);
    let (_, text) = check(&path, &["--as-of", "2026-11-22"]);
    assert!(
        text.contains("study/old-retraction-list") && text.contains("is 321 days old"),
        "{text}"
    );
    // A check as of a day before the list is no check with an old list, nor with one of less than no age.
    let human = |path: &Path, as_of: &str| {
        let list = path.to_str().unwrap();
        grounds(&["check", "--retractions", list, "--as-of", as_of])
            .run()
            .stdout
    };
    let text = human(&path, "2025-11-22");
    assert!(!text.contains("days old"), "{text}");
    let ours = row(
        "1/5/2062 0:00",
        "10.4103/jcas.jcas_130_17",
        "0",
        "Retraction",
    );
    let (_folder, path) = list(&[ours]);
    let text = human(&path, "2026-11-22");
    assert!(text.contains("its date may be mistyped"), "{text}");
}

#[test]
fn what_no_list_can_know_is_not_compared() {
    let list = format!(
        "{HEADER}{}",
        row("11/1/2026 0:00", "10.9999/other", "1", "Correction")
    );
    let (_folder, set) = set_with(list.as_bytes());
    let ran = grounds(&[
        "check",
        set.to_str().unwrap(),
        "--as-of",
        "2026-11-22",
        "--format",
        "json",
    ])
    .run();
    let report: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let rules = report["rules"].as_array().unwrap();
    let rule = rules
        .iter()
        .find(|rule| rule["id"] == "study/unrecorded-notice")
        .unwrap();
    // Three of the eight invented studies have identifiers.
    assert_eq!(rule["checks"]["passed"], 3, "{rule}");
    assert_eq!(rule["checks"]["indeterminate"], 5, "{rule}");
    assert!(
        report["unchecked"]
            .to_string()
            .contains("5 studies against the retraction list"),
        "{}",
        report["unchecked"]
    );
    let measures = report["measures"].as_array().unwrap();
    let measure = measures
        .iter()
        .find(|measure| measure["name"] == "retraction list")
        .unwrap();
    assert_eq!(measure["whole"], 3, "{measure}");
}

#[test]
fn a_row_whose_identifiers_are_of_two_papers_is_told_so() {
    let rows = row("11/1/2026 0:00", KUMAR, "999999", "Retraction");
    let (_folder, set) = set_with(format!("{HEADER}{rows}").as_bytes());
    let said = |set: &Path| {
        let shown = grounds(&["check", set.to_str().unwrap(), "--as-of", "2026-11-22"]).run();
        shown
            .stdout
            .contains("another DOI or PubMed number than the record")
    };
    assert!(said(&set));
    let rows = row("11/1/2026 0:00", KUMAR, "0", "Retraction");
    let (_folder, set) = set_with(format!("{HEADER}{rows}").as_bytes());
    assert!(!said(&set));
}
