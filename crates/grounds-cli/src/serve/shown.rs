//! What is shown of a set: its bundle and the site, renewed from edit to edit.

use std::collections::BTreeSet;
use std::sync::Arc;

use grounds_export::bundle::RunSummary;
use grounds_export::site::Site;
use grounds_export::{Edited, ExportError, KeptBundle};
use grounds_load::Loaded;
use grounds_serve::Files;

use crate::export::BUNDLE;
use crate::{session, theme};

/// The bundle and the site of a set.
pub(super) struct Shown {
    bundle: KeptBundle,
    site: Arc<Site>,
    /// Which of the sites that were made of a whole set it is, or comes from.
    line: u32,
}

impl Shown {
    /// Of a set that was read anew, which no other was in the same `line`.
    pub(super) fn of(loaded: &Loaded, run: &RunSummary, line: u32) -> Result<Self, ExportError> {
        let style = |path: &str| session::read_style(&loaded.sources, path);
        let bundle = KeptBundle::of(&loaded.set, run, &style)?;
        let site = Site::in_theme(bundle.bundle(), &theme::of(loaded))?;
        Ok(Self {
            bundle,
            site: Arc::new(site),
            line,
        })
    }

    /// Takes over the edits of some records.
    pub(super) fn renew(
        &mut self,
        loaded: &Loaded,
        edited: &BTreeSet<Edited>,
        run: RunSummary,
    ) -> Result<(), ExportError> {
        self.bundle.renew(&loaded.set, edited, run)?;
        self.site = Arc::new(self.site.renewed(self.bundle.bundle()));
        Ok(())
    }

    /// Where on its host the site is to stand.
    pub(super) fn base_path(&self) -> String {
        self.site.base_path()
    }

    /// The files, for the preview.
    pub(super) fn files(&self) -> Arc<dyn Files> {
        Arc::new(Pages {
            site: Arc::clone(&self.site),
            line: self.line,
        })
    }
}

/// The files of a site and its bundle, each made when it is asked for.
struct Pages {
    site: Arc<Site>,
    line: u32,
}

impl Files for Pages {
    fn make(&self, path: &str) -> Option<Result<Vec<u8>, String>> {
        if path == BUNDLE {
            let bundle = self.site.bundle().with_digest();
            return Some(Ok(bundle.to_json().into_bytes()));
        }
        let made = self.site.file(path)?;
        Some(made.map_err(|error| format!("{:#}", anyhow::Error::new(error))))
    }

    fn made_of(&self, path: &str) -> Option<u64> {
        let since = if path == BUNDLE {
            self.site.number()
        } else {
            self.site.since(path)?
        };
        Some((u64::from(self.line) << 32) + since)
    }

    fn loaded(&self) -> Vec<String> {
        self.site.loaded().map(str::to_owned).collect()
    }
}
