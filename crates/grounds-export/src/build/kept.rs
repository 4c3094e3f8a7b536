//! A bundle that is kept from edit to edit: the records that an edit reaches are viewed anew, all others stay.
//!
//! What the bundle says of a record comes from the record and from few others, so that an edit reaches:
//!
//! - of an article: the article; where the claims that it states and the studies that it cites are used.
//! - of a claim: the claim; where the studies of its evidence are used; if it comes, goes, or stands on something else
//!   than before, the articles that state it.
//! - of a study: the study; the claims that stand on a study from which a chain of names leads to it, or to what it is a
//!   part of; if it comes or goes, the articles that cite it.
//!
//! Beside these, the run is another after each edit.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use grounds_evidence::Appraiser;
use grounds_load::ContentSet;
use grounds_model::{Key, Study};

use super::article::{self, ArticleView};
use super::citations::{Cited, CitedByArticle};
use super::{claim, study, style_of, uses, whole};
use crate::bundle::{Article, Bundle, RunSummary};
use crate::csl::{ReadStyle, Style};
use crate::error::ExportError;
use crate::keyed::{Keyed, position};

/// The name of a record that was edited.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Edited {
    /// An article.
    Article(Key),
    /// A claim.
    Claim(Key),
    /// A study.
    Study(Key),
}

/// A bundle that is kept from edit to edit.
#[derive(Debug)]
pub struct KeptBundle {
    style: Arc<Style>,
    bundle: Arc<Bundle>,
    cited: CitedByArticle,
}

/// What an edit reaches.
#[derive(Debug, Default)]
struct Reach {
    articles: BTreeSet<Key>,
    claims: BTreeSet<Key>,
    studies: BTreeSet<Key>,
    /// The claims and the studies of which only the uses may be others.
    used_claims: BTreeSet<String>,
    used_studies: BTreeSet<String>,
}

impl KeptBundle {
    /// Makes the bundle of a set, as [`build`](super::build) does, but without its digest.
    ///
    /// # Errors
    /// The citation style cannot be used.
    pub fn of(
        set: &ContentSet,
        run: &RunSummary,
        read_style: ReadStyle<'_>,
    ) -> Result<Self, ExportError> {
        let style = style_of(set, read_style)?;
        let (bundle, cited) = whole(set, super::views(set), run, &style)?;
        Ok(Self {
            style,
            bundle: Arc::new(bundle),
            cited,
        })
    }

    /// The bundle as it is now. Its digest is empty: to take it, all of the bundle has to be written.
    pub fn bundle(&self) -> &Arc<Bundle> {
        &self.bundle
    }

    /// Takes over the edits of some records of the set, which is given as it is now; `run` is the run after them.
    ///
    /// Whatever else is another in the set (its settings, its vocabulary, records whose files have come or gone) must
    /// have been there before.
    ///
    /// # Errors
    /// The citation style cannot be used for a study. Then the bundle is what it was.
    pub fn renew(
        &mut self,
        set: &ContentSet,
        edited: &BTreeSet<Edited>,
        run: RunSummary,
    ) -> Result<(), ExportError> {
        let mut next = Renewal {
            set,
            style: &self.style,
            bundle: Bundle {
                run,
                ..Bundle::clone(&self.bundle)
            },
            cited: self.cited.clone(),
            reach: Reach::default(),
        };
        for edited in edited {
            next.reach(edited);
        }
        next.view_articles();
        next.view_claims();
        next.view_studies()?;
        next.renew_uses();
        (self.bundle, self.cited) = (Arc::new(next.bundle), next.cited);
        Ok(())
    }
}

/// A bundle on its way from what it was to what it will be.
struct Renewal<'a> {
    set: &'a ContentSet,
    style: &'a Style,
    bundle: Bundle,
    cited: CitedByArticle,
    reach: Reach,
}

