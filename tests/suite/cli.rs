//! The command line: exit statuses, formats, files, and what it says when it is misused.

use std::fs;

use insta::assert_snapshot;

use crate::program::grounds;
use crate::workspace;

#[test]
fn help_of_every_command() {
    for command in [
        "",
        "check",
        "export",
        "rules",
        "explain",
        "schema",
        "init",
        "completions",
    ] {
        let mut arguments: Vec<&str> = command.split_whitespace().collect();
        arguments.push("--help");
        let ran = grounds(&arguments).run();
        assert_eq!(ran.status, Some(0));
        let name = if command.is_empty() {
            "grounds"
        } else {
            command
        };
        assert_snapshot!(
            format!("help__{name}"),
            ran.stdout.replace("grounds-under-test", "grounds")
        );
    }
}

#[test]
fn every_format_of_a_rich_fixture() {
    for format in ["human", "concise", "json", "sarif", "github", "junit"] {
        let ran = grounds(&["check", "tests/fixtures/rich", "--format", format]).run();
        assert_eq!(ran.status, Some(1), "{}", ran.stderr);
        assert_eq!(ran.stderr, "");
        // A version number is no news.
        let stdout = ran.stdout.replace(env!("CARGO_PKG_VERSION"), "[version]");
        assert_snapshot!(format!("rich__{format}"), stdout);
    }
}

#[test]
fn the_real_set_is_clean_at_the_strictest() {
    let ran = grounds(&["check", "--deny", "all"]).run();
    assert_eq!(ran.status, Some(0), "{}", ran.stdout);
    assert!(ran.stdout.contains("claim coverage"), "{}", ran.stdout);
}

#[test]
fn a_set_is_found_from_below() {
    for folder in [
        "content",
        "content/articles",
        "crates/grounds-cli/src",
        "docs",
    ] {
        let ran = grounds(&["check", "--format", "concise"])
            .here(&workspace().join(folder))
            .run();
        assert_eq!(
            ran.status,
            Some(0),
            "{folder}: {}{}",
            ran.stdout,
            ran.stderr
        );
    }
}

#[test]
fn misuse_is_told_and_ends_with_2() {
    let empty = tempfile::tempdir().unwrap();
    for (arguments, says) in [
        (
            &["check", "no/such/folder"][..],
            "there is no `no/such/folder`",
        ),
        (&["check", "docs"], "`docs` is no content set"),
        (&["check", "README.md"], "`README.md` is a file"),
        (
            &["check", "--deny", "claim/no-evidense"],
            "did you mean `claim/no-evidence`?",
        ),
        (&["check", "--as-of", "2026-02-30"], "no such day"),
        (&["explain", "nonsense"], "no rule or group has this name"),
        (&["schema", "nonsense"], "possible values"),
        (&["chekc"], "check"),
        (&["init", "content"], "is not empty"),
    ] {
        let ran = grounds(arguments).run();
        assert_eq!(ran.status, Some(2), "{arguments:?}: {}", ran.stderr);
        assert!(ran.stderr.contains(says), "{arguments:?}: {}", ran.stderr);
        assert_eq!(ran.stdout, "");
    }
    let nowhere = grounds(&["check"]).here(empty.path()).run();
    assert_eq!(nowhere.status, Some(2));
    assert!(
        nowhere.stderr.contains("no content set here"),
        "{}",
        nowhere.stderr
    );
}

#[test]
fn a_failing_world_ends_with_3() {
    let folder = tempfile::tempdir().unwrap();
    let inside_a_file = folder.path().join("file/report.json");
    fs::write(folder.path().join("file"), "").unwrap();
    let output = inside_a_file.to_str().unwrap();
    let ran = grounds(&["check", "--output", output]).run();
    assert_eq!(ran.status, Some(3), "{}", ran.stderr);
    assert!(ran.stderr.contains("cannot write"), "{}", ran.stderr);
}

#[test]
fn a_report_goes_to_a_file_whole() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.json");
    let path = file.to_str().unwrap();
    let ran = grounds(&["check", "--format", "json", "--output", path]).run();
    assert_eq!((ran.status, ran.stdout.as_str()), (Some(0), ""));
    let report: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    assert_eq!(report["as-of"], "2026-11-22");
}

