//! One file's part in the content set, read without a look at any other file.

use std::ops::Range;

use grounds_diagnostics::{Diagnostic, FileId, Place};
use grounds_model::{Claim, FrontMatter, Settings, Study, Vocabulary};
use serde::de::DeserializeOwned;

use super::decode::Fault;
use super::limits;
use crate::bidi;
use crate::document::Document;
use crate::files::{Role, role};
use crate::front_matter::{FrontMatterSplit, split};
use crate::lookalike;
use crate::markdown;
use crate::prose::Prose;
use crate::records::{Record, State, read_record};
use crate::rule;
use crate::schema::Kind;
use crate::yaml::Stretch;

/// What one file brings to the content set.
#[derive(Debug)]
pub(crate) struct Part {
    pub(crate) file: FileId,
    pub(crate) what: What,
    pub(crate) state: State,
    pub(crate) fault: Option<Fault>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// What a file holds; a record that is not sound is `None`.
#[derive(Debug)]
pub(crate) enum What {
    Settings(Option<Box<Document<Settings>>>),
    Vocabulary(Option<Box<Document<Vocabulary>>>),
    Article(Option<Box<Document<FrontMatter>>>, Box<Prose>),
    Claim(Option<Box<Document<Claim>>>),
    Study(Option<Box<Document<Study>>>),
    /// An article, which is read by itself later.
    Waiting,
    Nothing,
}

/// Reads one file, at `path` in the set, whose text is `text`.
pub(crate) fn read_part(file: FileId, path: &str, text: &str, fault: Option<Fault>) -> Part {
    let role = role(path);
    if let Some(fault) = fault {
        return Part {
            file,
            what: empty(role),
            state: State::Unparsed,
            diagnostics: fault.diagnostic(file, path).into_iter().collect(),
            fault: Some(fault),
        };
    }
    match role {
        Role::Settings => whole(file, text, Kind::Settings, What::Settings),
        Role::Vocabulary => {
            let mut part = whole(file, text, Kind::Vocabulary, What::Vocabulary);
            if let What::Vocabulary(Some(vocabulary)) = &part.what {
                part.diagnostics.extend(limits::too_much_above(vocabulary));
            }
            part
        }
        Role::Article(_) => article(file, text),
        Role::Claim(_) => whole(file, text, Kind::Claim, What::Claim),
        Role::Study(_) => whole(file, text, Kind::Study, What::Study),
        Role::Stray(_) => Part {
            file,
            what: What::Nothing,
            state: State::Unparsed,
            fault: Some(Fault::Stray),
            diagnostics: Vec::new(),
        },
        Role::Style | Role::SourceText | Role::Theme | Role::ThemeMedia | Role::Ignored => Part {
            file,
            what: What::Nothing,
            state: State::Sound,
            fault: None,
            diagnostics: Vec::new(),
        },
    }
}

/// An article that is read by itself later.
pub(crate) fn waiting(file: FileId) -> Part {
    Part {
        file,
        what: What::Waiting,
        state: State::Sound,
        fault: None,
        diagnostics: Vec::new(),
    }
}

fn empty(role: Role<'_>) -> What {
    match role {
        Role::Settings => What::Settings(None),
        Role::Vocabulary => What::Vocabulary(None),
        Role::Article(_) => What::Article(None, Box::default()),
        Role::Claim(_) => What::Claim(None),
        Role::Study(_) => What::Study(None),
        Role::Style
        | Role::SourceText
        | Role::Theme
        | Role::ThemeMedia
        | Role::Stray(_)
        | Role::Ignored => What::Nothing,
    }
}

/// A file that is a record from its first byte to its last.
fn whole<T: DeserializeOwned>(
    file: FileId,
    text: &str,
    kind: Kind,
    what: impl FnOnce(Option<Box<Document<T>>>) -> What,
) -> Part {
    let stretch = Stretch::new(file, text, 0..text.len());
    let Record {
        document,
        state,
        diagnostics,
    } = read_record(kind, file, text, stretch);
    Part {
        file,
        what: what(document),
        state,
        fault: None,
        diagnostics,
    }
}

/// Citations and passages whose key looks like another.
fn confusable_keys(file: FileId, prose: &Prose) -> Vec<Diagnostic> {
    let cited = prose.citations.iter();
    let cited = cited.map(|cited| (cited.key.as_str(), &cited.key_range));
    let stated = prose.passages.iter().filter_map(|it| it.claim.as_ref());
    let stated = stated.map(|claim| (claim.text.as_str(), &claim.range));
    let keys = cited.chain(stated);
    keys.filter_map(|(word, range)| {
        let key = lookalike::lookalike(word)?;
        Some(lookalike::say(Place::new(file, range.clone()), word, &key))
    })
    .collect()
}

fn article(file: FileId, text: &str) -> Part {
    let part = |front, body, diagnostics| with_prose(file, text, front, body, diagnostics);
    match split(text) {
        FrontMatterSplit::Found { yaml, body } => {
            let stretch = Stretch::new(file, text, yaml);
            let record = read_record(Kind::Article, file, text, stretch);
            part(record.document, body, record.diagnostics)
        }
        FrontMatterSplit::Missing { body, late } => {
            let place = Place::new(file, late.clone().unwrap_or(body.start..body.start));
            let message = "the article does not begin with front matter";
            let diagnostic = Diagnostic::new(rule::MISSING_FRONT_MATTER, place, message);
            let diagnostic = match late {
                Some(_) => {
                    diagnostic.help("delete the lines before it: `---` must be the first line")
                }
                None => {
                    diagnostic.help("begin the file with three lines: `---`, `title: …`, `---`")
                }
            };
            part(None, body, vec![diagnostic])
        }
        // Where the prose begins cannot be told, so none is read.
        FrontMatterSplit::Unclosed { opening } => {
            let place = Place::new(file, opening);
            let diagnostic = Diagnostic::new(rule::SYNTAX, place, "the front matter is not closed")
                .help("put a line `---` between the front matter and the prose");
            Part {
                file,
                what: What::Article(None, Box::default()),
                state: State::Unparsed,
                fault: None,
                diagnostics: vec![diagnostic],
            }
        }
    }
}

/// An article whose prose is `body`.
fn with_prose(
    file: FileId,
    text: &str,
    front: Option<Box<Document<FrontMatter>>>,
    body: Range<usize>,
    mut diagnostics: Vec<Diagnostic>,
) -> Part {
    let mut state = if front.is_some() {
        State::Sound
    } else {
        State::WithoutFrontMatter
    };
    let tree = markdown::parse(text, body.clone());
    let (prose, too_large) = limits::prose_within(file, &body, tree);
    if too_large.is_some() {
        state = State::Unparsed;
    }
    diagnostics.extend(too_large);
    diagnostics.extend(bidi::find(rule::BIDI_IN_PROSE, file, text, body));
    diagnostics.extend(confusable_keys(file, &prose));
    Part {
        file,
        what: What::Article(front, Box::new(prose)),
        state,
        fault: None,
        diagnostics,
    }
}
