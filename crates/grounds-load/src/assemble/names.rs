//! The names of files: which record each is, and which cannot be told apart.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use foldhash::fast::FixedState;
use grounds_diagnostics::{Diagnostic, FileId, Place};
use grounds_model::Key;
use smol_str::{SmolStr, StrExt};

use crate::files::{Folder, Rename, Stray, as_key, nearly_folder};
use crate::lookalike;
use crate::rule;

/// The records whose names were seen.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// By folder and by name in lower case: some file systems tell no more apart.
    seen: HashMap<(Folder, SmolStr), FileId, FixedState>,
}

impl Names {
    /// The key of the record in `file`, if its name is one and no other file has it; if not, the key that it was
    /// perhaps meant to have.
    pub(crate) fn admit(
        &mut self,
        folder: Folder,
        name: &str,
        file: FileId,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<Key, Option<Key>> {
        if let Some(duplicate) = self.duplicate(folder, name, file) {
            diagnostics.push(duplicate);
            return Err(None);
        }
        Key::new(name).ok_or_else(|| {
            let (diagnostic, meant) = bad_name(name, file);
            diagnostics.push(diagnostic);
            meant
        })
    }

    /// What is wrong with a stray file at `path`, and the key that it was perhaps meant to have.
    pub(crate) fn stray(
        &mut self,
        path: &str,
        stray: &Stray<'_>,
        file: FileId,
    ) -> (Diagnostic, Option<(Folder, Key)>) {
        if let Some((folder, name)) = stray.meant
            && let Some(duplicate) = self.duplicate(folder, name, file)
        {
            return (duplicate, None);
        }
        let (rule, help) = match stray.rename {
            Rename::To(stem, extension) => (
                rule::RECORD_NAME,
                format!("rename it to `{stem}.{extension}`"),
            ),
            Rename::IntoAFolder => (
                rule::STRAY_FILE,
                "records are read from `articles/`, `claims/` and `studies/`: move it there"
                    .to_owned(),
            ),
            Rename::Nowhere => (
                rule::STRAY_FILE,
                "keep files that are no records in a folder of their own".to_owned(),
            ),
        };
        let message = format!("`{path}` is not read");
        let diagnostic = Diagnostic::new(rule, Place::new(file, 0..0), message).help(help);
        let key = stray
            .meant
            .and_then(|(folder, name)| Some((folder, Key::new(name).or_else(|| as_key(name))?)));
        (diagnostic, key)
    }

    /// Notes a name; what is wrong if it was seen before.
    fn duplicate(&mut self, folder: Folder, name: &str, file: FileId) -> Option<Diagnostic> {
        let first = match self.seen.entry((folder, name.to_lowercase_smolstr())) {
            Entry::Occupied(first) => *first.get(),
            Entry::Vacant(free) => {
                free.insert(file);
                return None;
            }
        };
        let message = format!("`{name}` is the name of two files in `{}/`", folder.name());
        let diagnostic = Diagnostic::new(rule::DUPLICATE_ID, Place::new(file, 0..0), message)
            .label("this file is left out")
            .with(Place::new(first, 0..0), "this one is read")
            .help("the name of a file is its id, whatever folder it is in: rename one of them");
        Some(diagnostic)
    }
}

/// Says that a name is no key; with the key that it was perhaps meant to be.
fn bad_name(name: &str, file: FileId) -> (Diagnostic, Option<Key>) {
    let place = Place::new(file, 0..0);
    if let Some(key) = lookalike::lookalike(name) {
        return (lookalike::say(place, name, &key), Some(key));
    }
    let message = format!("`{name}` is not a key");
    let diagnostic = Diagnostic::new(rule::RECORD_NAME, place, message);
    let meant = as_key(name);
    let diagnostic = match &meant {
        Some(key) => diagnostic.help(format!("give the file the name `{key}`")),
        None => diagnostic.help(
            "name the file in lower-case letters and digits, in words joined by single hyphens",
        ),
    };
    (diagnostic, meant)
}

/// A folder whose name is nearly that of one that is read.
pub(crate) fn stray_folder(path: &str, file: FileId) -> Diagnostic {
    let message = format!("the folder `{path}/` is not read");
    let diagnostic = Diagnostic::new(rule::STRAY_FILE, Place::new(file, 0..0), message);
    match nearly_folder(path) {
        Some(known) => diagnostic.help(format!("did you mean `{known}/`?")),
        None => diagnostic,
    }
}
