//! Which way the words beside a number say that something went.

use std::borrow::Cow;

use super::apart;
use super::pace::{of_comparative, of_verb};
use super::precision::{ABOVE, BELOW, LESS, MORE, NEARLY, ROUNDED, words_before};
use super::{Kind, Quantity, Sense, shares};
use crate::Unit;
use crate::lists::WordList;

/// Verbs and nouns of change, as they stand before `by` and `of`.
static UP: WordList = WordList::new(&[
    "rose",
    "rise",
    "rises",
    "risen",
    "rising",
    "increase",
    "increased",
    "increases",
    "increasing",
    "grew",
    "growth",
    "gain",
    "gained",
    "gains",
    "climbed",
    "raised",
    "raises",
    "raise",
    "lengthened",
    "lengthens",
    "prolonged",
    "prolongs",
    "extended",
    "extends",
    "delayed",
    "delays",
    "postponed",
    "up",
]);
static DOWN: WordList = WordList::new(&[
    "fell",
    "fall",
    "falls",
    "fallen",
    "decrease",
    "decreased",
    "decreases",
    "decreasing",
    "dropped",
    "drop",
    "drops",
    "declined",
    "decline",
    "declines",
    "reduced",
    "reduces",
    "reduce",
    "reducing",
    "reduction",
    "reductions",
    "losses",
    "lower",
    "lowered",
    "lowers",
    "lowering",
    "cut",
    "cuts",
    "shrank",
    "loss",
    "lost",
    "lose",
    "loses",
    "losing",
    "shed",
    "shortened",
    "shortens",
    "shorten",
    "shortening",
    "down",
]);
/// Verbs of change that a number may follow at once: `fell 12.4 mmHg`.
static TRANSITIVE: WordList = WordList::new(&[
    "rose",
    "risen",
    "increased",
    "grew",
    "gained",
    "climbed",
    "fell",
    "fallen",
    "decreased",
    "dropped",
    "declined",
    "lost",
    "lose",
    "losing",
    "shed",
]);
/// Words that say that something became better, whichever way its number went.
static BETTER: WordList = WordList::new(&[
    "improve",
    "improved",
    "improves",
    "improving",
    "improvement",
    "improvements",
    "benefit",
    "benefits",
    "benefited",
    "better",
    "superior",
    "effect",
    "effects",
    "relief",
    "relieved",
    "eased",
    "eases",
    "advantage",
    "beat",
    "outperformed",
    "off",
]);
static APART: WordList =
    WordList::new(&["difference", "differences", "differed", "differ", "differs"]);
static CHANGED: WordList = WordList::new(&["changed", "change", "shifted"]);
/// Nouns of change, as they stand before `was` and `were`.
static NOUNS: WordList = WordList::new(&[
    "rise",
    "rises",
    "increase",
    "increases",
    "gain",
    "gains",
    "fall",
    "falls",
    "decrease",
    "decreases",
    "drop",
    "drops",
    "decline",
    "declines",
    "reduction",
    "reductions",
    "loss",
    "losses",
    "difference",
    "differences",
]);

/// How far before a number the word of change may stand, in words: `a reduction in mean LDL of`.
const REACH: usize = 7;
/// How far before `by`: `cut the risk of the hernia coming back by`.
const FAR: usize = 10;

/// Which way the words beside a number say that something changed by so much.
pub(super) fn sense(text: &str, quantity: &Quantity) -> Option<Sense> {
    sense_after(text, quantity, &words_before(text, quantity.number.start))
}

