//! Which of two arms had more of an outcome, as the words beside a ratio say it: `rarer with velapril (RR 0.69)`.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use grounds_evidence::Concepts;
use grounds_model::{Finding, Key, Study};
use grounds_numbers::quantity::Quantity;
use rust_decimal::Decimal;

use super::arms::mentions;
use super::effects::changed;
use super::links::Mention;
use super::outcome_kinds::is_of_death;
use super::proportions::is_ratio;
use super::{Known, Numbers, Without};

/// Comparatives after `more` and `less`.
const FREQUENT: [&str; 4] = ["common", "frequent", "often", "likely"];
const MORE: [&str; 4] = ["commoner", "higher", "likelier", "greater"];
const LESS: [&str; 3] = ["rarer", "lower", "smaller"];
/// Words between a comparative and the arm that had so much.
const LEADING: [&str; 6] = ["with", "on", "in", "after", "among", "for"];

/// Whether the words before a ratio say that the other arm had more: what they say, and what the record says, of the arm that
/// they name. `None` where the words or the record leave it open.
pub(crate) fn turns_round<'a>(
    text: &str,
    quantity: &Quantity,
    known: &Known,
    study: &'a Study,
    numbers: &Numbers<'a>,
    concepts: &Concepts<'a>,
) -> Option<(&'a Key, Ordering)> {
    let (key, finding) = study.findings.get_key_value(known.finding()?)?;
    let contrast = finding.contrast.as_ref()?;
    let ratio = known.value.value().cmp(&Decimal::ONE);
    // Of those who live a hazard ratio tells how many die.
    let of_events = is_ratio(finding.measure) && known.is_main_result() && ratio != Ordering::Equal;
    if !of_events || is_of_living(concepts, key, finding) {
        return None;
    }
    let lower = text.to_lowercase();
    let before = lower.get(..quantity.number.start)?;
    let clause = before.rsplit([';', '.']).next().unwrap_or(before);
    let (clause, _) = clause.rsplit_once('(')?;
    if Without::said(clause) == Without::Anyone || clause.contains('(') {
        return None;
    }
    let measured: BTreeSet<&Key> = study
        .findings
        .values()
        .map(|finding| &finding.outcome)
        .collect();
    let clause = clause.rsplit(", ").next().unwrap_or(clause);
    let named = numbers.outcomes.places(clause, &measured, &[]);
    let only = named.iter().all(|named| named.outcome == &finding.outcome);
    // A ratio of those who recover says of the time to recovery the opposite.
    let labels = numbers.outcomes.names(&finding.outcome).iter();
    let is_time = |name: &String| {
        ["time", "duration", "length"]
            .iter()
            .any(|of| name.contains(of))
    };
    if named.is_empty() || !only || labels.clone().any(is_time) {
        return None;
    }
    let arms = mentions(clause, study, concepts);
    let (arm, said) = compared(clause, &arms).or_else(|| {
        changed(
            clause,
            &arms,
            &named.iter().map(|of| of.words.clone()).collect::<Vec<_>>(),
        )
    })?;
    let is = if *arm == contrast.arm {
        ratio
    } else if *arm == contrast.against {
        ratio.reverse()
    } else {
        return None;
    };
    (is != said).then_some((arm, is))
}

/// `Rarer with velapril`: the arm that a comparative leads to.
fn compared<'a>(clause: &str, arms: &[Mention<&'a Key>]) -> Option<(&'a Key, Ordering)> {
    let (said, end) = comparative(clause)?;
    let first = arms.iter().find(|arm| arm.words.start >= end)?;
    let between = clause.get(end..first.words.start)?.trim();
    let arm = first.of.filter(|_| LEADING.contains(&between))?;
    Some((arm, said))
}

/// The one comparative of a clause, with the byte at which it ends.
pub(super) fn comparative(clause: &str) -> Option<(Ordering, usize)> {
    let mut found = Vec::new();
    let mut last = "";
    let mut at = 0;
    for word in clause.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let name = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let end = at + name.len();
        at += word.len();
        if name.is_empty() {
            continue;
        }
        let frequent = FREQUENT.contains(&name);
        let said = match last {
            "more" if frequent => Some(Ordering::Greater),
            "less" if frequent => Some(Ordering::Less),
            _ if MORE.contains(&name) => Some(Ordering::Greater),
            _ if LESS.contains(&name) => Some(Ordering::Less),
            _ => None,
        };
        found.extend(said.map(|said| (said, end)));
        last = name;
    }
    let [only] = found.as_slice() else {
        return None;
    };
    Some(*only)
}

fn is_of_living(concepts: &Concepts<'_>, key: &Key, finding: &Finding) -> bool {
    let label = concepts.label(&finding.outcome).to_lowercase();
    is_of_death(concepts, key, finding)
        && !["death", "mortal"].iter().any(|word| label.contains(word))
}
