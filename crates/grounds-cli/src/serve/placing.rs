//! Where on the site a diagnostic belongs.
//!
//! One about an article belongs to its passage or sentence there; one about a claim to every
//! passage that states it, and to its own page; one about a study to that study's page. Secondary
//! places count as well: a claim that a study does not carry is wrong where it is said.

use std::collections::BTreeMap;

use grounds_diagnostics::{Diagnostic, Entry, FileId, Place, Report, Severity};
use grounds_export::site::{page_of_article, page_of_claim, page_of_study};
use grounds_load::{Article, ContentSet};
use grounds_model::Key;
use grounds_serve::{Level, Note, Spot};

use crate::session::{self, Session};

/// The notes of a report, errors first.
pub(super) fn notes(session: &Session, report: &Report) -> Vec<Note> {
    let set = &session.loaded.set;
    let subjects = subjects(set);
    let note = |entry: &Entry| note(session, &subjects, entry);
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

fn note(session: &Session, subjects: &BTreeMap<FileId, Subject<'_>>, entry: &Entry) -> Note {
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
        spots: spots(&session.loaded.set, subjects, diagnostic),
    }
}

/// What a file holds.
enum Subject<'a> {
    Article(&'a Key, &'a Article),
    Claim(&'a Key),
    Study(&'a Key),
}

fn subjects(set: &ContentSet) -> BTreeMap<FileId, Subject<'_>> {
    let articles = set.articles.iter();
    let articles = articles.map(|(key, article)| (article.file, Subject::Article(key, article)));
    let claims = set
        .claims
        .iter()
        .map(|(key, claim)| (claim.file(), Subject::Claim(key)));
    let broken_claims = set.claims.broken.iter();
    let broken_claims = broken_claims.map(|(key, &file)| (file, Subject::Claim(key)));
    let studies = set
        .studies
        .iter()
        .map(|(key, study)| (study.file(), Subject::Study(key)));
    let broken_studies = set.studies.broken.iter();
    let broken_studies = broken_studies.map(|(key, &file)| (file, Subject::Study(key)));
    articles
        .chain(claims)
        .chain(broken_claims)
        .chain(studies)
        .chain(broken_studies)
        .collect()
}

/// Where a diagnostic belongs, each spot once, those of the primary place first.
fn spots(
    set: &ContentSet,
    subjects: &BTreeMap<FileId, Subject<'_>>,
    diagnostic: &Diagnostic,
) -> Vec<Spot> {
    let mut spots = Vec::new();
    let primary = diagnostic.primary.place;
    match subjects.get(&primary.file) {
        Some(Subject::Article(key, article)) => spots.push(in_article(key, article, primary)),
        Some(Subject::Claim(key)) => spots.extend(of_claim(set, key)),
        Some(Subject::Study(key)) => spots.push(Spot {
            page: page_of_study(key.as_str()),
            words: None,
        }),
        None => {}
    }
    for label in &diagnostic.secondary {
        if let Some(Subject::Article(key, article)) = subjects.get(&label.place.file) {
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
