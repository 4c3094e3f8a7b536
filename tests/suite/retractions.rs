//! The retraction list: given on the command line or by the settings, with the quirks of the
//! published file.

use std::fs;
use std::path::Path;

use crate::program::grounds;
use crate::workspace;

const HEADER: &str = "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,\
    RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,\
    RetractionNature,Reason,Paywalled,Notes,\n";

/// A row about the paper with this DOI and PubMed number.
fn row(date: &str, doi: &str, pmid: &str, nature: &str) -> String {
    format!(
        "1,\"T, a\ntitle\",S,I,J,P,C,A,,R,{date},10.1000/notice,0,1/1/2018 0:00,{doi},{pmid},{nature},+Error in Data;,No,,\n"
    )
}

fn check(list: &Path, more: &[&str]) -> (Option<i32>, String) {
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

fn list(rows: &[String]) -> (tempfile::TempDir, std::path::PathBuf) {
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
    assert_eq!(status, Some(3));
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
