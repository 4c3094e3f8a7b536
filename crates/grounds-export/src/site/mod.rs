//! From the bundle to a web site: a function of the bundle and of nothing else.
//!
//! Plain HTML and one stylesheet. One script, on the page of the search alone; nothing is loaded
//! from elsewhere; every link within the site is relative, so that it reads from a folder as it does
//! from a server.

mod anchors;
mod article;
mod data;
mod evidence;
mod evidence_blocks;
mod field;
mod figures;
mod filters;
mod html;
mod index;
mod inlines;
mod ladder;
mod lists;
mod machines;
mod page_path;
mod pages;
mod prose;
mod reference;
mod search;
mod standing;
mod templates;
mod theme;
mod theme_files;
mod url;
mod values;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::bundle::Bundle;
use crate::error::ExportError;
pub use theme::{Theme, ThemeFault};

pub use page_path::{page_of_article, page_of_claim, page_of_study};

use evidence_blocks::EvidenceBlocks;
use index::Index;
use templates::Templates;

/// A file of the site: its path, with `/` on every system, and its bytes.
pub type File = (String, Vec<u8>);

/// How a file is made, given its path.
type Make<'a> = Box<dyn Fn(&Site<'a>, &str) -> Result<Vec<u8>, ExportError> + Send + Sync + 'a>;

/// How each file is made, by its path.
type Plan<'a> = BTreeMap<String, Make<'a>>;

/// The site of a bundle, of which each file is made when it is asked for.
///
/// The same bundle gives the same files with the same bytes, in whatever order and on however many
/// threads they are made.
pub struct Site<'a> {
    index: Index<'a>,
    templates: Arc<Templates>,
    evidence: EvidenceBlocks<'a>,
    lists: filters::Lists,
    plan: Plan<'a>,
}

impl<'a> Site<'a> {
    /// The site of a bundle with the site's own templates; nothing is rendered yet.
    ///
    /// An error is a defect of this program, whatever is in the bundle; so it is in [`file`](Self::file).
    pub fn of(bundle: &'a Arc<Bundle>) -> Result<Self, ExportError> {
        Self::in_theme(bundle, &Theme::default())
    }

    /// The site of a bundle in a theme; nothing is rendered yet.
    ///
    /// An error is a fault of the theme, or else a defect of this program, whatever is in the bundle; so it
    /// is in [`file`](Self::file).
    pub fn in_theme(bundle: &'a Arc<Bundle>, theme: &Theme) -> Result<Self, ExportError> {
        let index = Index::of(bundle);
        let templates = Arc::new(Templates::new(&index, bundle, theme)?);
        let mut plan = Plan::new();
        pages::plan(bundle, theme, &mut plan);
        machines::plan(&index, &mut plan);
        search::plan(&index, &mut plan);
        Ok(Self {
            evidence: EvidenceBlocks::of(bundle, Arc::clone(&templates)),
            lists: filters::Lists::default(),
            index,
            templates,
            plan,
        })
    }

    /// The paths of all files, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.plan.keys().map(String::as_str)
    }

    /// Where on its host the site is to stand, with `/` at both ends: `/` where the set does not say.
    pub fn base_path(&self) -> String {
        machines::base_path(&self.index)
    }

    /// All files, in order of paths.
    pub fn files(&self) -> Result<Vec<File>, ExportError> {
        let paths: Vec<&str> = self.paths().collect();
        let files = paths.into_par_iter().filter_map(|path| {
            let bytes = self.file(path)?;
            Some(bytes.map(|bytes| (path.to_owned(), bytes)))
        });
        files.collect()
    }

    /// The bytes of the file at `path`, if the site has one there.
    pub fn file(&self, path: &str) -> Option<Result<Vec<u8>, ExportError>> {
        let bytes = self.plan.get(path)?(self, path);
        Some(match self.evidence.failure() {
            Some(failure) => Err(failure),
            None => bytes,
        })
    }
}

/// Makes the whole site of a bundle in memory, in order of paths, with the site's own templates.
///
/// For one page, or a site of any size, take [`Site`].
pub fn render(bundle: &Bundle) -> Result<Vec<File>, ExportError> {
    render_in(bundle, &Theme::default())
}

/// Makes the whole site of a bundle in memory, in order of paths, in a theme.
pub fn render_in(bundle: &Bundle, theme: &Theme) -> Result<Vec<File>, ExportError> {
    let bundle = Arc::new(bundle.clone());
    Site::in_theme(&bundle, theme)?.files()
}
