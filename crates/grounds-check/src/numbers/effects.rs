//! What words say that the treatment of an arm did to an outcome: `velapril raised mortality`, `stroke was reduced by
//! velapril`, `velapril was associated with a higher risk of stroke`.

use std::cmp::Ordering;
use std::ops::Range;

use grounds_model::Key;

use super::links::Mention;

/// Words for more of an outcome.
const RAISING: [&str; 17] = [
    "increased",
    "increases",
    "increase",
    "raised",
    "raises",
    "raise",
    "doubled",
    "doubles",
    "tripled",
    "triples",
    "worsened",
    "worsens",
    "higher",
    "greater",
    "elevated",
    "heightened",
    "excess",
];
/// Words for less of it.
const LOWERING: [&str; 18] = [
    "reduced",
    "reduces",
    "reduce",
    "lowered",
    "lowers",
    "lower",
    "decreased",
    "decreases",
    "decrease",
    "cut",
    "cuts",
    "halved",
    "halves",
    "prevented",
    "prevents",
    "protect",
    "protected",
    "protects",
];
/// Words between what was tried and such a word.
const LINKS: [&str; 32] = [
    "a",
    "also",
    "an",
    "appeared",
    "appears",
    "are",
    "associated",
    "can",
    "clearly",
    "exposure",
    "group",
    "had",
    "has",
    "have",
    "is",
    "led",
    "linked",
    "may",
    "might",
    "probably",
    "significantly",
    "slightly",
    "the",
    "therapy",
    "tied",
    "to",
    "treatment",
    "use",
    "was",
    "were",
    "will",
    "with",
];
/// Words between such a word and the outcome.
const AMOUNTS: [&str; 20] = [
    "a",
    "against",
    "all-cause",
    "an",
    "any",
    "chance",
    "hazard",
    "in",
    "incidence",
    "later",
    "likelihood",
    "number",
    "odds",
    "of",
    "overall",
    "rate",
    "relative",
    "risk",
    "the",
    "total",
];
/// Words before an arm to which an effect is put down.
const AGENTS: [&str; 6] = ["by", "with", "on", "in", "by the", "with the"];

/// The arm of which a clause says that it had more or less of an outcome than the other, where one word says so; `outcomes` are
/// the places that name it.
pub(super) fn changed<'a>(
    clause: &str,
    arms: &[Mention<&'a Key>],
    outcomes: &[Range<usize>],
) -> Option<(&'a Key, Ordering)> {
    let mut found = words(clause).filter_map(|(name, place)| Some((said(name)?, name, place)));
    let (way, name, verb) = found.next()?;
    let asks = words(clause).any(|(word, _)| ["whether", "if", "than"].contains(&word));
    if found.next().is_some() || asks {
        return None;
    }
    let between = |from: usize, to: usize| clause.get(from..to).unwrap_or_default();
    let all_in = |text: &str, list: &[&str]| words(text).all(|(word, _)| list.contains(&word));
    let after = outcomes
        .iter()
        .find(|outcome| outcome.start >= verb.end)
        .map(|outcome| between(verb.end, outcome.start));
    if let Some(amount) = after {
        // `Protects against stroke`.
        let protects = name.starts_with("protect") && !amount.trim_start().starts_with("against");
        let arm = arms.iter().rev().find(|arm| arm.words.end <= verb.start)?;
        let fits = all_in(amount, &AMOUNTS)
            && all_in(between(arm.words.end, verb.start), &LINKS)
            && !protects;
        return arm.of.filter(|_| fits).map(|arm| (arm, way));
    }
    // `Stroke was reduced by velapril`.
    let before = outcomes
        .iter()
        .rev()
        .find(|outcome| outcome.end <= verb.start)?;
    let passive = ["was", "were", "is", "are"].contains(&between(before.end, verb.start).trim());
    let arm = arms.iter().find(|arm| arm.words.start >= verb.end)?;
    let agent = between(verb.end, arm.words.start).trim();
    arm.of
        .filter(|_| passive && AGENTS.contains(&agent))
        .map(|arm| (arm, way))
}

fn said(word: &str) -> Option<Ordering> {
    if RAISING.contains(&word) {
        Some(Ordering::Greater)
    } else if LOWERING.contains(&word) {
        Some(Ordering::Less)
    } else {
        None
    }
}

/// The words of a text in small letters, with their bytes.
fn words(text: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    let mut at = 0;
    text.split_inclusive(|c: char| !c.is_alphanumeric() && c != '-')
        .filter_map(move |word| {
            let start = at;
            at += word.len();
            let name = word.trim_end_matches(|c: char| !c.is_alphanumeric());
            (!name.is_empty()).then(|| (name, start..start + name.len()))
        })
}
