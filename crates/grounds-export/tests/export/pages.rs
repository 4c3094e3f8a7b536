//! What readers see: the main part of each page, and one page whole.

use std::sync::Arc;

use grounds_export::bundle::terms::Basis;
use grounds_export::site;

use crate::{build, fixture, snapshots};

#[test]
fn the_pages_of_the_rich_set() {
    let bundle = build(&fixture("rich"));
    for (path, bytes) in site::render(&bundle).unwrap() {
        let page = String::from_utf8(bytes).unwrap();
        let is_page = path.rsplit('.').next() == Some("html");
        if path.starts_with("references/") && !is_page
            || path == "feed.xml"
            || path == "sitemap.xml"
        {
            snapshots().bind(|| insta::assert_snapshot!(path.replace('/', "-"), page));
        }
        if !is_page {
            continue;
        }
        let (before, main) = page.split_once("<main id=\"main\">").unwrap();
        let (main, _) = main.split_once("</main>").unwrap();
        // The digest is pinned by the bundle's own snapshot.
        let main = main.replace(&bundle.digest, "sha256:…");
        let name = path.trim_end_matches(".html").replace('/', "-");
        snapshots().bind(|| {
            insta::assert_snapshot!(format!("page-{name}"), main);
            if path == "index.html" {
                insta::assert_snapshot!("page-shell", before);
            }
        });
    }
}

#[test]
fn speculation_is_labelled_in_text_whatever_the_author_forgot() {
    let mut bundle = build(&fixture("rich"));
    for article in &mut bundle.articles {
        for passage in &mut Arc::make_mut(article).passages {
            passage.speculative = false;
        }
    }
    let pages = crate::sound::pages(&bundle);
    let text = &pages["articles/needling.html"].text;
    assert!(
        text.contains("[speculative] Tiny wounds might wake"),
        "{text}"
    );
}

#[test]
fn notes_that_mark_one_another_do_not_grow_the_page() {
    let bundle = build(&fixture("rich"));
    let article = bundle
        .articles
        .iter()
        .find(|article| article.slug == "needling")
        .unwrap();
    assert_eq!(
        article.footnotes.len(),
        2,
        "each note once, and none that nothing marks"
    );
}

#[test]
fn speculative_words_reach_no_reader_without_their_label() {
    let bundle = build(&fixture("rich"));
    let claims = bundle
        .claims
        .iter()
        .filter(|claim| claim.basis == Basis::Speculative);
    let passages = bundle.articles.iter().flat_map(|article| &article.passages);
    let words: Vec<&str> = claims
        .map(|claim| claim.statement.as_str())
        .chain(
            passages
                .filter(|it| it.speculative)
                .map(|it| it.text.as_str()),
        )
        .collect();
    assert!(words.len() > 4);
    for (path, page) in crate::sound::pages(&bundle) {
        let text = page.text.split_whitespace().collect::<Vec<_>>().join(" ");
        for words in &words {
            for (at, _) in text.match_indices(words) {
                let before = text.floor_char_boundary(at.saturating_sub(80));
                assert!(
                    text[before..at].contains("[speculative]"),
                    "{path}: {words}"
                );
            }
        }
    }
}
