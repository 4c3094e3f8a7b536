//! The site for machines: references to download, structured data in pages, a sitemap, a feed.

mod bibtex;
mod csl_json;
mod feed;
mod json_ld;
mod pages;
mod ris;
mod sitemap;

use std::borrow::Cow;

pub(super) use json_ld::{
    article as json_ld_of_article, claim as json_ld_of_claim, study as json_ld_of_study,
};

pub(super) use pages::range as page_range;

use super::Plan;
use super::index::Index;
use super::url;
use crate::bundle::{Article, Report, Study};

/// Writes references in one format.
type Write = fn(&[&Study]) -> String;

/// Plans the references of each article in three formats, and what search engines and feed readers
/// ask for.
pub(super) fn plan<'a>(index: &Index<'a>, plan: &mut Plan<'a>) {
    let formats: [(&str, Write); 3] = [
        ("json", csl_json::of),
        ("bib", bibtex::of),
        ("ris", ris::of),
    ];
    for article in &index.bundle.articles {
        if references(index, article).is_empty() {
            continue;
        }
        let name = url::page(&article.slug);
        for (extension, write) in formats {
            plan.insert(
                format!("references/{name}.{extension}"),
                Box::new(move |site, _| Ok(write(&references(&site.index, article)).into_bytes())),
            );
        }
    }
    plan.insert(
        "robots.txt".to_owned(),
        Box::new(|site, _| Ok(sitemap::robots(base_url(&site.index)).into_bytes())),
    );
    let Some(base) = base_url(index) else {
        return;
    };
    let address = base.clone();
    plan.insert(
        "feed.xml".to_owned(),
        Box::new(move |site, _| Ok(feed::of(site.index.bundle, &address).into_bytes())),
    );
    let pages = plan.keys().filter(|path| sitemap::is_listed(path)).count();
    for (part, path) in sitemap::parts(pages).into_iter().enumerate() {
        let base = base.clone();
        plan.insert(
            path,
            Box::new(move |site, _| {
                let pages = site.paths().filter(|path| sitemap::is_listed(path));
                let pages = pages.skip(part * sitemap::MOST).take(sitemap::MOST);
                Ok(sitemap::of(site.index.bundle, &base, pages).into_bytes())
            }),
        );
    }
    if pages > sitemap::MOST {
        plan.insert(
            sitemap::PATH.to_owned(),
            Box::new(move |_, _| Ok(sitemap::index(&base, pages).into_bytes())),
        );
    }
}

/// The address at which the site stands, with `/` at its end; `None` where the set does not say,
/// or says what is no address of the web.
pub(super) fn base_url(index: &Index<'_>) -> Option<String> {
    let base = url::external(index.bundle.base_url.as_deref()?)?;
    let base = base.split(['?', '#']).next().unwrap_or(&base);
    Some(format!("{}/", base.trim_end_matches('/')))
}

/// Where on its host the site stands, with `/` at both ends.
pub(super) fn base_path(index: &Index<'_>) -> String {
    let base = base_url(index).unwrap_or_default();
    let host = base.split_once("://").map_or("", |(_, host)| host);
    match host.split_once('/') {
        Some((_, path)) => format!("/{path}"),
        None => "/".to_owned(),
    }
}

/// The studies that an article cites, in the order of their numbers.
fn references<'a>(index: &Index<'a>, article: &Article) -> Vec<&'a Study> {
    article
        .references
        .iter()
        .filter_map(|reference| index.study(&reference.study))
        .collect()
}

/// Where a report stands on the web, if it says so by an address that leads there.
fn web_address(report: &Report) -> Option<String> {
    report
        .url
        .as_deref()
        .and_then(url::external)
        .map(Cow::into_owned)
}

/// The DOI of a report, if it has the form of one.
fn doi(report: &Report) -> Option<&str> {
    report.doi.as_deref().filter(|doi| url::is_doi(doi))
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
