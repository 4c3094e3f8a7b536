//! The preview: what it serves, to whom, and what it does while the content is being written.

mod preview;

use std::fs;
use std::net::TcpListener;

use serde_json::Value;

use crate::program::grounds;
use preview::{Running, save_by_rename};

const ARTICLE: &str = "articles/is-microneedling-safe-at-home.md";
const PAGE: &str = "articles/is-microneedling-safe-at-home.html";

fn is_live(state: &Value) -> bool {
    state["standing"]["is"] == "live"
}

#[test]
fn the_site_is_served_with_the_script_of_the_preview() {
    let preview = Running::start("content");
    let page = preview.get(&format!("/{PAGE}"));
    assert_eq!(page.status, 200);
    assert!(page.head.contains("content-type: text/html; charset=utf-8"));
    assert!(
        page.head
            .contains("content-security-policy: default-src 'self'")
    );
    assert!(
        !page.body.contains("Content-Security-Policy"),
        "one policy is enough"
    );
    assert!(page.body.contains("/_grounds/preview.js"));
    for (path, kind) in [
        ("/_grounds/preview.js", "text/javascript"),
        ("/_grounds/preview.css", "text/css"),
        ("/bundle.json", "application/json"),
        ("/", "text/html"),
        ("/claims/", "text/html"),
    ] {
        let answer = preview.get(path);
        assert_eq!(answer.status, 200, "{path}");
        assert!(
            answer.head.contains(&format!("content-type: {kind}")),
            "{path}: {}",
            answer.head
        );
    }
    let folder = preview.get("/claims");
    assert_eq!(folder.status, 308);
    assert!(
        folder.head.contains("location: ./claims/"),
        "{}",
        folder.head
    );
}

#[test]
fn a_site_below_a_path_is_served_under_it_too() {
    let preview = Running::start("content");
    let settings = fs::read_to_string(preview.path("grounds.toml")).unwrap();
    let mut lines: Vec<&str> = settings.lines().collect();
    lines.retain(|line| !line.starts_with("base-url"));
    let below = format!(
        "base-url = \"https://example.org/a/b\"\n{}\n",
        lines.join("\n")
    );
    save_by_rename(&preview.path("grounds.toml"), below);
    preview.told("index.html", |state| {
        is_live(state) && preview.get("/a/b/style.css").status == 200
    });
    let missing = preview.get("/nothing.html");
    assert!(
        missing.body.contains("href=\"/a/b/style.css\""),
        "{}",
        missing.body
    );
    assert_eq!(preview.get("/a/b/").body, preview.get("/").body);
    assert_eq!(preview.get("/a/style.css").status, 404);
}

#[test]
fn an_export_has_nothing_of_the_preview() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    let ran = grounds(&["export", "content", "--out", out.to_str().unwrap()]).run();
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    let page = fs::read_to_string(out.join(PAGE)).unwrap();
    assert!(!page.contains("_grounds"));
    assert!(!out.join("_grounds").exists());
}

#[test]
fn what_is_not_there_is_not_served() {
    let preview = Running::start("content");
    for path in [
        "/nothing.html",
        "/../Cargo.toml",
        "/..%2f..%2fetc/passwd",
        "/%2e%2e/grounds.toml",
        "/grounds.toml",
        "/articles/../../content/grounds.toml",
        "//etc/passwd",
        "/_grounds/other",
        "/%00",
        "/%ff",
    ] {
        let answer = preview.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(
            answer.body.contains("/_grounds/preview.js"),
            "{path} appears when it is there"
        );
    }
}

#[test]
fn only_this_machine_may_read_and_nobody_may_write() {
    let preview = Running::start("content");
    let asked = |method: &str, host: &str| {
        let lines = format!("{method} / HTTP/1.1\r\nHost: {host}\r\n");
        preview.ask(&lines).status
    };
    assert!(preview.address.starts_with("127.0.0.1:"));
    assert_eq!(asked("GET", "localhost:1"), 200);
    assert_eq!(asked("HEAD", "127.0.0.1"), 200);
    assert_eq!(asked("GET", "rebound.example"), 403);
    assert_eq!(asked("GET", ""), 403);
    assert_eq!(preview.ask("GET / HTTP/1.1\r\n").status, 403);
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "BREW"] {
        assert_eq!(asked(method, "localhost"), 405, "{method}");
    }
}

