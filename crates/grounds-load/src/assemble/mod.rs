//! From files to a content set: each file by itself, in parallel, and then all together.

mod decode;
mod limits;
mod media;
mod names;
mod opened;
mod part;
mod replace;

use std::collections::{BTreeMap, BTreeSet};

use grounds_diagnostics::{Diagnostic, FileId, Sources};
use grounds_model::{Claim, Key, Settings, Study, Vocabulary};
use rayon::prelude::*;

use self::decode::{Fault, decode};
pub use self::media::Media;
use self::names::{Names, stray_folder};
pub use self::opened::{Opened, ReadArticle, Waiting, open};
use self::part::{Part, What, read_part};
pub use self::replace::{Former, Replaced};
use crate::Sorted;
use crate::content_set::{Article, ContentSet, Records};
use crate::document::{Document, Places};
use crate::files::{Folder, RawFile, Rename, Role, SETTINGS_FILE, Stray, folder_of_records, role};
use crate::records::State;
use crate::uses::Uses;

/// A content set, and what is wrong with its form.
#[derive(Debug)]
pub struct Loaded {
    /// The texts, also of files that hold no record, such as citation styles.
    pub sources: Sources,
    /// What they say.
    pub set: ContentSet,
    /// What is wrong with the form of the files, in the order of their paths.
    pub diagnostics: Vec<Diagnostic>,
    /// The files whose content is not in `set`, or not all of it.
    pub unread: Vec<Unread>,
    /// The fonts and pictures of a theme.
    pub media: Media,
    /// What is not known of records that are not sound.
    unknown: BTreeMap<FileId, Unknown>,
    /// Whether there are files that can have no key, so that they may refer to anything.
    nameless: bool,
}

/// A file whose content is not in the content set, or not all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// The file.
    pub file: FileId,
    /// Why, as a clause: `could not be read`.
    pub why: &'static str,
}

/// Makes a content set of files, whatever is in them. `root_shown` is how reports call the
/// folder.
///
/// Without `grounds.toml` the settings are the defaults; [`read`](crate::read) does not let it
/// come to that.
pub fn assemble(mut files: Vec<RawFile>, root_shown: &str) -> Loaded {
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut sources = Sources::new(root_shown);
    let mut faults = Vec::with_capacity(files.len());
    let mut media = Media::new();
    for RawFile { path, content } in files {
        let decoded = decode(media::keep(&path, content, &mut media));
        faults.push((sources.add(path, decoded.text), decoded.fault));
    }
    let parts: Vec<Part> = faults
        .into_par_iter()
        .map(|(file, fault)| {
            let source = sources.get(file);
            read_part(file, source.path(), source.text(), fault)
        })
        .collect();
    Loaded {
        media,
        ..put_together(parts, sources).0
    }
}

/// The set that the parts make, and the articles that are still to be read.
fn put_together(parts: Vec<Part>, mut sources: Sources) -> (Loaded, Vec<(Key, FileId)>) {
    let settings_file = sources
        .by_path(SETTINGS_FILE)
        .unwrap_or_else(|| sources.add(SETTINGS_FILE, ""));
    let mut assembly = Assembly::default();
    for part in in_order_of_merit(parts, &sources) {
        assembly.add(part, &sources);
    }
    let mut waiting = std::mem::take(&mut assembly.waiting);
    waiting.sort_unstable();
    (assembly.finish(sources, settings_file), waiting)
}

/// Files whose name is a key come first, so that of two files with one id the well named is
/// read; then those with other names; then those that are not read anyway.
fn in_order_of_merit(mut parts: Vec<Part>, sources: &Sources) -> Vec<Part> {
    // Sorted by numbers: to sort the parts themselves takes half their memory again.
    parts.sort_by_cached_key(|part| match role(sources.get(part.file).path()) {
        Role::Article(name) | Role::Claim(name) | Role::Study(name) if Key::new(name).is_none() => {
            1
        }
        Role::Stray(_) => 2,
        _ => 0,
    });
    parts
}

