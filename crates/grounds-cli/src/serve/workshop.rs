//! Makes the site of a set again and again, and keeps what it needs for the next time.
//!
//! Files that cannot be read are shown as they last were, so that a page never loses what its
//! author has only half written; what is wrong with them is reported from how they are.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use grounds_diagnostics::Report;
use grounds_export::Edited;
use grounds_serve::{Changed, Note, Preview, Publisher, Standing};

use super::desk::{self, Desk, Taken};
use super::placing;
use super::shown::Shown;
use crate::args::SetArgs;
use crate::find::Found;
use crate::session::Session;
use crate::{Stop, export, report};

/// How long notes wait for the pages that they belong on: where a set that is read anew took longer, the notes come
/// first.
const PATIENCE: Duration = Duration::from_secs(3);

/// Makes sites of one set.
pub(super) struct Workshop {
    found: Found,
    /// The folder of the set as the watcher names it.
    root: PathBuf,
    args: SetArgs,
    /// The set as it was last read.
    desk: Option<Desk>,
    /// What was last shown.
    shown: Option<Shown>,
    /// How many sites there were.
    line: u32,
    /// Whether that is of the set as it was last read.
    is_shown: bool,
    /// How long it took to make the last site of a set that was read anew.
    took: Duration,
}

/// What became of an attempt.
pub(super) enum Outcome {
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

/// What is another in a set than what was shown of it.
enum Change {
    Nothing,
    /// These records.
    Of(BTreeSet<Edited>),
    /// Perhaps everything.
    Anything,
}

impl Workshop {
    pub(super) fn new(found: Found, root: PathBuf, args: SetArgs) -> Self {
        Self {
            found,
            root,
            args,
            desk: None,
            shown: None,
            line: 0,
            is_shown: false,
            took: Duration::ZERO,
        }
    }

    /// The run that the last site came from.
    pub(super) fn session(&self) -> Option<&Session> {
        self.desk.as_ref().map(|desk| &desk.session)
    }

    /// Makes the site of the set as it is now. Its pages are made when somebody looks at them.
    pub(super) fn make(&mut self, publisher: &Publisher, changed: &Changed) -> Outcome {
        let began = Instant::now();
        let former = publisher.current();
        match self.attempt(publisher, &former, changed, began) {
            Ok(made) => made,
            Err(Stop::Usage(error) | Stop::World(error)) => {
                // What is there now was not shown, so it is looked at again next time.
                self.is_shown = false;
                let why = format!("{error:#}");
                let standing = Standing::Stale(vec![why.clone()]);
                Outcome::Failed {
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
    ) -> Result<Outcome, Stop> {
        let change = self.read(changed)?;
        let (Some(desk), false) = (&mut self.desk, matches!(change, Change::Nothing)) else {
            return Ok(Outcome::Unchanged);
        };
        let report = report::of(&desk.session, 0);
        let notes = placing::notes(&desk.session, &report);
        let is_anew = matches!(change, Change::Anything);
        if is_anew && self.took > PATIENCE && self.shown.is_some() {
            let why = vec!["its pages are being made anew; the notes are those of now".to_owned()];
            publisher.publish(former.with_notes(notes.clone(), Standing::Stale(why)));
        }
        let preview = self.preview(former, &change, notes, &report);
        if is_anew {
            self.took = began.elapsed();
        }
        Ok(Outcome::Site(Box::new(Site {
            preview,
            report,
            took: began.elapsed(),
        })))
    }

    /// Reads and checks what was changed, and says what is another.
    fn read(&mut self, changed: &Changed) -> Result<Change, Stop> {
        let day = desk::day(&self.args);
        if let (Changed::Paths(paths), Some(desk), true) = (changed, &mut self.desk, self.is_shown)
        {
            match desk.take_over(&self.root, paths, day) {
                Taken::Nothing => return Ok(Change::Nothing),
                Taken::Over(edited) => return Ok(Change::Of(edited)),
                // Some of it may have been taken over, and not be shown yet.
                Taken::No => self.is_shown = false,
            }
        }
        let listed = |desk: &Desk| desk.session.retractions.is_some();
        if *changed == Changed::Perhaps && self.is_shown && self.desk.as_ref().is_some_and(listed) {
            // The list is not compared, but read and checked each time anew.
            return Ok(Change::Nothing);
        }
        let files = grounds_load::read(&self.found.root)?;
        let former = self.desk.as_ref();
        if self.is_shown && former.is_some_and(|desk| desk.is_of(&files, day)) {
            return Ok(Change::Nothing);
        }
        self.desk = Some(Desk::of(files, former, &self.found, &self.args)?);
        Ok(Change::Anything)
    }

    /// The preview of the set as it was read. If its site cannot be made, the one before stays and says so.
    fn preview(
        &mut self,
        former: &Preview,
        change: &Change,
        notes: Vec<Note>,
        report: &Report,
    ) -> Preview {
        let Some(desk) = &mut self.desk else {
            return former.clone();
        };
        let run = export::summary(&desk.session, report, true);
        let before = self.shown.take();
        self.line += 1;
        let line = self.line;
        let (shown, why) = desk.as_shown(&self.found.shown, |loaded, why, is_the_checked| {
            let shown = match (change, before) {
                (Change::Of(edited), Some(mut shown)) if is_the_checked => {
                    shown.renew(loaded, edited, run).map(|()| shown)
                }
                _ => Shown::of(loaded, &run, line),
            };
            (shown, why)
        });
        self.is_shown = true;
        match shown {
            Ok(shown) => {
                let standing = if why.is_empty() {
                    Standing::Live
                } else {
                    Standing::Stale(why)
                };
                let preview = Preview::new(shown.files(), notes, standing);
                let preview = preview.under(shown.base_path()).after(former);
                self.shown = Some(shown);
                preview
            }
            Err(error) => {
                let standing = Standing::Stale(vec![format!("{:#}", anyhow::Error::new(error))]);
                former.with_notes(notes, standing)
            }
        }
    }
}
