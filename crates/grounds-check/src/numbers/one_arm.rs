//! Numbers that are said of one arm and are no value of it: those who are left of another arm, and a difference between both.
//!
//! `80% on velapril had no relapse` where 20% on placebo had one; `it fell by 6.1 mmHg with placebo` where it fell by so much
//! more with velapril.

use std::ops::Range;

use grounds_evidence::Concepts;
use grounds_model::{Key, Measure, Study};
use grounds_numbers::quantity::{Kind, Quantity, Sense};
use rust_decimal::Decimal;

use super::arms::{all_mentions, mentions};
use super::links::{Mention, linked};
use super::{Fault, Judged, Known, Numbers, Said, follows, sexes};

/// A number that is said of an arm.
#[derive(Debug)]
pub(crate) struct OfOneArm<'s, 'a> {
    pub(crate) quantity: &'s Quantity,
    pub(crate) study: &'a str,
    /// The number of the record from which it follows, or which it is.
    pub(crate) known: Known,
    /// The arm that the words name.
    pub(crate) said: &'a Key,
}

/// The numbers of people without an outcome that are said of another arm than the one of which they are the rest.
pub(crate) fn rests_of_others<'s, 'a>(
    said: &'s Said<'_, 'a>,
    numbers: &Numbers<'a>,
    concepts: &Concepts<'a>,
) -> Vec<OfOneArm<'s, 'a>> {
    let follows_only = |judged: &Judged<'_>| matches!(judged, Judged::Found(of) if of.is_empty());
    let rests = said.judged.iter().filter(|(quantity, judged)| {
        follows_only(judged) && quantity.kind == Kind::Value && quantity.sense.is_none()
    });
    let mut found = Vec::new();
    for (quantity, _) in rests {
        let Some((key, known)) = only_rest(said, numbers, quantity) else {
            continue;
        };
        let (Some(study), Some(own)) = (numbers.record(key), known.arm()) else {
            continue;
        };
        let has_own = |arm: &&Key| {
            let finding = known.finding().and_then(|key| study.findings.get(key));
            finding.is_some_and(|of| of.values.contains_key(*arm) || of.events.contains_key(*arm))
        };
        let named =
            named_beside(said.text, said.judged, quantity, study, concepts).map(|(arm, _)| arm);
        if let Some(named) = named.filter(|named| *named != own).filter(has_own) {
            found.push(OfOneArm {
                quantity,
                study: key,
                known,
                said: named,
            });
        }
    }
    found
}

/// The number of one arm of which a quantity is the rest, if there is only one arm.
fn only_rest<'a>(
    said: &Said<'_, 'a>,
    numbers: &Numbers<'a>,
    quantity: &Quantity,
) -> Option<(&'a str, Known)> {
    let mut found: Option<(&'a str, Known)> = None;
    for key in &said.grounds.studies {
        let of_a_sex = numbers.record(key).is_some_and(|study| {
            let mut shares = sexes::shares(said.text, study).into_iter();
            shares.any(|percent| quantity.value.is_rounded_from(percent))
        });
        if of_a_sex {
            return None;
        }
        let all = numbers.study(key);
        let rests = all.iter().filter(|known| {
            known.is_result_of_arm() && follows::is_rest_of(said.text, quantity, known)
        });
        for known in rests {
            match &found {
                Some((other, first)) if other != key || first.arm() != known.arm() => return None,
                Some(_) => {}
                None => found = Some((key, known.clone())),
            }
        }
    }
    found
}

/// The differences between two arms that are said of the one against which they are.
pub(crate) fn differences_of_one<'s, 'a>(
    said: &'s Said<'_, 'a>,
    numbers: &Numbers<'a>,
    concepts: &Concepts<'a>,
) -> Vec<OfOneArm<'s, 'a>> {
    let mut found = Vec::new();
    for (quantity, judged) in said.judged {
        let Judged::Found(sources) = judged else {
            continue;
        };
        let (Some((Some(key), known)), Some(sense)) = (sources.first(), quantity.sense) else {
            continue;
        };
        let only = sources
            .iter()
            .all(|(_, of)| of.finding() == known.finding() && of.is_main_result());
        let Some((study, against)) = numbers
            .record(key)
            .and_then(|study| Some((study, difference_against(study, known)?)))
            .filter(|_| only && known.arm().is_none() && !known.outcome.is_fall)
        else {
            continue;
        };
        // `9.4 mmHg higher with placebo` is the same difference, told from the other side.
        let is_negative = known.value.value() < Decimal::ZERO;
        let from_its_own_side = (sense == Sense::Down) == is_negative && sense != Sense::Apart;
        let named = named_beside(said.text, said.judged, quantity, study, concepts);
        if let Some((arm, _)) =
            named.filter(|(arm, after)| from_its_own_side && *after && *arm == against)
        {
            found.push(OfOneArm {
                quantity,
                study: key,
                known: known.clone(),
                said: arm,
            });
        }
    }
    found
}

/// The arm against which a number of a record is a difference.
fn difference_against<'a>(study: &'a Study, known: &Known) -> Option<&'a Key> {
    let finding = study.findings.get(known.finding()?)?;
    let differs = matches!(
        finding.measure,
        Measure::MeanDifference | Measure::RiskDifference
    );
    let contrast = finding.contrast.as_ref().filter(|_| differs)?;
    Some(&contrast.against)
}

