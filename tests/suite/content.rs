//! The real set: what it exports, and what holds for every page of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use insta::assert_snapshot;

use crate::program::{files, grounds};
use crate::workspace;

/// The files of an export of the real set, by their paths.
fn export() -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    let ran = grounds(&["export", "--out", out.to_str().unwrap()]).run();
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    let text = |(name, bytes)| (name, String::from_utf8(bytes).unwrap());
    files(&out).into_iter().map(text).collect()
}

fn is_page(path: &str) -> bool {
    path.rsplit('.').next() == Some("html")
}

/// The main part of a page: what is its own.
fn main_part(html: &str) -> &str {
    let start = html.find("<main").expect("every page has a main part");
    let end = html.find("</main>").expect("and it ends");
    &html[start..end + "</main>".len()]
}

#[test]
fn what_the_real_set_exports() {
    for (path, text) in export() {
        if path == "bundle.json" {
            assert_snapshot!("bundle", text);
        } else if is_page(&path) {
            let name = path.trim_end_matches(".html").replace('/', "__");
            assert_snapshot!(format!("page__{name}"), main_part(&text));
        }
    }
}

/// The values of an attribute in a page.
fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.split(&start)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

#[test]
fn every_link_leads_somewhere_and_nothing_is_loaded_from_elsewhere() {
    let files = export();
    let anchors: BTreeMap<&str, BTreeSet<&str>> = files
        .iter()
        .map(|(path, html)| (path.as_str(), attributes(html, "id").into_iter().collect()))
        .collect();
    for (path, html) in files.iter().filter(|(path, _)| is_page(path)) {
        // The page of the search has its script; no other page has any.
        let loaded: &[&str] = if path == "search.html" {
            &["search.js"]
        } else {
            &[]
        };
        assert_eq!(attributes(html, "src"), loaded, "{path} loads something");
        let mut ids = attributes(html, "id");
        ids.sort_unstable();
        assert!(
            ids.windows(2).all(|pair| pair[0] != pair[1]),
            "{path} has an id twice"
        );
        for link in attributes(html, "href") {
            if link.contains(':') {
                assert!(
                    link.starts_with("https://") || link.starts_with("http://"),
                    "{path}: {link}"
                );
                continue;
            }
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = if file.is_empty() {
                path.clone()
            } else if let Some(file) = file.strip_prefix('/') {
                // Only the page for an address that is none: it is shown at any address.
                assert_eq!(path, "404.html", "{link}");
                file.to_owned()
            } else {
                resolve(path, file)
            };
            let Some(ids) = anchors.get(target.as_str()) else {
                panic!("{path} links to {link}, which is not there");
            };
            assert!(
                anchor.is_empty() || ids.contains(anchor),
                "{path} links to {link}"
            );
        }
    }
}

/// The path that a link in `page` leads to.
fn resolve(page: &str, link: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn a_speculative_claim_is_labelled_in_the_text_of_every_page_that_states_it() {
    let files = export();
    let statement = "The tiny wounds, or the channels that they leave, might wake resting";
    let mut shown = 0;
    for (path, html) in files.iter().filter(|(path, _)| is_page(path)) {
        for (at, _) in html.match_indices(statement) {
            let before = &html[at.saturating_sub(600)..at].to_lowercase();
            assert!(
                before.contains("speculative"),
                "{path} shows it without its label"
            );
            shown += 1;
        }
    }
    assert!(shown > 1);
}

#[test]
fn the_same_set_gives_the_same_bytes_from_anywhere() {
    let folder = tempfile::tempdir().unwrap();
    let one = folder.path().join("one");
    let two = folder.path().join("two");
    let ran = grounds(&["export", "--out", one.to_str().unwrap()])
        .with("RAYON_NUM_THREADS", "1")
        .run();
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    let ran = grounds(&["export", "--out", two.to_str().unwrap()])
        .with("RAYON_NUM_THREADS", "8")
        .with("TZ", "Asia/Tokyo")
        .here(&workspace().join("content/articles"))
        .run();
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    for path in ["bundle.json", "index.html", "studies/kumar-2018.html"] {
        let bytes = |root: &std::path::Path| fs::read(root.join(path)).unwrap();
        assert_eq!(bytes(&one), bytes(&two), "{path}");
    }
}

/// Checks a set with every rule at error level.
fn check_strictly(loaded: grounds_load::Loaded) -> grounds_check::Outcome {
    let options = grounds_check::Options {
        as_of: "2026-11-22".parse().unwrap(),
        policy: None,
        retractions: None,
        levels: vec![(grounds_check::Selector::All, grounds_model::Level::Error)],
    };
    grounds_check::check(&loaded.set, &loaded.sources, loaded.diagnostics, &options)
}

#[test]
fn copies_of_the_set_are_as_clean_as_the_set() {
    let files = grounds_load::read(&workspace().join("content")).unwrap();
    let copies = grounds_dev::multiply::multiply(&files, 3);
    let loaded = grounds_load::assemble(copies, "");
    let studies = loaded.set.studies.sound.len();
    let outcome = check_strictly(loaded);
    let found: Vec<_> = outcome
        .entries
        .iter()
        .map(|entry| &entry.diagnostic)
        .collect();
    assert!(found.is_empty(), "{found:#?}");
    assert_eq!(studies % 3, 0);
}

/// How many errors and warnings `grounds check` finds in a synthetic set.
fn findings_in_synthetic(shape: grounds_dev::synthetic::Shape) -> usize {
    let files = grounds_dev::synthetic::Synthetic::new(shape)
        .unwrap()
        .files();
    check_strictly(grounds_load::assemble(files, ""))
        .entries
        .len()
}

#[test]
fn a_synthetic_set_is_clean_until_faults_are_asked_for() {
    let shape = grounds_dev::synthetic::Shape::of(12, 7);
    assert_eq!(findings_in_synthetic(shape.clone()), 0);
    let faulty = grounds_dev::synthetic::Shape {
        faults: 1.0,
        ..shape
    };
    // 12 articles, 48 claims and 24 studies, each with a fault.
    assert!(findings_in_synthetic(faulty) >= 84);
}