#[derive(Default)]
struct Assembly {
    names: Names,
    settings: Option<Document<Settings>>,
    vocabulary: Option<Document<Vocabulary>>,
    vocabulary_broken: bool,
    /// Whether a file is likely the vocabulary under another name.
    vocabulary_misnamed: bool,
    articles: Vec<(Key, Article)>,
    waiting: Vec<(Key, FileId)>,
    claims: Gathered<Claim>,
    studies: Gathered<Study>,
    unknown: BTreeMap<FileId, Unknown>,
    nameless: bool,
    diagnostics: Vec<Diagnostic>,
    unread: Vec<Unread>,
}

impl Assembly {
    fn add(&mut self, part: Part, sources: &Sources) {
        let Part {
            file,
            what,
            state,
            fault,
            diagnostics,
        } = part;
        self.diagnostics.extend(diagnostics);
        let path = sources.get(file).path();
        match (role(path), what) {
            (_, What::Settings(settings)) => self.settings = settings.map(|settings| *settings),
            (_, What::Vocabulary(vocabulary)) => {
                self.vocabulary_broken = vocabulary.is_none();
                self.vocabulary = vocabulary.map(|vocabulary| *vocabulary);
            }
            (Role::Article(name), What::Article(front, prose)) => {
                if let Some(key) = self.admit(Folder::Articles, name, file) {
                    let article = Article {
                        file,
                        front: front.map(|front| *front),
                        prose: *prose,
                    };
                    self.articles.push((key, article));
                }
            }
            (Role::Article(name), What::Waiting) => {
                if let Some(key) = self.admit(Folder::Articles, name, file) {
                    self.waiting.push((key, file));
                }
            }
            (Role::Claim(name), What::Claim(claim)) => {
                if let Some(key) = self.admit(Folder::Claims, name, file) {
                    self.claims.add(key, file, claim);
                }
            }
            (Role::Study(name), What::Study(study)) => {
                if let Some(key) = self.admit(Folder::Studies, name, file) {
                    self.studies.add(key, file, study);
                }
            }
            (Role::Stray(stray), _) if fault == Some(Fault::Stray) => {
                self.stray(path, &stray, file);
            }
            _ if fault == Some(Fault::StrayFolder) => {
                self.diagnostics.push(stray_folder(path, file));
            }
            _ if matches!(fault, Some(Fault::Unreadable(_))) => match folder_of_records(path) {
                Some(Folder::Claims) => self.claims.lost = Some(file),
                Some(Folder::Studies) => self.studies.lost = Some(file),
                Some(Folder::Articles) | None => {}
            },
            _ => {}
        }
        self.note(file, state, fault.as_ref());
    }

    /// The key of a record, if its file can have it.
    fn admit(&mut self, folder: Folder, name: &str, file: FileId) -> Option<Key> {
        let meant = match self.names.admit(folder, name, file, &mut self.diagnostics) {
            Ok(key) => return Some(key),
            Err(meant) => meant,
        };
        // What it refers to is known to nobody.
        self.nameless = true;
        self.unread.push(Unread {
            file,
            why: "has no name of its own",
        });
        if let Some(key) = meant {
            self.meant(folder, key, file);
        }
        None
    }

    /// A record that only has a wrong name is there: what refers to it is not dangling.
    fn meant(&mut self, folder: Folder, key: Key, file: FileId) {
        match folder {
            Folder::Claims => self.claims.meant(key, file),
            Folder::Studies => self.studies.meant(key, file),
            Folder::Articles => {}
        }
    }

    fn stray(&mut self, path: &str, stray: &Stray<'_>, file: FileId) {
        let (diagnostic, meant) = self.names.stray(path, stray, file);
        self.diagnostics.push(diagnostic);
        if let Some((folder, key)) = meant {
            self.meant(folder, key, file);
        }
        self.vocabulary_misnamed |= stray.meant.is_none() && matches!(stray.rename, Rename::To(..));
    }

    /// Notes what is not known of a file's content.
    fn note(&mut self, file: FileId, state: State, fault: Option<&Fault>) {
        let Some(unknown) = Unknown::of(state, fault) else {
            return;
        };
        self.unread.push(Unread {
            file,
            why: unknown.why,
        });
        self.unknown.insert(file, unknown);
    }

