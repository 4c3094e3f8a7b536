//! Shares of those who had an outcome that are said of those who had not: `30% were still alive` where 30% had died.

use std::collections::BTreeSet;

use grounds_model::{Key, Study};
use grounds_numbers::Unit;
use grounds_numbers::quantity::{Kind, Quantity};
use rust_decimal::Decimal;

use super::contrasts::rate;
use super::{Judged, Known, Numbers, Said};

/// A share that is said of those who are left.
#[derive(Debug)]
pub(crate) struct OfTheRest<'s> {
    pub(crate) quantity: &'s Quantity,
    pub(crate) study: &'s str,
    /// The number of those who had the outcome.
    pub(crate) known: &'s Known,
}

/// Words that end what is said of a value.
const ENDS: [&str; 12] = [
    ",",
    ";",
    ".",
    "(",
    " and ",
    " but ",
    " while ",
    " whereas ",
    " against ",
    " compared ",
    " versus ",
    " than ",
];
/// Words right before an outcome that say that somebody did not have it.
const WITHOUT: [&str; 15] = [
    "did not have",
    "did not get",
    "did not develop",
    "did not suffer",
    "do not have",
    "do not get",
    "didn't have",
    "didn't get",
    "never had",
    "had no",
    "have no",
    "stayed free of",
    "stayed free from",
    "remained free of",
    "were free of",
];
const ARTICLES: [&str; 4] = ["a", "an", "any", "another"];
/// Parts of the names of outcomes that are themselves that something did not happen.
const NEGATIVE: [&str; 14] = [
    "free", "no ", "not ", "non", "without", "surviv", "alive", "absence", "avoid", "quit", "stop",
    "miss", "never", "negative",
];

/// The shares of some words that are said of those who are left.
pub(crate) fn said_of_the_rest<'s, 'a: 's>(
    said: &Said<'s, 'a>,
    numbers: &Numbers<'a>,
) -> Vec<OfTheRest<'s>> {
    let mut found = Vec::new();
    for (quantity, judged) in said.judged {
        let Judged::Found(sources) = judged else {
            continue;
        };
        let (Some((Some(study), known)), None) = (sources.first(), quantity.sense) else {
            continue;
        };
        let same = |(other, of): &(Option<&'a str>, Known)| {
            *other == Some(*study) && of.is_result_of_arm() && of.is_share_of_people()
        };
        let Some(record) = numbers.record(study).filter(|_| sources.iter().all(same)) else {
            continue;
        };
        if tells_of_the_rest(
            (said.text, said.heads.row),
            quantity,
            known,
            record,
            numbers,
        ) && !may_be_the_rest(quantity, sources, said, numbers)
        {
            found.push(OfTheRest {
                quantity,
                study,
                known,
            });
        }
    }
    found
}

/// Whether the words after a value say that so many did not have its outcome.
fn tells_of_the_rest(
    (text, row): (&str, &str),
    quantity: &Quantity,
    known: &Known,
    study: &Study,
    numbers: &Numbers<'_>,
) -> bool {
    let after = text.get(quantity.whole.end..).unwrap_or_default();
    // Of a number alone in its cell the row tells.
    let after = if after.is_empty() { row } else { after };
    let after = after.to_lowercase();
    let end = ENDS.iter().filter_map(|end| after.find(end)).min();
    let tail = &after[..end.unwrap_or(after.len())];
    let finding = known.finding().and_then(|key| study.findings.get(key));
    let Some(outcome) = finding.map(|finding| &finding.outcome) else {
        return false;
    };
    let labels = numbers.outcomes.names(outcome);
    let is_negative = |name: &String| NEGATIVE.iter().any(|part| name.contains(part));
    if labels.is_empty() || labels.iter().any(is_negative) {
        return false;
    }
    let has = |words: &[&str]| tail.split_whitespace().any(|word| words.contains(&word));
    if known.outcome.is_death() {
        let denied = has(&["not", "never", "no", "longer", "died", "dead", "deaths"]);
        return has(&["alive", "survived"]) && !denied;
    }
    let measured: BTreeSet<&Key> = study.findings.values().map(|of| &of.outcome).collect();
    let named = numbers.outcomes.places(tail, &measured, &[]);
    let Some(first) = named.first().filter(|first| first.outcome == outcome) else {
        return false;
    };
    let before = tail[..first.words.start].trim_end();
    let last = before.rsplit(' ').next().unwrap_or_default();
    let before = if ARTICLES.contains(&last) {
        before[..before.len() - last.len()].trim_end()
    } else {
        before
    };
    WITHOUT.iter().any(|words| before.ends_with(words))
        && has(&["not", "no", "never", "free", "didn't"])
        && tail[first.words.end..]
            .split_whitespace()
            .next()
            .is_none_or(|next| next != "free")
}

/// Whether a quantity is as well the share of those who are left of some arm.
fn may_be_the_rest(
    quantity: &Quantity,
    sources: &[(Option<&str>, Known)],
    said: &Said<'_, '_>,
    numbers: &Numbers<'_>,
) -> bool {
    let value = quantity.value.value();
    let shares: Vec<Decimal> = match quantity.kind {
        Kind::In(of) => value.checked_div(of.value()).into_iter().collect(),
        _ if quantity.unit.as_ref() == Some(&Unit::percent()) => value
            .checked_div(Decimal::ONE_HUNDRED)
            .into_iter()
            .collect(),
        _ => sources
            .iter()
            .filter_map(|(_, known)| rate(known))
            .collect(),
    };
    let near = Decimal::new(15, 3);
    let is_rest = |known: &Known| {
        let rate = rate(known).filter(|_| known.is_result_of_arm());
        rate.is_some_and(|rate| {
            shares
                .iter()
                .any(|share| (Decimal::ONE - rate - share).abs() < near)
        })
    };
    let mut studies = said.grounds.studies.iter();
    studies.any(|key| numbers.study(key).iter().any(is_rest))
}
