//! A citation style: found, read, and tried before it is used.

use std::collections::BTreeMap;
use std::io;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};

use citationberg::json::Item;
use citationberg::{IndependentStyle, Locale, LocaleCode, Style as AnyStyle};
use grounds_model::{Key, Report};
use hayagriva::archive::ArchivedStyle;
use hayagriva::{BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest};
use thiserror::Error;

use super::sound::{self, Unsound};
use super::{item, locale, probe, runs};
use crate::bundle::FormattedReference;

/// Reads a `.csl` file of the content set, given its path in the set.
pub type ReadStyle<'a> = &'a dyn Fn(&str) -> io::Result<String>;

/// A citation style that is known to print authors.
#[derive(Debug)]
pub(crate) struct Style {
    whole: IndependentStyle,
    /// The style without what it sets at a citation. The processor makes every citation three times
    /// before it makes the reference, and we want the reference alone.
    references_only: IndependentStyle,
    language: LocaleCode,
    locales: Vec<Locale>,
}

/// Why a citation style cannot be used.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum StyleError {
    /// There is no built-in style of that name.
    #[error("no such style is built in; {}", suggestion(.near))]
    Unknown {
        /// Built-in styles with similar names; may be empty.
        near: Vec<&'static str>,
    },
    /// The path leads out of the content set.
    #[error("the path of a style must lead into the content set")]
    Outside,
    /// The file could not be read.
    #[error("its file could not be read")]
    Unreadable(#[source] io::Error),
    /// The file is no style.
    #[error("its file is no CSL style: {0}")]
    Malformed(String),
    /// The file is a style that nothing can be made with.
    #[error("its file is no sound CSL style: {message}")]
    Unsound {
        /// The bytes of the file that are at fault.
        range: Range<usize>,
        /// What is wrong, as a clause.
        message: String,
    },
    /// The file only names another style.
    #[error("its file is a dependent style; take the style that it names, {parent}")]
    Dependent {
        /// The address of the style that it names.
        parent: String,
    },
    /// The style has no bibliography.
    #[error("it prints no references, only notes or marks; {WORKING}")]
    NoBibliography,
    /// The style, or the program that applies it, drops the authors.
    #[error("references would lack their authors; {WORKING}")]
    DropsAuthors,
    /// The program that applies the style broke down.
    #[error("it could not be applied to `{study}`")]
    Panicked {
        /// The study whose reference was being made.
        study: String,
    },
}

const WORKING: &str = "styles that are known to work are `american-medical-association`, `bmj`, \
                       `elsevier-vancouver`, `the-lancet`, `plos` and `apa`";

fn suggestion(near: &[&str]) -> String {
    if near.is_empty() {
        return WORKING.to_owned();
    }
    let names: Vec<String> = near.iter().map(|name| format!("`{name}`")).collect();
    format!("is one of these meant: {}?", names.join(", "))
}

/// The built-in styles that were tried before, by name and language: they stay as they are, and a preview
/// asks for the same one after every edit.
static BUILT_IN: Mutex<BTreeMap<(String, String), Arc<Style>>> = Mutex::new(BTreeMap::new());

impl Style {
    /// Finds the style `name`, the name of a built-in style or the path of a `.csl` file, and
    /// tries it; terms are in `language` as far as CSL knows it.
    pub(crate) fn load(
        name: &str,
        language: &str,
        read: ReadStyle<'_>,
    ) -> Result<Arc<Self>, StyleError> {
        if has_csl_extension(name) {
            return Self::tried(from_file(name, read)?, language).map(Arc::new);
        }
        let key = (name.to_owned(), language.to_owned());
        let known = || BUILT_IN.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(style) = known().get(&key) {
            return Ok(Arc::clone(style));
        }
        let style = Arc::new(Self::tried(built_in(name)?, language)?);
        known().insert(key, Arc::clone(&style));
        Ok(style)
    }

    fn tried(style: IndependentStyle, language: &str) -> Result<Self, StyleError> {
        let style = Self::untried(style, language);
        probe::try_out(&style)?;
        Ok(style)
    }

    pub(super) fn untried(style: IndependentStyle, language: &str) -> Self {
        let mut references_only = style.clone();
        references_only.citation.layout.elements.clear();
        let language = LocaleCode(language.to_owned());
        Self {
            whole: style,
            references_only,
            locales: locale::read(&language),
            language,
        }
    }

