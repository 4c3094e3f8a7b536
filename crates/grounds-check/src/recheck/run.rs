//! The rules at work on what is to be checked, and what they found put in its place.

use grounds_diagnostics::{Diagnostic, FileId, Sources};
use grounds_evidence::Appraiser;
use grounds_load::{ContentSet, Records};
use grounds_model::Key;

use super::counts::Count;
use super::{Kept, Owner, Reach};
use crate::articles::{Articles, Gist};
use crate::context::Shared;
use crate::coverage::Share;
use crate::numbers::Numbers;
use crate::policy::Suppressions;
use crate::rule::Rule;
use crate::runner::{Ended, Runner, each};
use crate::suggest::Names;

/// How few articles are checked where they are: each takes about a millisecond.
const FEW_ARTICLES: usize = 2;

/// The same of claims and studies, which take far less.
const FEW_RECORDS: usize = 64;

/// What the checks of an owner came to.
struct Done {
    owner: Owner,
    count: Count,
    found: Vec<Diagnostic>,
    /// The owner's file, and its suppressions; an owner that is no file has none.
    suppressions: Option<(FileId, Suppressions)>,
}

impl Done {
    fn of(owner: Owner, ended: Vec<Ended>, direct: Share) -> Self {
        let count = Count::of(ended.iter().enumerate(), direct);
        let found = ended.into_iter().flat_map(|ended| ended.diagnostics);
        Self {
            owner,
            count,
            found: found.collect(),
            suppressions: None,
        }
    }

    fn suppressing(self, file: FileId, suppressions: Suppressions) -> Self {
        Self {
            suppressions: Some((file, suppressions)),
            ..self
        }
    }
}

