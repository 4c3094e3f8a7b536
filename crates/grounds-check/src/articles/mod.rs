//! What is left of an article once its own rules have run: all that the rules of claims, studies and the
//! set ask of it.
//!
//! The text of a large set is far larger than its records. An article is therefore read, checked and let
//! go, and only this is kept, so that memory grows with what is claimed and cited.

mod later;
mod stated;

use std::collections::BTreeSet;
use std::ops::Range;

use grounds_diagnostics::{Diagnostic, FileId, Place};
use grounds_load::{Article, ContentSet, Lookup, Records, Unread};
use grounds_model::{Date, Key};

use self::later::Later;
pub(crate) use self::later::Named;
pub(crate) use self::stated::Stated;
use crate::coverage::{Coverage, Share};
use crate::policy::Suppressions;

/// What is left of one article.
#[derive(Debug)]
pub(crate) struct Gist {
    key: Key,
    share: Share,
    /// The passages, with the records of the claims that they state.
    passages: Box<[(FileId, Stated)]>,
    /// The records of the works that are cited, with the places of their keys.
    citations: Box<[(FileId, ShortPlace)]>,
    pub(crate) suppressions: Suppressions,
    reading: Reading,
}

/// A place, half as large, for there are very many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct ShortPlace {
    file: FileId,
    start: u32,
    end: u32,
}

impl ShortPlace {
    fn new(file: FileId, range: &Range<usize>) -> Self {
        Self {
            file,
            start: short(range.start),
            end: short(range.end),
        }
    }

    fn place(self) -> Place {
        Place::new(self.file, self.start as usize..self.end as usize)
    }
}

/// Files are far smaller than 4 GB.
fn short(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// What the reading of an article came to, if it was read by itself.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    /// What is wrong with its form.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// What could not be read of it.
    pub(crate) unread: Option<Unread>,
    /// Whether it could not be parsed, so that it may refer to anything.
    pub(crate) unparsed: bool,
    /// The words of what could not be read that could be references.
    pub(crate) mentioned_in_broken: BTreeSet<String>,
}

impl Gist {
    pub(crate) fn of(
        set: &ContentSet,
        key: &Key,
        article: &Article,
        share: Share,
        as_of: Date,
    ) -> Self {
        let prose = &article.prose;
        let passages = (0..prose.passages.len()).filter_map(|index| {
            let claim = prose.passages[index].claim.as_ref()?;
            let file = file_of(&set.claims, &claim.text)?;
            let statement = set.claims.get(&claim.text);
            let statement = statement.map(|claim| claim.value.statement.as_str());
            Some((file, Stated::of(article, index, statement)))
        });
        let citations = prose.citations.iter().filter_map(|cited| {
            let place = ShortPlace::new(article.file, &cited.key_range);
            Some((file_of(&set.studies, &cited.key)?, place))
        });
        Self {
            key: key.clone(),
            share,
            passages: passages.collect(),
            citations: citations.collect(),
            suppressions: Suppressions::of_article(article, as_of),
            reading: Reading::default(),
        }
    }

    /// The same, with what its reading came to.
    pub(crate) fn with(self, reading: Reading) -> Self {
        Self { reading, ..self }
    }
}

/// The file of a record, if it is there.
fn file_of<T>(records: &Records<T>, key: &str) -> Option<FileId> {
    match records.look_up(key) {
        Lookup::Found(document) => Some(document.file()),
        Lookup::Broken(file) => Some(file),
        Lookup::Absent => None,
    }
}

/// What is left of all articles of a set.
#[derive(Debug, Default)]
pub(crate) struct Articles {
    /// How their sentences are accounted for.
    pub(crate) coverage: Coverage,
    /// In order of the records, those of each in the order of the articles.
    passages: Vec<(FileId, Stated)>,
    /// In the same order.
    citations: Vec<(FileId, ShortPlace)>,
    /// What has come in the place of these since, by record.
    later: Later,
    /// Their suppressions.
    pub(crate) suppressions: Suppressions,
    /// What could not be read of them.
    pub(crate) unread: Vec<Unread>,
    /// Whether some could not be parsed, so that they may refer to anything.
    pub(crate) unparsed: bool,
    mentioned_in_broken: BTreeSet<String>,
}

impl Articles {
    /// Puts together what is left of the articles, in order of their slugs; also what their readers
    /// reported.
    pub(crate) fn of(gists: Vec<Gist>) -> (Self, Vec<Diagnostic>) {
        let mut all = Self::default();
        let mut reading = Vec::new();
        let mut shares = Vec::with_capacity(gists.len());
        // A list that grows would take three times the memory when it last does.
        let (passages, citations) = gists.iter().fold((0, 0), |(passages, citations), gist| {
            (
                passages + gist.passages.len(),
                citations + gist.citations.len(),
            )
        });
        all.passages.reserve_exact(passages);
        all.citations.reserve_exact(citations);
        for gist in gists {
            shares.push((gist.key, gist.share));
            all.passages.extend(gist.passages);
            all.citations.extend(gist.citations);
            all.suppressions.add(gist.suppressions);
            all.unread.extend(gist.reading.unread);
            all.unparsed |= gist.reading.unparsed;
            all.mentioned_in_broken
                .extend(gist.reading.mentioned_in_broken);
            reading.extend(gist.reading.diagnostics);
        }
        sort_by_record(&mut all.passages, Stated::at);
        sort_by_record(&mut all.citations, |at| *at);
        all.coverage = shares.into_iter().collect();
        (all, reading)
    }

    /// How many articles there are.
    pub(crate) fn len(&self) -> usize {
        self.coverage.articles().len()
    }

    /// The passages that state the claim of a file.
    pub(crate) fn stating(&self, claim: FileId) -> impl Iterator<Item = &Stated> + Clone {
        let later = self.later.passages.get(&claim);
        let first: &[_] = later.map_or(&self.passages, |_| &[]);
        of_file(first, claim).chain(later.into_iter().flatten())
    }

    /// Where the study of a file is cited.
    pub(crate) fn citing(&self, study: FileId) -> impl Iterator<Item = Place> {
        let later = self.later.citations.get(&study);
        let first: &[_] = later.map_or(&self.citations, |_| &[]);
        let cited = of_file(first, study).chain(later.into_iter().flatten());
        cited.map(|at| at.place())
    }

    /// Whether an article that could not be read has this key in it somewhere.
    pub(crate) fn mention(&self, key: &Key) -> bool {
        self.mentioned_in_broken.contains(key.as_str())
    }
}

/// Brings what is said of records into the order of these; what is said of one stays in its order.
///
/// Mostly that is the order of its places. Then it can be sorted where it stands: a sort that keeps what is equal in order
/// takes half of the memory again.
fn sort_by_record<T>(all: &mut [(FileId, T)], place: impl Fn(&T) -> ShortPlace) {
    if all.is_sorted_by(|(_, one), (_, next)| place(one) < place(next)) {
        all.sort_unstable_by_key(|(file, said)| (*file, place(said)));
    } else {
        all.sort_by_key(|(file, _)| *file);
    }
}

/// What belongs to a file, of what is in the order of files.
fn of_file<T>(all: &[(FileId, T)], file: FileId) -> impl Iterator<Item = &T> + Clone {
    let first = all.partition_point(|(other, _)| *other < file);
    let found = all[first..]
        .iter()
        .take_while(move |(other, _)| *other == file);
    found.map(|(_, it)| it)
}
