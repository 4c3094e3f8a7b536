//! A folder under watch: what in it was changed, and when that came to rest.
//!
//! What a watcher tells is believed only as far as it is plain: which files were written. Where events were lost, a folder
//! moved, or anything else is unclear, anything may have changed; and once it has been quiet for a while after a
//! change, that is said too, so that what a watcher missed is not missed for long.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use notify::event::ModifyKind;
use notify::{Config, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

/// How long nothing must happen before a change counts as done: an editor that writes a file in
/// steps, or a checkout that writes many, is waited for. An author waits for this after every edit; where it
/// is too short, a page is made twice.
const REST: Duration = Duration::from_millis(5);

/// How long a change that never comes to rest is waited for.
const PATIENCE: Duration = Duration::from_millis(150);

/// How long it must have been quiet after a change before all is looked at once more.
const QUIET: Duration = Duration::from_secs(2);

/// How often a watch that the system does not keep looks for itself, and how often a folder that
/// has gone is looked for.
const LOOK: Duration = Duration::from_millis(500);

/// Why a folder cannot be watched.
#[derive(Debug, thiserror::Error)]
#[error("cannot watch for changes")]
pub struct WatchError(#[from] notify::Error);

/// What was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed {
    /// What is, or was, at these paths, as far as is known.
    Paths(BTreeSet<PathBuf>),
    /// Anything.
    Anything,
    /// Nothing that is known: it has been quiet for a while after a change, which is the time to look whether something
    /// was missed.
    Perhaps,
}

impl Changed {
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Paths(mut all), Self::Paths(others)) => {
                all.extend(others);
                Self::Paths(all)
            }
            _ => Self::Anything,
        }
    }
}

/// What a watcher tells.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Change {
    /// Something in the folder.
    Within(Changed),
    /// The folder itself has gone, and its watch with it.
    Lost,
}

/// A folder, and single files elsewhere, under watch.
pub struct Watch {
    folder: PathBuf,
    /// Which folder it was when the watch began: a name can come to mean another one.
    identity: Option<Identity>,
    watcher: Box<dyn Watcher + Send>,
    sender: Sender<Change>,
    changes: Receiver<Change>,
    /// When all is to be looked at once more, unless something else happens.
    look_again: Option<Instant>,
}

impl std::fmt::Debug for Watch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Watch")
            .field("folder", &self.folder)
            .finish_non_exhaustive()
    }
}

impl Watch {
    /// Watches all that is in `folder`, by the system's means where there are any left.
    pub fn new(folder: &Path) -> Result<Self, WatchError> {
        let (sender, changes) = mpsc::channel();
        let watcher = watcher(folder, &sender)?;
        Ok(Self {
            folder: folder.to_owned(),
            identity: identity(folder),
            watcher,
            sender,
            changes,
            look_again: None,
        })
    }

    /// Watches a file outside the folder too.
    pub fn also(&mut self, file: &Path) -> Result<(), WatchError> {
        Ok(self.watcher.watch(file, RecursiveMode::NonRecursive)?)
    }

    /// Waits until something was changed and that has come to rest.
    pub fn wait(&mut self) -> Changed {
        let mut changed = loop {
            match self.changes.recv_timeout(LOOK) {
                Ok(change) => break self.note(change),
                Err(RecvTimeoutError::Timeout) => {
                    let again = self.look_again.take_if(|again| *again <= Instant::now());
                    if self.is_another_folder() {
                        return Changed::Anything;
                    }
                    if again.is_some() {
                        return Changed::Perhaps;
                    }
                }
                // Not while this value holds a sender.
                Err(RecvTimeoutError::Disconnected) => return Changed::Anything,
            }
        };
        let patience = Instant::now() + PATIENCE;
        while Instant::now() < patience
            && let Ok(change) = self.changes.recv_timeout(REST)
        {
            changed = changed.and(self.note(change));
        }
        let unsure = matches!(changed, Changed::Paths(_));
        self.look_again = unsure.then(|| Instant::now() + QUIET);
        changed
    }

    fn note(&mut self, change: Change) -> Changed {
        match change {
            Change::Within(changed) => changed,
            Change::Lost => {
                // Even one of the same identity is another: the system gives numbers again.
                self.identity = None;
                Changed::Anything
            }
        }
    }