impl Renewal<'_> {
    /// Adds what the edit of a record reaches.
    fn reach(&mut self, edited: &Edited) {
        let (set, reach) = (self.set, &mut self.reach);
        match edited {
            Edited::Article(slug) => drop(reach.articles.insert(slug.clone())),
            Edited::Claim(id) => {
                reach.claims.insert(id.clone());
                let former = find(&self.bundle.claims, id);
                let now = set.claims.get(id.as_str()).map(|claim| &claim.value);
                if former.map(|claim| claim.basis) != now.map(|claim| claim.basis.into()) {
                    let stated = set.uses.passages.get(id.as_str()).into_iter().flatten();
                    reach.articles.extend(stated.map(|at| at.article.clone()));
                }
                let before = former.into_iter().flat_map(|claim| &claim.evidence);
                reach
                    .used_studies
                    .extend(before.map(|line| line.study.clone()));
                let after = now.into_iter().flat_map(|claim| &claim.evidence);
                reach
                    .used_studies
                    .extend(after.map(|line| line.study.to_string()));
            }
            Edited::Study(key) => {
                reach.studies.insert(key.clone());
                let former = find(&self.bundle.studies, key);
                if former.is_some() != set.studies.get(key.as_str()).is_some() {
                    let cited = set.uses.citations.get(key.as_str()).into_iter().flatten();
                    reach.articles.extend(cited.map(|at| at.article.clone()));
                }
                let whole = former.and_then(|study| Key::new(study.part_of.as_deref()?));
                for study in leading_to(set, [Some(key), whole.as_ref()]) {
                    let lines = set.uses.evidence.get(study).into_iter().flatten();
                    reach.claims.extend(lines.map(|line| line.claim.clone()));
                }
            }
        }
    }

    fn view_articles(&mut self) {
        for slug in std::mem::take(&mut self.reach.articles) {
            let article = self.set.articles.get(&slug);
            let now = article.map(|article| article::view(self.set, &slug, article));
            self.put_article(&slug, now);
        }
    }

    /// Puts an article in its place, and notes whose uses are others than before.
    fn put_article(&mut self, slug: &Key, now: Option<ArticleView>) {
        let articles = &mut self.bundle.articles;
        let place = position(articles, slug.as_str());
        let former = place.ok().map(|at| (&*articles[at], &*self.cited[at]));
        let now = now.map(|view| (view.article, Arc::<[Cited]>::from(view.cited)));
        let both = [
            former,
            now.as_ref().map(|(article, cited)| (article, &**cited)),
        ];
        let [(stated, cited), (now_stated, now_cited)] = both.map(|article| match article {
            Some((article, cited)) => (passages(article), citations(cited)),
            None => Default::default(),
        });
        self.reach
            .used_claims
            .extend(differing(&stated, &now_stated));
        self.reach
            .used_studies
            .extend(differing(&cited, &now_cited));
        match (place, now) {
            (Ok(at), Some((article, cited))) => {
                if *articles[at] != article {
                    articles[at] = Arc::new(article);
                }
                self.cited[at] = cited;
            }
            (Err(at), Some((article, cited))) => {
                articles.insert(at, Arc::new(article));
                self.cited.insert(at, cited);
            }
            (Ok(at), None) => {
                articles.remove(at);
                self.cited.remove(at);
            }
            (Err(_), None) => {}
        }
    }

    fn view_claims(&mut self) {
        if self.reach.claims.is_empty() {
            return;
        }
        let appraiser = Appraiser::new(self.set);
        for id in &self.reach.claims {
            let now = self.set.claims.get(id.as_str()).map(|claim| {
                let former = find(&self.bundle.claims, id);
                let used_in = former.map(|claim| claim.used_in.clone());
                if used_in.is_none() {
                    self.reach.used_claims.insert(id.to_string());
                }
                let used_in = used_in.unwrap_or_default();
                claim::view(self.set, &appraiser, id, &claim.value, used_in)
            });
            put(&mut self.bundle.claims, id, now);
        }
    }

    fn view_studies(&mut self) -> Result<(), ExportError> {
        for key in &self.reach.studies {
            let Some(now) = self.set.studies.get(key.as_str()) else {
                put(&mut self.bundle.studies, key, None);
                continue;
            };
            let reference = self.style.format(key, &now.value.report);
            let reference = reference.map_err(super::style_error(self.set))?;
            let former = find(&self.bundle.studies, key);
            let used_in = former.map(|study| study.used_in.clone());
            if used_in.is_none() {
                self.reach.used_studies.insert(key.to_string());
            }
            let used_in = used_in.unwrap_or_default();
            let now = study::view(key, &now.value, reference, used_in);
            put(&mut self.bundle.studies, key, Some(now));
        }
        Ok(())
    }

    /// Gathers anew where claims and studies are used whose uses may be others.
    fn renew_uses(&mut self) {
        let set = self.set;
        for id in &self.reach.used_claims {
            let Ok(at) = position(&self.bundle.claims, id) else {
                continue;
            };
            let stated = set.uses.passages.get(id).into_iter().flatten();
            let articles: BTreeSet<&Key> = stated.map(|at| &at.article).collect();
            let articles = articles.into_iter();
            let articles = articles.filter_map(|slug| find(&self.bundle.articles, slug));
            let used_in = articles
                .flat_map(|article| uses::of_claim(article, id))
                .collect();
            let claim = &mut self.bundle.claims[at];
            if claim.used_in != used_in {
                Arc::make_mut(claim).used_in = used_in;
            }
        }
        for key in &self.reach.used_studies {
            let Ok(at) = position(&self.bundle.studies, key) else {
                continue;
            };
            let cited = set.uses.citations.get(key).into_iter().flatten();
            let articles: BTreeSet<&Key> = cited.map(|at| &at.article).collect();
            let articles = articles.into_iter();
            let places =
                articles.filter_map(|slug| position(&self.bundle.articles, slug.as_str()).ok());
            let citations = places.flat_map(|at| {
                uses::citations(&self.bundle.articles[at].slug, &self.cited[at], key)
            });
            let used_in = uses::of_study(set, key, citations.collect());
            let study = &mut self.bundle.studies[at];
            if study.used_in != used_in {
                Arc::make_mut(study).used_in = used_in;
            }
        }
    }
}