#[test]
fn colours_are_for_terminals() {
    let escape = "\u{1b}[";
    let set = "tests/fixtures/rich";
    let plain = grounds(&["check", set]).run();
    assert!(!plain.stdout.contains(escape));
    let coloured = grounds(&["check", set, "--color", "always"]).run();
    assert!(coloured.stdout.contains(escape));
    let refused = grounds(&["check", set])
        .with("NO_COLOR", "1")
        .with("TERM", "xterm")
        .run();
    assert!(!refused.stdout.contains(escape));
}

#[test]
fn levels_are_applied_in_order_and_the_particular_beats_the_general() {
    let set = "tests/fixtures/rich";
    let all_warn = grounds(&["check", set, "--warn", "all"]).run();
    assert_eq!(all_warn.status, Some(0), "{}", all_warn.stdout);
    let one = grounds(&[
        "check",
        set,
        "--deny",
        "citation/undefined-key",
        "--warn",
        "all",
    ])
    .run();
    assert_eq!(
        one.status,
        Some(1),
        "a rule beats `all`, whatever the order"
    );
    let last = grounds(&["check", set, "--deny", "all", "--warn", "all"]).run();
    assert_eq!(last.status, Some(0), "of two alike the last one counts");
}

#[test]
fn diagnostics_can_be_limited() {
    let ran = grounds(&["check", "tests/fixtures/rich", "--max-diagnostics", "1"]).run();
    assert_eq!(ran.status, Some(1));
    assert!(
        ran.stdout.contains("--max-diagnostics raises the limit"),
        "{}",
        ran.stdout
    );
}

#[test]
fn rules_are_listed_and_explained() {
    let list = grounds(&["rules"]).run();
    assert_snapshot!("rules", list.stdout);
    let json = grounds(&["rules", "--format", "json"]).run();
    let json: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(json.as_array().unwrap().len(), grounds_check::RULES.len());
    let page = grounds(&["explain", "claim/no-evidence"]).run();
    assert!(page.stdout.starts_with("# claim/no-evidence\n"));
}

#[test]
fn schemas_are_printed() {
    let names = grounds(&["schema"]).run();
    for line in names.stdout.lines() {
        let name = line.split_whitespace().next().unwrap();
        let schema = grounds(&["schema", name]).run();
        let schema: serde_json::Value = serde_json::from_str(&schema.stdout).unwrap();
        assert_eq!(
            schema["$schema"],
            "https://json-schema.org/draft/2020-12/schema"
        );
        assert!(schema["$id"].as_str().unwrap().contains(name));
        assert!(
            schema["title"].is_string() && schema["description"].is_string(),
            "{name}"
        );
    }
}

#[test]
fn a_set_that_init_starts_passes_and_exports() {
    let folder = tempfile::tempdir().unwrap();
    let here = |arguments: &[&str]| grounds(arguments).here(folder.path()).run();
    assert_eq!(here(&["init", "mine"]).status, Some(0));
    let check = here(&[
        "check",
        "mine",
        "--deny",
        "all",
        "--allow",
        "freshness/never-reviewed",
    ]);
    assert_eq!(check.status, Some(0), "{}{}", check.stdout, check.stderr);
    let export = here(&["export", "mine", "--out", "site"]);
    assert_eq!(export.status, Some(0), "{}{}", export.stdout, export.stderr);
    assert!(folder.path().join("site/index.html").exists());
}

#[test]
fn an_export_says_what_it_wrote_and_what_it_took_away() {
    let folder = tempfile::tempdir().unwrap();
    let here = |arguments: &[&str]| grounds(arguments).here(folder.path()).run();
    assert_eq!(here(&["init", "mine"]).status, Some(0));
    let export = || here(&["export", "mine", "--out", "site"]).stdout;
    let site = folder.path().join("site");
    let first = export();
    assert!(
        first.starts_with("wrote ") && first.ends_with(" files to site\n"),
        "{first}"
    );
    assert!(export().starts_with("nothing changed: "));
    fs::write(site.join("notes.txt"), "of somebody else").unwrap();
    let cleared = export();
    assert!(
        cleared.contains("up to date; removed 1 that the export does not have"),
        "{cleared}"
    );
    assert!(!site.join("notes.txt").exists());
    fs::remove_file(site.join("index.html")).unwrap();
    fs::write(site.join("a.txt"), "").unwrap();
    fs::write(site.join("b.txt"), "").unwrap();
    let mended = export();
    assert!(mended.starts_with("wrote 1 of "), "{mended}");
    assert!(
        mended.contains("the others are as they were; removed 2 that"),
        "{mended}"
    );
}

