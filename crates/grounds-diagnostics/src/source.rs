//! Sources: the texts of a run, and places in them.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// A file among the [`Sources`] of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// A stretch of bytes in one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// The first byte.
    pub start: usize,
    /// The byte after the last; equal to `start` for a point.
    pub end: usize,
}

impl Place {
    /// The place of `range` in `file`.
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        Self {
            file,
            start: range.start,
            end: range.end,
        }
    }

    /// The bytes of the place.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// A line and a column as people count them: from 1, the column in Unicode code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// The line, from 1.
    pub line: usize,
    /// The column in Unicode code points, from 1.
    pub column: usize,
}

/// One file: its path in the content set and its text.
///
/// The text of most files is wanted once, when they are read; what a diagnostic needs of it later is
/// made, or read again, when a diagnostic points there.
#[derive(Debug)]
pub struct Source {
    path: Box<str>,
    origin: Origin,
    shown: OnceLock<Box<Shown>>,
}

/// Where the text of a file comes from.
#[derive(Debug)]
enum Origin {
    /// It is kept.
    Kept(Box<str>),
    /// It is read when it is wanted.
    File(Box<(PathBuf, Reader)>),
    /// The same, where it stands under a folder as its path says: one folder for very many files.
    Under(Arc<(PathBuf, Reader)>),
}

/// Reads the text of a file that was read before. It may be gone or changed by now: then what is shown
/// of it is wrong or empty, but nothing else is.
pub type Reader = fn(&Path) -> String;

/// A text, made ready to be shown.
#[derive(Debug)]
struct Shown {
    /// The text, if it is not kept anyway.
    text: String,
    line_starts: Vec<usize>,
    /// How many characters begin before each block of the text; made where a line is long.
    counts: OnceLock<Vec<usize>>,
}

/// How many characters begin in these bytes of a text.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0xc0) != 0x80).count()
}

impl Source {
    /// The path in the content set, with `/` on every system.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The text, with what could not be read as UTF-8 replaced.
    pub fn text(&self) -> &str {
        match &self.origin {
            Origin::Kept(text) => text,
            Origin::File(_) | Origin::Under(_) => &self.shown().text,
        }
    }

    fn shown(&self) -> &Shown {
        self.shown.get_or_init(|| {
            let (text, line_starts) = match &self.origin {
                Origin::Kept(text) => (String::new(), line_starts(text)),
                Origin::File(file) => with_starts(file.1(&file.0)),
                Origin::Under(folder) => with_starts(folder.1(&folder.0.join(&*self.path))),
            };
            Box::new(Shown {
                text,
                line_starts,
                counts: OnceLock::new(),
            })
        })
    }

    /// The line and column of a byte; one past the end counts as the end.
    pub fn line_column(&self, byte: usize) -> LineColumn {
        let (text, shown) = (self.text(), self.shown());
        let byte = text.floor_char_boundary(byte.min(text.len()));
        let line = shown.line_starts.partition_point(|&start| start <= byte);
        let start = shown.line_starts[line - 1];
        LineColumn {
            line,
            column: self.characters(start..byte) + 1,
        }
    }

    /// How many characters there are in a range. From one count to the next in a long line, only
    /// what is new is counted: a file may be one line, and have a diagnostic on each word of it.
    fn characters(&self, range: Range<usize>) -> usize {
        const STEP: usize = 4096;
        let text = self.text();
        if range.len() <= STEP {
            return text[range].chars().count();
        }
        let counts = self.shown().counts.get_or_init(|| {
            let mut counts = vec![0];
            for block in text.as_bytes().chunks(STEP) {
                let before = counts.last().copied().unwrap_or_default();
                counts.push(before + starts(block));
            }
            counts
        });
        let before = |byte: usize| {
            let block = byte / STEP;
            counts[block] + starts(&text.as_bytes()[block * STEP..byte])
        };
        before(range.end) - before(range.start)
    }

    /// The bytes of a line, counted from 1, without its line break.
    pub fn line(&self, line: usize) -> Range<usize> {
        let (text, starts) = (self.text(), &self.shown().line_starts);
        let start = starts[line - 1];
        let end = starts.get(line).copied().unwrap_or(text.len());
        start..start + text[start..end].trim_end_matches(['\n', '\r']).len()
    }
}

/// A text with the bytes at which its lines begin.
fn with_starts(text: String) -> (String, Vec<usize>) {
    let starts = line_starts(&text);
    (text, starts)
}

fn line_starts(text: &str) -> Vec<usize> {
    std::iter::once(0)
        .chain(text.match_indices('\n').map(|(i, _)| i + 1))
        .collect()
}

/// The texts of a run. Made once; places point into it.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
    root: String,
    /// The files that are not in the content set.
    outside: BTreeSet<FileId>,
    /// The folder that the last file was in.
    folder: Option<Arc<(PathBuf, Reader)>>,
}

impl Sources {
    /// No texts yet; `root` is put before paths where people and tools read them: the path of
    /// the content set as the user named it, or empty.
    pub fn new(root: impl Into<String>) -> Self {
        Self {
            files: Vec::new(),
            root: root.into(),
            outside: BTreeSet::new(),
            folder: None,
        }
    }

    /// Makes room for so many more files, and no more than these.
    pub fn reserve(&mut self, files: usize) {
        self.files.reserve_exact(files);
    }

