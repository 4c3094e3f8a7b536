//! Which of two arms had more of an outcome, as the words before their values say it: `rarer with velapril than with placebo (32%
//! against 10%)`.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use grounds_evidence::Concepts;
use grounds_model::{Key, Study};
use grounds_numbers::Unit;
use grounds_numbers::quantity::Kind;
use rust_decimal::Decimal;

use super::arms::all_mentions;
use super::directions::comparative;
use super::links::Mention;
use super::{Known, Numbers, OfArm, Without};

/// How many words may stand between `than` and the name of an arm.
const NEAR: usize = 4;

/// Two values of a finding, each said of its own arm, that go the other way than the comparative of their sentence; the value of
/// the arm first named comes first.
pub(crate) fn against_words<'v, 'a>(
    text: &str,
    values: &'v [OfArm<'a>],
    study: &'a Study,
    numbers: &Numbers<'a>,
    concepts: &Concepts<'a>,
) -> Option<[&'v OfArm<'a>; 2]> {
    let own = values.iter().all(|value| value.said == Some(value.arm));
    if values.len() != 2 || !own || values[0].arm == values[1].arm || !text.contains(" than ") {
        return None;
    }
    if !values.iter().all(is_plain_share) {
        return None;
    }
    let clause = clause(&text.to_lowercase())?;
    let arms = all_mentions(&clause, study, concepts);
    let (way, [first, second]) = compared(&clause, &arms)?;
    let finding = study.findings.get(values[0].finding)?;
    let measured: BTreeSet<&Key> = study.findings.values().map(|of| &of.outcome).collect();
    let named = numbers.outcomes.places(&clause, &measured, &[]);
    let only = named.iter().all(|named| named.outcome == &finding.outcome);
    if named.is_empty() || !only {
        return None;
    }
    let of = |arm: &Key| values.iter().find(|value| value.arm == arm);
    let (one, other) = (of(first)?, of(second)?);
    let raw = one.known.value.value().cmp(&other.known.value.value());
    let rates = rate(one.known)?.cmp(&rate(other.known)?);
    (raw == way.reverse() && rates == raw).then_some([one, other])
}

/// Whether a value is the share of an arm's people who had something, and not that of the others.
fn is_plain_share(value: &OfArm<'_>) -> bool {
    let known = value.known;
    let outcome = known.outcome;
    let of_people = known.is_share_of_people() && !known.is_change;
    let plain = of_people && !outcome.is_fall && !outcome.is_rise && value.quantity.sense.is_none();
    let said = value.quantity.value.value();
    let Some(rate) = rate(known).filter(|_| plain) else {
        return false;
    };
    let share = match value.quantity.kind {
        Kind::In(of) => said.checked_div(of.value()),
        _ if value.quantity.unit.as_ref() == Some(&Unit::percent()) => {
            said.checked_div(Decimal::ONE_HUNDRED)
        }
        _ => return said == known.value.value(),
    };
    share.is_some_and(|share| (share - rate).abs() < (Decimal::ONE - rate - share).abs())
}

/// The share of an arm's people, from 0 to 1.
pub(super) fn rate(known: &Known) -> Option<Decimal> {
    let of = match known.among {
        Some(among) => among.value(),
        None if known.unit.as_ref() == Some(&Unit::percent()) => Decimal::ONE_HUNDRED,
        None => return None,
    };
    known.value.value().checked_div(of)
}

/// The clause with `than`, without what stands in its parentheses; `None` where the words are parted in another way.
fn clause(lower: &str) -> Option<String> {
    let mut depth = 0_usize;
    let mut kept = String::with_capacity(lower.len());
    for c in lower.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    let mut parts = kept.split([';', ':']).flat_map(|part| part.split(". "));
    let found = parts.find(|part| part.contains(" than "))?.to_owned();
    (found.matches(" than ").count() == 1).then_some(found)
}

/// The two arms that a comparative sets against one another, and which way.
fn compared<'a>(clause: &str, arms: &[Mention<&'a Key>]) -> Option<(Ordering, [&'a Key; 2])> {
    let than = clause.find(" than ")?;
    let (way, end) = comparative(clause).or_else(|| of_people(clause))?;
    let first = arms
        .iter()
        .rev()
        .find(|arm| arm.words.start >= end && arm.words.end <= than)?;
    let second = arms.iter().find(|arm| arm.words.start >= than)?;
    let between = clause.get(end..first.words.start)?;
    let after = clause.get(than + " than ".len()..second.words.start);
    let near = after.is_none_or(|after| after.split_whitespace().count() <= NEAR);
    let marked = |text: &str| text.contains(',') || text.contains(|c: char| c.is_ascii_digit());
    let mut before = clause.get(..first.words.start)?.to_owned();
    for arm in arms
        .iter()
        .rev()
        .filter(|arm| arm.words.end <= first.words.start)
    {
        before.replace_range(arm.words.clone(), "");
    }
    let asks = before
        .split_whitespace()
        .any(|word| ["whether", "if"].contains(&word));
    let fits = near
        && !marked(between)
        && !after.is_some_and(marked)
        && !asks
        && Without::said(&before) == Without::Nobody;
    let (one, other) = (first.of?, second.of?);
    (fits && one != other).then_some((way, [one, other]))
}

/// `More people had a stroke`, `fewer women bled`.
fn of_people(clause: &str) -> Option<(Ordering, usize)> {
    let mut found = ["more ", "fewer "].iter().flat_map(|word| {
        clause
            .match_indices(word)
            .map(|(at, word)| (at + word.len(), *word == *"more "))
    });
    let (end, is_more) = found.next()?;
    let (unit, _) = Unit::at_start(&clause[end..])?;
    let way = if is_more {
        Ordering::Greater
    } else {
        Ordering::Less
    };
    (unit.is_of_participants() && found.next().is_none()).then_some((way, end))
}
