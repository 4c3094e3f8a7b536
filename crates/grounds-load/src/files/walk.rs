//! The walk through a content set: in order, never out of it, never twice through a folder.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs::{self, File, FileType};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::entries::{FolderEntry, entries};
use super::layout::{Folder, Role, SOURCE_TEXTS, nearly_folder, role};
use super::{Content, MAX_FILE_SIZE, MAX_FILES, SETTINGS_FILE, theme_path};

/// How deep folders may nest.
const MAX_FOLDERS: usize = 32;

/// The files of the set in `root`, in no particular order; an `Err` if `root` cannot be listed.
pub(super) fn walk(root: &Path) -> io::Result<Vec<Listed>> {
    let real_root = fs::canonicalize(root)?;
    let mut walk = Walk {
        root: root.into(),
        files: Vec::new(),
        seen: BTreeSet::from([real_root.clone()]),
        real_root,
        linked: Vec::new(),
        theme: None,
    };
    for name in names(root)? {
        walk.top(root, &name);
    }
    if let Some(theme) = theme_of(&walk.files) {
        walk.theme(root, &theme);
    }
    // Folders reached by a link come last, so that a folder's own path is the one that counts.
    while let Some((place, path)) = walk.linked.pop() {
        walk.folder(&place, &path, 0);
    }
    Ok(walk.files)
}

/// A file of a content set that was found, and not opened yet.
#[derive(Debug)]
pub(crate) struct Listed {
    /// The path in the content set, with `/` on every system.
    pub(crate) path: String,
    found: Found,
}

/// What was found.
#[derive(Debug)]
enum Found {
    /// A file, which can be opened here.
    File(PathBuf),
    /// A file that stands under this folder as its path says: nearly all do.
    Under(Arc<Path>),
    /// Something that is not opened.
    Other(Content),
}

impl Listed {
    /// What is in the file.
    pub(crate) fn read(&self) -> Content {
        match &self.found {
            Found::Other(content) => content.clone(),
            Found::File(place) => contents(place),
            Found::Under(folder) => contents(&folder.join(&self.path)),
        }
    }

    /// Where it can be opened, if it is a file.
    pub(crate) fn place(&self) -> Option<Cow<'_, Path>> {
        match &self.found {
            Found::File(place) => Some(place.into()),
            Found::Under(folder) => Some(folder.join(&self.path).into()),
            Found::Other(_) => None,
        }
    }
}

/// The text of a file that was read before; empty if it is gone.
pub(crate) fn read_again(place: &Path) -> String {
    match contents(place) {
        Content::Bytes(bytes) => String::from_utf8(bytes)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()),
        _ => String::new(),
    }
}

struct Walk {
    root: Arc<Path>,
    real_root: PathBuf,
    files: Vec<Listed>,
    /// The folders that were listed, by their real paths.
    seen: BTreeSet<PathBuf>,
    /// Links to folders, which are listed at the end.
    linked: Vec<(PathBuf, String)>,
    /// The folder of the theme, as its path with `/` at its end.
    theme: Option<String>,
}

/// What stands behind an entry of a folder.
enum Entry {
    Folder { linked: bool },
    File,
    Other(&'static str),
    Unreadable(String),
}

impl Walk {
    /// An entry of the root: a file, or a folder of records or styles.
    fn top(&mut self, root: &Path, name: &Name) {
        let place = root.join(&name.real);
        let is_read = Folder::ALL.iter().any(|folder| folder.name() == name.shown);
        match self.entry(&place) {
            Entry::Folder { .. }
                if name.shown == "styles" || name.shown == SOURCE_TEXTS || is_read =>
            {
                self.enter(place, name.shown.clone(), 0);
            }
            Entry::Folder { .. } if nearly_folder(&name.shown).is_some() => {
                self.add(name.shown.clone(), Content::StrayFolder);
            }
            Entry::Folder { .. }
                if matches!(role(&name.shown), Role::Settings | Role::Vocabulary) =>
            {
                self.add(name.shown.clone(), Content::NotAFile("a folder"));
            }
            Entry::Folder { .. } => {}
            // What may be a folder of records is not left out without a word.
            Entry::Unreadable(why) if is_read || name.shown == SOURCE_TEXTS => {
                self.add(name.shown.clone(), Content::Unreadable(why));
            }
            entry => self.leaf(&place, name.shown.clone(), entry),
        }
    }

    /// The folder of the theme that the settings name. What it cannot be is found where it is used.
    fn theme(&mut self, root: &Path, theme: &str) {
        let place = root.join(theme);
        let real = fs::canonicalize(&place);
        if real.is_ok_and(|real| real.starts_with(&self.real_root) && real.is_dir()) {
            self.theme = Some(format!("{theme}/"));
            self.folder(&place, theme, 0);
        }
    }

    fn enter(&mut self, place: PathBuf, path: String, depth: usize) {
        match self.entry(&place) {
            Entry::Folder { linked: true } => self.linked.push((place, path)),
            _ => self.folder(&place, &path, depth),
        }
    }