    /// The path of the content set as the user named it, or empty.
    pub fn root(&self) -> &str {
        &self.root
    }

    /// Adds a file.
    ///
    /// # Panics
    /// At more than 2³² files.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> FileId {
        self.push(path.into(), Origin::Kept(text.into().into()))
    }

    /// Adds a file that is not in the content set, such as a list that the command line names; its path is shown as it
    /// was given.
    ///
    /// # Panics
    /// At more than 2³² files.
    pub fn add_outside(&mut self, path: impl Into<String>, text: impl Into<String>) -> FileId {
        let file = self.add(path, text);
        self.outside.insert(file);
        file
    }

    /// Adds a file whose text is not kept: `read` reads it from `place` when something of it is shown.
    ///
    /// # Panics
    /// At more than 2³² files.
    pub fn add_file(&mut self, path: impl Into<String>, place: &Path, read: Reader) -> FileId {
        let path = path.into();
        let origin = match self.folder_above(place, &path, read) {
            Some(folder) => Origin::Under(folder),
            None => Origin::File(Box::new((place.into(), read))),
        };
        self.push(path, origin)
    }

    /// The folder in which a file has its path, if it has.
    fn folder_above(
        &mut self,
        place: &Path,
        path: &str,
        read: Reader,
    ) -> Option<Arc<(PathBuf, Reader)>> {
        let folder = Path::new(place.to_str()?.strip_suffix(path)?.strip_suffix('/')?);
        let last = self.folder.as_ref();
        if last.is_none_or(|last| last.0 != folder || !std::ptr::fn_addr_eq(last.1, read)) {
            self.folder = Some(Arc::new((folder.into(), read)));
        }
        self.folder.clone()
    }

    fn push(&mut self, path: String, origin: Origin) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).expect("fewer than 2^32 files"));
        self.files.push(Source {
            path: path.into(),
            origin,
            shown: OnceLock::new(),
        });
        id
    }

    /// Replaces the text of a file, which stays the same file: places in it are from now on places in this text.
    pub fn replace(&mut self, file: FileId, text: impl Into<String>) {
        let source = &mut self.files[file.0 as usize];
        source.origin = Origin::Kept(text.into().into());
        source.shown = OnceLock::new();
    }

    /// A file.
    pub fn get(&self, file: FileId) -> &Source {
        &self.files[file.0 as usize]
    }

    /// All files, in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        (0..).map(FileId).zip(&self.files)
    }

    /// The file with this path in the content set.
    pub fn by_path(&self, path: &str) -> Option<FileId> {
        self.iter()
            .find(|(id, source)| &*source.path == path && !self.outside.contains(id))
            .map(|(id, _)| id)
    }

    /// The path as people and tools are shown it: the root of the set and the path in it, or the path that the command
    /// line gave.
    pub fn shown_path(&self, file: FileId) -> String {
        let path = self.get(file).path();
        match self.root.trim_end_matches('/') {
            _ if self.outside.contains(&file) => path.to_owned(),
            "" if self.root.is_empty() => path.to_owned(),
            root => format!("{root}/{path}"),
        }
    }

    /// The text of a place.
    pub fn text(&self, place: Place) -> &str {
        let text = self.get(place.file).text();
        let end = text.floor_char_boundary(place.end.min(text.len()));
        let start = text.floor_char_boundary(place.start.min(end));
        &text[start..end]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_a_long_line_count_code_points() {
        let mut sources = Sources::new("");
        let text = format!("short\n{}\nend", "grüße 👩‍👧 ".repeat(2000));
        let file = sources.add("a.md", text.as_str());
        let source = sources.get(file);
        for (counted, (byte, _)) in text.char_indices().enumerate().skip(6) {
            let at = source.line_column(byte);
            if at.line == 2 {
                assert_eq!(at.column, counted - 6 + 1, "byte {byte}");
            }
        }
    }

    #[test]
    fn a_text_that_is_not_kept_is_read_again() {
        let read: Reader = |place| match place.to_str() {
            Some("/set/a.md") => "one\ntwo".to_owned(),
            _ => String::new(),
        };
        let mut sources = Sources::new("");
        let file = sources.add_file("a.md", Path::new("/set/a.md"), read);
        let gone = sources.add_file("b.md", Path::new("/set/b.md"), read);
        assert_eq!(sources.text(Place::new(file, 4..7)), "two");
        assert_eq!(
            sources.get(file).line_column(5),
            LineColumn { line: 2, column: 2 }
        );
        assert_eq!(sources.text(Place::new(gone, 4..7)), "");
        assert_eq!(
            sources.get(gone).line_column(5),
            LineColumn { line: 1, column: 1 }
        );
        assert_eq!(sources.get(gone).line(1), 0..0);
    }

    #[test]
    fn columns_count_code_points() {
        let mut sources = Sources::new("");
        let file = sources.add("a.md", "one\ngrüße 12\r\nend");
        let source = sources.get(file);
        assert_eq!(source.line_column(0), LineColumn { line: 1, column: 1 });
        assert_eq!(source.line_column(12), LineColumn { line: 2, column: 7 });
        assert_eq!(&source.text()[source.line(2)], "grüße 12");
        assert_eq!(source.line_column(99), LineColumn { line: 3, column: 4 });
        assert_eq!(sources.shown_path(file), "a.md");
    }
}
