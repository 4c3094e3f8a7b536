//! The quotations of a sentence, compared with the studies that it cites.

use grounds_diagnostics::Place;
use grounds_load::child;

use super::{Verdict, compare, tokens};
use crate::classify::locate::words_in;
use crate::context::Context;
use crate::subject::SentenceAt;

/// The least number of words that make a quotation: fewer are a term, or irony.
const LEAST_WORDS: usize = 4;

/// How a quotation stands to the cited studies.
pub(crate) enum Quoted {
    /// One has it.
    Found,
    /// One has it with another number, sign, operator, unit or negation.
    Altered {
        quoted: String,
        written: String,
        study: String,
        place: Place,
    },
    /// All of them are stored, and none has it.
    Absent { nearest: Option<(String, Place)> },
    /// Not all of them are stored.
    Unknown,
}

/// The quotations of a sentence that cites studies, each with how it stands to these.
pub(crate) fn judge<'t>(cx: &Context<'_>, at: SentenceAt<'t>) -> Vec<(&'t str, Quoted)> {
    let citations = &at.sentence.citations;
    if citations.is_empty() || !may_quote(at) {
        return Vec::new();
    }
    let cited = citations.iter();
    let cited: Vec<&str> = cited
        .map(|&i| at.of.article.prose.citations[i].key.as_str())
        .collect();
    quotations(at)
        .into_iter()
        .map(|words| (words, judge_one(cx, &cited, words)))
        .collect()
}

/// Where the words of a quotation stand.
pub(crate) fn place_of(cx: &Context<'_>, at: &SentenceAt<'_>, words: &str) -> Place {
    words_in(at, words, cx.sources()).unwrap_or_else(|| at.place())
}

/// Whether a sentence may hold a quotation: all marks but one are beyond ASCII.
fn may_quote(at: SentenceAt<'_>) -> bool {
    let text = at.sentence.text.as_str();
    at.sentence.quoted || !text.is_ascii() || text.contains('"')
}

/// What stands between quotation marks, and the whole of a quoted block.
fn quotations(at: SentenceAt<'_>) -> Vec<&str> {
    const MARKS: [(char, char); 5] = [('“', '”'), ('"', '"'), ('«', '»'), ('„', '“'), ('‘', '’')];
    let text = at.sentence.text.as_str();
    let mut found = Vec::new();
    if at.sentence.quoted {
        found.push(text);
    } else {
        let mut rest = text;
        while let Some((open, mark)) = rest.char_indices().find_map(|(i, c)| {
            let mark = MARKS.iter().find(|(open, _)| *open == c)?;
            Some((i, mark))
        }) {
            let inner = &rest[open + mark.0.len_utf8()..];
            let Some(end) = inner.find(mark.1) else { break };
            found.push(&inner[..end]);
            rest = &inner[end + mark.1.len_utf8()..];
        }
    }
    found.retain(|words| tokens(words).len() >= LEAST_WORDS);
    found
}

fn judge_one(cx: &Context<'_>, cited: &[&str], words: &str) -> Quoted {
    let mut altered = None;
    let mut nearest = None;
    let mut all_stored = true;
    for key in cited {
        let stored = cx.texts().get(key);
        all_stored &= stored.is_some();
        let mut verdicts: Vec<(Verdict, Option<Place>)> = Vec::new();
        if let Some(text) = stored {
            let verdict = text.compare(words);
            let place = match &verdict {
                Verdict::Altered { at, .. } | Verdict::Absent(Some(at)) => {
                    Some(Place::new(text.file, at.clone()))
                }
                _ => None,
            };
            verdicts.push((verdict, place));
        }
        if let Some(study) = cx.set().studies.get(key) {
            let title = study.value.report.title.as_str();
            verdicts.push((compare(words, title), Some(study.place("/report/title"))));
            for (quote, extract) in &study.value.quotes {
                let place = study.place(&format!("{}/text", child("/quotes", quote.as_str())));
                verdicts.push((compare(words, extract.text.as_str()), Some(place)));
            }
        }
        for (verdict, place) in verdicts {
            match (verdict, place) {
                (Verdict::Found, _) => return Quoted::Found,
                (
                    Verdict::Altered {
                        quoted, written, ..
                    },
                    Some(place),
                ) => {
                    let study = (*key).to_owned();
                    altered = altered.or(Some(Quoted::Altered {
                        quoted,
                        written,
                        study,
                        place,
                    }));
                }
                (Verdict::Absent(Some(_)), Some(place)) => {
                    nearest = nearest.or(Some(((*key).to_owned(), place)));
                }
                _ => {}
            }
        }
    }
    match altered {
        Some(altered) => altered,
        None if all_stored => Quoted::Absent { nearest },
        None => Quoted::Unknown,
    }
}
