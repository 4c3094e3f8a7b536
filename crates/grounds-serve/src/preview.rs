//! What a preview shows: files, and notes on them.

use std::collections::BTreeMap;

use bytes::Bytes;
use serde::Serialize;

/// A site as it is now, and what is to be noted on it.
#[derive(Debug, Clone, Default)]
pub struct Preview {
    /// The files, by their path with `/` and without one at the start: `articles/a.html`.
    files: BTreeMap<String, File>,
    /// The notes, in the order in which they are listed.
    notes: Vec<Note>,
    /// How the site stands to what it was made of.
    standing: Standing,
    /// How many previews were there before it.
    number: u64,
}

/// A file, and the number of the preview in which it became what it is.
#[derive(Debug, Clone)]
pub(crate) struct File {
    pub(crate) bytes: Bytes,
    pub(crate) since: u64,
}

/// How a site stands to what it was made of.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case", tag = "is", content = "why")]
pub enum Standing {
    /// It is what the content says now.
    #[default]
    Live,
    /// Parts of it are older than the content, which is broken: what and since when, one a line.
    Stale(Vec<String>),
}

/// How grave a note is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// An export would be refused.
    Error,
    /// An export would not be refused.
    Warning,
}

/// Something to be said on pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Note {
    /// How grave it is.
    pub level: Level,
    /// The name of the rule that found it.
    pub rule: String,
    /// What is wrong.
    pub message: String,
    /// What is at the place; may be empty.
    pub label: String,
    /// Why it matters, or what was compared.
    pub notes: Vec<String>,
    /// What to do.
    pub help: Vec<String>,
    /// Where it stands in the content: `content/claims/a.yaml:3:7`.
    pub place: String,
    /// Where it belongs on the site; may be empty.
    pub spots: Vec<Spot>,
}

/// Where a note belongs on the site.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Spot {
    /// The page, by its path.
    pub page: String,
    /// The words on the page that it is about, without marks and citations; all of the page if
    /// none are given.
    pub words: Option<String>,
}

impl Preview {
    /// The first preview of a site.
    pub fn new(
        files: impl IntoIterator<Item = (String, Vec<u8>)>,
        notes: Vec<Note>,
        standing: Standing,
    ) -> Self {
        let files = files.into_iter().map(|(path, bytes)| {
            let bytes = Bytes::from(bytes);
            (path, File { bytes, since: 0 })
        });
        Self {
            files: files.collect(),
            notes,
            standing,
            number: 0,
        }
    }

    /// The preview after `former`: a file that is the same byte for byte counts as unchanged.
    #[must_use]
    pub fn after(mut self, former: &Self) -> Self {
        self.number = former.number + 1;
        for (path, file) in &mut self.files {
            match former.files.get(path) {
                Some(old) if old.bytes == file.bytes => *file = old.clone(),
                _ => file.since = self.number,
            }
        }
        self
    }

    /// The same files with other notes and another standing.
    #[must_use]
    pub fn with_notes(&self, notes: Vec<Note>, standing: Standing) -> Self {
        Self {
            files: self.files.clone(),
            notes,
            standing,
            number: self.number + 1,
        }
    }

    /// Whether there is anything to serve.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// How many pages are not what they were in the preview before this one, or were not there.
    pub fn changed_pages(&self) -> usize {
        let changed = |(path, file): &(&String, &File)| is_page(path) && file.since == self.number;
        self.files.iter().filter(changed).count()
    }

    /// How many pages there are.
    pub fn pages(&self) -> usize {
        self.files.keys().filter(|path| is_page(path)).count()
    }

    pub(crate) fn file(&self, path: &str) -> Option<&File> {
        self.files.get(path)
    }

    /// The notes, in the order in which they are listed.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    pub(crate) fn standing(&self) -> &Standing {
        &self.standing
    }

    /// A number that changes whenever the page would look or act otherwise: with its own bytes,
    /// and with the stylesheets and scripts of the site.
    pub(crate) fn version(&self, page: &str) -> Option<u64> {
        let own = self.files.get(page)?.since;
        let shared = self
            .files
            .iter()
            .filter(|(path, _)| matches!(extension(path), Some("css" | "js")));
        shared.map(|(_, file)| file.since).chain([own]).max()
    }
}

/// Whether the file is a page.
pub(crate) fn is_page(path: &str) -> bool {
    extension(path) == Some("html")
}

/// What follows the last dot of a path.
pub(crate) fn extension(path: &str) -> Option<&str> {
    path.rsplit_once('.').map(|(_, extension)| extension)
}
