//! From the bundle to a web site: a function of the bundle and of nothing else.
//!
//! Plain HTML and one stylesheet. One script, on the page of the search alone; nothing is loaded
//! from elsewhere; every link within the site is relative, so that it reads from a folder as it does
//! from a server.

mod anchors;
mod article;
mod data;
mod drawing;
mod edition;
mod evidence;
mod evidence_blocks;
mod field;
mod figures;
mod filters;
mod globals;
mod html;
mod index;
mod inlines;
mod ladder;
mod lists;
mod machines;
mod media;
mod page_path;
mod pages;
mod plan;
mod positions;
mod prose;
mod reference;
mod search;
mod standing;
mod templates;
mod theme;
mod url;
mod values;
mod words;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::bundle::Bundle;
use crate::error::ExportError;
pub use theme::{Theme, ThemeFault};

pub use page_path::{page_of_article, page_of_claim, page_of_study};

use edition::Edition;
use evidence_blocks::EvidenceBlocks;
use index::Index;
use plan::Plan;
use templates::Templates;

/// A file of the site: its path, with `/` on every system, and its bytes.
pub type File = (String, Vec<u8>);

/// The site of a bundle, of which each file is made when it is asked for.
///
/// The same bundle gives the same files with the same bytes, in whatever order and on however many
/// threads they are made.
pub struct Site {
    index: Arc<Index>,
    templates: Arc<Templates>,
    evidence: EvidenceBlocks,
    works: machines::Works,
    lists: filters::Lists,
    /// The files that are there whatever records there are.
    plan: Arc<Plan>,
    /// The index of the search, made when one of its files is first asked for.
    search: OnceLock<BTreeMap<String, Vec<u8>>>,
    edition: Edition,
}

impl Site {
    /// The site of a bundle with the site's own templates; nothing is rendered yet.
    ///
    /// An error is a defect of this program, whatever is in the bundle; so it is in [`file`](Self::file).
    pub fn of(bundle: &Arc<Bundle>) -> Result<Self, ExportError> {
        Self::in_theme(bundle, &Theme::default())
    }

    /// The site of a bundle in a theme; nothing is rendered yet.
    ///
    /// An error is a fault of the theme, or else a defect of this program, whatever is in the bundle; so it
    /// is in [`file`](Self::file).
    pub fn in_theme(bundle: &Arc<Bundle>, theme: &Theme) -> Result<Self, ExportError> {
        let index = Arc::new(Index::of(bundle));
        let templates = Arc::new(Templates::new(&index, theme)?);
        let plan = Arc::new(plan::of(&index, theme));
        Ok(Self::with(index, templates, plan, Edition::default()))
    }

    /// The site of the bundle that came in the place of this one's, in the same theme: what does not depend on
    /// what records say is taken over.
    #[must_use]
    pub fn renewed(&self, bundle: &Arc<Bundle>) -> Self {
        let index = Arc::new(self.index.renewed(bundle));
        let templates = Arc::new(self.templates.renewed(&index));
        let edition = self.edition.next(&self.index.bundle, bundle);
        let plan = if self.index.has_keys_of(&index) && !edition.has_new_frame() {
            Arc::clone(&self.plan)
        } else {
            Arc::new(plan::of(&index, self.templates.theme()))
        };
        Self::with(index, templates, plan, edition)
    }

    fn with(
        index: Arc<Index>,
        templates: Arc<Templates>,
        plan: Arc<Plan>,
        edition: Edition,
    ) -> Self {
        Self {
            evidence: EvidenceBlocks::of(&index, Arc::clone(&templates)),
            works: machines::Works::of(&index),
            lists: filters::Lists::default(),
            index,
            templates,
            plan,
            search: OnceLock::new(),
            edition,
        }
    }

    /// The bundle that the site shows.
    pub fn bundle(&self) -> &Arc<Bundle> {
        &self.index.bundle
    }

    /// The paths of all files, in order.
    pub fn paths(&self) -> Vec<String> {
        plan::paths(self)
    }

    /// Where on its host the site is to stand, with `/` at both ends: `/` where the set does not say.
    pub fn base_path(&self) -> String {
        machines::base_path(&self.index)
    }

    /// The paths of the files that pages load of themselves: styles and scripts, and the fonts and pictures of the
    /// theme. The files of the search's index are not among them.
    pub fn loaded(&self) -> impl Iterator<Item = &str> {
        self.plan.loaded()
    }

    /// All files, in order of paths.
    pub fn files(&self) -> Result<Vec<File>, ExportError> {
        let files = self.paths().into_par_iter().filter_map(|path| {
            let bytes = self.file(&path)?;
            Some(bytes.map(|bytes| (path, bytes)))
        });
        files.collect()
    }

    /// The bytes of the file at `path`, if the site has one there.
    pub fn file(&self, path: &str) -> Option<Result<Vec<u8>, ExportError>> {
        let bytes = plan::find(self, path)?.make(self, path);
        Some(match self.evidence.failure() {
            Some(failure) => Err(failure),
            None => bytes,
        })
    }

    /// In which edition, counted from the first site of which this was [`renewed`](Self::renewed), the file at `path`
    /// may last have become another; `None`, if there is no file.
    pub fn since(&self, path: &str) -> Option<u64> {
        let made_of = plan::find(self, path)?.made_of();
        Some(self.edition.since(made_of))
    }

    /// Which edition this is, counted from the first site of which this was [`renewed`](Self::renewed).
    pub fn number(&self) -> u64 {
        self.edition.number()
    }

    fn search(&self) -> &BTreeMap<String, Vec<u8>> {
        self.search.get_or_init(|| search::files(&self.index))
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
