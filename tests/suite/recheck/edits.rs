//! Edits from a seed: what authors do to files, and what goes wrong while they do.

use std::borrow::Cow;

use fastrand::Rng;
use grounds_load::{Content, RawFile};

/// What stands before the DOI of a study in its record.
const DOI: &str = "  DOI: ";

/// A set under edit.
pub(super) struct Edits {
    files: Vec<RawFile>,
    /// The files as they were at first.
    first: Vec<RawFile>,
    rng: Rng,
}

impl Edits {
    pub(super) fn of(files: Vec<RawFile>, seed: u64) -> Self {
        Self {
            first: files.clone(),
            files,
            rng: Rng::with_seed(seed),
        }
    }

    pub(super) fn files(&self) -> &[RawFile] {
        &self.files
    }

    /// Makes the next edit; says what it is, and gives the file as it is now if it was the edit of one file.
    pub(super) fn next(&mut self) -> (String, Option<RawFile>) {
        match self.rng.u8(0..20) {
            0 => (self.add(), None),
            1 => (self.remove(), None),
            2 => (self.rename(), None),
            3..=5 => self.mend(),
            _ => self.change(),
        }
    }

    fn any(&mut self) -> usize {
        let articles = |file: &RawFile| file.path.starts_with("articles/");
        // Half of all edits are of articles.
        let wanted = self.rng.bool();
        let among: Vec<usize> = (0..self.files.len())
            .filter(|&at| articles(&self.files[at]) == wanted)
            .collect();
        let at = self.rng.usize(0..among.len().max(1));
        among.get(at).copied().unwrap_or_default()
    }

    fn add(&mut self) -> String {
        let at = self.any();
        let mut file = self.files[at].clone();
        let number = self.rng.u32(0..100);
        file.path = match file.path.rsplit_once('.') {
            Some((stem, extension)) => format!("{stem}-{number}.{extension}"),
            None => format!("claims/added-{number}.yaml"),
        };
        self.files.retain(|other| other.path != file.path);
        let said = format!("add {}", file.path);
        self.files.push(file);
        said
    }

    fn remove(&mut self) -> String {
        let at = self.any();
        if self.files.len() < 4 || self.files[at].path == "grounds.toml" {
            return "nothing".to_owned();
        }
        format!("remove {}", self.files.remove(at).path)
    }

    /// A file of a record gets another name, and with it another key.
    fn rename(&mut self) -> String {
        let at = self.any();
        let file = &mut self.files[at];
        let Some((stem, extension)) = file.path.rsplit_once('.') else {
            return "nothing".to_owned();
        };
        if !stem.contains('/') {
            return "nothing".to_owned();
        }
        let path = match stem.strip_suffix("-renamed") {
            Some(stem) => format!("{stem}.{extension}"),
            None => format!("{stem}-renamed.{extension}"),
        };
        let said = format!("rename {} to {path}", file.path);
        file.path.clone_from(&path);
        let renamed = self.files.remove(at);
        self.files.retain(|other| other.path != path);
        self.files.push(renamed);
        said
    }

    /// A file becomes what it was at first.
    fn mend(&mut self) -> (String, Option<RawFile>) {
        let at = self.any();
        let path = self.files[at].path.clone();
        let Some(first) = self.first.iter().find(|first| first.path == path) else {
            return self.change();
        };
        self.files[at].content.clone_from(&first.content);
        (format!("mend {path}"), Some(self.files[at].clone()))
    }

    fn change(&mut self) -> (String, Option<RawFile>) {
        let at = self.any();
        let path = self.files[at].path.clone();
        let Content::Bytes(bytes) = &self.files[at].content else {
            return self.mend();
        };
        let text = String::from_utf8_lossy(bytes).into_owned();
        let (what, content) = self.changed(&path, &text);
        self.files[at].content = content;
        (format!("{what} in {path}"), Some(self.files[at].clone()))
    }

    /// A text, changed somehow, and what was done to it.
    fn changed(&mut self, path: &str, text: &str) -> (&'static str, Content) {
        match self.rng.u8(0..24) {
            0 => return ("lose the encoding", Content::Bytes(b"gr\xfc\xdfe".to_vec())),
            1 => return ("lock", Content::Unreadable("permission denied".to_owned())),
            _ => {}
        }
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        if lines.is_empty() {
            lines.push(String::new());
        }
        let at = self.rng.usize(0..lines.len());
        let what = if self.rng.bool() {
            self.exchange(path, &mut lines, at)
        } else {
            self.rearrange(&mut lines, at)
        };
        (what, Content::Bytes((lines.join("\n") + "\n").into_bytes()))
    }

