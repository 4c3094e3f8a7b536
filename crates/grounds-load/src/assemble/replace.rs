//! One record of a set, read again by itself once its file was edited.
//!
//! All else in the set stays: the files are the same files, and so the keys are the same keys. Only what is known of
//! this one record changes, and what indexes it.

use std::collections::BTreeSet;

use grounds_diagnostics::{Diagnostic, FileId};
use grounds_model::{Claim, Key, Study};

use super::decode::decode;
use super::part::{Part, What, read_part};
use super::{Loaded, Unknown, Unread, note_unknown};
use crate::content_set::{Article, Records};
use crate::document::Document;
use crate::files::{Content, RawFile, Role, role};
use crate::uses::{of_claim, of_study};

/// A record that was read again.
#[derive(Debug)]
pub struct Replaced {
    /// Its key.
    pub key: Key,
    /// Its file.
    pub file: FileId,
    /// What it was before.
    pub former: Former,
    /// What is wrong with its form now.
    pub diagnostics: Vec<Diagnostic>,
}

/// What a record was before it was read again.
#[derive(Debug)]
pub enum Former {
    /// An article.
    Article(Box<Article>),
    /// A claim; `None` if it could not be read.
    Claim(Option<Box<Document<Claim>>>),
    /// A study; `None` if it could not be read.
    Study(Option<Box<Document<Study>>>),
}

impl Loaded {
    /// Reads one article, claim or study again, whose file is this now. The set is then what [`assemble`] makes of
    /// all files with this one in its place; `diagnostics` of the whole are left to the caller, who has those of the
    /// record in what is returned.
    ///
    /// `None`, with nothing changed, where that cannot be done by itself: the file is no record of the set, or it
    /// holds the settings or the vocabulary, on which everything depends.
    ///
    /// [`assemble`]: crate::assemble
    pub fn replace(&mut self, raw: &RawFile) -> Option<Replaced> {
        let (key, file) = self.record_at(&raw.path)?;
        if matches!(raw.content, Content::Stray | Content::StrayFolder) {
            return None;
        }
        let decoded = decode(raw.content.clone());
        let part = read_part(file, &raw.path, &decoded.text, decoded.fault);
        self.sources.replace(file, decoded.text);
        let Part {
            what,
            state,
            fault,
            diagnostics,
            ..
        } = part;
        self.note_again(file, Unknown::of(state, fault.as_ref()));
        let former = self.put_in_place(&key, file, what)?;
        Some(Replaced {
            key,
            file,
            former,
            diagnostics,
        })
    }

    /// The record whose file has a path, if it is one of the set.
    fn record_at(&self, path: &str) -> Option<(Key, FileId)> {
        let (name, file): (_, fn(&Self, &Key) -> Option<FileId>) = match role(path) {
            Role::Article(name) => (name, |all, key| Some(all.set.articles.get(key)?.file)),
            Role::Claim(name) => (name, |all, key| file_of(&all.set.claims, key)),
            Role::Study(name) => (name, |all, key| file_of(&all.set.studies, key)),
            _ => return None,
        };
        let key = Key::new(name)?;
        let file = file(self, &key)?;
        (self.sources.get(file).path() == path).then_some((key, file))
    }

    /// Notes what is not known of a file now.
    fn note_again(&mut self, file: FileId, unknown: Option<Unknown>) {
        if self.unknown.get(&file) == unknown.as_ref() {
            return;
        }
        self.unread.retain(|unread| unread.file != file);
        self.unknown.remove(&file);
        if let Some(unknown) = unknown {
            let at = self.unread.partition_point(|unread| unread.file < file);
            let why = unknown.why;
            self.unread.insert(at, Unread { file, why });
            self.unknown.insert(file, unknown);
        }
        note_unknown(&mut self.set, &self.unknown, self.nameless);
    }

    /// Puts what a file holds now in the place of what it held before.
    fn put_in_place(&mut self, key: &Key, file: FileId, what: What) -> Option<Former> {
        let set = &mut self.set;
        match what {
            What::Article(front, prose) => {
                let now = Article {
                    file,
                    front: front.map(|front| *front),
                    prose: *prose,
                };
                let place = set.articles.get_mut(key)?;
                set.uses.replace_article(key, place, &now);
                let former = std::mem::replace(place, now);
                Some(Former::Article(Box::new(former)))
            }
            What::Claim(now) => {
                let former = exchange(&mut set.claims, key, file, now);
                let now = set.claims.get(key.as_str()).map(|claim| &claim.value);
                let was = former.as_ref().map(|claim| &claim.value);
                set.uses.replace_claim(key, was, now);
                let concepts: [BTreeSet<&Key>; 2] =
                    [was, now].map(|claim| claim.into_iter().flat_map(of_claim).collect());
                let [before, after] = &concepts;
                let uses = &mut set.uses;
                uses.replace_concepts(before, after, &set.claims, &set.studies);
                Some(Former::Claim(former))
            }
            What::Study(now) => {
                let former = exchange(&mut set.studies, key, file, now);
                let now = set.studies.get(key.as_str()).map(|study| &study.value);
                let was = former.as_ref().map(|study| &study.value);
                set.uses.replace_part(key, was, now);
                let concepts: [BTreeSet<&Key>; 2] =
                    [was, now].map(|study| study.into_iter().flat_map(of_study).collect());
                let [before, after] = &concepts;
                let uses = &mut set.uses;
                uses.replace_concepts(before, after, &set.claims, &set.studies);
                Some(Former::Study(former))
            }
            What::Settings(_) | What::Vocabulary(_) | What::Waiting | What::Nothing => None,
        }
    }
}

/// The file of a record, whether it could be read or not.
fn file_of<T>(records: &Records<T>, key: &Key) -> Option<FileId> {
    let sound = records.sound.get(key).map(|document| document.file());
    sound.or_else(|| records.broken.get(key).copied())
}

/// Puts a record in the place of the one that had its key, which is returned if it could be read.
fn exchange<T>(
    records: &mut Records<T>,
    key: &Key,
    file: FileId,
    now: Option<Box<Document<T>>>,
) -> Option<Box<Document<T>>> {
    if let Some(now) = now {
        records.broken.remove(key);
        records.sound.insert_sorted(key.clone(), now).1
    } else {
        records.broken.insert(key.clone(), file);
        records.sound.shift_remove(key)
    }
}