#[test]
fn an_edit_comes_to_the_page_with_what_is_wrong_at_its_words() {
    let mut preview = Running::start("content");
    let before = preview.told(PAGE, is_live);
    assert_eq!(before["errors"], 0, "{before:#}");
    let text = fs::read_to_string(preview.path(ARTICLE)).unwrap();
    let wrong = "Needling *cures* baldness in 90 % of men.";
    save_by_rename(&preview.path(ARTICLE), format!("{text}\n{wrong}\n"));
    let now = preview.told(PAGE, |state| {
        state["errors"] != 0 && state["version"] != before["version"]
    });
    let here = now["here"].as_array().unwrap();
    let found = here
        .iter()
        .find(|note| note["rule"] == "citation/unaccounted-sentence");
    let found = found.expect("it is found");
    assert_eq!(found["words"][0], "Needling cures baldness in 90 % of men.");
    assert!(
        found["place"]
            .as_str()
            .unwrap()
            .starts_with("content/articles/")
    );
    assert!(
        preview
            .get(&format!("/{PAGE}"))
            .body
            .contains("<em>cures</em> baldness")
    );
    preview.wait_for_line("error[citation/unaccounted-sentence]");
    preview.wait_for_line("built in");
    save_by_rename(&preview.path(ARTICLE), &text);
    preview.told(PAGE, |state| state["errors"] == 0);
    preview.wait_for_line("mended: content/articles/");
}

#[test]
fn what_is_wrong_with_a_claim_is_shown_where_it_is_said() {
    let preview = Running::start("tests/rules/base");
    let claim = preview.path("claims/needling-adds-to-minoxidil.yaml");
    let text = fs::read_to_string(&claim).unwrap();
    let (before, evidence) = text.split_once("evidence:\n").unwrap();
    let after = evidence
        .lines()
        .filter(|line| !line.starts_with([' ', '-']));
    let after = after.collect::<Vec<_>>().join("\n");
    save_by_rename(&claim, format!("{before}{after}\n"));
    let page = "articles/needling.html";
    let state = preview.told(page, |state| state["errors"] != 0);
    let here = state["here"].as_array().unwrap();
    let note = here
        .iter()
        .find(|note| note["rule"] == "claim/no-evidence")
        .expect("it is there");
    assert!(!note["words"].as_array().unwrap().is_empty(), "{note:#}");
}

#[test]
fn what_cannot_be_read_is_shown_as_it_last_was() {
    let preview = Running::start("content");
    let page = preview.get(&format!("/{PAGE}")).body.len();
    preview.edit(ARTICLE, "---\n", "--\n");
    let broken = preview.told(PAGE, |state| !is_live(state));
    let why = broken["standing"]["why"][0].as_str().unwrap();
    assert!(
        why.starts_with("content/articles/is-microneedling"),
        "{why}"
    );
    assert!(broken["errors"].as_u64() > Some(0));
    let stale = preview.get(&format!("/{PAGE}"));
    assert_eq!(stale.status, 200);
    assert!(stale.body.len() >= page, "all of it is still there");
    preview.edit(ARTICLE, "--\n", "---\n");
    preview.told(PAGE, |state| is_live(state) && state["errors"] == 0);
}

#[test]
fn broken_settings_and_a_folder_that_goes_leave_the_last_good_site() {
    let preview = Running::start("content");
    let settings = fs::read(preview.path("grounds.toml")).unwrap();
    for broken in [&b"title = \"unclosed\n"[..], b"\xff\xfe\x00", b""] {
        save_by_rename(&preview.path("grounds.toml"), broken);
        preview.told(PAGE, |state| !is_live(state));
        assert_eq!(preview.get(&format!("/{PAGE}")).status, 200);
        save_by_rename(&preview.path("grounds.toml"), &settings);
        preview.told(PAGE, |state| is_live(state) && state["errors"] == 0);
    }
    let here = preview.path("");
    let away = here.with_file_name("away");
    fs::rename(&here, &away).unwrap();
    preview.told(PAGE, |state| !is_live(state));
    assert_eq!(preview.get(&format!("/{PAGE}")).status, 200);
    fs::rename(&away, &here).unwrap();
    preview.told(PAGE, is_live);
    fs::remove_dir_all(preview.path("articles")).unwrap();
    preview.told(PAGE, |state| {
        state["version"]
            .as_str()
            .is_some_and(|v| v.ends_with("none"))
    });
    assert_eq!(preview.get(&format!("/{PAGE}")).status, 404);
    assert_eq!(preview.get("/").status, 200);
}

#[cfg(unix)]
#[test]
fn what_the_watcher_does_not_name_is_found_once_it_is_quiet() {
    let preview = Running::start("content");
    let (article, draft) = (preview.path(ARTICLE), preview.path("drafts/safety.md"));
    fs::create_dir(preview.path("drafts")).unwrap();
    fs::rename(&article, &draft).unwrap();
    std::os::unix::fs::symlink("../drafts/safety.md", &article).unwrap();
    preview.told(PAGE, |state| is_live(state) && state["errors"] == 0);
    // No event names the article itself.
    let text = fs::read_to_string(&draft).unwrap();
    fs::write(
        &draft,
        format!("{text}\nNeedling cures baldness in 90 % of men.\n"),
    )
    .unwrap();
    preview.told(PAGE, |state| state["errors"] != 0);
}

