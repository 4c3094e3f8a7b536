//! A set as it was last read and checked, which takes over edits file by file.
//!
//! The files that were written are read again by themselves, and only that is checked again which they reach. Where
//! this cannot be done, all is read and checked: when files come or go, when the settings or the vocabulary are
//! another, with a retraction list, on another day, and when the watcher does not say plainly what happened.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use grounds_check::Kept;
use grounds_export::Edited;
use grounds_load::{Content, Former, Loaded, RawFile, Replaced, is_passed_over, read_one};
use grounds_model::Date;

use crate::Stop;
use crate::args::SetArgs;
use crate::find::Found;
use crate::session::{self, Session};

/// A set that was read and checked.
pub(super) struct Desk {
    /// The files as they were read, in the order of their paths.
    files: Vec<RawFile>,
    pub(super) session: Session,
    kept: Kept,
    /// What files that cannot be read now were when they last could, by their paths.
    earlier: BTreeMap<String, Content>,
}

/// What became of paths at which something was changed.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Taken {
    /// Nothing in the set is another.
    Nothing,
    /// What was written was taken over: the edits of these records.
    Over(BTreeSet<Edited>),
    /// The set must be read anew.
    No,
}

impl Desk {
    /// Checks all files of a set. `former` is what was there before.
    pub(super) fn of(
        files: Vec<RawFile>,
        former: Option<&Self>,
        found: &Found,
        args: &SetArgs,
    ) -> Result<Self, Stop> {
        let loaded = grounds_load::assemble(files.clone(), &found.shown);
        let mut earlier = BTreeMap::new();
        if let Some(former) = former {
            for path in unread(&loaded) {
                if let Some(content) = former.last_sound(path) {
                    earlier.insert(path.to_owned(), content.clone());
                }
            }
        }
        let (session, kept) = Session::keep(loaded, found, args)?;
        Ok(Self {
            files,
            session,
            kept,
            earlier,
        })
    }

    /// What a file was when it could last be read.
    fn last_sound(&self, path: &str) -> Option<&Content> {
        if let Some(content) = self.earlier.get(path) {
            return Some(content);
        }
        let sound = unread(&self.session.loaded).all(|unread| unread != path);
        let at = self.position(path).filter(|_| sound)?;
        Some(&self.files[at].content)
    }

    fn position(&self, path: &str) -> Option<usize> {
        let by_path = |file: &RawFile| file.path.as_str().cmp(path);
        self.files.binary_search_by(by_path).ok()
    }

    /// Whether the set was made of these files, and as of this day.
    pub(super) fn is_of(&self, files: &[RawFile], day: Date) -> bool {
        self.is_as_of(day) && self.files == files
    }

    fn is_as_of(&self, day: Date) -> bool {
        // A retraction list is not among the files.
        self.session.as_of == day && self.session.retractions.is_none()
    }

    /// Reads again what stands at some paths. What was taken over before it turns out that more must be read is right
    /// all the same.
    pub(super) fn take_over(&mut self, root: &Path, paths: &BTreeSet<PathBuf>, day: Date) -> Taken {
        if !self.is_as_of(day) {
            return Taken::No;
        }
        let mut all = BTreeSet::new();
        for path in paths {
            match self.take_over_one(root, path) {
                Taken::Nothing => {}
                Taken::Over(edited) => all.extend(edited),
                Taken::No => return Taken::No,
            }
        }
        if all.is_empty() {
            return Taken::Nothing;
        }
        let Loaded { set, sources, .. } = &self.session.loaded;
        self.session.outcome = self.kept.outcome(set, sources);
        Taken::Over(all)
    }

