//! Makes the site of a set again and again, and keeps what it needs for the next time.
//!
//! Files that cannot be read are shown as they last were, so that a page never loses what its
//! author has only half written; what is wrong with them is reported from how they are.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use grounds_diagnostics::Report;
use grounds_export::site::{self, Site as Pages};
use grounds_export::{ExportError, bundle::Bundle};
use grounds_load::Loaded;
use grounds_serve::{Changed, Note, Preview, Publisher, Standing, is_loaded_by_pages};

use super::desk::{self, Desk, Taken};
use super::placing;
use crate::args::SetArgs;
use crate::find::Found;
use crate::session::{self, Session};
use crate::{Stop, export, report, theme};

/// How long notes wait for the pages that they belong on: where pages take longer, the notes come first.
const PATIENCE: Duration = Duration::from_secs(3);

/// Makes sites of one set.
pub(super) struct Workshop {
    found: Found,
    /// The folder of the set as the watcher names it.
    root: PathBuf,
    args: SetArgs,
    /// The set as it was last read.
    desk: Option<Desk>,
    /// Whether a site was made of the set as it was last read.
    is_shown: bool,
    /// How long it took to make the last site.
    took: Duration,
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

/// A site.
pub(super) struct Site {
    pub(super) preview: Preview,
    pub(super) report: Report,
    pub(super) took: Duration,
}

impl Workshop {
    pub(super) fn new(found: Found, root: PathBuf, args: SetArgs) -> Self {
        Self {
            found,
            root,
            args,
            desk: None,
            is_shown: false,
            took: Duration::ZERO,
        }
    }

    /// The run that the last site came from.
    pub(super) fn session(&self) -> Option<&Session> {
        self.desk.as_ref().map(|desk| &desk.session)
    }

    /// Makes the site of the set as it is now, and shows the pages that are open before it makes the others.
    pub(super) fn make(&mut self, publisher: &Publisher, changed: &Changed) -> Made {
        let began = Instant::now();
        let former = publisher.current();
        match self.attempt(publisher, &former, changed, began) {
            Ok(made) => made,
            Err(Stop::Usage(error) | Stop::World(error)) => {
                // What is there now was not shown, so it is looked at again next time.
                self.is_shown = false;
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
        changed: &Changed,
        began: Instant,
    ) -> Result<Made, Stop> {
        if !self.read(changed)? {
            return Ok(Made::Unchanged);
        }
        let Some(desk) = &self.desk else {
            return Ok(Made::Unchanged);
        };
        let session = &desk.session;
        let report = report::of(session, 0);
        let notes = placing::notes(session, &report);
        let (shown, standing) = match desk.shown_instead() {
            None => (None, Standing::Live),
            Some((files, why)) => {
                let loaded = grounds_load::assemble(files, &self.found.shown);
                (Some(loaded), Standing::Stale(why))
            }
        };
        if self.took > PATIENCE && !former.is_empty() {
            let why = vec!["its pages are being made anew; the notes are those of now".to_owned()];
            publisher.publish(former.with_notes(notes.clone(), Standing::Stale(why)));
        }
        let view = View {
            publisher,
            former,
            notes,
            standing,
        };
        let preview = view.of(session, shown.as_ref(), &report);
        self.is_shown = true;
        self.took = began.elapsed();
        Ok(Made::Site(Box::new(Site {
            preview,
            report,
            took: self.took,
        })))
    }

    /// Reads and checks what was changed; whether a site is to be made of it.
    fn read(&mut self, changed: &Changed) -> Result<bool, Stop> {
        let day = desk::day(&self.args);
        if let (Changed::Paths(paths), Some(desk), true) = (changed, &mut self.desk, self.is_shown)
        {
            match desk.take_over(&self.root, paths, day) {
                Taken::Nothing => return Ok(false),
                Taken::Over => {
                    self.is_shown = false;
                    return Ok(true);
                }
                // Some of it may have been taken over, and not be shown yet.
                Taken::No => self.is_shown = false,
            }
        }
        let listed = |desk: &Desk| desk.session.retractions.is_some();
        if *changed == Changed::Perhaps && self.is_shown && self.desk.as_ref().is_some_and(listed) {
            // The list is not compared, but read and checked each time anew.
            return Ok(false);
        }
        let files = grounds_load::read(&self.found.root)?;
        let former = self.desk.as_ref();
        if self.is_shown && former.is_some_and(|desk| desk.is_of(&files, day)) {
            return Ok(false);
        }
        self.desk = Some(Desk::of(files, former, &self.found, &self.args)?);
        Ok(true)
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
