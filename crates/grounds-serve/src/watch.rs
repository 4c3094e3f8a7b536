//! A folder under watch: when something in it was changed, and when that came to rest.

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

/// How often a watch that the system does not keep looks for itself, and how often a folder that
/// has gone is looked for.
const LOOK: Duration = Duration::from_millis(500);

/// Why a folder cannot be watched.
#[derive(Debug, thiserror::Error)]
#[error("cannot watch for changes")]
pub struct WatchError(#[from] notify::Error);

/// What a watcher tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Change {
    /// Something in the folder.
    Within,
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
        })
    }

    /// Watches a file outside the folder too.
    pub fn also(&mut self, file: &Path) -> Result<(), WatchError> {
        Ok(self.watcher.watch(file, RecursiveMode::NonRecursive)?)
    }

    /// Waits until something was changed and that has come to rest.
    pub fn wait(&mut self) {
        loop {
            match self.changes.recv_timeout(LOOK) {
                Ok(change) => {
                    self.note(change);
                    break;
                }
                Err(RecvTimeoutError::Timeout) => {
                    if self.is_another_folder() {
                        return;
                    }
                }
                // Not while this value holds a sender.
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        let patience = Instant::now() + PATIENCE;
        while Instant::now() < patience
            && let Ok(change) = self.changes.recv_timeout(REST)
        {
            self.note(change);
        }
    }

    fn note(&mut self, change: Change) {
        if change == Change::Lost {
            // Even one of the same identity is another: the system gives numbers again.
            self.identity = None;
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
        let change = event.map_or(Some(Change::Within), |event| change(&event, &root));
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
    changes.then_some(Change::Within)
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
