//! A set whose articles are read one at a time: what a check of a large set needs no longer than it looks
//! at it is not kept.
//!
//! The records are read at once, for every article refers to them. An article is read when it is asked
//! for, and given away. The texts of both are not kept: what is shown of them is read again.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use grounds_diagnostics::{Diagnostic, FileId, Sources};
use grounds_model::Key;
use rayon::prelude::*;

use super::decode::{Fault, decode};
use super::media::{self, Media};
use super::part::{Part, What, read_part, waiting};
use super::{Loaded, Unknown, Unread, put_together};
use crate::content_set::Article;
use crate::files::{Listed, ReadError, Role, list, read_again, role};
use crate::prose::Prose;

/// A content set without its articles, and the articles to be read.
#[derive(Debug)]
pub struct Opened {
    /// The records; the set has no articles.
    pub loaded: Loaded,
    /// The articles, in order of their slugs.
    pub articles: Vec<Waiting>,
}

/// An article that is to be read.
#[derive(Debug)]
pub struct Waiting {
    /// Its slug.
    pub key: Key,
    file: FileId,
    listed: Listed,
}

/// An article that was read by itself.
#[derive(Debug)]
pub struct ReadArticle {
    /// The article.
    pub article: Article,
    /// What is wrong with its form.
    pub diagnostics: Vec<Diagnostic>,
    /// Why it is not in the set, or not all of it.
    pub unread: Option<Unread>,
    /// As [`ContentSet::unparsed`](crate::ContentSet::unparsed).
    pub unparsed: bool,
    /// As [`ContentSet::mentioned_in_broken`](crate::ContentSet::mentioned_in_broken).
    pub mentioned_in_broken: BTreeSet<String>,
}

/// Reads the records of the content set in the folder `root`, and lists its articles. `root_shown` is how
/// reports call the folder.
///
/// # Errors
/// The folder is no content set, or cannot be listed.
pub fn open(root: &Path, root_shown: &str) -> Result<Opened, ReadError> {
    let mut sources = Sources::new(root_shown);
    let mut articles = BTreeMap::new();
    let mut tasks = Vec::new();
    let mut kept = Media::new();
    let files = list(root)?;
    sources.reserve(files.len());
    for listed in files {
        match role(&listed.path) {
            Role::Article(_) => {
                let file = add(&mut sources, &listed);
                articles.insert(file, listed);
                tasks.push((file, Task::Later));
            }
            Role::Claim(_) | Role::Study(_) => {
                tasks.push((add(&mut sources, &listed), Task::Read(listed)));
            }
            _ => {
                let decoded = decode(media::keep(&listed.path, listed.read(), &mut kept));
                let file = sources.add(listed.path, decoded.text);
                tasks.push((file, Task::Kept(decoded.fault)));
            }
        }
    }
    let parts = tasks
        .into_par_iter()
        .map(|(file, task)| task.part(file, &sources))
        .collect();
    let (mut loaded, waiting) = put_together(parts, sources);
    loaded.media = kept;
    let waiting = waiting.into_iter().filter_map(|(key, file)| {
        let listed = articles.remove(&file)?;
        Some(Waiting { key, file, listed })
    });
    Ok(Opened {
        articles: waiting.collect(),
        loaded,
    })
}

/// How a file comes to its part.
enum Task {
    /// It is an article, which is read later.
    Later,
    /// It is a record, whose text is not kept.
    Read(Listed),
    /// Its text is among the sources, with what is wrong with it.
    Kept(Option<Fault>),
}

impl Task {
    fn part(self, file: FileId, sources: &Sources) -> Part {
        let source = sources.get(file);
        match self {
            Self::Later => waiting(file),
            Self::Read(listed) => {
                let decoded = decode(listed.read());
                read_part(file, source.path(), &decoded.text, decoded.fault)
            }
            Self::Kept(fault) => read_part(file, source.path(), source.text(), fault),
        }
    }
}

impl Waiting {
    /// Reads the article.
    pub fn read(&self) -> ReadArticle {
        let decoded = decode(self.listed.read());
        let part = read_part(self.file, &self.listed.path, &decoded.text, decoded.fault);
        let (front, prose) = match part.what {
            What::Article(front, prose) => (front.map(|front| *front), *prose),
            _ => (None, Prose::default()),
        };
        let unknown = Unknown::of(part.state, part.fault.as_ref());
        ReadArticle {
            article: Article {
                file: self.file,
                front,
                prose,
            },
            diagnostics: part.diagnostics,
            unread: unknown.as_ref().map(|unknown| Unread {
                file: self.file,
                why: unknown.why,
            }),
            unparsed: unknown.as_ref().is_some_and(|unknown| unknown.unparsed),
            mentioned_in_broken: unknown.map(|unknown| unknown.mentions).unwrap_or_default(),
        }
    }
}

fn add(sources: &mut Sources, listed: &Listed) -> FileId {
    match listed.place() {
        Some(place) => sources.add_file(listed.path.as_str(), &place, read_again),
        None => sources.add(listed.path.as_str(), ""),
    }
}
