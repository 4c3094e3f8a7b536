//! Where on the site a diagnostic belongs.
//!
//! One about an article belongs to its passage or sentence there; one about a claim to every
//! passage that states it, and to its own page; one about a study to that study's page. Secondary
//! places count as well: a claim that a study does not carry is wrong where it is said.

use grounds_diagnostics::{Diagnostic, Entry, FileId, Place, Report, Severity};
use grounds_export::site::{page_of_article, page_of_claim, page_of_study};
use grounds_load::{Article, ContentSet, Loaded, Lookup, Records};
use grounds_model::Key;
use grounds_serve::{Level, Note, Spot};

use crate::session::{self, Session};

/// The notes of a report, errors first.
pub(super) fn notes(session: &Session, report: &Report) -> Vec<Note> {
    let note = |entry: &Entry| note(session, entry);
    let of = |severity| {
        report
            .entries
            .iter()
            .filter(move |entry| entry.severity == severity)
    };
    of(Severity::Error)
        .chain(of(Severity::Warning))
        .map(note)
        .collect()
}

fn note(session: &Session, entry: &Entry) -> Note {
    let diagnostic = &entry.diagnostic;
    let mut help = diagnostic.help.clone();
    help.extend(diagnostic.fix.iter().map(|fix| fix.title.clone()));
    Note {
        level: match entry.severity {
            Severity::Error => Level::Error,
            Severity::Warning => Level::Warning,
        },
        rule: diagnostic.rule.to_owned(),
        message: diagnostic.message.clone(),
        label: diagnostic.primary.text.clone(),
        notes: diagnostic.notes.clone(),
        help,
        place: session::shown_place(&session.loaded.sources, diagnostic.primary.place),
        spots: spots(&session.loaded, diagnostic),
    }
}

/// What a file holds.
enum Subject<'a> {
    Article(&'a Key, &'a Article),
    Claim(Key),
    Study(Key),
}

/// What the set has of a file: the record that its path names, if that is the one which was read.
fn subject(loaded: &Loaded, file: FileId) -> Option<Subject<'_>> {
    let set = &loaded.set;
    let path = loaded.sources.get(file).path();
    let name = path.rsplit('/').next().unwrap_or(path);
    let key = Key::new(name.split('.').next().unwrap_or(name))?;
    match path.split('/').next()? {
        "articles" => {
            let (key, article) = set.articles.get_key_value(&key)?;
            (article.file == file).then_some(Subject::Article(key, article))
        }
        "claims" => is_in(&set.claims, &key, file).then_some(Subject::Claim(key)),
        "studies" => is_in(&set.studies, &key, file).then_some(Subject::Study(key)),
        _ => None,
    }
}

/// Whether the record with a key was read from a file, as far as it could be read.
fn is_in<T>(records: &Records<T>, key: &Key, file: FileId) -> bool {
    match records.look_up(key.as_str()) {
        Lookup::Found(document) => document.file() == file,
        Lookup::Broken(broken) => broken == file,
        Lookup::Absent => false,
    }
}

/// Where a diagnostic belongs, each spot once, those of the primary place first.
fn spots(loaded: &Loaded, diagnostic: &Diagnostic) -> Vec<Spot> {
    let set = &loaded.set;
    let mut spots = Vec::new();
    let primary = diagnostic.primary.place;
    match subject(loaded, primary.file) {
        Some(Subject::Article(key, article)) => spots.push(in_article(key, article, primary)),
        Some(Subject::Claim(key)) => spots.extend(of_claim(set, &key)),
        Some(Subject::Study(key)) => spots.push(Spot {
            page: page_of_study(key.as_str()),
            words: None,
        }),
        None => {}
    }
    for label in &diagnostic.secondary {
        if let Some(Subject::Article(key, article)) = subject(loaded, label.place.file) {
            spots.push(in_article(key, article, label.place));
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    spots.retain(|spot| seen.insert(spot.clone()));
    spots
}

/// The passage around a place, or else the sentence that it touches, or else the article.
fn in_article(key: &Key, article: &Article, place: Place) -> Spot {
    let prose = &article.prose;
    let around =
        |range: &std::ops::Range<usize>| range.start <= place.start && place.end <= range.end;
    let touched = |range: &std::ops::Range<usize>| {
        range.start < place.end.max(place.start + 1) && place.start < range.end
    };
    // Passages may nest: the shortest is the nearest.
    let passage = prose
        .passages
        .iter()
        .filter(|passage| around(&passage.range));
    let passage = passage.min_by_key(|passage| passage.range.len());
    let words = passage.map(|passage| passage.text.clone()).or_else(|| {
        let mut sentences = prose.sentences.iter();
        let sentence = sentences.find(|sentence| touched(&sentence.range));
        sentence.map(|sentence| sentence.text.clone())
    });
    Spot {
        page: page_of_article(key.as_str()),
        words,
    }
}

/// Every passage that states a claim, and the claim's page.
fn of_claim(set: &ContentSet, id: &Key) -> Vec<Spot> {
    let uses = set.uses.passages.get(id.as_str()).into_iter().flatten();
    let stated = uses.filter_map(|used| {
        let passage = set
            .articles
            .get(&used.article)?
            .prose
            .passages
            .get(used.passage)?;
        Some(Spot {
            page: page_of_article(used.article.as_str()),
            words: Some(passage.text.clone()),
        })
    });
    let statement = set
        .claims
        .get(id.as_str())
        .map(|claim| claim.value.statement.to_string());
    let own = Spot {
        page: page_of_claim(id.as_str()),
        words: statement,
    };
    stated.chain([own]).collect()
}
