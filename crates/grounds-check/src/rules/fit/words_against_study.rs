//! Words of a sentence that are about other people, another treatment, another comparison or another outcome than any
//! study that it cites.

use std::cell::LazyCell;
use std::ops::Range;

use grounds_evidence::in_sentence;
use grounds_load::Document;
use grounds_model::{Dimension, Key, Level, Study};

use crate::cited::carrying;
use crate::classify::locate::words_in;
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;
use crate::words::compared::Comparable;
use crate::words::names::{NamesIn, Stemmed};
use crate::words::people::{Group, strangers};
use crate::words::strange::About;

pub(crate) static RULE: Rule = Rule {
    id: "fit/words-against-study",
    level: Level::Warn,
    summary: "a sentence is about other people, another treatment or another outcome than the studies that it cites",
    docs: include_str!("words_against_study.md"),
    check: Check::Sentence(check),
};

/// The words that are about something else, as bytes of the sentence, and what they say.
type Other = (Range<usize>, Dimension);

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    // What a review tells of besides its results is not in its record.
    let studies = carrying(cx, at, |study| !study.findings.is_empty());
    if studies.is_empty() {
        return;
    }
    let text = at.sentence.text.as_str();
    let records: Vec<&Study> = studies.iter().map(|(_, study)| &study.value).collect();
    let about = About::of_studies(cx.appraiser().concepts(), cx.concept_names(), &records);
    let names = LazyCell::new(|| NamesIn::of(Stemmed::of(text), cx.concept_names()));
    let Some((words, dimension)) = of_others(cx, text, &records)
        .or_else(|| compared_with_another(&about, &names, &records))
        .or_else(|| {
            let strange = about.strange_besides(&names)?;
            Some((strange.words, strange.dimension))
        })
    else {
        return;
    };
    let said = &text[words];
    let place = words_in(&at, said, cx.sources()).unwrap_or_else(|| at.place());
    let (what, pointer) = described(dimension);
    let cited = if studies.len() == 1 {
        format!("`{}`", studies[0].0)
    } else {
        "the studies that are cited here".to_owned()
    };
    let message = format!("{cited} {what} `{}`", in_sentence(said));
    let mut diagnostic = cx.at(place, message).label("not in the record");
    for (key, study) in &studies {
        let label = format!("what `{key}` has: {}", has(cx, study, dimension));
        diagnostic = diagnostic.with(study.place(pointer), label);
    }
    let diagnostic = diagnostic.help(
        "cite what was found of that, or say what this study found; where it is another name for the same, add it to the concept's `synonyms`",
    );
    cx.report(diagnostic);
}

/// The words for people of whom nobody took part in any of the studies.
fn of_others(cx: &Context<'_>, text: &str, studies: &[&Study]) -> Option<Other> {
    let concepts = cx.appraiser().concepts();
    let mut found = None;
    for study in studies {
        let group = Group::of_study(concepts, study)?;
        found = Some(strangers(text, &group)?);
    }
    found.map(|named| (named.words, Dimension::Population))
}

/// The words behind `than` for a treatment that no arm of the studies had.
fn compared_with_another(
    about: &About<'_, '_>,
    names: &NamesIn<'_>,
    studies: &[&Study],
) -> Option<Other> {
    let arms = studies.iter().flat_map(|study| study.arms.values());
    let done: Vec<&Key> = arms.flat_map(|arm| &arm.interventions).collect();
    if done.is_empty() {
        return None;
    }
    let inert = done.iter().any(|key| about.concepts.is_inert(key));
    let comparable = Comparable {
        comparators: Vec::new(),
        done,
        inert,
    };
    let words = comparable.other(about.concepts, names)?;
    Some((words, Dimension::Comparator))
}

/// What is said of a study that has nothing of a name, and where its record says what it has.
fn described(dimension: Dimension) -> (&'static str, &'static str) {
    match dimension {
        Dimension::Population => ("was not made on", "/population"),
        Dimension::Outcome => ("has no finding on", "/findings"),
        Dimension::Comparator => ("did not compare with", "/arms"),
        _ => ("did not try", "/arms"),
    }
}

/// What a study has in a dimension.
fn has(cx: &Context<'_>, study: &Document<Study>, dimension: Dimension) -> String {
    let concepts = cx.appraiser().concepts();
    let study = &study.value;
    let mut keys: Vec<Key> = match dimension {
        Dimension::Population => {
            let population = study.population.iter();
            population
                .flat_map(|it| it.concepts.iter().cloned())
                .collect()
        }
        Dimension::Outcome => {
            let findings = study.findings.values();
            findings.map(|finding| finding.outcome.clone()).collect()
        }
        _ => {
            let arms = study.arms.values();
            arms.flat_map(|arm| arm.interventions.iter().cloned())
                .collect()
        }
    };
    keys.sort_unstable();
    keys.dedup();
    if keys.is_empty() {
        return "other people".to_owned();
    }
    concepts.labels(&keys)
}