#[cfg(unix)]
#[test]
fn nothing_is_called_dangling_that_may_stand_in_a_folder_which_cannot_be_read() {
    for (name, found) in [("claims", "claims"), ("studies", "studies")] {
        let folder = tempfile::tempdir().unwrap();
        let here = |arguments: &[&str]| grounds(arguments).here(folder.path()).run();
        assert_eq!(here(&["init", "mine"]).status, Some(0));
        let records = folder.path().join("mine").join(name);
        // Whoever runs the tests may read all folders; one that leads out of the set nobody follows.
        fs::rename(&records, folder.path().join("elsewhere")).unwrap();
        std::os::unix::fs::symlink(folder.path().join("elsewhere"), &records).unwrap();
        let ran = here(&["check", "mine", "--format", "concise"]);
        assert_eq!(ran.status, Some(1), "{}", ran.stdout);
        let errors: Vec<&str> = ran
            .stdout
            .lines()
            .filter(|line| line.contains("error["))
            .collect();
        let [error] = errors.as_slice() else {
            panic!("{name}: {}", ran.stdout)
        };
        assert!(
            error.contains("structure/unreadable-file") && error.contains(found),
            "{error}"
        );
    }
}

#[test]
fn a_name_of_no_rule_leads_to_the_list_of_them() {
    for (name, says) in [
        (
            "nothing-of-ours",
            "no rule or group has this name; `grounds rules` lists them",
        ),
        (
            "claim/noevidence",
            "did you mean `claim/no-evidence`? `grounds rules` lists them",
        ),
    ] {
        let ran = grounds(&["explain", name]).run();
        assert_eq!(ran.status, Some(2));
        assert!(ran.stderr.contains(says), "{}", ran.stderr);
    }
}

#[test]
fn completions_know_the_commands() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = grounds(&["completions", shell]).run();
        assert!(
            ran.status == Some(0) && ran.stdout.contains("explain"),
            "{shell}"
        );
    }
}

#[test]
fn an_export_is_refused_while_there_are_errors() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    let out = out.to_str().unwrap();
    let refused = grounds(&["export", "tests/fixtures/rich", "--out", out]).run();
    assert_eq!(refused.status, Some(1));
    assert!(
        refused.stderr.contains("nothing was written"),
        "{}",
        refused.stderr
    );
    assert!(!folder.path().join("site").exists());
    let allowed = grounds(&[
        "export",
        "tests/fixtures/rich",
        "--out",
        out,
        "--allow-errors",
    ])
    .run();
    assert_eq!(allowed.status, Some(0), "{}", allowed.stderr);
    let bundle = fs::read_to_string(folder.path().join("site/bundle.json")).unwrap();
    let bundle: serde_json::Value = serde_json::from_str(&bundle).unwrap();
    assert!(
        bundle["run"]["errors"].as_u64().unwrap() > 0,
        "the bundle says that there are errors"
    );
}

#[test]
fn a_citation_style_that_is_not_there_is_found_by_a_check() {
    let folder = tempfile::tempdir().unwrap();
    let settings = folder.path().join("mine/grounds.toml");
    let here = |arguments: &[&str]| grounds(arguments).here(folder.path()).run();
    assert_eq!(here(&["init", "mine"]).status, Some(0));
    let sound = fs::read_to_string(&settings).unwrap();
    for (style, says) in [
        (
            "amrican-medical-association",
            "is one of these meant: `american-medical-association`",
        ),
        ("styles/ours.csl", "could not be read"),
        ("../theirs.csl", "must lead into the content set"),
    ] {
        fs::write(
            &settings,
            sound.replace("\"american-medical-association\"", &format!("\"{style}\"")),
        )
        .unwrap();
        let ran = here(&["check", "mine", "--format", "concise"]);
        assert_eq!(ran.status, Some(1), "{style}: {}", ran.stdout);
        assert!(ran.stdout.contains("grounds.toml:"), "{}", ran.stdout);
        assert!(ran.stdout.contains(says), "{style}: {}", ran.stdout);
    }
}
