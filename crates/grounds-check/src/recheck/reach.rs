//! How far an edit reaches: what else is checked again because it was checked against the record that was edited.
//!
//! - An article: the claims that it states and the studies that it cites, or did before.
//! - A claim: the articles that state it; the studies of its evidence; if it asserts something else than before, the
//!   claims on the same outcome, which it may contradict.
//! - A study: the studies from which a chain of names leads to it, or to what it is a part of (parts, reviews,
//!   successors, derivations); the claims
//!   that stand on any of these or derive a number from one; the articles that cite any of these studies or state any
//!   of these claims; with another DOI, the articles that cite by the former or the new one.
//! - Whatever points at a place in the file, for the place has moved.
//! - The checks of the whole set that read something else in the record than before ([`Reads`]).
//!
//! - Another wording of a speculative claim: the articles in which a sentence has its words, for any may say it.
//!
//! [`Reads`]: crate::Reads

use std::collections::BTreeSet;

use grounds_diagnostics::{FileId, Sources};
use grounds_load::{Article, ContentSet, Document, Former};
use grounds_model::{Basis, Claim, Key, Study, Text};

use super::named::named_by_study;
use super::said::may_say;
use super::{Kept, Owner};
use crate::identifiers::doi;
use crate::indices::{Speculations, asserted};
use crate::rule::{Asked, Rule};

/// What an edit reaches.
#[derive(Debug, Default)]
pub(super) struct Reach {
    pub(super) articles: BTreeSet<Key>,
    pub(super) claims: BTreeSet<Key>,
    pub(super) studies: BTreeSet<Key>,
    /// The positions of rules that check the whole set.
    pub(super) set: BTreeSet<usize>,
}

impl Reach {
    /// Adds the checks of an owner.
    pub(super) fn add(&mut self, owner: Owner) {
        match owner {
            Owner::Article(key) => drop(self.articles.insert(key)),
            Owner::Claim(key) => drop(self.claims.insert(key)),
            Owner::Study(key) => drop(self.studies.insert(key)),
            Owner::Set(position) => drop(self.set.insert(position)),
            // These speak of how files are written.
            Owner::Reading(_) | Owner::Policy => {}
        }
    }
}

impl Kept {
    /// What the edit of a record reaches; `None` where that may be everything. What is kept of records is brought up
    /// to date.
    pub(super) fn reach(
        &mut self,
        set: &ContentSet,
        sources: &Sources,
        key: &Key,
        file: FileId,
        former: &Former,
    ) -> Option<Reach> {
        match former {
            Former::Article(_) => Some(self.reach_of_article(set, sources, key, file)),
            Former::Claim(former) => {
                let former = former.as_ref().map(|claim| &claim.value);
                self.reach_of_claim(set, key, file, former)
            }
            Former::Study(former) => {
                let former = former.as_ref().map(|study| &study.value);
                Some(self.reach_of_study(set, key, former))
            }
        }
    }

    fn reach_of_article(
        &self,
        set: &ContentSet,
        sources: &Sources,
        key: &Key,
        file: FileId,
    ) -> Reach {
        let mut reach = Reach::default();
        reach.articles.insert(key.clone());
        if let Some((_, named)) = self.names.get(&file) {
            let keys = |files: &BTreeSet<FileId>| {
                let keys = files.iter().filter_map(|&file| key_of(sources, file));
                keys.collect::<Vec<Key>>()
            };
            reach.claims.extend(keys(&named.claims));
            reach.studies.extend(keys(&named.studies));
        }
        if let Some(article) = set.articles.get(key) {
            let passages = article.prose.passages.iter();
            let stated = passages.filter_map(|passage| passage.claim.as_ref());
            let claims = stated.filter_map(|claim| Key::new(&claim.text));
            reach.claims.extend(claims);
            let cited = article.prose.citations.iter();
            let studies = cited.filter_map(|citation| Key::new(&citation.key));
            reach.studies.extend(studies);
        }
        reach
    }

    fn reach_of_claim(
        &mut self,
        set: &ContentSet,
        key: &Key,
        file: FileId,
        former: Option<&Claim>,
    ) -> Option<Reach> {
        let now = set.claims.get(key.as_str()).map(|claim| &claim.value);
        let mut reach = Reach::default();
        let (before, after) = (wordings(former), wordings(now));
        if before != after {
            let both: Vec<&Text> = before.into_iter().chain(after).flatten().collect();
            reach.articles.extend(may_say(set, &both)?);
            self.speculations = Speculations::of(set);
        }
        reach.claims.insert(key.clone());
        self.add_articles_stating(file, &mut reach);
        for claim in [former, now].into_iter().flatten() {
            let studies = claim.evidence.iter().map(|line| line.study.clone());
            reach.studies.extend(studies);
        }
        let asserts = |claim: Option<&Claim>| {
            let claim = claim?;
            let (outcome, effect) = asserted(claim)?;
            Some((outcome.clone(), effect, claim.scope.clone()))
        };
        let (before, after) = (asserts(former), asserts(now));
        if before != after {
            self.assertions.replace(key, former, now);
            for (outcome, ..) in [before, after].into_iter().flatten() {
                reach.claims.extend(self.assertions.on(&outcome).cloned());
            }
        }
        self.named_by.replace_claim(key, former, now);
        Some(reach)
    }

