//! The theme that the settings name: its files, and what is wrong with them.

use std::io::{self, Write as _};

use grounds_diagnostics::{Diagnostic, Entry, Place, Severity, Sources, render};
use grounds_export::ExportError;
use grounds_export::site::{Site, Theme, ThemeFault};
use grounds_load::{Loaded, rule, theme_path};

use crate::args::Color;
use crate::session;

/// The theme of a set, as it was read; without one, the default.
pub(crate) fn of(loaded: &Loaded) -> Theme {
    let folder = folder(loaded).unwrap_or_default();
    let files = files(&loaded.sources, folder);
    let media = loaded.media.iter().filter_map(|(path, bytes)| {
        let path = path.strip_prefix(folder)?.strip_prefix('/')?;
        (!folder.is_empty()).then(|| (path.to_owned(), bytes.clone()))
    });
    Theme::new(files.map(|(path, text)| (path.to_owned(), text.to_owned()))).with_media(media)
}

/// What is wrong with the theme of a set, before any page is made with it.
pub(crate) fn diagnostics(loaded: &Loaded) -> Vec<Diagnostic> {
    let settings = &loaded.set.settings;
    let Some(named) = &settings.value.theme else {
        return Vec::new();
    };
    let at_settings = |message: String, help: &str| {
        let place = settings.place("/theme");
        vec![Diagnostic::new(rule::INVALID_VALUE, place, message).help(help)]
    };
    let Some(folder) = folder(loaded) else {
        let message = format!("the theme `{named}` is no folder in the set");
        return at_settings(message, "name a folder by its path in the set");
    };
    let theme = of(loaded);
    if theme.is_empty() {
        let message = format!("the theme `{named}` holds no template and no style");
        return at_settings(
            message,
            "put `theme.css` or a template there, or leave the theme out",
        );
    }
    let faults = theme.faults().into_iter();
    let located = faults.filter_map(|fault| located(&loaded.sources, folder, &fault));
    located.collect()
}

/// The faults that come to light when pages are made, in the order of the pages, each once.
pub(crate) fn faults(site: &Site) -> Vec<ThemeFault> {
    let mut faults: Vec<ThemeFault> = Vec::new();
    for path in site.paths() {
        if let Some(Err(ExportError::Theme(fault))) = site.file(&path) {
            let known =
                |other: &ThemeFault| (&other.file, &other.range) == (&fault.file, &fault.range);
            if !faults.iter().any(known) {
                faults.push(fault);
            }
        }
    }
    faults
}

/// The files of a theme by themselves, kept to show a fault when the set is gone.
pub(crate) struct ThemeSources {
    folder: String,
    sources: Sources,
}

impl ThemeSources {
    pub(crate) fn of(loaded: &Loaded) -> Self {
        let folder = folder(loaded).unwrap_or_default();
        let mut sources = Sources::new(loaded.sources.root());
        for (path, text) in files(&loaded.sources, folder) {
            sources.add(format!("{folder}/{path}"), text);
        }
        Self {
            folder: folder.to_owned(),
            sources,
        }
    }

    /// Shows faults on standard error.
    pub(crate) fn show(&self, faults: &[ThemeFault], color: Color) {
        for fault in faults {
            let Some(diagnostic) = located(&self.sources, &self.folder, fault) else {
                continue;
            };
            let entry = Entry {
                severity: Severity::Error,
                diagnostic,
            };
            let options = render::Options {
                colour: session::colour_of_errors(color),
                ..render::Options::default()
            };
            let text = render::human::findings(&[entry], &self.sources, options);
            // Where standard error cannot be written to, the exit status still tells.
            let _ = io::stderr().lock().write_all(text.as_bytes());
        }
    }
}

fn folder(loaded: &Loaded) -> Option<&str> {
    let named = loaded.set.settings.value.theme.as_ref()?;
    theme_path(named.as_str())
}

/// The files below a folder, each with its path in the folder and its text.
fn files<'a>(sources: &'a Sources, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    sources.iter().filter_map(move |(_, source)| {
        let path = source.path().strip_prefix(folder)?.strip_prefix('/')?;
        let extension = path.rsplit('.').next();
        let is_of_theme = matches!(extension, Some("html" | "css" | "svg"));
        (!folder.is_empty() && is_of_theme).then_some((path, source.text()))
    })
}

fn located(sources: &Sources, folder: &str, fault: &ThemeFault) -> Option<Diagnostic> {
    let file = sources.by_path(&format!("{folder}/{}", fault.file))?;
    let place = Place::new(file, fault.range.clone());
    let diagnostic = Diagnostic::new(rule::INVALID_VALUE, place, fault.message.clone());
    Some(match &fault.page {
        Some(page) => diagnostic.note(format!("found while the page `{page}` was made")),
        None => diagnostic,
    })
}
