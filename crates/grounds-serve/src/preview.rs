//! What a preview shows: files, and notes on them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use bytes::Bytes;
use serde::Serialize;

use crate::content_type;

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
    /// Whether more files come with the next preview.
    unfinished: bool,
    /// Where the site is to stand on its host, with `/` at both ends; empty, if nobody said.
    base: String,
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
            ..Self::default()
        }
    }

    /// The same, of which more files come with the next preview: whoever asks for one that is not
    /// there yet waits for that.
    #[must_use]
    pub fn unfinished(mut self) -> Self {
        self.unfinished = true;
        self
    }

    /// The same, of a site that is to stand at this path of its host, with `/` at both ends: links
    /// that begin at the root of the host lead into the preview, too.
    #[must_use]
    pub fn under(mut self, base: String) -> Self {
        self.base = base;
        self
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
            unfinished: false,
            base: self.base.clone(),
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

    /// Whether the file at `path` may come with the next preview.
    pub(crate) fn is_to_come(&self, path: &str) -> bool {
        self.unfinished && !self.files.contains_key(path)
    }

    /// The path of a file of the site, given one from the root of its host.
    pub(crate) fn within<'a>(&self, path: &'a str) -> &'a str {
        let base = self.base.strip_prefix('/').unwrap_or_default();
        path.strip_prefix(base).unwrap_or(path)
    }

    /// A number that changes whenever the page's own bytes do.
    pub(crate) fn version(&self, page: &str) -> Option<u64> {
        Some(self.files.get(page)?.since)
    }

    /// A number that changes whenever something does that the page loads: the stylesheets and scripts
    /// that it names, and any font or picture.
    pub(crate) fn loaded_version(&self, page: &str) -> u64 {
        let page = self.files.get(page).or_else(|| self.files.get("404.html"));
        let html = page.map_or(Cow::default(), |page| String::from_utf8_lossy(&page.bytes));
        let names = |path: &str| html.contains(path.rsplit('/').next().unwrap_or(path));
        let loaded = self.files.iter().filter(|(path, _)| match extension(path) {
            Some("css" | "js") => names(path),
            _ => is_picture_or_font(path),
        });
        loaded.map(|(_, file)| file.since).max().unwrap_or_default()
    }
}

/// Whether pages load the file, and how they look or act is up to it.
pub fn is_loaded_by_pages(path: &str) -> bool {
    matches!(extension(path), Some("css" | "js")) || is_picture_or_font(path)
}

fn is_picture_or_font(path: &str) -> bool {
    let media_type = content_type::of(path);
    media_type.starts_with("image/") || media_type.starts_with("font/")
}

/// Whether the file is a page.
pub(crate) fn is_page(path: &str) -> bool {
    extension(path) == Some("html")
}

/// What follows the last dot of a path.
pub(crate) fn extension(path: &str) -> Option<&str> {
    path.rsplit_once('.').map(|(_, extension)| extension)
}
