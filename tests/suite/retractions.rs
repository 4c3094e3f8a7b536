//! The retraction list: given on the command line or by the settings, with the quirks of the
//! published file.

use std::fs;
use std::path::Path;

use crate::program::grounds;
use crate::workspace;

pub(crate) const HEADER: &str = "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,\
    RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,\
    RetractionNature,Reason,Paywalled,Notes,\n";

/// A row about the paper with this DOI and PubMed number.
pub(crate) fn row(date: &str, doi: &str, pmid: &str, nature: &str) -> String {
    format!(
        "1,\"T, a\ntitle\",S,I,J,P,C,A,,R,{date},10.1000/notice,0,1/1/2018 0:00,{doi},{pmid},{nature},+Error in Data;,No,,\n"
    )
}

pub(crate) fn check(list: &Path, more: &[&str]) -> (Option<i32>, String) {
    let mut arguments = vec![
        "check",
        "--retractions",
        list.to_str().unwrap(),
        "--format",
        "concise",
    ];
    arguments.extend(more);
    let ran = grounds(&arguments).run();
    (ran.status, ran.stdout + &ran.stderr)
}

pub(crate) fn list(rows: &[String]) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list.csv");
    fs::write(&path, format!("\u{feff}{HEADER}{}", rows.concat())).unwrap();
    (folder, path)
}

#[test]
fn a_notice_that_the_record_does_not_have_is_an_error_for_each_nature() {
    let rows = [
        row(
            "11/1/2026 0:00",
            "10.4103/jcas.jcas_130_17",
            "0",
            "Retraction",
        ),
        row(
            "10/1/2026 0:00",
            "Unavailable",
            "30886475",
            "Expression of concern",
        ),
        row("9/1/2026 0:00", "10.9999/other", "1", "Retraction"),
    ];
    let (_folder, path) = list(&rows);
    let (status, text) = check(&path, &["--as-of", "2026-11-22"]);
    assert_eq!(status, Some(1), "{text}");
    assert!(text.contains("kumar-2018.yaml:14:8: error[study/unrecorded-notice]: the list has a retraction of 2026-11-01"), "{text}");
    assert!(
        text.contains("an expression of concern of 2026-10-01"),
        "{text}"
    );
    assert_eq!(text.matches("study/unrecorded-notice").count(), 2, "{text}");
}

#[test]
fn a_notice_that_is_recorded_and_a_recent_list_are_clean() {
    let recorded = row("11/1/2026 0:00", "unavailable", "33688924", "Retraction");
    let (_folder, path) = list(&[recorded]);
    let (status, text) = check(&path, &["--as-of", "2026-11-22", "--deny", "all"]);
    assert_eq!(status, Some(0), "{text}");
}

#[test]
fn an_old_list_is_a_warning_with_its_age() {
    let (_folder, path) = list(&[row("1/1/2026 0:00", "10.9999/other", "1", "Correction")]);
    let (status, text) = check(&path, &["--as-of", "2026-11-22"]);
    assert_eq!(status, Some(0), "{text}");
    assert!(
        text.contains("study/old-retraction-list") && text.contains("is 325 days old"),
        "{text}"
    );
}

#[test]
fn what_is_no_list_is_said_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list.csv");
    fs::write(&path, "a,b\n1,2\n").unwrap();
    let (status, text) = check(&path, &[]);
    assert_eq!(status, Some(3), "{text}");
    assert!(text.contains("OriginalPaperDOI"), "{text}");
    let (status, _) = check(&folder.path().join("none.csv"), &[]);
    assert_eq!(status, Some(2));
}

#[test]
fn a_list_in_the_set_is_named_by_the_settings() {
    let folder = tempfile::tempdir().unwrap();
    let set = folder.path().join("set");
    crate::program::copy_folder(&workspace().join("tests/rules/base"), &set);
    let settings = set.join("grounds.toml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, format!("retractions = \"list.csv\"\n{text}")).unwrap();
    let rows = row(
        "11/1/2026 0:00",
        "10.4103/0974-7753.114700",
        "0",
        "Correction",
    );
    fs::write(set.join("list.csv"), format!("{HEADER}{rows}")).unwrap();
    let ran = grounds(&[
        "check",
        set.to_str().unwrap(),
        "--as-of",
        "2026-11-22",
        "--format",
        "concise",
    ])
    .run();
    assert_eq!(ran.status, Some(1), "{}", ran.stdout);
    assert!(
        ran.stdout
            .contains("the list has a correction of 2026-11-01"),
        "{}",
        ran.stdout
    );
    fs::write(&settings, format!("retractions = \"../list.csv\"\n{text}")).unwrap();
    let ran = grounds(&["check", set.to_str().unwrap()]).run();
    assert_eq!(ran.status, Some(2), "{}", ran.stderr);
}

#[test]
fn policies_are_listed_and_chosen() {
    let listed = grounds(&["policies"]).run();
    assert!(
        listed.stdout.contains("health-product-advertising"),
        "{}",
        listed.stdout
    );
    let shown = grounds(&["policies", "medical-promotion"]).run();
    assert!(
        shown.stdout.contains("IFPMA Code of Practice"),
        "{}",
        shown.stdout
    );
    let strict = grounds(&["check", "--policy", "strict", "--as-of", "2026-11-22"]).run();
    assert_eq!(strict.status, Some(0), "{}", strict.stdout);
    let unknown = grounds(&["check", "--policy", "stricter"]).run();
    assert_eq!(unknown.status, Some(2));
}