/// The arm that a quantity is said of by a name beside it, and whether the name stands after it.
fn named_beside<'a>(
    text: &str,
    judged: &[(Quantity, Judged<'_>)],
    quantity: &Quantity,
    study: &'a Study,
    concepts: &Concepts<'a>,
) -> Option<(&'a Key, bool)> {
    let lower = text.to_lowercase();
    let mentions = mentions(&lower, study, concepts);
    beside((text, &lower), judged, quantity, &mentions)
}

/// The same, of the arms that a text names.
fn beside<'a>(
    (text, lower): (&str, &str),
    judged: &[(Quantity, Judged<'_>)],
    quantity: &Quantity,
    mentions: &[Mention<&'a Key>],
) -> Option<(&'a Key, bool)> {
    if lower.len() != text.len() {
        return None;
    }
    let is_value = |judged: &Judged<'_>| match judged {
        Judged::Found(of) => {
            of.is_empty()
                || of
                    .iter()
                    .any(|(_, known)| known.finding().is_some() && !known.is_size())
        }
        Judged::Fault(_) => true,
        Judged::Free => false,
    };
    let places: Vec<Range<usize>> = judged
        .iter()
        .filter(|(other, judged)| other.number == quantity.number || is_value(judged))
        .map(|(quantity, _)| quantity.whole.clone())
        .collect();
    let at = places.iter().position(|words| *words == quantity.whole)?;
    let linked = linked(lower, &places, &[], mentions);
    let mention = linked.get(at).copied().flatten();
    let mention = mention.or_else(|| compared_in(lower, quantity, mentions))?;
    Some((mention.of?, mention.words.start >= quantity.whole.end))
}

/// The arm right after a comparative: `2.3 points lower with velapril than with placebo`.
fn compared_in<'m, 'a>(
    lower: &str,
    quantity: &Quantity,
    mentions: &'m [Mention<&'a Key>],
) -> Option<&'m Mention<&'a Key>> {
    const IN: [&str; 6] = ["with", "on", "in", "among", "for", "under"];
    let mut all = mentions.iter();
    let first = all.find(|mention| mention.words.start >= quantity.whole.end)?;
    let between = lower.get(quantity.whole.end..first.words.start)?;
    let words: Vec<&str> = between.split_whitespace().collect();
    match words.as_slice() {
        [comparative, of, rest @ ..] => {
            let light = rest
                .iter()
                .all(|word| ["the", "those", "people"].contains(word));
            let compares = comparative.ends_with("er") || ["more", "less"].contains(comparative);
            (light && compares && IN.contains(of)).then_some(first)
        }
        _ => None,
    }
}

/// Accepts a difference that is told from the side of the arm against which it is: `2.3 points higher with placebo` of
/// −2.3 with velapril.
pub(super) fn accept_other_side<'a>(
    text: &str,
    judged: &mut [(Quantity, Judged<'a>)],
    numbers: &Numbers<'a>,
) {
    for at in 0..judged.len() {
        let (quantity, Judged::Fault(Fault::OtherSign((Some(key), known)))) = &judged[at] else {
            continue;
        };
        let study = numbers.record(key);
        let told = study.is_some_and(|study| {
            // `Without exercise` names the other of two arms.
            let lower = text.to_lowercase();
            let arms = all_mentions(&lower, study, numbers.concepts());
            let named = beside((text, &lower), judged, quantity, &arms);
            let against = difference_against(study, known);
            let compares = || is_said_to_be_more(text, quantity);
            named.is_some_and(|(arm, after)| Some(arm) == against && (after || compares()))
        });
        if told {
            let source = (Some(*key), known.clone());
            judged[at].1 = Judged::Found(vec![source]);
        }
    }
}

/// Whether a comparative stands beside a number: `took 1.3 more days off`, `2.3 points higher`.
fn is_said_to_be_more(text: &str, quantity: &Quantity) -> bool {
    let after = text.get(quantity.number.end..).unwrap_or_default();
    let mut near = after.split_whitespace().take(3);
    near.any(|word| {
        let word = word.trim_end_matches(|c: char| !c.is_alphabetic());
        matches!(word, "more" | "less" | "extra") || COMPARATIVES.contains(&word)
    })
}

const COMPARATIVES: [&str; 8] = [
    "fewer", "greater", "higher", "larger", "longer", "lower", "shorter", "smaller",
];
