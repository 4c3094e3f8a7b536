//! Which pages are open in browsers: they are the first to be made anew.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

/// The pages that are open, each with the number of its viewers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Viewers(Arc<Mutex<BTreeMap<String, usize>>>);

/// One viewer of a page, who has gone when this is dropped.
#[derive(Debug)]
pub(crate) struct Viewer {
    page: String,
    all: Viewers,
}

impl Viewers {
    /// A viewer comes.
    pub(crate) fn enter(&self, page: String) -> Viewer {
        self.change(|pages| *pages.entry(page.clone()).or_default() += 1);
        Viewer {
            page,
            all: self.clone(),
        }
    }

    /// The pages that are open now.
    pub(crate) fn pages(&self) -> BTreeSet<String> {
        self.change(|pages| pages.keys().cloned().collect())
    }

    fn change<T>(&self, change: impl FnOnce(&mut BTreeMap<String, usize>) -> T) -> T {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Viewer {
    /// The path of the page.
    pub(crate) fn page(&self) -> &str {
        &self.page
    }
}

impl Drop for Viewer {
    fn drop(&mut self) {
        self.all.change(|pages| {
            let left = pages.get(&self.page).map_or(0, |viewers| viewers - 1);
            if left == 0 {
                pages.remove(&self.page);
            } else {
                pages.insert(self.page.clone(), left);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_open_until_its_last_viewer_has_gone() {
        let viewers = Viewers::default();
        let first = viewers.enter("a.html".to_owned());
        let second = viewers.enter("a.html".to_owned());
        drop(first);
        assert!(viewers.pages().contains("a.html"));
        drop(second);
        assert!(viewers.pages().is_empty());
    }
}
