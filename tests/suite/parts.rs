//! Known traps of the parts that this program is built of, or was not built of because of them.

use std::fmt::Write as _;
use std::fs;

use grounds_load::{RawFile, assemble};
use grounds_tests::whole;

use crate::workspace;

/// `serde_json` takes the last of two; records are JSON if an author likes, and are read as YAML.
#[test]
fn a_key_that_stands_twice_in_json_is_found() {
    let twice = "{\"statement\": \"S.\", \"kind\": \"harm\", \"basis\": \"evidence\",\n\
                 \"scope\": {\"outcome\": \"a\", \"outcome\": \"b\"}, \"kind\": \"efficacy\"}";
    let loaded = assemble(vec![RawFile::new("claims/a.yaml", twice)], "");
    let found: Vec<&str> = loaded.diagnostics.iter().map(|it| it.rule).collect();
    assert_eq!(found, ["structure/duplicate-key"; 2]);
    assert!(
        loaded.set.claims.sound.is_empty(),
        "which is meant is not known"
    );
}

/// Of a bundle that others changed, no field is read twice.
#[test]
fn a_bundle_with_a_field_twice_is_refused() {
    let json = "{\"format\": \"grounds-bundle\", \"format\": \"grounds-bundle\"}";
    let error = grounds_export::bundle::Bundle::from_json(json).unwrap_err();
    assert!(error.to_string().contains("duplicate field"), "{error}");
}

/// A note that is referred to a thousand times stands on the page once.
#[test]
fn footnotes_do_not_multiply() {
    let long = "word ".repeat(2_000);
    let page = |marks: usize| {
        let text = format!(
            "---\ntitle: A\n---\nIs it{}?\n\n[^n]: Is it {long}?\n",
            "[^n]".repeat(marks)
        );
        whole::site_of(text.as_bytes())
            .iter()
            .map(|(_, file)| file.len())
            .sum::<usize>()
    };
    let (few, many) = (page(1), page(1_001));
    assert!(many - few < 1_000 * 2_000, "{few} {many}");
    // Nor do notes that refer to notes.
    let mut text = "---\ntitle: A\n---\nIs it[^0]?\n\n".to_owned();
    for note in 0..200 {
        let next = format!("[^{}]", note + 1).repeat(10);
        let _ = writeln!(text, "[^{note}]: Is it{next}?\n");
    }
    let site = whole::site_of(text.as_bytes());
    let total: usize = site.iter().map(|(_, file)| file.len()).sum();
    assert!(total < 20_000_000, "{total}");
}

/// Elements in one another a hundred thousand deep cost no more than the same side by side: no HTML is
/// cleaned here, for none is let through.
#[test]
fn nested_html_is_no_more_than_text() {
    let text = format!("---\ntitle: A\n---\n{}\n", "<div><b>".repeat(50_000));
    for (path, file) in whole::site_of(text.as_bytes()) {
        if path.starts_with("articles/") {
            assert!(file.len() < 1_000_000, "{path} has {} bytes", file.len());
        }
    }
}

/// What cleans HTML takes 13 seconds for that; what reads BibTeX aborts on crossref cycles; what reads
/// YAML through C is no longer kept.
#[test]
fn parts_with_traps_are_not_among_ours() {
    let lock = fs::read_to_string(workspace().join("Cargo.lock")).unwrap();
    for part in [
        "ammonia",
        "html5ever",
        "biblatex",
        "openssl-sys",
        "native-tls",
    ] {
        assert!(!lock.contains(&format!("name = \"{part}\"\n")), "{part}");
    }
}