    fn folder(&mut self, place: &Path, path: &str, depth: usize) {
        if depth >= MAX_FOLDERS {
            let why = format!("nests deeper than {MAX_FOLDERS} folders");
            return self.add(path.to_owned(), Content::Unreadable(why));
        }
        let is_new = fs::canonicalize(place).map(|real| self.seen.insert(real));
        let names = match is_new.and_then(|is_new| is_new.then(|| names(place)).transpose()) {
            Ok(Some(names)) => names,
            Ok(None) => {
                let why = "leads to a folder that is read under another name".to_owned();
                return self.add(path.to_owned(), Content::Unreadable(why));
            }
            Err(error) => {
                return self.add(
                    path.to_owned(),
                    Content::Unreadable(error.kind().to_string()),
                );
            }
        };
        for name in names {
            if self.files.len() > MAX_FILES {
                return;
            }
            let inner = [path, "/", &name.shown].concat();
            let place = place.join(&name.real);
            match self.entry(&place) {
                Entry::Folder { .. } if name.shown.starts_with('.') => {}
                Entry::Folder { .. } => self.enter(place, inner, depth + 1),
                entry => self.leaf(&place, inner, entry),
            }
        }
    }

    fn leaf(&mut self, place: &Path, path: String, entry: Entry) {
        let role = role(&path);
        let content = match (role, entry) {
            (Role::Ignored, _) => return,
            (Role::Theme | Role::ThemeMedia, _) if !self.is_of_theme(&path) => return,
            (_, Entry::Unreadable(why)) => Content::Unreadable(why),
            (Role::Stray(_), _) => Content::Stray,
            (_, Entry::Other(what)) => Content::NotAFile(what),
            (_, Entry::File | Entry::Folder { .. }) => {
                let usual = self.root.join(&path);
                // To compare paths step by step takes longer than all else here.
                let found = if place.as_os_str() == usual.as_os_str() || *place == usual {
                    Found::Under(Arc::clone(&self.root))
                } else {
                    Found::File(place.to_owned())
                };
                return self.files.push(Listed { path, found });
            }
        };
        self.add(path, content);
    }

    fn is_of_theme(&self, path: &str) -> bool {
        let theme = self.theme.as_deref();
        theme.is_some_and(|theme| path.starts_with(theme))
    }

    fn add(&mut self, path: String, content: Content) {
        let found = Found::Other(content);
        self.files.push(Listed { path, found });
    }

    /// What stands behind an entry, following a link only within the set.
    fn entry(&self, place: &Path) -> Entry {
        let metadata = match fs::symlink_metadata(place) {
            Ok(metadata) => metadata,
            Err(error) => return Entry::Unreadable(error.kind().to_string()),
        };
        if !metadata.is_symlink() {
            return kind(metadata.file_type(), false);
        }
        match fs::canonicalize(place) {
            Ok(target) if !target.starts_with(&self.real_root) => {
                Entry::Unreadable("is a symbolic link that leads out of the content set".to_owned())
            }
            Ok(target) => match fs::metadata(&target) {
                Ok(metadata) => kind(metadata.file_type(), true),
                Err(error) => Entry::Unreadable(error.kind().to_string()),
            },
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Entry::Unreadable("is a symbolic link that leads nowhere".to_owned())
            }
            Err(_) => Entry::Unreadable("is a symbolic link that leads in a circle".to_owned()),
        }
    }
}

fn kind(file_type: FileType, linked: bool) -> Entry {
    if file_type.is_dir() {
        Entry::Folder { linked }
    } else if file_type.is_file() {
        Entry::File
    } else {
        Entry::Other(special(file_type))
    }
}

#[cfg(unix)]
fn special(file_type: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    if file_type.is_fifo() {
        "a named pipe"
    } else if file_type.is_socket() {
        "a socket"
    } else {
        "a device"
    }
}

#[cfg(not(unix))]
fn special(_: FileType) -> &'static str {
    "no regular file"
}

/// The folder of the theme that the settings name, if it is a path in the set and not among the records.
fn theme_of(files: &[Listed]) -> Option<String> {
    #[derive(serde::Deserialize)]
    struct Named {
        theme: Option<String>,
    }
    let settings = files.iter().find(|file| file.path == SETTINGS_FILE)?;
    let Content::Bytes(bytes) = settings.read() else {
        return None;
    };
    let named: Named = ::toml::from_str(std::str::from_utf8(&bytes).ok()?).ok()?;
    let path = theme_path(&named.theme?)?.to_owned();
    let first = path.split('/').next()?;
    let is_read = Folder::ALL.iter().any(|folder| folder.name() == first);
    (!is_read && first != "styles" && first != SOURCE_TEXTS).then_some(path)
}

/// The bytes of a file, if they are not too many.
pub(super) fn contents(place: &Path) -> Content {
    let read = || -> io::Result<Content> {
        let file = File::open(place)?;
        let size = file.metadata()?.len();
        if size > MAX_FILE_SIZE {
            return Ok(Content::TooLarge(size));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
        // A file can grow while it is read.
        file.take(MAX_FILE_SIZE + 1).read_to_end(&mut bytes)?;
        let size = bytes.len() as u64;
        Ok(if size > MAX_FILE_SIZE {
            Content::TooLarge(size)
        } else {
            Content::Bytes(bytes)
        })
    };
    read().unwrap_or_else(|error| Content::Unreadable(error.kind().to_string()))
}

/// The name of an entry, and how it is shown.
struct Name {
    real: std::ffi::OsString,
    shown: String,
}

/// The names in a folder, in order.
fn names(folder: &Path) -> io::Result<Vec<Name>> {
    let mut names: Vec<Name> = entries(folder)?
        .into_iter()
        .map(|FolderEntry { name: real, .. }| {
            let shown = real.to_string_lossy().into_owned();
            Name { real, shown }
        })
        .collect();
    names.sort_by(|a, b| (&a.shown, &a.real).cmp(&(&b.shown, &b.real)));
    Ok(names)
}
