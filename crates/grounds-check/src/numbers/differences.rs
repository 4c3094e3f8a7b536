//! Differences of two shares of so many people: `150 more out of every 1,000 (550 against 400)`, `100 fewer per 1,000 with
//! velapril than with placebo`.
//!
//! Whether a number follows from two others only its author knows, so that it has to be declared; but where both stand
//! beside it the words say from which, and what two arms of one finding are apart there is only one way to get.

use std::collections::BTreeSet;
use std::ops::Range;

use grounds_model::{Finding, Key, Measure, Study};
use grounds_numbers::quantity::{Kind, Quantity, Sense};
use grounds_numbers::{Exact, Unit};
use rust_decimal::Decimal;

use super::arms::all_mentions;
use super::compare::{Fault, Judged};
use super::links::{Mention, is_set_against};
use super::{Numbers, Without, follows};

/// A share that was found, as one side of a difference.
#[derive(Debug, Clone, Copy)]
struct Side {
    start: usize,
    of: Decimal,
    value: Decimal,
}

/// Accepts the differences of a text that need not be declared.
pub(super) fn accept(
    text: &str,
    judged: &mut [(Quantity, Judged<'_>)],
    records: &[&Study],
    numbers: &Numbers<'_>,
) {
    accept_of_sides(text, judged);
    accept_of_arms(text, judged, records, numbers);
}

/// The shares of a text that were found.
fn sides(judged: &[(Quantity, Judged<'_>)]) -> Vec<Side> {
    let found = judged
        .iter()
        .filter_map(|(quantity, judged)| match (quantity.kind, judged) {
            (Kind::In(of), Judged::Found(_)) if quantity.sense.is_none() => Some(Side {
                start: quantity.number.start,
                of: of.value(),
                value: quantity.value.value(),
            }),
            _ => None,
        });
    found.collect()
}

/// Accepts the shares that are more or fewer by what two other shares of as many people, which were found in the records
/// and stand in the same text, are apart.
fn accept_of_sides(text: &str, judged: &mut [(Quantity, Judged<'_>)]) {
    let sides = sides(judged);
    for (quantity, judged) in judged {
        let absent = matches!(
            judged,
            Judged::Fault(Fault::Absent | Fault::Rounded(_) | Fault::OtherUnit(_))
        );
        // `12 strokes per 1,000 people` has a unit of its own, and is a share as well.
        let share = quantity.as_share(text).filter(|_| absent);
        let difference = share.as_ref().map_or(&*quantity, |(share, _)| share);
        let Kind::In(whole) = difference.kind else {
            continue;
        };
        // Of several differences each has its own sides right after it.
        let pair = if let [one, other] = sides.as_slice() {
            Some((*one, *other))
        } else {
            let mut after = sides
                .iter()
                .filter(|side| side.start > quantity.number.start);
            after.next().copied().zip(after.next().copied())
        };
        let Some((one, other)) = pair.filter(|_| absent) else {
            continue;
        };
        if one.of == other.of && whole.value() == one.of && is_apart(text, difference, (one, other))
        {
            *judged = Judged::Found(Vec::new());
        }
    }
}

/// Whether a difference is what two sides are apart, the way that its words say.
fn is_apart(text: &str, quantity: &Quantity, (one, other): (Side, Side)) -> bool {
    // `From 400 to 550` is told the other way round than `550 against 400`.
    let between = text.get(one.start..other.start).unwrap_or_default();
    let turned = between.split_whitespace().any(|word| word == "to")
        && !["compared to", "opposed to"]
            .iter()
            .any(|words| between.contains(words));
    let rise = if turned {
        other.value - one.value
    } else {
        one.value - other.value
    };
    let said = quantity.value.value();
    match quantity.sense {
        Some(Sense::Up) => said == rise,
        Some(Sense::Down) => said == -rise,
        Some(Sense::Apart) => said == rise.abs(),
        None => false,
    }
}

/// Accepts the shares that are more or fewer by what two arms of a record are apart in one finding, the way that the words
/// say, if they name an arm.
fn accept_of_arms(
    text: &str,
    judged: &mut [(Quantity, Judged<'_>)],
    records: &[&Study],
    numbers: &Numbers<'_>,
) {
    // What it is told to be the difference of, it is the difference of.
    if sides(judged).len() == 2 {
        return;
    }
    for (quantity, judged) in judged {
        if !matches!(judged, Judged::Fault(Fault::Absent | Fault::Rounded(_))) {
            continue;
        }
        let share = quantity.as_share(text).map(|(share, _)| share);
        let difference = share.as_ref().unwrap_or(quantity);
        let Some(sense) = difference.sense.or_else(|| sense(text, difference)) else {
            continue;
        };
        let in_points = quantity.unit.as_ref() == Some(&Unit::percentage_points());
        let is_so_far = |apart: Decimal| match difference.kind {
            Kind::In(of) => follows::range_of_share(difference, of)
                .is_some_and(|(least, most)| (least..=most).contains(&apart)),
            Kind::Value if in_points => apart
                .checked_mul(Decimal::ONE_HUNDRED)
                .is_some_and(|apart| quantity.value.is_rounded_from(apart)),
            _ => false,
        };
        let follows = |study: &&Study| {
            let apart = Apart {
                text,
                study,
                numbers,
            };
            apart.is(&difference.whole, sense, &is_so_far)
        };
        if records.iter().any(follows) {
            *judged = Judged::Found(Vec::new());
        }
    }
}

/// Which way a difference goes that has no comparative: `spares 10 women in 100 a caesarean`, `10 in 100 have nausea because
/// of it`.
fn sense(text: &str, quantity: &Quantity) -> Option<Sense> {
    const SPARING: [&str; 4] = ["spare", "spares", "spared", "saved"];
    let before = text.get(..quantity.number.start).unwrap_or_default();
    let after = text.get(quantity.whole.end..).unwrap_or_default();
    let mut near = before.split_whitespace().rev().take(2);
    let mut next = after.split_whitespace().take(3);
    if near.any(|word| SPARING.contains(&word)) || next.any(|word| SPARING.contains(&word)) {
        return Some(Sense::Down);
    }
    let clause = after.split([',', ';', '.']).next().unwrap_or_default();
    clause.contains(" because of ").then_some(Sense::Up)
}

/// How many words before an arm's name the value stands that is said of it.
const VALUE_NEAR: usize = 3;

/// A text that says what two arms of a study are apart.
struct Apart<'t, 's, 'n> {
    text: &'t str,
    study: &'s Study,
    numbers: &'n Numbers<'n>,
}

impl Apart<'_, '_, '_> {
    fn is(&self, said: &Range<usize>, sense: Sense, is_so_far: &dyn Fn(Decimal) -> bool) -> bool {
        let lower = self.text.to_lowercase();
        let arms = all_mentions(&lower, self.study, self.numbers.concepts());
        let named: BTreeSet<&Key> = arms.iter().filter_map(|arm| arm.of).collect();
        let is_set_against = |start: usize| {
            let clause = lower[..start].rfind(", ").map_or(0, |comma| comma + 2);
            is_set_against(&lower[clause..], start - clause)
        };
        // `21% on insulin` says no more of it.
        let has_a_value = |start: usize| {
            let from = if start > said.end { said.end } else { 0 };
            let before = lower[from..start].split_whitespace().rev();
            let mut near = before.take(VALUE_NEAR);
            near.any(|word| word.starts_with(|c: char| c.is_ascii_digit()))
        };
        let starts = |arm: &&Mention<&Key>| arm.words.start;
        let mut own = arms
            .iter()
            .filter(|arm| !is_set_against(starts(arm)) && !has_a_value(starts(arm)));
        let own = own.find_map(|arm| arm.of);
        // `15 more stay free of it` are 15 fewer who have it.
        let turned = Without::said(self.text) != Without::Nobody;
        let findings = self.study.findings.values();
        let measured: BTreeSet<&Key> = findings.map(|finding| &finding.outcome).collect();
        let outcomes = self.numbers.outcomes.places(&lower, &measured, &[]);
        let is_told = |finding: &&Finding| {
            outcomes.is_empty() || outcomes.iter().any(|it| *it.outcome == finding.outcome)
        };
        let fits = |finding: &Finding, shares: &[(&Key, Decimal)]| {
            let own = own.or_else(|| self.treated(finding));
            let two = shares.len() == 2 || named.len() == 2;
            let mut pairs = shares
                .iter()
                .flat_map(|one| shares.iter().map(move |other| (one, other)));
            two && pairs.any(|((arm, share), (other, against))| {
                let are_named = named.iter().all(|named| [arm, other].contains(&named));
                let rise = share - against;
                let way = turned
                    || match sense {
                        Sense::Up => rise > Decimal::ZERO,
                        Sense::Down => rise < Decimal::ZERO,
                        Sense::Apart => true,
                    };
                let is_own = own.is_none_or(|own| own == *arm);
                arm != other && are_named && is_own && way && is_so_far(rise.abs())
            })
        };
        let mut told = self.study.findings.values().filter(is_told);
        told.any(|finding| {
            fits(finding, &counted(self.study, finding)) || fits(finding, &reported(finding))
        })
    }
}

impl<'s> Apart<'_, 's, '_> {
    /// The arm that is told of where none is named: the one that is compared, or the only one that had more than a placebo.
    fn treated(&self, finding: &'s Finding) -> Option<&'s Key> {
        if let Some(contrast) = &finding.contrast {
            return Some(&contrast.arm);
        }
        let is_inert = |key: &Key| self.numbers.concepts().is_inert(key);
        let arms = self.study.arms.iter();
        let mut treated = arms.filter(|(_, arm)| !arm.interventions.iter().all(is_inert));
        let (key, _) = treated.next()?;
        treated.next().is_none().then_some(key)
    }
}

/// The share of each arm's people who had an outcome, as it was counted.
fn counted<'s>(study: &'s Study, finding: &'s Finding) -> Vec<(&'s Key, Decimal)> {
    let counted = finding.events.iter().filter_map(|(arm, had)| {
        let n = finding.n.get(arm).copied();
        let n = n.or_else(|| study.arms.get(arm)?.n)?;
        let share = Decimal::from(had.get()).checked_div(Decimal::from(n.get()));
        Some((arm, share?))
    });
    counted.collect()
}

/// The same, as it was reported in per cent.
fn reported(finding: &Finding) -> Vec<(&Key, Decimal)> {
    let unit = finding.unit.as_ref();
    let percent = unit.is_none_or(|unit| Unit::read_or_name(unit.as_str()) == Unit::percent());
    let values = finding
        .values
        .iter()
        .filter(|_| percent && finding.measure == Measure::Percentage);
    let shares = values.filter_map(|(arm, value)| {
        let value = Exact::read(value.as_str())?.value();
        Some((arm, value.checked_div(Decimal::ONE_HUNDRED)?))
    });
    shares.collect()
}