/// The record with a key.
fn find<'a, T: Keyed>(records: &'a [Arc<T>], key: &Key) -> Option<&'a T> {
    let at = position(records, key.as_str()).ok()?;
    Some(&records[at])
}

/// Puts a record in its place, or takes it out.
fn put<T: Keyed + PartialEq>(records: &mut Vec<Arc<T>>, key: &Key, now: Option<T>) {
    match (position(records, key.as_str()), now) {
        // The very same record is seen to be unchanged without a look at it.
        (Ok(at), Some(now)) if *records[at] == now => {}
        (Ok(at), Some(now)) => records[at] = Arc::new(now),
        (Err(at), Some(now)) => records.insert(at, Arc::new(now)),
        (Ok(at), None) => drop(records.remove(at)),
        (Err(_), None) => {}
    }
}

/// What an article says with each claim, by the claim.
fn passages(article: &Article) -> BTreeMap<&str, Vec<crate::bundle::PassageUse>> {
    let claims = article.passages.iter();
    let claims: BTreeSet<&str> = claims.filter_map(|it| it.claim.as_deref()).collect();
    let claims = claims.into_iter();
    claims
        .map(|claim| (claim, uses::of_claim(article, claim).collect()))
        .collect()
}

/// The citations of an article, by the study.
fn citations(cited: &[Cited]) -> BTreeMap<&str, Vec<&Cited>> {
    let mut citations: BTreeMap<&str, Vec<&Cited>> = BTreeMap::new();
    for cited in cited {
        citations.entry(&cited.study).or_default().push(cited);
    }
    citations
}

/// The keys under which two maps have different things.
fn differing<T: PartialEq>(one: &BTreeMap<&str, T>, other: &BTreeMap<&str, T>) -> Vec<String> {
    let keys: BTreeSet<&str> = one.keys().chain(other.keys()).copied().collect();
    let differing = keys
        .into_iter()
        .filter(|key| one.get(key) != other.get(key));
    differing.map(str::to_owned).collect()
}

/// Studies and all those from which a chain of names leads to them: what is said of a claim may depend on any study to which
/// such a chain leads from its evidence. From a study a chain leads to its second reports as well.
fn leading_to<'a>(set: &'a ContentSet, keys: [Option<&'a Key>; 2]) -> BTreeSet<&'a Key> {
    let mut named_by: BTreeMap<&Key, Vec<&Key>> = BTreeMap::new();
    for (namer, study) in set.studies.iter() {
        for named in names(&study.value) {
            named_by.entry(named).or_default().push(namer);
        }
        if let Some(whole) = study.value.part_of.as_deref() {
            named_by.entry(namer).or_default().push(whole);
        }
    }
    let mut open: Vec<&Key> = keys.into_iter().flatten().collect();
    let mut found: BTreeSet<&Key> = open.iter().copied().collect();
    while let Some(key) = open.pop() {
        for &namer in named_by.get(key).into_iter().flatten() {
            if found.insert(namer) {
                open.push(namer);
            }
        }
    }
    found
}

/// The studies that a study names.
fn names(study: &Study) -> impl Iterator<Item = &Key> {
    let whole = study.part_of.as_deref().into_iter();
    let successors = study.standing.iter().filter_map(|event| event.by.as_ref());
    whole.chain(&study.includes).chain(successors)
}