    fn take_over_one(&mut self, root: &Path, place: &Path) -> Taken {
        let Some(path) = within(root, place) else {
            return Taken::No;
        };
        let Some(at) = self.position(&path) else {
            let is_there = std::fs::symlink_metadata(place).is_ok();
            let folder = format!("{path}/");
            let held_files = self.files.iter().any(|file| file.path.starts_with(&folder));
            let is_folder = is_there && place.is_dir();
            // Editors write beside a file first, and move that into its place.
            let harmless = !held_files && !is_folder && (!is_there || is_passed_over(&path));
            return if harmless { Taken::Nothing } else { Taken::No };
        };
        let Some(now) = read_one(root, &path) else {
            return Taken::No;
        };
        if self.files[at] == now {
            return Taken::Nothing;
        }
        let sound = self.last_sound(&path).cloned();
        let Some(replaced) = self.session.loaded.replace(&now) else {
            return Taken::No;
        };
        let edited = edited(&replaced);
        let Loaded { set, sources, .. } = &self.session.loaded;
        self.kept.edit(set, sources, replaced);
        self.files[at] = now;
        self.earlier.remove(&path);
        let is_unread = unread(&self.session.loaded).any(|unread| unread == path);
        if let Some(sound) = sound.filter(|_| is_unread) {
            self.earlier.insert(path, sound);
        }
        Taken::Over(BTreeSet::from([edited]))
    }

    /// The files that cannot be read and once could, as they were then; each with what to say of it.
    fn shown_instead(&self) -> Vec<(RawFile, String)> {
        let Loaded {
            sources, unread, ..
        } = &self.session.loaded;
        let instead = unread.iter().filter_map(|unread| {
            let path = sources.get(unread.file).path();
            let content = self.earlier.get(path)?.clone();
            let shown = sources.shown_path(unread.file);
            let why = format!("{shown} {}; it is shown as it last was", unread.why);
            let path = path.to_owned();
            Some((RawFile { path, content }, why))
        });
        instead.collect()
    }

    /// Does something with the set as it is shown: with what cannot be read as it was when it could be read, and with what
    /// there is to say of that. Whether the set is the one that was checked is said, too: otherwise it was read anew.
    pub(super) fn as_shown<R>(
        &mut self,
        shown: &str,
        show: impl FnOnce(&Loaded, Vec<String>, bool) -> R,
    ) -> R {
        let (instead, why): (Vec<RawFile>, Vec<String>) = self.shown_instead().into_iter().unzip();
        let loaded = &mut self.session.loaded;
        let replaced = instead
            .iter()
            .take_while(|file| loaded.replace(file).is_some());
        let replaced = replaced.count();
        let done = if replaced == instead.len() {
            show(loaded, why, true)
        } else {
            let mut files = self.files.clone();
            for file in &instead {
                if let Some(at) = self.position(&file.path) {
                    files[at] = file.clone();
                }
            }
            show(&grounds_load::assemble(files, shown), why, false)
        };
        // What was shown instead was so for this moment only: the check is of what is there.
        for file in &instead[..replaced] {
            if let Some(at) = self.position(&file.path) {
                self.session.loaded.replace(&self.files[at]);
            }
        }
        done
    }
}

/// The record that was edited.
fn edited(replaced: &Replaced) -> Edited {
    let key = replaced.key.clone();
    match replaced.former {
        Former::Article(_) => Edited::Article(key),
        Former::Claim(_) => Edited::Claim(key),
        Former::Study(_) => Edited::Study(key),
    }
}

/// The day as of which a set is checked now.
pub(super) fn day(args: &SetArgs) -> Date {
    args.as_of.unwrap_or_else(session::today)
}

/// The paths of the files that could not be read.
fn unread(loaded: &Loaded) -> impl Iterator<Item = &str> {
    let unread = loaded.unread.iter();
    unread.map(|unread| loaded.sources.get(unread.file).path())
}

/// A place as a path in the set; `None` where it is not in the set, or its path is no text.
fn within(root: &Path, place: &Path) -> Option<String> {
    let steps = place.strip_prefix(root).ok()?.components();
    let steps: Option<Vec<&str>> = steps.map(|step| step.as_os_str().to_str()).collect();
    let path = steps?.join("/");
    (!path.is_empty()).then_some(path)
}
