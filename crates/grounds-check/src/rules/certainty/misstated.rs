//! A level of certainty that words name, and that no claim has of which they speak.

use std::collections::BTreeSet;

use grounds_evidence::certainty::level_name;
use grounds_load::{Document, Passage, Prose, Sentence};
use grounds_model::{Basis, CertaintyLevel, Claim, Level};

use crate::classify::locate::words_in;
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;
use crate::wording::levels::{level_named, level_of_cell};

pub(crate) static RULE: Rule = Rule {
    id: "certainty/misstated",
    level: Level::Warn,
    summary: "words name a level of certainty that the claim which they speak of does not have",
    docs: include_str!("misstated.md"),
    check: Check::Sentence(check),
};

/// A claim, with its id.
type Rated<'a> = (&'a str, &'a Document<Claim>, CertaintyLevel);

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    let text = at.sentence.text.as_str();
    let prose = &at.of.article.prose;
    let words = at.tokens();
    let cell = prose.cells.get(&at.index);
    let head = cell.and_then(|cell| prose.sentences.get(cell.head?));
    let of_cell = head.and_then(|head| level_of_cell(&head.text, text, words));
    let named = of_cell.or_else(|| level_named(text, words));
    let Some((level, range)) = named else { return };
    let place = words_in(&at, &text[range], cx.sources()).unwrap_or_else(|| at.place());
    let claims = if cell.is_some() {
        of_row(cx, prose, at.index)
    } else {
        of_sentence(cx, at, place.start)
    };
    // One claim that has the level is enough, as is one without: then it is not known what is meant.
    let Some(claims) = claims.filter(|claims| !claims.is_empty()) else {
        return;
    };
    if claims.iter().any(|(_, _, of_claim)| *of_claim == level) {
        return;
    }
    let message = match claims.as_slice() {
        [(id, _, of_claim)] => format!(
            "the words say {} certainty, and claim `{id}` has {}",
            level_name(level),
            level_name(*of_claim)
        ),
        _ => format!(
            "the words say {} certainty, and none of the claims here has it",
            level_name(level)
        ),
    };
    let mut diagnostic = cx.at(place, message).label("said so here");
    for (id, claim, _) in &claims {
        diagnostic = diagnostic.with(
            claim.place("/certainty/level"),
            format!("the certainty of `{id}`"),
        );
    }
    let diagnostic = diagnostic
        .note("the site shows the claim's own level beside these words")
        .help("write the level that the claim has, or rate the claim anew");
    cx.report(diagnostic);
}

/// The claims that a sentence states before words at `named`, or else that the sentence just before it in its paragraph
/// states: “The certainty is low: […]” may speak of either.
fn of_sentence<'a>(cx: &Context<'a>, at: SentenceAt<'_>, named: usize) -> Option<Vec<Rated<'a>>> {
    let prose = &at.of.article.prose;
    let mut claims = stated(prose, std::iter::once(at.sentence));
    let mut passages = at.sentence.passages.iter().map(|&i| &prose.passages[i]);
    if passages.any(|passage| passage.range.start <= named) {
        return rated(cx, claims);
    }
    // What cites a study by itself speaks of that, but for “we rate the certainty as low, for …”.
    let ours = || {
        let mut words = at.tokens().iter();
        words.any(|token| token.is_any(&["our", "us", "we"]))
    };
    if claims.is_empty() && !at.sentence.citations.is_empty() && !ours() {
        return None;
    }
    let before = prose.sentences.get(at.index.checked_sub(1)?)?;
    let between = at
        .of
        .article
        .place(before.range.end..at.sentence.range.start);
    if cx.sources().text(between).contains("\n\n") || before.setting != at.sentence.setting {
        return None;
    }
    let stated_before = stated(prose, std::iter::once(before));
    if stated_before.is_empty() {
        return None;
    }
    claims.extend(stated_before);
    rated(cx, claims)
}

/// The claims that a row of a table states; if it states none, those of the article that a study cited in the row
/// supports.
fn of_row<'a>(cx: &Context<'a>, prose: &Prose, sentence: usize) -> Option<Vec<Rated<'a>>> {
    let first = prose.cells.get(&sentence)?.row.unwrap_or(sentence);
    let in_row = |at: &usize| {
        *at == first
            || prose
                .cells
                .get(at)
                .is_some_and(|cell| cell.row == Some(first))
    };
    let row: Vec<&Sentence> = (0..prose.sentences.len())
        .filter(in_row)
        .map(|at| &prose.sentences[at])
        .collect();
    let own = stated(prose, row.iter().copied());
    if !own.is_empty() {
        return rated(cx, own);
    }
    let cited: BTreeSet<&str> = row
        .iter()
        .flat_map(|sentence| &sentence.citations)
        .map(|&i| prose.citations[i].key.as_str())
        .collect();
    let all = ids(prose.passages.iter());
    let mut claims = rated(cx, all)?;
    claims.retain(|(_, claim, _)| {
        let mut lines = claim.value.evidence.iter();
        lines.any(|line| cited.contains(line.study.as_str()))
    });
    Some(claims)
}

/// The ids of the claims that sentences state.
fn stated<'p>(
    prose: &'p Prose,
    sentences: impl Iterator<Item = &'p Sentence>,
) -> BTreeSet<&'p str> {
    ids(sentences
        .flat_map(|sentence| &sentence.passages)
        .map(|&i| &prose.passages[i]))
}

fn ids<'p>(passages: impl Iterator<Item = &'p Passage>) -> BTreeSet<&'p str> {
    passages
        .filter_map(|passage| Some(passage.claim.as_ref()?.text.as_str()))
        .collect()
}

/// Claims with their certainty; `None` where one has none, or is not there.
fn rated<'a>(cx: &Context<'a>, ids: BTreeSet<&str>) -> Option<Vec<Rated<'a>>> {
    let found = ids.into_iter().map(|id| {
        let (key, claim) = cx.set().claims.sound.get_key_value(id)?;
        let certainty = claim.value.certainty.as_ref()?;
        (claim.value.basis == Basis::Evidence).then_some((
            key.as_str(),
            claim.as_ref(),
            certainty.level,
        ))
    });
    found.collect()
}
