//! Makes the site of a set again and again, and keeps what it needs for the next time.
//!
//! Files that cannot be read are shown as they last were, so that a page never loses what its
//! author has only half written; what is wrong with them is reported from how they are.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::{Duration, Instant};

use grounds_diagnostics::Report;
use grounds_export::site::{self, Site as Pages};
use grounds_export::{ExportError, bundle::Bundle};
use grounds_load::{Content, Loaded, RawFile, Unread};
use grounds_model::Date;
use grounds_serve::{Note, Preview, Publisher, Standing, is_loaded_by_pages};

use super::placing;
use crate::args::SetArgs;
use crate::find::Found;
use crate::session::{self, Session};
use crate::{Stop, export, report, theme};

/// Makes sites of one set.
pub(super) struct Workshop {
    found: Found,
    args: SetArgs,
    /// The files as they were when a site was last made of them, and the day.
    seen: Option<(Vec<RawFile>, Date)>,
    /// Each file as it was when it could last be read, by its path.
    sound: BTreeMap<String, Content>,
    /// Whether a retraction list was read too: it is not among the files.
    listed: bool,
}

/// What became of an attempt.
pub(super) enum Made {
    /// Nothing: no file is other than it was.
    Unchanged,
    /// A site.
    Site(Box<Site>),
    /// No site could be made: the one before stays.
    Failed {
        /// The site before, which says so.
        preview: Preview,
        /// Why.
        why: String,
    },
}

/// A site, and the run that it came from.
pub(super) struct Site {
    pub(super) preview: Preview,
    pub(super) session: Session,
    pub(super) report: Report,
    pub(super) took: Duration,
}

impl Workshop {
    pub(super) fn new(found: Found, args: SetArgs) -> Self {
        Self {
            found,
            args,
            seen: None,
            sound: BTreeMap::new(),
            listed: false,
        }
    }

    /// Makes the site of the set as it is now, and shows the pages that are open before it makes the others.
    pub(super) fn make(&mut self, publisher: &Publisher) -> Made {
        let began = Instant::now();
        let former = publisher.current();
        match self.attempt(publisher, &former, began) {
            Ok(made) => made,
            Err(Stop::Usage(error) | Stop::World(error)) => {
                // What is there now was not shown, so it is looked at again next time.
                self.seen = None;
                let why = format!("{error:#}");
                let standing = Standing::Stale(vec![why.clone()]);
                Made::Failed {
                    preview: former.with_notes(former.notes().to_vec(), standing),
                    why,
                }
            }
        }
    }

    fn attempt(
        &mut self,
        publisher: &Publisher,
        former: &Preview,
        began: Instant,
    ) -> Result<Made, Stop> {
        let files = grounds_load::read(&self.found.root)?;
        let today = self.args.as_of.unwrap_or_else(session::today);
        let seen = self.seen.as_ref().filter(|_| !self.listed);
        if seen.is_some_and(|(seen, day)| *seen == files && *day == today) {
            return Ok(Made::Unchanged);
        }
        let loaded = grounds_load::assemble(files.clone(), &self.found.shown);
        let old = self.replace_unread(&files, &loaded);
        let session = Session::of(loaded, &self.found, &self.args)?;
        self.listed = session.retractions.is_some();
        let report = report::of(&session, 0);
        let notes = placing::notes(&session, &report);
        let (shown, standing) = match old {
            None => (None, Standing::Live),
            Some((files, why)) => {
                let loaded = grounds_load::assemble(files, &self.found.shown);
                (Some(loaded), Standing::Stale(why))
            }
        };
        let view = View {
            publisher,
            former,
            notes,
            standing,
        };
        let preview = view.of(&session, shown.as_ref(), &report);
        self.seen = Some((files, today));
        Ok(Made::Site(Box::new(Site {
            preview,
            session,
            report,
            took: began.elapsed(),
        })))
    }

    /// Remembers the files that could be read; if others could not, but once could, gives all
    /// files with those as they were, and says which.
    fn replace_unread(
        &mut self,
        files: &[RawFile],
        loaded: &Loaded,
    ) -> Option<(Vec<RawFile>, Vec<String>)> {
        let unread: BTreeMap<&str, &Unread> = loaded
            .unread
            .iter()
            .map(|unread| (loaded.sources.get(unread.file).path(), unread))
            .collect();
        let mut sound = std::mem::take(&mut self.sound);
        let mut shown = files.to_vec();
        let mut why = Vec::new();
        for file in &mut shown {
            let Some(unread) = unread.get(file.path.as_str()) else {
                self.sound.insert(file.path.clone(), file.content.clone());
                continue;
            };
            if let Some(content) = sound.remove(&file.path) {
                file.content = content.clone();
                self.sound.insert(file.path.clone(), content);
                let path = loaded.sources.shown_path(unread.file);
                why.push(format!("{path} {}; it is shown as it last was", unread.why));
            }
        }
        (!why.is_empty()).then_some((shown, why))
    }
}

/// What becomes a preview, beside the files.
struct View<'a> {
    publisher: &'a Publisher,
    former: &'a Preview,
    notes: Vec<Note>,
    standing: Standing,
}

impl View<'_> {
    /// The preview of a session; of `shown` instead of what was checked, if that is given.
    fn of(self, session: &Session, shown: Option<&Loaded>, report: &Report) -> Preview {
        let loaded = shown.unwrap_or(&session.loaded);
        let made = bundle(session, loaded, report).and_then(|bundle| {
            let pages = Pages::in_theme(&bundle, &theme::of(loaded))?;
            let base = pages.base_path();
            let mut files = self.make_files(&pages, &base)?;
            files.push(("bundle.json".to_owned(), bundle.to_json().into_bytes()));
            Ok((files, base))
        });
        match made {
            Ok((files, base)) => self.preview(files, base),
            Err(error) => {
                let standing = Standing::Stale(vec![format!("{:#}", anyhow::Error::new(error))]);
                self.former.with_notes(self.notes, standing)
            }
        }
    }

    /// All files of the site. Those that open pages are made of come first, and are shown before the others
    /// are made; those are made on one thread, so as to leave the machine to the browser.
    fn make_files(&self, pages: &Pages<'_>, base: &str) -> Result<Vec<site::File>, ExportError> {
        let open = self.publisher.open_pages();
        if open.is_empty() || self.former.is_empty() {
            return pages.files();
        }
        let (first, rest): (BTreeSet<&str>, BTreeSet<&str>) = pages
            .paths()
            .partition(|path| open.contains(*path) || is_loaded_by_pages(path));
        let make = |paths: BTreeSet<&str>| -> Result<Vec<site::File>, ExportError> {
            let file = |path: &str| Some((path.to_owned(), pages.file(path)?));
            let files = paths.into_iter().filter_map(file);
            files.map(|(path, bytes)| Ok((path, bytes?))).collect()
        };
        let mut files = make(first)?;
        self.publisher
            .publish(self.preview(files.clone(), base.to_owned()).unfinished());
        files.extend(make(rest)?);
        Ok(files)
    }

    fn preview(&self, files: Vec<site::File>, base: String) -> Preview {
        Preview::new(files, self.notes.clone(), self.standing.clone())
            .under(base)
            .after(self.former)
    }
}

/// The bundle of what is shown, with what the session's check found.
fn bundle(session: &Session, shown: &Loaded, report: &Report) -> Result<Arc<Bundle>, ExportError> {
    let summary = export::summary(session, report, true);
    let style = |path: &str| session::read_style(&shown.sources, path);
    Ok(Arc::new(grounds_export::build(
        &shown.set, &summary, &style,
    )?))
}