    fn finish(self, sources: Sources, settings_file: FileId) -> Loaded {
        let nowhere = || Places::new(settings_file, 0..0);
        let settings = self.settings.unwrap_or_else(|| Document {
            value: Settings::default(),
            places: nowhere(),
        });
        let vocabulary_broken =
            self.vocabulary_broken || (self.vocabulary_misnamed && self.vocabulary.is_none());
        let vocabulary = self.vocabulary.unwrap_or_else(|| Document {
            value: Vocabulary::default(),
            places: nowhere(),
        });
        // Of a sorted list at once: a map that grows entry by entry is half empty.
        let articles = self.articles.into_iter().collect();
        let (claims, studies) = (self.claims.records(), self.studies.records());
        let uses = Uses::index(&articles, &claims, &studies);
        let mut diagnostics = self.diagnostics;
        diagnostics.sort_by(|a, b| {
            let order = |d: &Diagnostic| (d.primary.place, d.rule);
            order(a)
                .cmp(&order(b))
                .then_with(|| a.message.cmp(&b.message))
        });
        let mut unread = self.unread;
        unread.sort_by_key(|unread| unread.file);
        unread.dedup_by_key(|unread| unread.file);
        let mut set = ContentSet {
            settings,
            vocabulary,
            vocabulary_broken,
            articles,
            claims,
            studies,
            uses,
            mentioned_in_broken: BTreeSet::new(),
            unparsed: false,
        };
        note_unknown(&mut set, &self.unknown, self.nameless);
        Loaded {
            sources,
            set,
            diagnostics,
            unread,
            media: Media::new(),
            unknown: self.unknown,
            nameless: self.nameless,
        }
    }
}

/// Says in a set what is not known of its files.
fn note_unknown(set: &mut ContentSet, unknown: &BTreeMap<FileId, Unknown>, nameless: bool) {
    set.unparsed = nameless || unknown.values().any(|of| of.unparsed);
    let mentions = unknown.values().flat_map(|of| &of.mentions);
    set.mentioned_in_broken = mentions.cloned().collect();
}

/// What is not known of a file's content.
#[derive(Debug, PartialEq, Eq)]
struct Unknown {
    why: &'static str,
    /// Whether it may refer to anything.
    unparsed: bool,
    /// The words in it that could be references.
    mentions: BTreeSet<String>,
}

impl Unknown {
    fn of(state: State, fault: Option<&Fault>) -> Option<Self> {
        let mut mentions = BTreeSet::new();
        let (why, unparsed) = match (fault, state) {
            (Some(fault @ Fault::Stray), _) => (fault.why(), false),
            (Some(fault), _) => (fault.why(), true),
            (None, State::Sound) => return None,
            (None, State::Broken(words)) => {
                mentions = words;
                ("does not have the form of its kind", false)
            }
            (None, State::Unparsed) => ("could not be parsed", true),
            (None, State::WithoutFrontMatter) => ("has no sound front matter", false),
        };
        Some(Self {
            why,
            unparsed,
            mentions,
        })
    }
}

/// The records of one kind, as they come.
struct Gathered<T> {
    sound: Vec<(Key, Box<Document<T>>)>,
    broken: BTreeMap<Key, FileId>,
    /// A folder of them that could not be read.
    lost: Option<FileId>,
}

impl<T> Default for Gathered<T> {
    fn default() -> Self {
        Self {
            sound: Vec::new(),
            broken: BTreeMap::new(),
            lost: None,
        }
    }
}

impl<T> Gathered<T> {
    fn add(&mut self, key: Key, file: FileId, record: Option<Box<Document<T>>>) {
        match record {
            Some(record) => self.sound.push((key, record)),
            None => drop(self.broken.insert(key, file)),
        }
    }

    /// A record in a file whose name is not its key; another file may have that.
    fn meant(&mut self, key: Key, file: FileId) {
        self.broken.entry(key).or_insert(file);
    }

    fn records(mut self) -> Records<T> {
        self.sound.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        let sound: Sorted<Box<Document<T>>> = self.sound.into_iter().collect();
        self.broken.retain(|key, _| !sound.contains_key(key));
        Records {
            sound,
            broken: self.broken,
            lost: self.lost,
        }
    }
}

#[cfg(test)]
mod tests;