impl Kept {
    /// Gives work a runner of the rules, for which the articles are these.
    pub(super) fn run<R>(
        &self,
        set: &ContentSet,
        sources: &Sources,
        articles: &Articles,
        work: impl FnOnce(&Runner<'_>) -> R,
    ) -> R {
        let appraiser = Appraiser::new(set);
        let shared = Shared {
            set,
            sources,
            as_of: self.options.as_of,
            articles,
            appraiser: &appraiser,
            numbers: &Numbers::of(set, appraiser.concepts()),
            texts: &self.texts,
            lexicon: &self.lexicon,
            assertions: &self.assertions,
            speculations: &self.speculations,
            names: &Names::default(),
            concept_names: &self.concept_names,
            retractions: self.options.retractions.as_ref(),
            thresholds: self.thresholds,
        };
        work(&Runner::new(shared, &self.levels))
    }

    /// Checks everything.
    pub(super) fn check_all(&mut self, set: &ContentSet, sources: &Sources) {
        let keys: Vec<&Key> = set.articles.keys().collect();
        let done = self.articles_done(set, sources, &keys);
        let mut gists = Vec::with_capacity(done.len());
        for (position, (done, gist, file)) in done.into_iter().enumerate() {
            self.names.insert(file, (gist.key().clone(), gist.named()));
            self.order.insert(file, position);
            self.put(done);
            gists.push(gist);
        }
        self.articles = Articles::of(gists).0;
        let everything = Reach {
            claims: set.claims.sound.keys().cloned().collect(),
            studies: set.studies.sound.keys().cloned().collect(),
            ..Reach::default()
        };
        self.check_records(set, sources, &everything, &|_, _| true);
        let vocabulary = &set.vocabulary;
        let written = &vocabulary.value.suppress;
        let suppressions = Suppressions::of_record(vocabulary, written, self.options.as_of);
        if !suppressions.is_empty() {
            self.found.suppress(vocabulary.file(), suppressions);
        }
    }

    /// Checks the articles that are reached. Whether some record is named by one now that was named by none, or the
    /// other way round.
    pub(super) fn check_articles(
        &mut self,
        set: &ContentSet,
        sources: &Sources,
        reach: &Reach,
    ) -> bool {
        let keys: Vec<&Key> = reach.articles.iter().collect();
        let mut changed = false;
        for (done, gist, file) in self.articles_done(set, sources, &keys) {
            let key = gist.key().clone();
            let now = gist.named();
            let former = self.names.remove(&file).map(|(_, former)| former);
            let former = former.unwrap_or_default();
            let named = |articles: &Articles| {
                let claims = former.claims.symmetric_difference(&now.claims);
                let claims = claims.map(|&claim| articles.stating(claim).next().is_some());
                let studies = former.studies.symmetric_difference(&now.studies);
                let studies = studies.map(|&study| articles.citing(study).next().is_some());
                claims.chain(studies).collect::<Vec<bool>>()
            };
            let before = named(&self.articles);
            self.articles.replace(file, &gist, &former, &self.order);
            changed |= before != named(&self.articles);
            self.names.insert(file, (key, now));
            self.put(done);
        }
        changed
    }

    fn articles_done(
        &self,
        set: &ContentSet,
        sources: &Sources,
        keys: &[&Key],
    ) -> Vec<(Done, Gist, FileId)> {
        // While articles are checked, nothing is known of articles.
        self.run(set, sources, &Articles::default(), |runner| {
            each(FEW_ARTICLES, keys, |&key| {
                let article = set.articles.get(key)?;
                let (ended, mut gist) = runner.article(key, article);
                let suppressions = std::mem::take(&mut gist.suppressions);
                let done = Done::of(Owner::Article(key.clone()), ended, Share::default());
                Some((
                    done.suppressing(article.file, suppressions),
                    gist,
                    article.file,
                ))
            })
        })
    }

    /// Checks the claims and studies that are reached, and the whole set by the rules that are wanted.
    pub(super) fn check_records(
        &mut self,
        set: &ContentSet,
        sources: &Sources,
        reach: &Reach,
        wanted: &dyn Fn(usize, &Rule) -> bool,
    ) {
        let as_of = self.options.as_of;
        let done = self.run(set, sources, &self.articles, |runner| {
            let claims: Vec<&Key> = reach.claims.iter().collect();
            let mut done = each(FEW_RECORDS, &claims, |&key| {
                let owner = Owner::Claim(key.clone());
                let Some(claim) = set.claims.get(key.as_str()) else {
                    return gone(owner, &set.claims, key);
                };
                let (ended, direct) = runner.claim(key, claim);
                let written = Suppressions::of_record(claim, &claim.value.suppress, as_of);
                Some(Done::of(owner, ended, direct).suppressing(claim.file(), written))
            });
            let studies: Vec<&Key> = reach.studies.iter().collect();
            done.extend(each(FEW_RECORDS, &studies, |&key| {
                let owner = Owner::Study(key.clone());
                let Some(study) = set.studies.get(key.as_str()) else {
                    return gone(owner, &set.studies, key);
                };
                let ended = runner.study(key, study);
                let written = Suppressions::of_study(study, as_of);
                let done = Done::of(owner, ended, Share::default());
                Some(done.suppressing(study.file(), written))
            }));
            done.extend(
                runner
                    .set(wanted)
                    .into_iter()
                    .map(|(position, ended)| Done {
                        owner: Owner::Set(position),
                        count: Count::of([(position, &ended)].into_iter(), Share::default()),
                        found: ended.diagnostics,
                        suppressions: None,
                    }),
            );
            done
        });
        for done in done {
            self.put(done);
        }
    }

    /// Puts what the checks of an owner came to in the place of what they had come to.
    fn put(&mut self, done: Done) {
        self.counts.replace(&done.owner, done.count);
        self.found.replace(&done.owner, done.found);
        if let Some((file, suppressions)) = done.suppressions {
            self.found.suppress(file, suppressions);
        }
    }
}

/// Of a record that cannot be read any more: nothing. One that is not there never was.
fn gone<T>(owner: Owner, records: &Records<T>, key: &Key) -> Option<Done> {
    let file = *records.broken.get(key)?;
    let done = Done::of(owner, Vec::new(), Share::default());
    Some(done.suppressing(file, Suppressions::default()))
}
