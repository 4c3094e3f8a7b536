//! The bundle by its keys.

use std::collections::BTreeMap;

use super::anchors::Anchors;
use super::url;
use crate::bundle::{Article, Bundle, Claim, Coverage, Study};

/// The bundle by its keys.
#[derive(Debug)]
pub(super) struct Index<'a> {
    pub(super) bundle: &'a Bundle,
    claims: BTreeMap<&'a str, &'a Claim>,
    studies: BTreeMap<&'a str, &'a Study>,
    concepts: BTreeMap<&'a str, &'a str>,
    anchors: BTreeMap<&'a str, Anchors>,
    coverage: BTreeMap<&'a str, Coverage>,
}

impl<'a> Index<'a> {
    pub(super) fn of(bundle: &'a Bundle) -> Self {
        let articles = bundle.articles.iter();
        let coverage = bundle.run.articles.iter();
        Self {
            bundle,
            claims: bundle
                .claims
                .iter()
                .map(|claim| (claim.id.as_str(), claim))
                .collect(),
            studies: bundle
                .studies
                .iter()
                .map(|study| (study.key.as_str(), study))
                .collect(),
            concepts: bundle
                .concepts
                .iter()
                .map(|concept| (concept.id.as_str(), concept.label.as_str()))
                .collect(),
            anchors: articles
                .map(|a| (a.slug.as_str(), Anchors::of(a)))
                .collect(),
            coverage: coverage.map(|a| (a.article.as_str(), a.coverage)).collect(),
        }
    }

    pub(super) fn claim(&self, id: &str) -> Option<&'a Claim> {
        self.claims.get(id).copied()
    }

    pub(super) fn study(&self, key: &str) -> Option<&'a Study> {
        self.studies.get(key).copied()
    }

    /// What readers call a concept; its id where the vocabulary does not have it.
    pub(super) fn concept_label(&self, id: &'a str) -> &'a str {
        self.concepts.get(id).copied().unwrap_or(id)
    }

    pub(super) fn coverage(&self, slug: &str) -> Option<Coverage> {
        self.coverage.get(slug).copied()
    }

    /// What the page of an article has for an identifier of its author.
    pub(super) fn anchor(&self, slug: &str, id: &str) -> Option<&str> {
        self.anchors.get(slug)?.get(id)
    }

    /// Where a link in the prose of `article` leads, if it leads anywhere that is safe and there:
    /// to the web, to mail, to a place on the page, to another article, a claim or a study.
    pub(super) fn target(&self, article: &Article, link: &str) -> Option<String> {
        let link = link.trim();
        if let Some(url) = url::external(link) {
            return Some(url.into_owned());
        }
        if url::has_scheme(link) || link.starts_with(['/', '\\']) {
            return None;
        }
        let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
        if path.is_empty() {
            return self
                .anchor(&article.slug, fragment)
                .map(|id| format!("#{id}"));
        }
        let path = path.strip_prefix("./").unwrap_or(path);
        let record = |folder: &str, extension: &str| {
            path.strip_prefix("../")?
                .strip_prefix(folder)?
                .strip_prefix('/')?
                .strip_suffix(extension)
        };
        if let Some(claim) = record("claims", ".yaml").and_then(|id| self.claim(id)) {
            return Some(format!("../claims/{}.html", url::page(&claim.id)));
        }
        if let Some(study) = record("studies", ".yaml").and_then(|key| self.study(key)) {
            return Some(format!("../studies/{}.html", url::page(&study.key)));
        }
        let slug = record("articles", ".md").or_else(|| path.strip_suffix(".md"))?;
        let anchors = self.anchors.get(slug)?;
        let slug = url::page(slug);
        Some(match anchors.get(fragment) {
            Some(id) => format!("{slug}.html#{id}"),
            None => format!("{slug}.html"),
        })
    }
}
