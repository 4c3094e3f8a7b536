//! The site for machines: references to download, structured data in pages, a sitemap, a feed.

mod bibtex;
mod csl_json;
mod feed;
mod json_ld;
mod ris;
mod sitemap;

pub(super) use json_ld::{
    article as json_ld_of_article, claim as json_ld_of_claim, study as json_ld_of_study,
};

use super::File;
use super::index::Index;
use super::url;
use crate::bundle::{Article, Study};

/// The references of each article in three formats, and what search engines and feed readers ask for.
pub(super) fn files(index: &Index<'_>, pages: &[File]) -> Vec<File> {
    let mut files: Vec<File> = Vec::new();
    for article in &index.bundle.articles {
        let studies = references(index, article);
        if studies.is_empty() {
            continue;
        }
        let name = url::page(&article.slug);
        let formats = [
            ("json", csl_json::of(&studies)),
            ("bib", bibtex::of(&studies)),
            ("ris", ris::of(&studies)),
        ];
        for (extension, text) in formats {
            files.push((format!("references/{name}.{extension}"), text.into_bytes()));
        }
    }
    files.push((
        "robots.txt".to_owned(),
        sitemap::robots(index.bundle).into_bytes(),
    ));
    if let Some(base) = base_url(index) {
        files.push((
            "sitemap.xml".to_owned(),
            sitemap::of(index.bundle, &base, pages).into_bytes(),
        ));
        files.push((
            "feed.xml".to_owned(),
            feed::of(index.bundle, &base).into_bytes(),
        ));
    }
    files
}

/// The address at which the site stands, with `/` at its end; `None` where the set does not say,
/// or says what is no address of the web.
pub(super) fn base_url(index: &Index<'_>) -> Option<String> {
    let base = url::external(index.bundle.base_url.as_deref()?)?;
    let base = base.split(['?', '#']).next().unwrap_or(base);
    Some(format!("{}/", base.trim_end_matches('/')))
}

/// The studies that an article cites, in the order of their numbers.
fn references<'a>(index: &Index<'a>, article: &Article) -> Vec<&'a Study> {
    article
        .references
        .iter()
        .filter_map(|reference| index.study(&reference.study))
        .collect()
}

/// The parts of a date that are known: year, month, day.
fn date_parts(issued: &str) -> Vec<u32> {
    issued
        .split('-')
        .map_while(|part| part.parse().ok())
        .collect()
}

/// Text for XML: escaped, and without what XML 1.0 does not allow (section 2.2).
fn xml(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => escaped.push(c),
        }
    }
    escaped
}
