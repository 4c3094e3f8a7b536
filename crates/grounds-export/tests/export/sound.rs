//! Every page of a site is sound: known elements, links that lead somewhere, nothing loaded from
//! elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use grounds_export::bundle::Bundle;
use grounds_export::site;

use crate::page::{self, Page};
use crate::{build, fixture, real};

/// Renders the site of a bundle and reads every page strictly.
pub(crate) fn pages(bundle: &Bundle) -> BTreeMap<String, Page> {
    let mut pages = BTreeMap::new();
    let mut files = BTreeSet::new();
    for (path, bytes) in site::render(bundle).expect("a site") {
        assert!(!path.contains("..") && !path.starts_with('/'), "{path}");
        let text = String::from_utf8(bytes).expect("UTF-8");
        if path == "style.css" {
            assert!(
                !text.contains("url(") && !text.contains("@import"),
                "{path}"
            );
        } else if path.rsplit('.').next() == Some("html") {
            assert!(text.contains("Content-Security-Policy"), "{path}");
            pages.insert(path.clone(), page::read(&path, &text));
        }
        assert!(files.insert(path.clone()), "{path} twice");
    }
    for (path, page) in &pages {
        let ids: BTreeSet<&String> = page.ids.iter().collect();
        assert_eq!(
            ids.len(),
            page.ids.len(),
            "{path}: an id twice in {:?}",
            page.ids
        );
        for link in &page.links {
            check_link(path, link, &pages, &files);
        }
    }
    pages
}

fn check_link(from: &str, link: &str, pages: &BTreeMap<String, Page>, files: &BTreeSet<String>) {
    if ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| link.starts_with(scheme))
    {
        return;
    }
    let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
    // The page for an address that is none is shown at any address: its links begin at the host's root.
    if from == "404.html" && path.starts_with('/') {
        let within = |file: &String| path.ends_with(&format!("/{file}"));
        assert!(files.iter().any(within), "{from}: {link} leads nowhere");
        return;
    }
    let target = match (path, from.rsplit_once('/')) {
        ("", _) => from.to_owned(),
        (_, Some((folder, _))) => match path.strip_prefix("../") {
            Some(up) => up.to_owned(),
            None => format!("{folder}/{path}"),
        },
        (_, None) => path.to_owned(),
    };
    assert!(files.contains(&target), "{from}: {link} leads nowhere");
    if !fragment.is_empty() {
        let ids = &pages[&target].ids;
        assert!(
            ids.iter().any(|id| id == fragment),
            "{from}: {link}: no such place"
        );
    }
}

#[test]
fn the_rich_set_gives_a_sound_site() {
    pages(&build(&fixture("rich")));
}

#[test]
fn the_real_set_gives_a_sound_site() {
    pages(&build(&real()));
}

#[test]
fn an_empty_set_gives_a_sound_site() {
    let mut bundle = build(&fixture("rich"));
    bundle.articles.clear();
    bundle.claims.clear();
    bundle.studies.clear();
    bundle.concepts.clear();
    pages(&bundle);
}

#[test]
fn records_that_name_what_is_gone_give_a_sound_site() {
    let whole = build(&fixture("rich"));
    let mut bundle = whole.clone();
    bundle.studies.clear();
    bundle.concepts.clear();
    pages(&bundle);
    let mut bundle = whole;
    bundle.claims.clear();
    bundle.articles.clear();
    pages(&bundle);
}