    /// Whether the folder has gone, has come back, or another has taken its place; then that one
    /// is watched from now on.
    fn is_another_folder(&mut self) -> bool {
        let now = identity(&self.folder);
        if now == self.identity {
            return false;
        }
        if now.is_some() {
            match watcher(&self.folder, &self.sender) {
                Ok(watcher) => self.watcher = watcher,
                // It may have gone again in between: look later.
                Err(_) => return false,
            }
        }
        self.identity = now;
        true
    }
}

/// A watcher of a folder: of the system, or if that has no more to give, one that looks for itself.
fn watcher(
    folder: &Path,
    sender: &Sender<Change>,
) -> Result<Box<dyn Watcher + Send>, notify::Error> {
    let (told, root) = (sender.clone(), folder.to_owned());
    let tell = move |event: notify::Result<Event>| {
        // After an error, events may have been lost.
        let lost = Some(Change::Within(Changed::Anything));
        let change = event.map_or(lost, |event| change(&event, &root));
        if let Some(change) = change {
            let _ = told.send(change);
        }
    };
    let by_system = || {
        let mut watcher = RecommendedWatcher::new(tell.clone(), Config::default())?;
        watcher.watch(folder, RecursiveMode::Recursive)?;
        Ok::<Box<dyn Watcher + Send>, notify::Error>(Box::new(watcher))
    };
    by_system().or_else(|_| {
        let looking = Config::default()
            .with_poll_interval(LOOK)
            .with_compare_contents(true);
        let mut watcher = PollWatcher::new(tell.clone(), looking)?;
        watcher.watch(folder, RecursiveMode::Recursive)?;
        Ok(Box::new(watcher))
    })
}

/// What an event means. Reading is reported too, our own as well: only what changes something
/// counts.
fn change(event: &Event, root: &Path) -> Option<Change> {
    let gone = matches!(
        event.kind,
        EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_))
    );
    if gone && event.paths.iter().any(|path| path == root) {
        return Some(Change::Lost);
    }
    let changes = matches!(
        event.kind,
        EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_) | EventKind::Other
    );
    changes.then(|| Change::Within(changed(event)))
}

/// What an event says was changed. Of a queue that ran over, or of something that the system does not name, it says
/// nothing.
fn changed(event: &Event) -> Changed {
    let plain = !event.need_rescan() && event.kind != EventKind::Other && !event.paths.is_empty();
    if plain {
        Changed::Paths(event.paths.iter().cloned().collect())
    } else {
        Changed::Anything
    }
}

#[cfg(unix)]
type Identity = (u64, u64);

#[cfg(not(unix))]
type Identity = ();

#[cfg(unix)]
fn identity(folder: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt as _;
    let of = |folder: &Path| -> io::Result<Identity> {
        let metadata = std::fs::metadata(folder)?;
        Ok((metadata.dev(), metadata.ino()))
    };
    of(folder).ok()
}

#[cfg(not(unix))]
fn identity(folder: &Path) -> Option<Identity> {
    std::fs::metadata(folder).is_ok().then_some(())
}

#[cfg(test)]
mod tests {
    use notify::event::{CreateKind, Flag};

    use super::*;

    #[test]
    fn what_is_unclear_may_be_anything() {
        let root = Path::new("/set");
        let at = |path: &str| Event::new(EventKind::Create(CreateKind::File)).add_path(path.into());
        let paths = |paths: &[&str]| Changed::Paths(paths.iter().map(PathBuf::from).collect());
        let within = |event: &Event| match change(event, root) {
            Some(Change::Within(changed)) => Some(changed),
            _ => None,
        };
        assert_eq!(within(&at("/set/a")), Some(paths(&["/set/a"])));
        assert_eq!(
            paths(&["/set/a"]).and(paths(&["/set/b"])),
            paths(&["/set/a", "/set/b"])
        );
        let overflow = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        assert_eq!(within(&overflow), Some(Changed::Anything));
        let flagged = at("/set/a").set_flag(Flag::Rescan);
        assert_eq!(within(&flagged), Some(Changed::Anything));
        assert_eq!(paths(&["/set/a"]).and(Changed::Anything), Changed::Anything);
        let folder = Event::new(EventKind::Remove(notify::event::RemoveKind::Folder));
        let folder = folder.add_path(root.into());
        assert_eq!(change(&folder, root), Some(Change::Lost));
    }
}
