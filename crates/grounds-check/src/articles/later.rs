//! What is left of articles that were edited since all were put together.
//!
//! What articles say of a record stands in one long row, which is made once. Where an article is edited, what all of
//! them say of each record that it names, or named, is kept beside the row, and counts in its place.

use std::collections::{BTreeMap, BTreeSet};

use grounds_diagnostics::FileId;
use grounds_model::Key;

use super::{Articles, Gist, ShortPlace, Stated, of_file};

/// What has come in the place of what was said of some records.
#[derive(Debug, Default)]
pub(super) struct Later {
    /// By the file of the claim, in the order of the articles.
    pub(super) passages: BTreeMap<FileId, Vec<Stated>>,
    /// By the file of the study, in the same order.
    pub(super) citations: BTreeMap<FileId, Vec<ShortPlace>>,
}

/// The records that an article names, by their files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Named {
    /// The claims that it states.
    pub(crate) claims: BTreeSet<FileId>,
    /// The studies that it cites.
    pub(crate) studies: BTreeSet<FileId>,
}

impl Gist {
    /// The slug of the article.
    pub(crate) fn key(&self) -> &Key {
        &self.key
    }

    /// The records that the article names.
    pub(crate) fn named(&self) -> Named {
        Named {
            claims: self.passages.iter().map(|(file, _)| *file).collect(),
            studies: self.citations.iter().map(|(file, _)| *file).collect(),
        }
    }
}

impl Articles {
    /// Puts what is left of an article in the place of what was left of it, when it named the records `former`; its
    /// suppressions are left out. `order` is the order of the articles, by their files.
    pub(crate) fn replace(
        &mut self,
        article: FileId,
        gist: &Gist,
        former: &Named,
        order: &BTreeMap<FileId, usize>,
    ) {
        let now = gist.named();
        let place = |file: FileId| order.get(&file).copied().unwrap_or_default();
        for &claim in former.claims.union(&now.claims) {
            let mut all: Vec<Stated> = self.stating(claim).cloned().collect();
            all.retain(|stated| stated.place().file != article);
            let own = gist.passages.iter().filter(|(file, _)| *file == claim);
            all.extend(own.map(|(_, stated)| stated.clone()));
            all.sort_by_key(|stated| place(stated.place().file));
            self.later.passages.insert(claim, all);
        }
        for &study in former.studies.union(&now.studies) {
            let later = self.later.citations.get(&study);
            let first: &[_] = later.map_or(&self.citations, |_| &[]);
            let all = of_file(first, study).chain(later.into_iter().flatten());
            let mut all: Vec<ShortPlace> = all.copied().collect();
            all.retain(|cited| cited.file != article);
            let own = gist.citations.iter().filter(|(file, _)| *file == study);
            all.extend(own.map(|(_, cited)| *cited));
            all.sort_by_key(|cited| place(cited.file));
            self.later.citations.insert(study, all);
        }
        self.coverage.replace(&gist.key, gist.share);
    }
}
