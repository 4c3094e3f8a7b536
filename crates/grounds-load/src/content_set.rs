//! The content set: everything that was read, resolved and indexed.
//!
//! Plain data, made once and borrowed by all that follows. A record that could not be read is
//! known to be there (`Records::broken`), so that nothing which refers to it is called dangling.

use std::collections::{BTreeMap, BTreeSet};

use foldhash::fast::FixedState;
use grounds_diagnostics::{FileId, Place};
use grounds_model::{Claim, FrontMatter, Key, Settings, Study, Vocabulary};
use indexmap::IndexMap;

use crate::document::Document;
use crate::prose::Prose;
use crate::uses::Uses;

/// Everything that was read.
#[derive(Debug)]
pub struct ContentSet {
    /// `grounds.toml`; defaults where it could not be read.
    pub settings: Document<Settings>,
    /// `vocabulary.yaml`; empty where there is none.
    pub vocabulary: Document<Vocabulary>,
    /// Whether `vocabulary.yaml` is there but could not be read.
    pub vocabulary_broken: bool,
    /// `articles/<slug>.md`, by slug.
    pub articles: BTreeMap<Key, Article>,
    /// `claims/<claim-id>.yaml`, by id.
    pub claims: Records<Claim>,
    /// `studies/<citation-key>.yaml`, by citation key.
    pub studies: Records<Study>,
    /// Where claims, studies and concepts are used.
    pub uses: Uses,
    /// Every word in records that break their schema which could be a reference to a claim, a
    /// study or a concept: what is named here must not be called unused.
    pub mentioned_in_broken: BTreeSet<String>,
    /// Whether there are files of which not even that is known, for they could not be read:
    /// then nothing can be called unused.
    pub unparsed: bool,
}

/// An article: its front matter and its prose.
#[derive(Debug)]
pub struct Article {
    /// The file.
    pub file: FileId,
    /// The front matter, if it could be read.
    pub front: Option<Document<FrontMatter>>,
    /// The prose: blocks, sentences, passages, citations.
    pub prose: Prose,
}

impl Article {
    /// The place of a range of bytes of the article.
    pub fn place(&self, range: std::ops::Range<usize>) -> Place {
        Place::new(self.file, range)
    }
}

/// Things in order of their keys, found by the hash of a key: a record is sought far more often than one is put
/// in, and in a large set each step of a search through a tree waits for memory.
pub type Sorted<T> = IndexMap<Key, T, FixedState>;

/// The records of one kind.
#[derive(Debug)]
pub struct Records<T> {
    /// Those that could be read, in order of their keys.
    pub sound: Sorted<Box<Document<T>>>,
    /// Those that are there but could not be read, by key.
    pub broken: BTreeMap<Key, FileId>,
    /// A folder of them that could not be read, if there is one: any record may stand in it.
    pub lost: Option<FileId>,
}

impl<T> Default for Records<T> {
    fn default() -> Self {
        Self {
            sound: Sorted::default(),
            broken: BTreeMap::new(),
            lost: None,
        }
    }
}

/// What a reference leads to.
#[derive(Debug)]
pub enum Lookup<'a, T> {
    /// A record.
    Found(&'a Document<T>),
    /// A record that is there but could not be read, or stands perhaps in a folder that could not be: what it says is
    /// not known.
    Broken(FileId),
    /// Nothing.
    Absent,
}

impl<T> Records<T> {
    /// The record with this key, if it could be read.
    pub fn get(&self, key: &str) -> Option<&Document<T>> {
        self.sound.get(key).map(AsRef::as_ref)
    }

    /// What a reference to `key` leads to.
    pub fn look_up(&self, key: &str) -> Lookup<'_, T> {
        match self.get(key) {
            Some(document) => Lookup::Found(document),
            None => match self.broken.get(key).copied().or(self.lost) {
                Some(file) => Lookup::Broken(file),
                None => Lookup::Absent,
            },
        }
    }

    /// The records that could be read, in order of their keys.
    pub fn iter(&self) -> impl Iterator<Item = (&Key, &Document<T>)> {
        self.sound
            .iter()
            .map(|(key, document)| (key, document.as_ref()))
    }

    /// The keys of all records, read or not, in order.
    pub fn keys(&self) -> impl Iterator<Item = &Key> {
        let mut keys: Vec<&Key> = self.sound.keys().chain(self.broken.keys()).collect();
        keys.sort_unstable();
        keys.into_iter()
    }
}
