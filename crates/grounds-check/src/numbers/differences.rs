//! Differences of two shares of so many people: `150 more out of every 1,000 (550 against 400)`, `100 fewer per 1,000 with
//! velapril than with placebo`.
//!
//! Whether a number follows from two others only its author knows, so that it has to be declared; but where both stand
//! beside it the words say from which, and what two arms of one finding are apart there is only one way to get.

use std::collections::BTreeSet;

use grounds_model::{Finding, Key, Measure, Study};
use grounds_numbers::quantity::{Kind, Quantity, Sense};
use grounds_numbers::{Exact, Unit};
use rust_decimal::Decimal;

use super::arms::all_mentions;
use super::compare::{Fault, Judged};
use super::links::is_set_against;
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
        let spared = || is_spared(text, difference).then_some(Sense::Down);
        let (Kind::In(of), Some(sense)) = (difference.kind, difference.sense.or_else(spared))
        else {
            continue;
        };
        let follows = |study: &&Study| {
            let apart = Apart {
                text,
                study,
                numbers,
            };
            apart.is(difference, of, sense)
        };
        if records.iter().any(follows) {
            *judged = Judged::Found(Vec::new());
        }
    }
}

/// `spares 10 women in 100 a caesarean`
fn is_spared(text: &str, quantity: &Quantity) -> bool {
    let before = text.get(..quantity.number.start).unwrap_or_default();
    let mut near = before.split_whitespace().rev().take(2);
    near.any(|word| ["spare", "spares", "spared"].contains(&word))
}

/// A text that says what two arms of a study are apart.
struct Apart<'t, 's, 'n> {
    text: &'t str,
    study: &'s Study,
    numbers: &'n Numbers<'n>,
}

impl Apart<'_, '_, '_> {
    fn is(&self, said: &Quantity, of: Exact, sense: Sense) -> bool {
        let lower = self.text.to_lowercase();
        let arms = all_mentions(&lower, self.study, self.numbers.concepts());
        let named: BTreeSet<&Key> = arms.iter().filter_map(|arm| arm.of).collect();
        let is_set_against = |start: usize| {
            let clause = lower[..start].rfind(", ").map_or(0, |comma| comma + 2);
            is_set_against(&lower[clause..], start - clause)
        };
        let mut own = arms.iter().filter(|arm| !is_set_against(arm.words.start));
        let own = own.find_map(|arm| arm.of);
        // `15 more stay free of it` are 15 fewer who have it.
        let turned = Without::said(self.text) != Without::Nobody;
        let findings = self.study.findings.values();
        let measured: BTreeSet<&Key> = findings.map(|finding| &finding.outcome).collect();
        let outcomes = self.numbers.outcomes.places(&lower, &measured, &[]);
        let is_told = |finding: &&Finding| {
            outcomes.is_empty() || outcomes.iter().any(|it| *it.outcome == finding.outcome)
        };
        let fits = |finding: &Finding| {
            let shares = shares(self.study, finding);
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
                let range = follows::range_of_share(said, of);
                let is_so_far =
                    range.is_some_and(|(least, most)| (least..=most).contains(&rise.abs()));
                arm != other && are_named && own.is_none_or(|own| own == *arm) && way && is_so_far
            })
        };
        self.study.findings.values().filter(is_told).any(fits)
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

/// The share of each arm's people who had an outcome, as it was counted, or else as it was reported.
fn shares<'s>(study: &'s Study, finding: &'s Finding) -> Vec<(&'s Key, Decimal)> {
    let counted = finding.events.iter().filter_map(|(arm, had)| {
        let n = finding.n.get(arm).copied();
        let n = n.or_else(|| study.arms.get(arm)?.n)?;
        Some((
            arm,
            Decimal::from(had.get()).checked_div(Decimal::from(n.get()))?,
        ))
    });
    let counted: Vec<(&Key, Decimal)> = counted.collect();
    let percent = finding.measure == Measure::Percentage
        && finding
            .unit
            .as_ref()
            .is_none_or(|unit| Unit::read_or_name(unit.as_str()) == Unit::percent());
    if !counted.is_empty() || !percent {
        return counted;
    }
    let reported = finding.values.iter().filter_map(|(arm, value)| {
        let value = Exact::read(value.as_str())?.value();
        Some((arm, value.checked_div(Decimal::ONE_HUNDRED)?))
    });
    reported.collect()
}
