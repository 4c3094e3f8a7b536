//! The bundle and the site of a set under edit, of which the page of what was edited is made.

use std::collections::BTreeSet;

use grounds_check::Outcome;
use grounds_export::bundle::{ArticleCoverage, Coverage, RunSummary};
use grounds_export::site::{Site, page_of_article, page_of_claim, page_of_study};
use grounds_export::{Edited, KeptBundle};
use grounds_load::{Former, Loaded, Replaced};
use grounds_model::Date;

/// The bundle and the site, kept from edit to edit.
pub(super) struct Pages {
    bundle: KeptBundle,
    site: Site,
    as_of: Date,
}

impl Pages {
    pub(super) fn of(loaded: &Loaded, outcome: &Outcome, as_of: Date) -> anyhow::Result<Self> {
        let style = |path: &str| {
            let file = loaded.sources.by_path(path);
            let file = file.ok_or(std::io::ErrorKind::NotFound)?;
            Ok(loaded.sources.get(file).text().to_owned())
        };
        let bundle = KeptBundle::of(&loaded.set, &run(outcome, as_of), &style)?;
        let site = Site::of(bundle.bundle())?;
        Ok(Self {
            bundle,
            site,
            as_of,
        })
    }

    /// Takes over the edit of a record.
    pub(super) fn renew(
        &mut self,
        loaded: &Loaded,
        edited: Edited,
        outcome: &Outcome,
    ) -> anyhow::Result<()> {
        let run = run(outcome, self.as_of);
        self.bundle
            .renew(&loaded.set, &BTreeSet::from([edited]), run)?;
        self.site = self.site.renewed(self.bundle.bundle());
        Ok(())
    }

    /// Makes the page of a record, if it has one still; says how large it is.
    pub(super) fn page(&self, of: &Edited) -> anyhow::Result<usize> {
        let path = match of {
            Edited::Article(slug) => page_of_article(slug.as_str()),
            Edited::Claim(id) => page_of_claim(id.as_str()),
            Edited::Study(key) => page_of_study(key.as_str()),
        };
        let made = self.site.file(&path).transpose()?;
        Ok(made.map_or(0, |bytes| bytes.len()))
    }
}

/// The record that was read again.
pub(super) fn edited(replaced: &Replaced) -> Edited {
    let key = replaced.key.clone();
    match replaced.former {
        Former::Article(_) => Edited::Article(key),
        Former::Claim(_) => Edited::Claim(key),
        Former::Study(_) => Edited::Study(key),
    }
}

/// What the bundle says of a run, as far as it is much.
fn run(outcome: &Outcome, as_of: Date) -> RunSummary {
    let share = |share: grounds_check::Share| Coverage {
        part: share.part as u64,
        whole: share.whole as u64,
    };
    let articles = outcome.coverage.articles();
    RunSummary {
        as_of: as_of.to_string(),
        coverage: share(outcome.coverage.share()),
        articles: articles
            .map(|(key, part)| ArticleCoverage {
                article: key.to_string(),
                coverage: share(part),
            })
            .collect(),
        ..RunSummary::default()
    }
}
