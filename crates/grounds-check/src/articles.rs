//! What is left of an article once its own rules have run: all that the rules of claims, studies and the
//! set ask of it.
//!
//! The text of a large set is far larger than its records. An article is therefore read, checked and let
//! go, and only this is kept, so that memory grows with what is claimed and cited.

use std::collections::{BTreeSet, HashMap};

use foldhash::fast::FixedState;
use grounds_diagnostics::{Diagnostic, Place};
use grounds_load::{Article, Unread};
use grounds_model::{Date, Key};

use crate::coverage::{Coverage, Share};
use crate::policy::Suppressions;

type Map<V> = HashMap<Box<str>, V, FixedState>;

/// A passage that states a claim.
#[derive(Debug)]
pub(crate) struct Stated {
    /// Where its words stand.
    pub(crate) place: Place,
    /// Its words.
    pub(crate) text: Box<str>,
    /// The sentences that hold it, if they say more.
    around: Option<Box<str>>,
}

impl Stated {
    /// The words of the sentences that hold it.
    pub(crate) fn around(&self) -> &str {
        self.around.as_ref().unwrap_or(&self.text)
    }
}

/// What is left of one article.
#[derive(Debug)]
pub(crate) struct Gist {
    key: Key,
    share: Share,
    /// The passages, with the claims that they state, as they were written.
    passages: Vec<(Box<str>, Stated)>,
    /// The works that are cited, as they were written, each with the place of its key.
    citations: Vec<(Box<str>, Place)>,
    suppressions: Suppressions,
    reading: Reading,
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
    pub(crate) fn of(key: &Key, article: &Article, share: Share, as_of: Date) -> Self {
        let prose = &article.prose;
        let passages = prose.passages.iter().enumerate();
        let passages = passages.filter_map(|(index, passage)| {
            let claim = passage.claim.as_ref()?;
            let stated = Stated {
                place: article.place(passage.words.clone()),
                text: passage.text.as_str().into(),
                around: around(article, index),
            };
            Some((claim.text.as_str().into(), stated))
        });
        let citations = prose.citations.iter().map(|cited| {
            let place = article.place(cited.key_range.clone());
            (cited.key.as_str().into(), place)
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

/// The sentences that hold a passage, if they say more than it does.
fn around(article: &Article, passage: usize) -> Option<Box<str>> {
    let sentences = article.prose.sentences.iter();
    let mut holding = sentences.filter(|sentence| sentence.passages.contains(&passage));
    let first = holding.next();
    let mut around = first.map_or(String::new(), |sentence| sentence.text.clone());
    for sentence in holding {
        around.push(' ');
        around.push_str(&sentence.text);
    }
    (around != article.prose.passages[passage].text).then(|| around.into_boxed_str())
}

/// What is left of all articles of a set.
#[derive(Debug, Default)]
pub(crate) struct Articles {
    /// How their sentences are accounted for.
    pub(crate) coverage: Coverage,
    passages: Map<Vec<Stated>>,
    citations: Map<Vec<Place>>,
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
        for gist in gists {
            shares.push((gist.key, gist.share));
            for (claim, stated) in gist.passages {
                all.passages.entry(claim).or_default().push(stated);
            }
            for (study, place) in gist.citations {
                all.citations.entry(study).or_default().push(place);
            }
            all.suppressions.add(gist.suppressions);
            all.unread.extend(gist.reading.unread);
            all.unparsed |= gist.reading.unparsed;
            all.mentioned_in_broken
                .extend(gist.reading.mentioned_in_broken);
            reading.extend(gist.reading.diagnostics);
        }
        all.coverage = shares.into_iter().collect();
        (all, reading)
    }

    /// How many articles there are.
    pub(crate) fn len(&self) -> usize {
        self.coverage.articles().len()
    }

    /// The passages that state a claim.
    pub(crate) fn stating(&self, claim: &Key) -> &[Stated] {
        self.passages.get(claim.as_str()).map_or(&[], Vec::as_slice)
    }

    /// Where a study is cited.
    pub(crate) fn citing(&self, study: &Key) -> &[Place] {
        self.citations
            .get(study.as_str())
            .map_or(&[], Vec::as_slice)
    }

    /// Whether an article that could not be read has this key in it somewhere.
    pub(crate) fn mention(&self, key: &Key) -> bool {
        self.mentioned_in_broken.contains(key.as_str())
    }
}
