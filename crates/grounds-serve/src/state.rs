//! What a page is told of the preview: one JSON document, sent whenever it changes.

use std::borrow::Cow;

use serde::Serialize;

use crate::inject;
use crate::preview::{Level, Note, Preview, Standing};

/// What a page is told.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct State<'a> {
    /// What the page is now: a page that is something else becomes that.
    version: String,
    /// What the page loads now: a page that has loaded something else reloads.
    loaded: String,
    /// The page itself, for one that is known to be something else; it need not ask for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    html: Option<Cow<'a, str>>,
    standing: Cow<'a, Standing>,
    errors: usize,
    warnings: usize,
    /// The notes that belong on this page.
    here: Vec<Here<'a>>,
    /// The other notes, each with the page on which it can be seen, if there is one.
    elsewhere: Vec<Elsewhere<'a>>,
}

#[derive(Debug, Serialize)]
struct Here<'a> {
    #[serde(flatten)]
    note: Shown<'a>,
    /// The words on this page that it is about: none, if it is about the page.
    words: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct Elsewhere<'a> {
    #[serde(flatten)]
    note: Shown<'a>,
    page: Option<&'a str>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Shown<'a> {
    level: Level,
    rule: &'a str,
    message: &'a str,
    label: &'a str,
    notes: &'a [String],
    help: &'a [String],
    place: &'a str,
}

/// What the page at `page` is told, as JSON on one line, `with_html` with the page itself. `run` tells one run of
/// the server from the next.
pub(crate) fn of(preview: &Preview, run: &str, page: &str, with_html: bool) -> String {
    let html = preview.file(page).filter(|_| with_html).map(|file| {
        let (version, loaded) = (version(preview, run, page), loaded(preview, run, page));
        inject::page(&file.bytes, page, &version, &loaded)
    });
    let mut state = State {
        version: version(preview, run, page),
        loaded: loaded(preview, run, page),
        html: html.as_deref().map(String::from_utf8_lossy),
        standing: preview.standing(page),
        errors: count(preview, Level::Error),
        warnings: count(preview, Level::Warning),
        here: Vec::new(),
        elsewhere: Vec::new(),
    };
    for note in preview.notes() {
        let shown = shown(note);
        let mut here = note
            .spots
            .iter()
            .filter(|spot| spot.page == page)
            .peekable();
        if here.peek().is_some() {
            let mut words: Vec<_> = here.filter_map(|spot| spot.words.as_deref()).collect();
            words.dedup();
            state.here.push(Here { note: shown, words });
        } else {
            let page = note.spots.first().map(|spot| spot.page.as_str());
            state.elsewhere.push(Elsewhere { note: shown, page });
        }
    }
    serde_json::to_string(&state).expect("strings and numbers are plain JSON")
}

/// What the page at `page` is now; a page that is not there has a version too.
pub(crate) fn version(preview: &Preview, run: &str, page: &str) -> String {
    match preview.version(page) {
        Some(version) => format!("{run}.{version}"),
        None => format!("{run}.none"),
    }
}

/// What the page at `page` loads now.
pub(crate) fn loaded(preview: &Preview, run: &str, page: &str) -> String {
    format!("{run}.{}", preview.loaded_version(page))
}

fn count(preview: &Preview, level: Level) -> usize {
    preview
        .notes()
        .iter()
        .filter(|note| note.level == level)
        .count()
}

fn shown(note: &Note) -> Shown<'_> {
    Shown {
        level: note.level,
        rule: &note.rule,
        message: &note.message,
        label: &note.label,
        notes: &note.notes,
        help: &note.help,
        place: &note.place,
    }
}