    /// The style's title, as its authors gave it.
    pub(crate) fn title(&self) -> &str {
        &self.whole.info.title.value
    }

    /// The reference to `report`, the report of the study `key`.
    pub(crate) fn format(
        &self,
        key: &Key,
        report: &Report,
    ) -> Result<FormattedReference, StyleError> {
        self.format_item(&item::item(key.as_str(), report))
    }

    // Each reference is made alone: that is linear in their number, and no reference depends on
    // which others there are (year suffixes, dashes in place of repeated authors).
    pub(super) fn format_item(&self, item: &Item) -> Result<FormattedReference, StyleError> {
        let rendered = catch_unwind(AssertUnwindSafe(|| {
            let mut driver = BibliographyDriver::new();
            driver.citation(CitationRequest::new(
                vec![CitationItem::with_entry(item)],
                &self.references_only,
                Some(self.language.clone()),
                &self.locales,
                None,
            ));
            driver.finish(BibliographyRequest::new(
                &self.whole,
                Some(self.language.clone()),
                &self.locales,
            ))
        }))
        .map_err(|_| StyleError::Panicked {
            study: item.id().unwrap_or_default().into_owned(),
        })?;
        let bibliography = rendered.bibliography.ok_or(StyleError::NoBibliography)?;
        // The first field, where there is one, is the number: ours are per article.
        Ok(bibliography
            .items
            .first()
            .map(|item| runs::formatted(&item.content))
            .unwrap_or_default())
    }
}

fn has_csl_extension(name: &str) -> bool {
    name.len() > 4
        && name.is_char_boundary(name.len() - 4)
        && name[name.len() - 4..].eq_ignore_ascii_case(".csl")
}

/// Whether a citation style is there: cheap enough for every check. Whether it can be used is known
/// only when it is loaded.
pub fn find_style(name: &str, read: ReadStyle<'_>) -> Result<(), StyleError> {
    if has_csl_extension(name) {
        from_file(name, read).map(drop)
    } else if ArchivedStyle::by_name(name).is_none() {
        Err(StyleError::Unknown { near: near(name) })
    } else {
        Ok(())
    }
}

fn built_in(name: &str) -> Result<IndependentStyle, StyleError> {
    match ArchivedStyle::by_name(name).map(ArchivedStyle::get) {
        Some(AnyStyle::Independent(style)) => Ok(style),
        Some(AnyStyle::Dependent(style)) => Err(StyleError::Dependent {
            parent: style.parent_link.href,
        }),
        None => Err(StyleError::Unknown { near: near(name) }),
    }
}

/// The names of the built-in styles that are most like `name`, most like it first.
fn near(name: &str) -> Vec<&'static str> {
    let name = name.to_lowercase().replace([' ', '_'], "-");
    let mut names: Vec<(f64, &'static str)> = ArchivedStyle::all()
        .iter()
        .flat_map(|style| style.names())
        .map(|&known| {
            let within = known.contains(&name) || name.contains(known);
            (
                strsim::jaro_winkler(&name, known) + if within { 1.0 } else { 0.0 },
                known,
            )
        })
        .filter(|(likeness, _)| *likeness > 0.8)
        .collect();
    names.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    let names = names.into_iter().map(|(_, known)| known);
    // One that cannot be used either would be poor advice.
    let usable =
        |known: &&'static str| built_in(known).is_ok_and(|style| Style::tried(style, "en").is_ok());
    names.take(20).filter(usable).take(5).collect()
}

fn from_file(path: &str, read: ReadStyle<'_>) -> Result<IndependentStyle, StyleError> {
    let leads_out = path.starts_with('/')
        || path.contains(['\\', ':'])
        || path.split('/').any(|part| part == "..");
    if leads_out {
        return Err(StyleError::Outside);
    }
    let xml = read(path).map_err(StyleError::Unreadable)?;
    sound::examine(&xml)
        .map_err(|Unsound { range, message }| StyleError::Unsound { range, message })?;
    match AnyStyle::from_xml(&xml) {
        Ok(AnyStyle::Independent(style)) => Ok(style),
        Ok(AnyStyle::Dependent(style)) => Err(StyleError::Dependent {
            parent: style.parent_link.href,
        }),
        Err(error) => Err(StyleError::Malformed(error.to_string())),
    }
}
