//! The site for machines: references to download, structured data in pages, a sitemap, a feed.

mod bibtex;
mod csl_json;
mod feed;
mod json_ld;
mod pages;
mod ris;
mod sitemap;
mod works;

use std::borrow::Cow;
use std::collections::BTreeSet;

pub(super) use json_ld::{
    article as json_ld_of_article, claim as json_ld_of_claim, study as json_ld_of_study,
};

pub(super) use pages::range as page_range;
pub(super) use works::Works;

use super::edition::Part;
use super::index::Index;
use super::plan::{self, Plan};
use super::{Site, url};
use crate::bundle::{Article, Report};
use works::Format;

/// A format of references to download.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum References {
    CslJson,
    BibTex,
    Ris,
}

impl References {
    pub(super) const ALL: [Self; 3] = [Self::CslJson, Self::BibTex, Self::Ris];

    pub(super) fn extension(self) -> &'static str {
        match self {
            Self::CslJson => "json",
            Self::BibTex => "bib",
            Self::Ris => "ris",
        }
    }

    pub(super) fn with_extension(extension: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|format| format.extension() == extension)
    }

    /// The references of an article, in the order of their numbers.
    pub(super) fn of(self, site: &Site, article: &Article) -> String {
        let format = match self {
            Self::CslJson => Format::CslJson,
            Self::BibTex => Format::BibTex,
            Self::Ris => Format::Ris,
        };
        let works = article.references.iter();
        let works = works.filter_map(|it| site.works.get(&site.index, format, &it.study));
        let works: Vec<&str> = works.collect();
        match self {
            Self::CslJson => csl_json::list(&works),
            Self::BibTex => works.join("\n"),
            Self::Ris => works.concat(),
        }
    }
}

/// Plans what search engines and feed readers ask for.
pub(super) fn plan(index: &Index, plan: &mut Plan) {
    plan.add("robots.txt", &[Part::Frame], |site, _| {
        Ok(sitemap::robots(base_url(&site.index)).into_bytes())
    });
    let Some(base) = base_url(index) else {
        return;
    };
    let address = base.clone();
    plan.add("feed.xml", &[Part::Frame, Part::Claims], move |site, _| {
        Ok(feed::of(&site.index.bundle, &address).into_bytes())
    });
    let planned = plan.paths().filter(|path| sitemap::is_listed(path)).count();
    let pages = planned + plan::record_pages(index).count();
    for (part, path) in sitemap::parts(pages).into_iter().enumerate() {
        let base = base.clone();
        let of = &[Part::Frame, Part::Articles, Part::Claims];
        plan.add(path, of, move |site, _| {
            let pages = listed(site);
            let pages = pages.iter().skip(part * sitemap::MOST);
            let pages = pages.take(sitemap::MOST).map(String::as_str);
            Ok(sitemap::of(&site.index.bundle, &base, pages).into_bytes())
        });
    }
    if pages > sitemap::MOST {
        plan.add(sitemap::PATH, &[Part::Frame], move |_, _| {
            Ok(sitemap::index(&base, pages).into_bytes())
        });
    }
}

/// The pages to be found, in order.
fn listed(site: &Site) -> BTreeSet<String> {
    let planned = site.plan.paths().map(str::to_owned);
    let pages = plan::record_pages(&site.index).chain(planned);
    pages.filter(|path| sitemap::is_listed(path)).collect()
}

/// The address at which the site stands, with `/` at its end; `None` where the set does not say,
/// or says what is no address of the web.
pub(super) fn base_url(index: &Index) -> Option<String> {
    let base = url::external(index.bundle.base_url.as_deref()?)?;
    let base = base.split(['?', '#']).next().unwrap_or(&base);
    Some(format!("{}/", base.trim_end_matches('/')))
}

/// Where on its host the site stands, with `/` at both ends.
pub(super) fn base_path(index: &Index) -> String {
    let base = base_url(index).unwrap_or_default();
    let host = base.split_once("://").map_or("", |(_, host)| host);
    match host.split_once('/') {
        Some((_, path)) => format!("/{path}"),
        None => "/".to_owned(),
    }
}

/// Whether an article cites a study that is there.
pub(super) fn has_references(index: &Index, article: &Article) -> bool {
    let mut references = article.references.iter();
    references.any(|reference| index.study(&reference.study).is_some())
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