#[test]
fn edits_in_a_row_are_each_taken_over() {
    let preview = Running::start("tests/rules/base");
    let claim = "claims/needling-adds-to-minoxidil.yaml";
    let page = "articles/needling.html";
    for _ in 0..2 {
        preview.edit(claim, "basis: evidence", "basis: [evidence");
        preview.told(page, |state| !is_live(state) && state["errors"] != 0);
        preview.edit("articles/needling.md", "---\n", "--\n");
        preview.told(page, |state| {
            state["standing"]["why"]
                .as_array()
                .is_some_and(|why| why.len() == 2)
        });
        preview.edit(claim, "basis: [evidence", "basis: evidence");
        preview.told(page, |state| {
            state["standing"]["why"]
                .as_array()
                .is_some_and(|why| why.len() == 1)
        });
        preview.edit("articles/needling.md", "--\n", "---\n");
        preview.told(page, |state| is_live(state) && state["errors"] == 0);
    }
}

#[test]
fn while_one_file_is_broken_the_others_are_renewed() {
    let preview = Running::start("content");
    let (claim, page) = (
        "claims/blood-flow-feeds-follicles.yaml",
        "claims/blood-flow-feeds-follicles.html",
    );
    preview.edit(ARTICLE, "---\n", "--\n");
    preview.told(PAGE, |state| !is_live(state));
    let text = fs::read_to_string(preview.path(claim)).unwrap();
    preview.edit(claim, "statement: ", "statement: Perhaps ");
    let told = preview.told(page, |_| {
        preview.get(&format!("/{page}")).body.contains("Perhaps ")
    });
    assert!(!is_live(&told), "the article is still broken: {told:#}");
    let shown = preview.get(&format!("/{PAGE}"));
    assert_eq!(shown.status, 200);
    save_by_rename(&preview.path(claim), &text);
    preview.edit(ARTICLE, "--\n", "---\n");
    preview.told(PAGE, |state| is_live(state) && state["errors"] == 0);
    assert!(!preview.get(&format!("/{page}")).body.contains("Perhaps "));
}

#[test]
fn what_is_served_after_edits_is_what_an_export_writes() {
    let preview = Running::start("content");
    let before = preview.told(PAGE, is_live);
    let claim = "claims/blood-flow-feeds-follicles.yaml";
    preview.edit(claim, "statement: ", "statement: Perhaps ");
    preview.edit(ARTICLE, "---\n", "--\n");
    preview.told(PAGE, |state| !is_live(state));
    preview.edit(ARTICLE, "--\n", "---\n");
    let text = fs::read_to_string(preview.path(ARTICLE)).unwrap();
    let more = "Is that all? [Perhaps not.]{.speculative claim=blood-flow-feeds-follicles}";
    save_by_rename(&preview.path(ARTICLE), format!("{text}\n{more}\n"));
    preview.told(PAGE, |state| {
        is_live(state) && state["version"] != before["version"]
    });
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    let set = preview.path("");
    let arguments = [
        "export",
        set.to_str().unwrap(),
        "--allow-errors",
        "--out",
        out.to_str().unwrap(),
    ];
    let ran = grounds(&arguments).run();
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    let written = |path: &str| fs::read_to_string(out.join(path)).unwrap();
    assert_eq!(preview.get("/bundle.json").body, written("bundle.json"));
    // The head has the script of the preview, and not the policy of the page.
    let rest = |html: &str| html.split_once("</head>").unwrap().1.to_owned();
    for path in [
        PAGE,
        "index.html",
        "about.html",
        "claims/index.html",
        "claims/blood-flow-feeds-follicles.html",
    ] {
        let served = preview.get(&format!("/{path}")).body;
        assert_eq!(rest(&served), rest(&written(path)), "{path}");
    }
}

#[test]
fn a_port_that_is_taken_is_said_or_passed_over() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let ran = grounds(&["serve", "content", "--port", &port]).run();
    assert_eq!(ran.status, Some(3));
    assert!(
        ran.stderr
            .contains(&format!("port {port} of `127.0.0.1` is in use")),
        "{}",
        ran.stderr
    );
    let ran = grounds(&["serve", "content", "--host", "no such host", "--port", "0"]).run();
    assert_eq!(ran.status, Some(2), "{}", ran.stderr);
    let _taken = TcpListener::bind("127.0.0.1:4646");
    let folder = tempfile::tempdir().unwrap();
    crate::program::copy_folder(
        &crate::workspace().join("tests/rules/base"),
        &folder.path().join("content"),
    );
    let preview = Running::start_in(folder, &[]);
    assert!(!preview.address.ends_with(":4646"), "{}", preview.address);
    assert_eq!(preview.get("/").status, 200);
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_it_well() {
    let preview = Running::start("tests/rules/base");
    // Once it answers, it also listens to interrupts; before, one could be lost.
    assert_eq!(preview.get("/").status, 200);
    assert_eq!(preview.interrupt().code(), Some(0));
}
