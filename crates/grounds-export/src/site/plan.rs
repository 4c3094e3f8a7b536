//! Which files a site has, and how each is made.
//!
//! A page of a record is found by the record's key in its path, so that a site of any size is there at once. The
//! files that are there whatever records there are stand in a [`Plan`].

use std::collections::{BTreeMap, BTreeSet};

use super::edition::Part;
use super::index::Index;
use super::machines::{self, References};
use super::page_path::{page_of_article, page_of_claim, page_of_study};
use super::pages::{self, Made};
use super::theme::Theme;
use super::{Site, lists, url};
use crate::bundle::{Article, Claim, Study};

/// How a file is made, given its path.
type Make = Box<dyn Fn(&Site, &str) -> Made + Send + Sync>;

/// A file that is there whatever records there are.
pub(super) struct Planned {
    make: Make,
    /// What of the bundle it is made of.
    of: &'static [Part],
}

/// The files that are there whatever records there are, by their paths.
#[derive(Default)]
pub(super) struct Plan(BTreeMap<String, Planned>);

impl Plan {
    /// Plans a file that is made of these parts of the bundle.
    pub(super) fn add(
        &mut self,
        path: impl Into<String>,
        of: &'static [Part],
        make: impl Fn(&Site, &str) -> Made + Send + Sync + 'static,
    ) {
        let make = Box::new(make);
        self.0.insert(path.into(), Planned { make, of });
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The files that pages load.
    pub(super) fn loaded(&self) -> impl Iterator<Item = &str> {
        let extension = |path: &str| path.rsplit('.').next().map(str::to_owned);
        let is_loaded = move |path: &&str| {
            !matches!(
                extension(path).as_deref(),
                Some("html" | "xml" | "txt" | "json")
            )
        };
        self.paths().filter(is_loaded)
    }
}

/// The plan of a site.
pub(super) fn of(index: &Index, theme: &Theme) -> Plan {
    let mut plan = Plan::default();
    lists::plan(&mut plan);
    pages::plan(theme, &mut plan);
    machines::plan(index, &mut plan);
    plan
}

/// A file of a site.
pub(super) enum Found<'a> {
    Planned(&'a Planned),
    Article(&'a Article),
    Claim(&'a Claim),
    Study(&'a Study),
    /// The references of an article in some format.
    References(&'a Article, References),
    /// A file of the search's index.
    Search(&'a [u8]),
}

impl Found<'_> {
    pub(super) fn make(&self, site: &Site, path: &str) -> Made {
        match self {
            Self::Planned(planned) => (planned.make)(site, path),
            Self::Article(article) => pages::article_page(site, path, article),
            Self::Claim(claim) => pages::claim_page(site, path, claim),
            Self::Study(study) => pages::study_page(site, path, study),
            Self::References(article, references) => Ok(references.of(site, article).into_bytes()),
            Self::Search(bytes) => Ok(bytes.to_vec()),
        }
    }

    pub(super) fn made_of(&self) -> &'static [Part] {
        match self {
            Self::Planned(planned) => planned.of,
            Self::Article(_) | Self::Claim(_) | Self::Study(_) => &Part::ALL,
            Self::References(..) => &[Part::Articles, Part::Studies],
            Self::Search(_) => &[Part::Frame, Part::Articles, Part::Claims, Part::Studies],
        }
    }
}

/// The file at a path, if the site has one there.
pub(super) fn find<'a>(site: &'a Site, path: &str) -> Option<Found<'a>> {
    if let Some(planned) = site.plan.0.get(path) {
        return Some(Found::Planned(planned));
    }
    let index = &site.index;
    let (folder, file) = path.split_once('/')?;
    let key = |file: &str| Some(url::key(file.strip_suffix(".html")?)?.to_owned());
    match folder {
        "articles" => index.article(&key(file)?).map(Found::Article),
        "claims" => index.claim(&key(file)?).map(Found::Claim),
        "studies" => index.study(&key(file)?).map(Found::Study),
        "references" => {
            let (name, extension) = file.rsplit_once('.')?;
            let references = References::with_extension(extension)?;
            let article = index.article(url::key(name)?)?;
            machines::has_references(index, article)
                .then_some(Found::References(article, references))
        }
        "search" => site.search().get(path).map(|bytes| Found::Search(bytes)),
        _ => None,
    }
}

/// The paths of all files, in order.
pub(super) fn paths(site: &Site) -> Vec<String> {
    let index = &site.index;
    let mut paths: BTreeSet<String> = record_pages(index).collect();
    paths.extend(site.plan.paths().map(str::to_owned));
    for article in &index.bundle.articles {
        if machines::has_references(index, article) {
            let name = url::page(&article.slug);
            let formats = References::ALL.iter();
            paths.extend(formats.map(|format| format!("references/{name}.{}", format.extension())));
        }
    }
    paths.extend(site.search().keys().cloned());
    paths.into_iter().collect()
}

/// The paths of the pages of records.
pub(super) fn record_pages(index: &Index) -> impl Iterator<Item = String> {
    let bundle = &index.bundle;
    let articles = bundle.articles.iter().map(|it| page_of_article(&it.slug));
    let claims = bundle.claims.iter().map(|it| page_of_claim(&it.id));
    let studies = bundle.studies.iter().map(|it| page_of_study(&it.key));
    articles.chain(claims).chain(studies)
}
