//! What a file is for, by its path.

use grounds_model::Key;
use memchr::memrchr;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::SETTINGS_FILE;

/// What a file of a content set is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role<'a> {
    /// The settings.
    Settings,
    /// The vocabulary.
    Vocabulary,
    /// An article, by the name of its file.
    Article(&'a str),
    /// A claim, by the name of its file.
    Claim(&'a str),
    /// A study, by the name of its file.
    Study(&'a str),
    /// A citation style, which the settings may name.
    Style,
    /// The stored text of a study's report, against which quotations are compared.
    SourceText,
    /// A template, a style or a drawing of a theme, if it stands in the folder of one.
    Theme,
    /// A font or a picture of a theme, if it stands in the folder of one: it has no text.
    ThemeMedia,
    /// Of no use where it stands.
    Stray(Stray<'a>),
    /// No part of the set, and no harm.
    Ignored,
}

/// A file of no use where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stray<'a> {
    /// The folder of records that it stands in, and the record that it was perhaps meant to be.
    pub(crate) meant: Option<(Folder, &'a str)>,
    /// The path that would be read.
    pub(crate) rename: Rename<'a>,
}

/// What would make a stray file be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rename<'a> {
    /// Another name in the same folder: name and extension.
    To(&'a str, &'static str),
    /// A place in one of the folders of records.
    IntoAFolder,
    /// Nothing: it is no record.
    Nowhere,
}

/// The folder of stored texts: `sources/<citation-key>.txt`.
pub(crate) const SOURCE_TEXTS: &str = "sources";

/// The folders of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Folder {
    Articles,
    Claims,
    Studies,
}

impl Folder {
    pub(crate) const ALL: [Self; 3] = [Self::Articles, Self::Claims, Self::Studies];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Articles => "articles",
            Self::Claims => "claims",
            Self::Studies => "studies",
        }
    }

    fn extension(self) -> &'static str {
        match self {
            Self::Articles => "md",
            Self::Claims | Self::Studies => "yaml",
        }
    }

    /// Extensions that files of this folder are often given instead.
    fn is_nearly(self, extension: &str) -> bool {
        let nearly: &[&str] = match self {
            Self::Articles => &["md", "markdown", "mdown", "qmd", "mdx"],
            Self::Claims | Self::Studies => &["yaml", "yml"],
        };
        nearly.contains(&extension.to_lowercase().as_str())
    }

    fn role(self, name: &str) -> Role<'_> {
        match self {
            Self::Articles => Role::Article(name),
            Self::Claims => Role::Claim(name),
            Self::Studies => Role::Study(name),
        }
    }
}

/// The folder of records that a path without an extension names, or in which a folder there stands.
pub(crate) fn folder_of_records(path: &str) -> Option<Folder> {
    let first = path.split('/').next().unwrap_or(path);
    let is_folder = !path.rsplit('/').next().unwrap_or(path).contains('.');
    let mut all = Folder::ALL.into_iter();
    all.find(|folder| is_folder && folder.name() == first)
}

/// What the file at a path is for.
pub(crate) fn role(path: &str) -> Role<'_> {
    let name = memrchr(b'/', path.as_bytes()).map_or(path, |stroke| &path[stroke + 1..]);
    let stop = memrchr(b'.', name.as_bytes());
    let (stem, extension) = stop.map_or((name, ""), |stop| (&name[..stop], &name[stop + 1..]));
    let is_hidden = path.starts_with('.') || path.as_bytes().windows(2).any(|pair| pair == b"/.");
    if is_hidden || is_leftover(name, extension) || is_about(path, stem, extension) {
        return Role::Ignored;
    }
    match path.split_once('/') {
        None => top_level(path, stem, extension),
        Some((folder, _)) => match Folder::ALL.into_iter().find(|known| known.name() == folder) {
            Some(folder) => in_folder(folder, stem, extension),
            None if extension == "csl" => Role::Style,
            None if folder == SOURCE_TEXTS && extension == "txt" => Role::SourceText,
            None if matches!(extension, "html" | "css" | "svg") => Role::Theme,
            None if matches!(extension, "woff2" | "png" | "jpg" | "jpeg" | "webp") => {
                Role::ThemeMedia
            }
            None => Role::Ignored,
        },
    }
}

fn top_level<'a>(path: &'a str, stem: &'a str, extension: &'a str) -> Role<'a> {
    let stray = |rename| {
        Role::Stray(Stray {
            meant: None,
            rename,
        })
    };
    match (path, extension.to_lowercase().as_str()) {
        (SETTINGS_FILE, _) => Role::Settings,
        ("vocabulary.yaml", _) => Role::Vocabulary,
        (_, "yaml" | "yml") if stem.eq_ignore_ascii_case("vocabulary") => {
            stray(Rename::To("vocabulary", "yaml"))
        }
        (_, "csl") => Role::Style,
        // `.yml` at the top is what other tools are set up with.
        (_, "md" | "yaml") => stray(Rename::IntoAFolder),
        _ => Role::Ignored,
    }
}

