//! The value of one arm, said of another.

use std::collections::BTreeSet;

use grounds_model::{Key, Level, Study};

use super::{place_of, with_known};
use crate::context::Context;
use crate::numbers::{Judged, Known};
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/other-arm",
    level: Level::Error,
    summary: "a value is said of another arm than the one that has it in the record",
    docs: include_str!("other_arm.md"),
    check: Check::Sentence(check),
};

/// Words of a comparison: what stands beside them may be the other arm.
const CONTRASTS: &[&str] = &[
    "than",
    "against",
    "versus",
    "vs",
    "compared",
    "comparison",
    "relative",
    "over",
    "whereas",
    "while",
    "but",
    "between",
    "both",
    "without",
    "added",
    "adding",
];

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    let Some(judged) = at.compared().and_then(|c| c.quantities.as_ref()) else {
        return;
    };
    let text = at.sentence.text.to_lowercase();
    if text.len() != at.sentence.text.len() {
        return;
    }
    let numbers: Vec<_> = judged.iter().collect();
    for (quantity, judged) in &numbers {
        let Judged::Found(sources) = judged else {
            continue;
        };
        let [(Some(key), known)] = sources.as_slice() else {
            continue;
        };
        let Some(study) = cx.set().studies.get(key) else {
            continue;
        };
        let clause = clause_around(&text, quantity.whole.start);
        let alone = numbers
            .iter()
            .filter(|(_, judged)| is_of_arm(judged, known))
            .count()
            == 1;
        let Some(named) = arm_named(cx, &study.value, &text[clause]).filter(|_| alone) else {
            continue;
        };
        if is_other(&study.value, known, named) {
            let words = &at.sentence.text[quantity.whole.clone()];
            let message = format!("`{words}` is not the value of arm `{named}`");
            let diagnostic = cx.at(place_of(cx, &at, quantity), message);
            let diagnostic = diagnostic.label("said of this arm");
            let diagnostic = with_known(cx, diagnostic, Some(key), known).help(
                "write the value of the arm that the words name, or name the arm of the value",
            );
            cx.report(diagnostic);
        }
    }
}

/// Whether a quantity may be the value of an arm in the finding of a number.
fn is_of_arm(judged: &Judged<'_>, number: &Known) -> bool {
    let Judged::Found(sources) = judged else {
        return false;
    };
    let mut known = sources.iter().map(|(_, known)| known);
    known.any(|known| known.arm.is_some() && known.finding == number.finding)
}

/// Whether a value is of another arm than the one that is named, and that arm has one as well.
fn is_other(study: &Study, known: &Known, named: &Key) -> bool {
    let (Some(finding), Some(arm)) = (&known.finding, &known.arm) else {
        return false;
    };
    let Some(finding) = study.findings.get(finding) else {
        return false;
    };
    let has = finding.values.contains_key(named) || finding.events.contains_key(named);
    arm != named && has
}

/// The clause in which a byte stands, if nothing in it compares.
fn clause_around(text: &str, at: usize) -> std::ops::Range<usize> {
    let marks = [", ", "; ", " (", ": "];
    let start = marks
        .iter()
        .filter_map(|mark| Some(text[..at].rfind(mark)? + mark.len()))
        .max();
    let end = marks.iter().filter_map(|mark| text[at..].find(mark)).min();
    start.unwrap_or(0)..end.map_or(text.len(), |end| at + end)
}

/// The one arm whose interventions, and no others, some words name. `None` where they compare, or
/// where more than one arm would do.
fn arm_named<'a>(cx: &Context<'_>, study: &'a Study, words: &str) -> Option<&'a Key> {
    let mut tokens = words.split(|c: char| !c.is_alphanumeric());
    if tokens.any(|token| CONTRASTS.contains(&token)) {
        return None;
    }
    let concepts = cx.appraiser().concepts();
    let is_named = |key: &Key| {
        concepts.entry(key).is_some_and(|(key, _)| {
            concepts.lineage(key).any(|concept| {
                let names = std::iter::once(&concept.label).chain(&concept.synonyms);
                names
                    .map(|name| name.as_str().to_lowercase())
                    .any(|name| words.contains(&name))
            })
        })
    };
    let all = study.arms.values().flat_map(|arm| &arm.interventions);
    let named: Vec<&Key> = all.filter(|key| is_named(key)).collect();
    if named.is_empty() {
        return None;
    }
    // `With the mask` names the arm that had the mask with advice, which the other had as well.
    let had_by_all = |key: &Key| {
        study
            .arms
            .values()
            .all(|arm| arm.interventions.contains(key))
    };
    let wanted: BTreeSet<&Key> = named.into_iter().filter(|key| !had_by_all(key)).collect();
    let alone = words.contains(" alone") || words.contains(" only");
    if wanted.is_empty() && !alone {
        return None;
    }
    let mut found = study.arms.iter().filter(|(_, arm)| {
        let own = arm.interventions.iter().filter(|key| !had_by_all(key));
        own.collect::<BTreeSet<_>>() == wanted
    });
    let (key, _) = found.next()?;
    found.next().is_none().then_some(key)
}
