//! The value of one arm, said of another.

use std::collections::BTreeSet;

use grounds_model::{Key, Level, Study};
use grounds_numbers::quantity::Quantity;

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
    // Only what is the value of an arm can be said of another.
    let of_arm = |judged| one_result(judged).filter(|(_, known)| known.arm().is_some());
    if !judged.iter().any(|(_, judged)| of_arm(judged).is_some()) {
        return;
    }
    let text = at.sentence.text.to_lowercase();
    if text.len() != at.sentence.text.len() {
        return;
    }
    for (i, (quantity, of_it)) in judged.iter().enumerate() {
        let Some((key, known)) = of_arm(of_it) else {
            continue;
        };
        let Some(study) = cx.set().studies.get(key) else {
            continue;
        };
        let beside =
            |quantity: &Quantity| arm_named(cx, &study.value, words_after(&text, quantity));
        let others = || {
            judged
                .iter()
                .enumerate()
                .filter(|(at, _)| *at != i)
                .map(|(_, of)| of)
        };
        let named = if let Some(named) = beside(quantity) {
            // Where another value is said of this one's arm the two are swapped, which has a rule of its own.
            let swapped = others().any(|(other, judged)| {
                let arm = beside(other).filter(|_| is_of_finding(judged, known));
                arm.is_some() && arm == known.arm()
            });
            (!swapped).then_some(named)
        } else {
            let alone = others().all(|(_, judged)| !is_of_another_arm(judged, known));
            let clause = clause_around(&text, quantity.whole.start);
            arm_named(cx, &study.value, &text[clause]).filter(|_| alone)
        };
        let Some(named) = named.filter(|named| is_other(&study.value, known, named)) else {
            continue;
        };
        let words = &at.sentence.text[quantity.whole.clone()];
        let message = format!("`{words}` is not the value of arm `{named}`");
        let diagnostic = cx.at(place_of(cx, &at, quantity), message);
        let diagnostic = diagnostic.label("said of this arm");
        let diagnostic = with_known(cx, diagnostic, Some(key), known)
            .help("write the value of the arm that the words name, or name the arm of the value");
        cx.report(diagnostic);
    }
}

/// The one result of an arm that a quantity can be, though it may stand in several fields of the record.
fn one_result<'a>(judged: &'a Judged<'_>) -> Option<(&'a str, &'a Known)> {
    let Judged::Found(sources) = judged else {
        return None;
    };
    let (study, known) = sources.first()?;
    let same = |(other, of): &(Option<&str>, Known)| {
        other == study && of.finding() == known.finding() && of.arm() == known.arm()
    };
    sources.iter().all(same).then_some(((*study)?, known))
}

/// Whether a quantity is of the same finding as a number.
fn is_of_finding(judged: &Judged<'_>, number: &Known) -> bool {
    let Judged::Found(sources) = judged else {
        return false;
    };
    let mut known = sources.iter().map(|(_, known)| known);
    known.any(|known| known.arm().is_some() && known.finding() == number.finding())
}

/// Whether a quantity may be the value of another arm in the finding of a number.
fn is_of_another_arm(judged: &Judged<'_>, number: &Known) -> bool {
    let Judged::Found(sources) = judged else {
        return false;
    };
    let mut known = sources.iter().map(|(_, known)| known);
    known.any(|known| {
        known.arm().is_some() && known.finding() == number.finding() && known.arm() != number.arm()
    })
}

/// The words at once after a quantity that say whose it is: `with placebo`, `of men on placebo`.
fn words_after<'t>(text: &'t str, quantity: &Quantity) -> &'t str {
    let after = text.get(quantity.whole.end..).unwrap_or_default();
    let marks = [
        ",",
        ";",
        ":",
        ".",
        "(",
        " and ",
        " or ",
        " but ",
        " while ",
        " against ",
        " versus ",
        " vs ",
    ];
    let end = marks.iter().filter_map(|mark| after.find(mark)).min();
    let words = &after[..end.unwrap_or(after.len())];
    let first = words.split_whitespace().next().unwrap_or_default();
    if ["with", "on", "in", "under", "of", "among", "for"].contains(&first) {
        words
    } else {
        ""
    }
}

/// Whether a value is of another arm than the one that is named, and that arm has one as well.
fn is_other(study: &Study, known: &Known, named: &Key) -> bool {
    let (Some(finding), Some(arm)) = (known.finding(), known.arm()) else {
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