/// The same, where the words before the number, the nearest first, are known.
pub(super) fn sense_after(
    text: &str,
    quantity: &Quantity,
    before: &[Cow<'_, str>],
) -> Option<Sense> {
    if let Kind::In(_) = quantity.kind {
        let within = shares::sense(text.get(quantity.whole.clone())?);
        let extra = shares::is_extra(text, quantity.number.start).then_some(Sense::Up);
        let prevented = || shares::prevented_before(text, quantity.number.start);
        let not = || shares::prevented_after(text, quantity.whole.end);
        let by_noun = || of_noun(&words_before(text, quantity.number.start));
        let said = within.or(extra).or_else(prevented).or_else(not);
        return said.or_else(by_noun);
    }
    let of_time = quantity.unit.as_ref().is_some_and(Unit::is_time);
    let after = text.get(quantity.whole.end..)?;
    if is_bound_of_range(before) {
        // `A range from 2.9 points lower to 0.5 points higher`
        let own = said_after(after, before, of_time);
        if let Some(own) = own.filter(|sense| *sense != Sense::Apart) {
            return Some(own);
        }
        // `The interval of that drop ranged from`; else the direction was said before.
        let said = before.iter().find_map(|word| sense_of(word));
        return Some(said.unwrap_or(Sense::Apart));
    }
    // A difference that has a sign is that of the record's own order.
    let favours = || ["favour", "favor"].iter().any(|word| text.contains(word));
    let unsigned = || favours() || apart::is_unsigned(text, quantity);
    let said = said_before(before, of_time);
    let directed = match said {
        None | Some(Sense::Apart) => said_after(after, before, of_time).or(said),
        said => said,
    };
    let said = directed.or_else(|| {
        let is_gap = apart::is_of_a_gap(text, quantity, before);
        is_gap.then_some(Sense::Apart)
    });
    said.filter(|sense| *sense != Sense::Apart || unsigned())
}

/// `an absolute increase of 5 in 100`
fn of_noun(before: &[Cow<'_, str>]) -> Option<Sense> {
    let mut words = before.iter().map(AsRef::as_ref);
    let noun = words
        .next()
        .filter(|word| *word == "of")
        .and(words.next())?;
    NOUNS.has(noun).then(|| sense_of(noun)).flatten()
}

/// What the words before a number say, the nearest first: `fell by`, `a reduction in LDL of`, `the drop was`.
fn said_before(before: &[Cow<'_, str>], of_time: bool) -> Option<Sense> {
    let hedges = [
        "than", "least", "most", "at", "to", "up", "close", "just", "only", "slightly", "well",
    ];
    let all = [ROUNDED, NEARLY, ABOVE, BELOW, &hedges];
    let is_hedge = |word: &&str| {
        MORE.has(word) || LESS.has(word) || all.iter().any(|hedges| hedges.contains(word))
    };
    let mut words = before.iter().map(AsRef::as_ref).skip_while(is_hedge);
    match words.next()? {
        "by" => {
            let near: Vec<&str> = words.take(FAR).collect();
            changed_by(&near, of_time)
        }
        "of" => words.take(REACH).find_map(sense_of),
        "was" | "is" | "were" => words
            .take(REACH)
            .find(|word| NOUNS.has(word))
            .and_then(sense_of),
        verb => TRANSITIVE.has(verb).then(|| sense_of(verb))?,
    }
}

/// What the words before `by` say, the nearest first: `fell`, `sped up recovery`, `was shorter with it`.
fn changed_by(near: &[&str], of_time: bool) -> Option<Sense> {
    // Of time such a verb says more than what it is said of: `sped up growth by 2.4 days`.
    let paced = || near.iter().find_map(|word| of_verb(word, of_time));
    if let Some(sense) = of_time.then(paced).flatten() {
        return Some(sense);
    }
    near.iter().enumerate().find_map(|(at, word)| {
        // The `up` of `sped up` says nothing by itself.
        let whole = near.get(at + 1).filter(|_| ["up", "down"].contains(word));
        if *word == "fall" && at > 0 && near[at - 1] == "asleep" {
            return None;
        }
        let of_pace = whole.and_then(|verb| of_verb(verb, of_time));
        of_pace
            .or_else(|| of_verb(word, of_time))
            .or_else(|| of_comparative(word, of_time))
            .or_else(|| sense_of(word))
    })
}

/// What the words after a number say: `lower`, `more`, `of weight loss`.
fn said_after(after: &str, before: &[Cow<'_, str>], of_time: bool) -> Option<Sense> {
    const NOUNS_OF_FALLS: [&str; 6] = ["reduction", "decrease", "fall", "drop", "decline", "loss"];
    let adjectives = [
        "relative", "absolute", "overall", "further", "mean", "average", "weight",
    ];
    let after = after.strip_prefix(' ')?;
    let after = after.strip_prefix("of ").unwrap_or(after);
    let word = after
        .split(' ')
        .map(|word| {
            word.trim_end_matches(|c: char| !c.is_alphabetic())
                .to_lowercase()
        })
        .find(|word| !adjectives.contains(&word.as_str()))?;
    let word = word.as_str();
    let said = |words: &WordList| before.iter().take(REACH).any(|word| words.has(word));
    if let Some(sense) = of_comparative(word, of_time) {
        return Some(sense);
    }
    match word {
        _ if LESS.has(word) || NOUNS_OF_FALLS.contains(&word) => Some(Sense::Down),
        // `Improved by 1.2 points more`: which way is better is not said.
        _ if said(&BETTER) => None,
        "more" if said(&DOWN) => Some(Sense::Down),
        "increase" | "rise" | "gain" => Some(Sense::Up),
        "difference" | "gap" | "apart" => Some(Sense::Apart),
        // Which way it changed is not said.
        "more" if said(&CHANGED) => Some(Sense::Apart),
        _ => MORE.has(word).then_some(Sense::Up),
    }
}

/// Whether the words before a number make it an end of a range, whose direction was said before: `the interval
/// ranged from 3.3 to 7.1`.
fn is_bound_of_range(before: &[Cow<'_, str>]) -> bool {
    const RANGES: [&str; 7] = [
        "ranged", "ranges", "ranging", "range", "interval", "bounds", "limits",
    ];
    let has = |words: &[&str]| before.iter().any(|word| words.contains(&&**word));
    has(&RANGES) && has(&["from", "between", "of"])
}

/// Whether some word of the sentence tells of a fall, or that something became better: a number of it may then be
/// written without its sign, however far from that word it stands.
pub(super) fn tells_of_a_fall(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphabetic());
    words.any(|word| DOWN.has(word) || LESS.has(word) || BETTER.has(word))
}

/// Which way the words of change before a byte say that something went.
pub(super) fn change_before(text: &str, at: usize) -> Option<Sense> {
    let before = words_before(text, at);
    let mut words = before.iter().map(AsRef::as_ref).take(REACH);
    let sense = words.find_map(sense_of);
    sense.filter(|sense| *sense != Sense::Apart)
}

/// Which way a verb near `from` says that something went: `rose from`, `fell with it from`.
pub(super) fn of_from(text: &str, at: usize) -> Option<Sense> {
    const OTHERS: [&str; 22] = [
        "reduced",
        "reduces",
        "lowered",
        "lowers",
        "raised",
        "raises",
        "cut",
        "cuts",
        "increases",
        "decreases",
        "rises",
        "falls",
        "drops",
        "shortened",
        "shortens",
        "lengthened",
        "lengthens",
        "prolonged",
        "prolongs",
        "extended",
        "extends",
        "declines",
    ];
    let before = words_before(text, at);
    let (from, before) = before.split_first()?;
    let mut near = before
        .iter()
        .map(AsRef::as_ref)
        .filter(|_| from == "from")
        .take(4);
    let verb = near.find(|word| TRANSITIVE.has(word) || OTHERS.contains(word))?;
    sense_of(verb)
}

fn sense_of(word: &str) -> Option<Sense> {
    if DOWN.has(word) {
        Some(Sense::Down)
    } else if UP.has(word) {
        Some(Sense::Up)
    } else {
        APART.has(word).then_some(Sense::Apart)
    }
}