/// A copy of the base set of the rule pages whose settings name a list.
pub(crate) fn set_with(list: &[u8]) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let set = folder.path().join("set");
    crate::program::copy_folder(&workspace().join("tests/rules/base"), &set);
    let settings = set.join("grounds.toml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, format!("retractions = \"list.csv\"\n{text}")).unwrap();
    fs::write(set.join("list.csv"), list).unwrap();
    (folder, set)
}

pub(crate) fn concise(set: &Path) -> String {
    let set = set.to_str().unwrap();
    let ran = grounds(&["check", set, "--as-of", "2026-11-22", "--format", "concise"]).run();
    ran.stdout + &ran.stderr
}

pub(crate) const KUMAR: &str = "https://doi.org/10.4103/JCAS.jcas_130_17";

#[test]
fn rows_that_cannot_be_read_are_shown_in_the_list() {
    let rows = [
        row("11/1/2026 0:00", "10.9999/other", "1", "Retraction"),
        row("soon", KUMAR, "0", "Expression of concern"),
        row("11/2/2026 0:00", KUMAR, "0", "Regret"),
        row("11/3/2026 0:00", KUMAR, "0", "Correction"),
        row("11/3/2026 0:00", KUMAR, "0", "Correction"),
    ];
    let text = format!("\u{feff}{HEADER}{}", rows.concat()).replace('\n', "\r\n");
    let mut bytes = text.into_bytes();
    let at = bytes.windows(5).rposition(|w| w == b"title").unwrap();
    bytes[at] = 0xe9;
    let (_folder, set) = set_with(&bytes);
    let text = concise(&set);
    // Each row has a line break within its title: the second row begins on line 4.
    assert!(
        text.contains("list.csv:5:") && text.contains("`soon` is no date"),
        "{text}"
    );
    assert!(
        text.contains("list.csv:7:") && text.contains("`Regret` is no nature of a notice"),
        "{text}"
    );
    assert!(
        text.contains("list.csv:10:1:") && text.contains("the same as line 8"),
        "{text}"
    );
    assert_eq!(text.matches("study/malformed-notice").count(), 3, "{text}");
    let set = set.to_str().unwrap();
    let shown = grounds(&["check", set, "--as-of", "2026-11-22"])
        .run()
        .stdout;
    assert!(shown.contains("^^^^^^ unlike the other rows"), "{shown}");
}

#[test]
fn a_retraction_of_the_list_is_as_one_of_the_record() {
    let list = format!(
        "{HEADER}{}",
        row("11/1/2026 0:00", KUMAR, "0", "Retraction")
    );
    let (_folder, set) = set_with(list.as_bytes());
    let from_list = concise(&set);
    assert!(
        from_list.contains("study/retracted-evidence"),
        "{from_list}"
    );
    assert!(from_list.contains("study/unrecorded-notice"), "{from_list}");
    let of = |set: &Path| {
        grounds(&["impact", "--set", set.to_str().unwrap()])
            .run()
            .stdout
    };
    let impact = of(&set);
    assert!(impact.contains("if kumar-2018 is retracted"), "{impact}");
    // The same, with the event in the record and without a list.
    let study = set.join("studies/kumar-2018.yaml");
    let text = fs::read_to_string(&study).unwrap();
    fs::write(
        &study,
        format!("{text}standing:\n  - {{event: retracted, on: 2026-11-01}}\n"),
    )
    .unwrap();
    let recorded = concise(&set);
    let rules = |text: &str| {
        let mut rules: Vec<String> = text
            .lines()
            .filter_map(|line| Some(line.split_once('[')?.1.split_once(']')?.0.to_owned()))
            .filter(|rule| rule != "study/unrecorded-notice")
            .collect();
        rules.sort();
        rules
    };
    assert_eq!(
        rules(&from_list),
        rules(&recorded),
        "{from_list}\n{recorded}"
    );
    assert_eq!(impact, of(&set));
}

#[cfg(unix)]
#[test]
fn the_list_of_the_settings_is_a_plain_file_within_the_set() {
    let (folder, set) = set_with(b"");
    let list = set.join("list.csv");
    let refused = || {
        let ran = grounds(&["check", set.to_str().unwrap()]).run();
        assert_eq!(ran.status, Some(2), "{}", ran.stderr);
        ran.stderr
    };
    fs::remove_file(&list).unwrap();
    let outside = folder.path().join("outside.csv");
    fs::write(&outside, HEADER).unwrap();
    std::os::unix::fs::symlink(&outside, &list).unwrap();
    assert!(refused().contains("leads out of it"));
    fs::remove_file(&list).unwrap();
    let made = std::process::Command::new("mkfifo").arg(&list).status();
    if made.is_ok_and(|status| status.success()) {
        assert!(refused().contains("no plain file"));
        fs::remove_file(&list).unwrap();
    }
    fs::create_dir(&list).unwrap();
    assert!(refused().contains("no plain file"));
}