fn in_folder<'a>(folder: Folder, stem: &'a str, extension: &str) -> Role<'a> {
    if extension == folder.extension() {
        return folder.role(stem);
    }
    Role::Stray(if folder.is_nearly(extension) {
        let rename = Rename::To(stem, folder.extension());
        Stray {
            meant: Some((folder, stem)),
            rename,
        }
    } else {
        Stray {
            meant: None,
            rename: Rename::Nowhere,
        }
    })
}

/// Backups of editors and leftovers of systems.
fn is_leftover(name: &str, extension: &str) -> bool {
    matches!(extension, "bak" | "orig" | "rej" | "swp" | "swo" | "tmp")
        || name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || ["Thumbs.db", "desktop.ini", "Icon\r"].contains(&name)
}

/// Files about a folder and not of it: `README.md` anywhere; at the top also those which
/// custom writes in capitals, such as `CONTRIBUTING.md`.
fn is_about(path: &str, stem: &str, extension: &str) -> bool {
    let is_readme = stem.eq_ignore_ascii_case("readme");
    let shouts = || stem.bytes().all(|b| b.is_ascii_uppercase() || b == b'_');
    is_readme || (extension == "md" && shouts() && !path.contains('/'))
}

/// The folder of records that a folder at the top was perhaps meant to be.
pub(crate) fn nearly_folder(name: &str) -> Option<&'static str> {
    let plain = name.to_lowercase();
    let known = Folder::ALL.into_iter().find(|folder| {
        strsim::damerau_levenshtein(&plain, folder.name()) <= 1
            || (*folder == Folder::Studies && plain == "study")
    })?;
    (known.name() != name).then_some(known.name())
}

/// The key that a name was perhaps meant to be.
pub(crate) fn as_key(name: &str) -> Option<Key> {
    // `García-2017` is `garcia-2017`; other letters outside ASCII would be lost without a trace.
    let plain: String = name.nfd().filter(|c| !is_combining_mark(*c)).collect();
    let words: Vec<String> = plain
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    plain.is_ascii().then(|| Key::new(&words.join("-")))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_known_by_folder_and_extension() {
        assert_eq!(role("grounds.toml"), Role::Settings);
        assert_eq!(role("vocabulary.yaml"), Role::Vocabulary);
        assert_eq!(role("articles/hair.md"), Role::Article("hair"));
        assert_eq!(role("claims/hair/needling.yaml"), Role::Claim("needling"));
        assert_eq!(role("studies/kumar-2018.yaml"), Role::Study("kumar-2018"));
        assert_eq!(role("styles/ama.csl"), Role::Style);
        assert_eq!(role("sources/kumar-2018.txt"), Role::SourceText);
        assert_eq!(role("studies/KUMAR.yaml"), Role::Study("KUMAR"));
    }

    #[test]
    fn what_is_no_record_is_ignored_or_stray() {
        for path in [
            "README.md",
            "LICENSE",
            "CODE_OF_CONDUCT.md",
            "claims/README.md",
            "claims/.a.yaml.swp",
            "claims/a.yaml~",
            "claims/#a.yaml#",
            ".github/x.yaml",
            "claims/.hidden/a.yaml",
            "mkdocs.yml",
            "notes/a.md",
            "Makefile",
        ] {
            assert_eq!(role(path), Role::Ignored, "{path}");
        }
        for path in [
            "vocabulary.yml",
            "kumar-2018.yaml",
            "intro.md",
            "claims/a.yml",
            "claims/a.md",
            "articles/figure.png",
            "studies/noextension",
            "articles/a.MD",
            "claims/CONTRIBUTING.md",
        ] {
            assert!(matches!(role(path), Role::Stray(_)), "{path}");
        }
    }

    #[test]
    fn slips_in_names_are_recognised() {
        assert_eq!(nearly_folder("claim"), Some("claims"));
        assert_eq!(nearly_folder("study"), Some("studies"));
        assert_eq!(nearly_folder("Articles"), Some("articles"));
        for name in ["claims", "styles", "stories", "docs"] {
            assert_eq!(nearly_folder(name), None, "{name}");
        }
        assert_eq!(as_key("Kumar_2018"), Key::new("kumar-2018"));
        assert_eq!(as_key("García-2017"), Key::new("garcia-2017"));
        assert_eq!(as_key("größe"), None);
        assert_eq!(as_key("--"), None);
    }
}
