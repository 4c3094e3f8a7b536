//! What a preview shows: files, and notes on them.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::Serialize;

use crate::content_type;
use crate::files::{File, Files, Made, NoFiles};

/// A site as it is now, and what is to be noted on it.
#[derive(Clone)]
pub struct Preview {
    files: Arc<dyn Files>,
    /// The files that were made.
    made: Arc<Made>,
    /// The notes, in the order in which they are listed.
    notes: Arc<[Note]>,
    /// How the site stands to what it was made of.
    standing: Standing,
    /// Where the site is to stand on its host, with `/` at both ends; empty, if nobody said.
    base: String,
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

impl Default for Preview {
    fn default() -> Self {
        Self::new(Arc::new(NoFiles), Vec::new(), Standing::Live)
    }
}

impl fmt::Debug for Preview {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a preview with {} notes", self.notes.len())
    }
}

impl Preview {
    /// The first preview of a site, of which each file is made when somebody asks for it.
    pub fn new(files: Arc<dyn Files>, notes: Vec<Note>, standing: Standing) -> Self {
        Self {
            files,
            made: Arc::default(),
            notes: notes.into(),
            standing,
            base: String::new(),
        }
    }

    /// The same, of a site that is to stand at this path of its host, with `/` at both ends: links
    /// that begin at the root of the host lead into the preview, too.
    #[must_use]
    pub fn under(mut self, base: String) -> Self {
        self.base = base;
        self
    }

    /// The preview after `former`, of which it keeps the files that are still made of the same.
    #[must_use]
    pub fn after(mut self, former: &Self) -> Self {
        self.made = Arc::new(Made::after(&former.made, &*self.files));
        self
    }

    /// The same files with other notes and another standing.
    #[must_use]
    pub fn with_notes(&self, notes: Vec<Note>, standing: Standing) -> Self {
        Self {
            notes: notes.into(),
            standing,
            ..self.clone()
        }
    }

    /// The file at a path, which is made now if that was not done before.
    pub(crate) fn file(&self, path: &str) -> Option<File> {
        self.made.file(path, &*self.files)
    }

    /// The notes, in the order in which they are listed.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// How the page at a path stands to what it was made of.
    pub(crate) fn standing(&self, page: &str) -> Cow<'_, Standing> {
        match self.file(page).and_then(|file| file.fault) {
            Some(fault) => Cow::Owned(Standing::Stale(vec![fault.to_string()])),
            None => Cow::Borrowed(&self.standing),
        }
    }

    /// The path of a file of the site, given one from the root of its host.
    pub(crate) fn within<'a>(&self, path: &'a str) -> &'a str {
        let base = self.base.strip_prefix('/').unwrap_or_default();
        path.strip_prefix(base).unwrap_or(path)
    }

    /// What tells a page from what it was before; a page that is not there has none.
    pub(crate) fn version(&self, page: &str) -> Option<String> {
        Some(self.file(page)?.version())
    }

    /// What tells that which a page loads from what it was before: the stylesheets and scripts that it names, and any
    /// font or picture.
    pub(crate) fn loaded_version(&self, page: &str) -> String {
        let page = self.file(page).or_else(|| self.file("404.html"));
        let html = page
            .as_ref()
            .map(|page| String::from_utf8_lossy(&page.bytes));
        let html = html.unwrap_or_default();
        let names = |path: &str| html.contains(path.rsplit('/').next().unwrap_or(path));
        let loaded = self.files.loaded().into_iter();
        let loaded = loaded.filter(|path| is_picture_or_font(path) || names(path));
        let digests = loaded.filter_map(|path| Some(self.file(&path)?.digest));
        let all = digests.fold(0, |all: u64, digest| all.rotate_left(1) ^ digest);
        format!("{all:x}")
    }
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
