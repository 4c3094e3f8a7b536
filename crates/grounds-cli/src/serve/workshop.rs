//! Makes the site of a set again and again, and keeps what it needs for the next time.
//!
//! Files that cannot be read are shown as they last were, so that a page never loses what its
//! author has only half written; what is wrong with them is reported from how they are.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use grounds_diagnostics::Report;
use grounds_export::site;
use grounds_load::{Content, Loaded, RawFile, Unread};
use grounds_model::Date;
use grounds_serve::{Preview, Standing};

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

    /// Makes the site of the set as it is now; `former` is what is shown.
    pub(super) fn make(&mut self, former: &Preview) -> Made {
        let began = Instant::now();
        match self.attempt(former, began) {
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

    fn attempt(&mut self, former: &Preview, began: Instant) -> Result<Made, Stop> {
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
        let rendered = render(&session, shown.as_ref(), &report);
        self.seen = Some((files, today));
        let preview = match rendered {
            Ok(files) => Preview::new(files, notes, standing).after(former),
            Err(error) => {
                let standing = Standing::Stale(vec![format!("{:#}", anyhow::Error::new(error))]);
                former.with_notes(notes, standing)
            }
        };
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

/// The files of the site of a session; of `shown` instead of what was checked, if that is given.
fn render(
    session: &Session,
    shown: Option<&Loaded>,
    report: &Report,
) -> Result<Vec<site::File>, grounds_export::ExportError> {
    let loaded = shown.unwrap_or(&session.loaded);
    let summary = export::summary(session, report, true);
    let style = |path: &str| session::read_style(&loaded.sources, path);
    let bundle = grounds_export::build(&loaded.set, &summary, &style)?;
    let mut files = site::render_in(&bundle, &theme::of(loaded))?;
    files.push(("bundle.json".to_owned(), bundle.to_json().into_bytes()));
    Ok(files)
}