    /// Something comes in the place of what a line says.
    fn exchange(&mut self, path: &str, lines: &mut Vec<String>, at: usize) -> &'static str {
        match self.rng.u8(0..13) {
            0 => {
                lines.push(self.line_of_another(path));
                "add a line of another file"
            }
            1..=2 => {
                lines[at] = self.line_of_another(path);
                "put a line of another file in its place"
            }
            3 => {
                lines[at] = lines[at].replace("evidence", "speculative");
                "call a claim speculative"
            }
            4..=6 => {
                let digit = char::from(b'0' + self.rng.u8(0..10));
                lines[at] = lines[at].replace(|c: char| c.is_ascii_digit(), &digit.to_string());
                "change numbers"
            }
            7 => {
                self.name_by_doi(lines);
                "give the DOI of a study"
            }
            _ => {
                lines[at] = self.with_a_word_of_another(path, &lines[at]);
                "change a word"
            }
        }
    }

    /// Lines come, go and change places.
    fn rearrange(&mut self, lines: &mut Vec<String>, at: usize) -> &'static str {
        match self.rng.u8(0..10) {
            0..=1 => {
                lines.remove(at);
                "take out a line"
            }
            2 => {
                lines.insert(at, lines[at].clone());
                "double a line"
            }
            3 => {
                let other = self.rng.usize(0..lines.len());
                lines.swap(at, other);
                "exchange lines"
            }
            4 => {
                lines.insert(at, "a: [b: {".to_owned());
                "break off"
            }
            5 => {
                lines.insert(at, "---".to_owned());
                "add a fence"
            }
            6..=7 => {
                lines.insert(at, String::new());
                "add a blank line"
            }
            8 => {
                let allow = "<!-- grounds: allow(citation) reason=\"asked\" -->";
                lines.insert(at, format!("\n{allow}\n"));
                "add a suppression to prose"
            }
            _ => {
                lines.push("suppress: [{rule: structure, reason: asked}]".to_owned());
                "add a suppression to a record"
            }
        }
    }

    /// An article cites a study by its DOI, and a study gets the DOI of another.
    fn name_by_doi(&mut self, lines: &mut [String]) {
        let texts = self.files.iter().map(|file| match &file.content {
            Content::Bytes(bytes) => String::from_utf8_lossy(bytes),
            _ => Cow::default(),
        });
        let dois = texts.flat_map(|text| {
            let dois = text.lines().filter_map(|line| line.strip_prefix(DOI));
            dois.map(str::to_owned).collect::<Vec<_>>()
        });
        let dois: Vec<String> = dois.collect();
        let Some(doi) = dois.get(self.rng.usize(0..dois.len().max(1))) else {
            return;
        };
        for line in lines {
            if line.starts_with(DOI) {
                *line = format!("{DOI}{doi}");
            } else if let Some((before, cited)) = line.split_once('@') {
                let end = cited.find([']', ';', ',', ' ']).unwrap_or(cited.len());
                *line = format!("{before}@doi:{doi}{}", &cited[end..]);
            }
        }
    }

    /// A line of some file of the same folder.
    fn line_of_another(&mut self, path: &str) -> String {
        let folder = path.split('/').next().unwrap_or(path);
        let like: Vec<&RawFile> = self
            .files
            .iter()
            .filter(|file| file.path.starts_with(folder))
            .collect();
        let Some(file) = like.get(self.rng.usize(0..like.len().max(1))) else {
            return String::new();
        };
        let Content::Bytes(bytes) = &file.content else {
            return String::new();
        };
        let text = String::from_utf8_lossy(bytes);
        let lines: Vec<&str> = text.lines().collect();
        let at = self.rng.usize(0..lines.len().max(1));
        lines.get(at).copied().unwrap_or_default().to_owned()
    }

    /// A line in which one word is a word of some line of the same folder, or the key of some record.
    fn with_a_word_of_another(&mut self, path: &str, line: &str) -> String {
        let is_word = |c: char| c.is_alphanumeric() || c == '-';
        let words: Vec<&str> = line
            .split(|c| !is_word(c))
            .filter(|word| !word.is_empty())
            .collect();
        let Some(word) = words.get(self.rng.usize(0..words.len().max(1))).copied() else {
            return line.to_owned();
        };
        let other = if self.rng.bool() {
            let at = self.rng.usize(0..self.files.len());
            let name = self.files[at].path.rsplit('/').next().unwrap_or_default();
            name.split('.').next().unwrap_or_default().to_owned()
        } else {
            let line = self.line_of_another(path);
            let words: Vec<&str> = line
                .split(|c| !is_word(c))
                .filter(|word| !word.is_empty())
                .collect();
            let at = self.rng.usize(0..words.len().max(1));
            words.get(at).copied().unwrap_or("other").to_owned()
        };
        line.replacen(word, &other, 1)
    }
}