    fn reach_of_study(&mut self, set: &ContentSet, key: &Key, former: Option<&Study>) -> Reach {
        let now = set.studies.get(key.as_str()).map(|study| &study.value);
        let mut reach = Reach::default();
        if doi_of(former) != doi_of(now) {
            let dois = [former, now].map(doi_of);
            let dois: Vec<String> = dois.into_iter().flatten().collect();
            reach.articles.extend(citing_by_doi(set, &dois));
        }
        for study in [former, now].into_iter().flatten() {
            reach.studies.extend(named_by_study(study).cloned());
        }
        let mut chain = self.named_by.chain_to(key);
        // What a second report says of its study, such as a registration, is said of all reports of it.
        for whole in wholes(set, [former, now]) {
            chain.extend(self.named_by.chain_to(&whole));
        }
        for study in &chain {
            let lines = set.uses.evidence.get(study).into_iter().flatten();
            reach.claims.extend(lines.map(|line| line.claim.clone()));
            let deriving = self.named_by.claims_from(study);
            reach.claims.extend(deriving.cloned());
            if let Some(file) = file_of(set, study) {
                let cited = self.articles.citing(file).map(|place| place.file);
                let articles = cited.filter_map(|file| self.names.get(&file));
                reach.articles.extend(articles.map(|(key, _)| key.clone()));
            }
        }
        let claims: Vec<FileId> = reach
            .claims
            .iter()
            .filter_map(|claim| Some(set.claims.get(claim.as_str())?.file()))
            .collect();
        for file in claims {
            self.add_articles_stating(file, &mut reach);
        }
        reach.studies.extend(chain);
        self.named_by.replace_study(key, former, now);
        reach
    }

    fn add_articles_stating(&self, claim: FileId, reach: &mut Reach) {
        let stated = self.articles.stating(claim);
        let articles = stated.filter_map(|stated| self.names.get(&stated.place().file));
        reach.articles.extend(articles.map(|(key, _)| key.clone()));
    }
}

/// The DOI of a study's report, however it is written.
fn doi_of(study: Option<&Study>) -> Option<String> {
    doi(study?.report.doi.as_ref()?.as_str())
}

/// The articles that cite by one of these DOIs: each is told by which study's key to cite.
fn citing_by_doi(set: &ContentSet, dois: &[String]) -> impl Iterator<Item = Key> {
    // A key has no stroke, and a DOI has one or its code: this tells nearly all by few letters.
    let may_be_doi = |key: &str| key.contains(['/', '%']);
    let cites = move |article: &Article| {
        let mut keys = article.prose.citations.iter().map(|cited| &cited.key);
        keys.any(|key| may_be_doi(key) && doi(key).is_some_and(|doi| dois.contains(&doi)))
    };
    let articles = set.articles.iter();
    let citing = articles.filter(move |(_, article)| cites(article));
    citing.map(|(key, _)| key.clone())
}

/// What a study was a part of, and is, and what that is a part of.
fn wholes(set: &ContentSet, study: [Option<&Study>; 2]) -> BTreeSet<Key> {
    let part_of = |study: &Study| study.part_of.as_deref().cloned();
    let mut found = BTreeSet::new();
    let mut left: Vec<Key> = study.into_iter().flatten().filter_map(part_of).collect();
    while let Some(whole) = left.pop() {
        let next = set.studies.get(whole.as_str());
        left.extend(
            next.and_then(|study| part_of(&study.value))
                .filter(|next| *next != whole && !found.contains(next)),
        );
        found.insert(whole);
    }
    found
}

/// Whether the edit of a record changes what the check of the whole set by a rule reads.
pub(super) fn changes(
    rule: &Rule,
    former: &Former,
    set: &ContentSet,
    key: &Key,
    uses_changed: bool,
) -> bool {
    let Some(reads) = rule.reads() else {
        return true;
    };
    if reads.articles == Asked::Uses && uses_changed {
        return true;
    }
    match former {
        Former::Article(_) => reads.articles == Asked::Coverage,
        Former::Claim(former) => differ(
            former.as_deref(),
            set.claims.get(key.as_str()),
            reads.same_claim,
        ),
        Former::Study(former) => differ(
            former.as_deref(),
            set.studies.get(key.as_str()),
            reads.same_study,
        ),
    }
}

/// Whether a record is another than before; one that could not be read, or cannot, is unlike any.
fn differ<T>(
    former: Option<&Document<T>>,
    now: Option<&Document<T>>,
    same: fn(&Document<T>, &Document<T>) -> bool,
) -> bool {
    match (former, now) {
        (Some(former), Some(now)) => !same(former, now),
        (None, None) => false,
        _ => true,
    }
}

/// The wordings of a claim, if it is speculative.
fn wordings(claim: Option<&Claim>) -> Option<Vec<&Text>> {
    let claim = claim.filter(|claim| claim.basis == Basis::Speculative)?;
    let statement = std::iter::once(&claim.statement);
    Some(statement.chain(&claim.variations).collect())
}

/// The file of a study, whether it can be read or not.
fn file_of(set: &ContentSet, study: &Key) -> Option<FileId> {
    let sound = set.studies.get(study.as_str()).map(Document::file);
    sound.or_else(|| set.studies.broken.get(study).copied())
}

/// The key of the record in a file: its name.
fn key_of(sources: &Sources, file: FileId) -> Option<Key> {
    let path = sources.get(file).path();
    let name = path.rsplit('/').next().unwrap_or(path);
    Key::new(name.rsplit_once('.').map_or(name, |(stem, _)| stem))
}
