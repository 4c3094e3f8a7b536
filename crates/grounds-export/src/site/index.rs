//! The bundle by its keys.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use super::anchors::Anchors;
use super::positions::Positions;
use super::url;
use crate::bundle::terms::StandingKind;
use crate::bundle::{Article, Bundle, Claim, Concept, Coverage, Study};

/// The bundle by its keys.
#[derive(Debug)]
pub(super) struct Index {
    pub(super) bundle: Arc<Bundle>,
    articles: Positions,
    claims: Positions,
    studies: Positions,
    concepts: Positions,
    /// The identifiers on the page of each article, read when a link first asks for one.
    anchors: Vec<OnceLock<Anchors>>,
}

impl Index {
    pub(super) fn of(bundle: &Arc<Bundle>) -> Self {
        Self {
            bundle: Arc::clone(bundle),
            articles: Positions::of(&bundle.articles),
            claims: Positions::of(&bundle.claims),
            studies: Positions::of(&bundle.studies),
            concepts: Positions::of(&bundle.concepts),
            anchors: unread(bundle),
        }
    }

    /// The index of the bundle that came in the place of this one's.
    pub(super) fn renewed(&self, bundle: &Arc<Bundle>) -> Self {
        let former = &self.bundle;
        Self {
            bundle: Arc::clone(bundle),
            articles: self.articles.renewed(&former.articles, &bundle.articles),
            claims: self.claims.renewed(&former.claims, &bundle.claims),
            studies: self.studies.renewed(&former.studies, &bundle.studies),
            concepts: if former.concepts == bundle.concepts {
                self.concepts.clone()
            } else {
                Positions::of(&bundle.concepts)
            },
            anchors: unread(bundle),
        }
    }

    /// Whether another index, which was renewed from this one, has the same articles, claims and studies by their keys.
    pub(super) fn has_keys_of(&self, renewed: &Self) -> bool {
        self.articles.are(&renewed.articles)
            && self.claims.are(&renewed.claims)
            && self.studies.are(&renewed.studies)
    }

    pub(super) fn position_of_article(&self, slug: &str) -> Option<usize> {
        self.articles.get(slug)
    }

    pub(super) fn position_of_claim(&self, id: &str) -> Option<usize> {
        self.claims.get(id)
    }

    pub(super) fn position_of_study(&self, key: &str) -> Option<usize> {
        self.studies.get(key)
    }

    pub(super) fn position_of_concept(&self, id: &str) -> Option<usize> {
        self.concepts.get(id)
    }

    pub(super) fn article(&self, slug: &str) -> Option<&Article> {
        let position = self.position_of_article(slug)?;
        self.bundle.articles.get(position).map(AsRef::as_ref)
    }

    pub(super) fn claim(&self, id: &str) -> Option<&Claim> {
        let position = self.position_of_claim(id)?;
        self.bundle.claims.get(position).map(AsRef::as_ref)
    }

    pub(super) fn study(&self, key: &str) -> Option<&Study> {
        let position = self.position_of_study(key)?;
        self.bundle.studies.get(position).map(AsRef::as_ref)
    }

    /// The retracted study that takes the data of another one with it: what that is a report of, or the version of
    /// record of a preprint. None for one that was itself retracted, or stands.
    pub(super) fn fallen_with(&self, study: &Study) -> Option<&Study> {
        let mut seen = BTreeSet::from([study.key.as_str()]);
        let mut left = vec![study];
        while let Some(next) = left.pop() {
            if next.standing.retracted {
                return self.study(&next.key).filter(|found| found.key != study.key);
            }
            let events = next.standing.events.iter();
            let published = events.filter(|event| event.event == StandingKind::VersionOfRecord);
            let by = published
                .filter_map(|event| event.by.as_deref())
                .next_back();
            for key in by.into_iter().chain(next.part_of.as_deref()) {
                left.extend(self.study(key).filter(|other| seen.insert(&other.key)));
            }
        }
        None
    }

    /// Whether the data of a study still stand.
    pub(super) fn stands(&self, study: &Study) -> bool {
        !study.standing.retracted && self.fallen_with(study).is_none()
    }

    pub(super) fn concept(&self, id: &str) -> Option<&Concept> {
        let position = self.position_of_concept(id)?;
        self.bundle.concepts.get(position)
    }

    /// What readers call a concept; its id where the vocabulary does not have it.
    pub(super) fn concept_label<'a>(&'a self, id: &'a str) -> &'a str {
        self.concept(id)
            .map_or(id, |concept| concept.label.as_str())
    }

    pub(super) fn coverage(&self, slug: &str) -> Option<Coverage> {
        let run = &self.bundle.run.articles;
        // The run lists the articles in the order of the bundle, but for those that it could not read.
        let likely = self.articles.get(slug).and_then(|at| run.get(at));
        let found = likely.filter(|covered| covered.article == slug);
        let found = found.or_else(|| run.iter().find(|covered| covered.article == slug));
        found.map(|covered| covered.coverage)
    }

    /// What the page of an article has for the identifiers of its author.
    fn anchors(&self, slug: &str) -> Option<&Anchors> {
        let position = self.articles.get(slug)?;
        let article = self.bundle.articles.get(position)?;
        let anchors = self.anchors.get(position)?;
        Some(anchors.get_or_init(|| Anchors::of(article)))
    }

    /// What the page of an article has for an identifier of its author.
    pub(super) fn anchor(&self, slug: &str, id: &str) -> Option<&str> {
        self.anchors(slug)?.get(id)
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
        let anchors = self.anchors(slug)?;
        let slug = url::page(slug);
        Some(match anchors.get(fragment) {
            Some(id) => format!("{slug}.html#{id}"),
            None => format!("{slug}.html"),
        })
    }
}

/// Of no article have the anchors been read.
fn unread(bundle: &Bundle) -> Vec<OnceLock<Anchors>> {
    bundle.articles.iter().map(|_| OnceLock::new()).collect()
}
