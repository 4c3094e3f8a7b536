//! A second look at the quantities of a text, once all of them are compared: another reading that the records bear out, and
//! faults that have one cause.

use grounds_model::Study;
use grounds_numbers::Unit;
use grounds_numbers::quantity::{self, Kind, Precision, Quantity};

use super::between;
use super::compare::{Compared, Fault, Judged, judge};

/// Reads natural frequencies of people who are no group of the records; gives the same quantities, read as if no group was.
pub(super) fn suppose(
    text: &str,
    quantities: &mut Vec<Quantity>,
    known: &[Compared<'_, '_>],
) -> Vec<Quantity> {
    let mut supposed = quantities.clone();
    quantity::suppose(text, &mut supposed, &|_| false);
    quantity::suppose(text, quantities, &|of| {
        known.iter().any(|(_, known)| known.counts(of))
    });
    supposed
}

/// Looks at all quantities again; `supposed` are the same, as natural frequencies.
pub(super) fn again<'a>(
    text: &str,
    supposed: Vec<Quantity>,
    judged: &mut [(Quantity, Judged<'a>)],
    known: &[Compared<'a, '_>],
    records: &[&Study],
) {
    as_supposed(text, supposed, judged, known, records);
    let quantities: Vec<Quantity> = judged.iter().map(|(of, _)| of.clone()).collect();
    as_supposed(
        text,
        quantity::carried(text, &quantities),
        judged,
        known,
        records,
    );
    as_marked(text, judged, known, records);
    as_rest(judged);
    as_free(text, judged);
    between::accept(text, judged, known);
    as_one_cause(text, judged);
}

/// Takes for natural frequencies what is right as such: a group of 1,000 people may also be told of as 120 in 1,000.
fn as_supposed<'a>(
    text: &str,
    supposed: Vec<Quantity>,
    judged: &mut [(Quantity, Judged<'a>)],
    known: &[Compared<'a, '_>],
    records: &[&Study],
) {
    for share in supposed {
        let mut all = judged.iter_mut();
        let own = all.find(|(quantity, judged)| {
            quantity.number == share.number
                && quantity.kind != share.kind
                && matches!(judged, Judged::Fault(_))
        });
        let Some(own) = own.filter(|_| matches!(share.kind, Kind::In(_))) else {
            continue;
        };
        let found = judge(text, &share, known, records);
        if matches!(found, Judged::Found(_)) {
            *own = (share, found);
        }
    }
}

/// Takes a value as rounded where that beside which it stands is said to be: `about 4 in 100, compared with 2 in 100`.
fn as_marked<'a>(
    text: &str,
    judged: &mut [(Quantity, Judged<'a>)],
    known: &[Compared<'a, '_>],
    records: &[&Study],
) {
    for at in 1..judged.len() {
        let (before, after) = judged.split_at_mut(at);
        let (Some((marked, of_marked)), Some((quantity, judged))) =
            (before.last(), after.first_mut())
        else {
            continue;
        };
        let (Judged::Found(sources), Judged::Fault(Fault::Rounded((study, of)))) =
            (of_marked, &*judged)
        else {
            continue;
        };
        let of_one_finding = sources
            .iter()
            .any(|(other, found)| other == study && found.finding() == of.finding());
        let alike = marked.kind == quantity.kind && marked.unit == quantity.unit;
        let reaches =
            marked.precision == Precision::Rounded && quantity.precision == Precision::Exact;
        if of_one_finding && alike && reaches {
            let rounded = Quantity {
                precision: Precision::Rounded,
                ..quantity.clone()
            };
            if let found @ Judged::Found(_) = judge(text, &rounded, known, records) {
                *judged = found;
            }
        }
    }
}

/// How many words may stand between days and what they are free of, or that they are spared.
const FREE: usize = 7;

/// Verbs of which there is more where more is taken away.
const FALLING: [&str; 8] = [
    "fell",
    "dropped",
    "declined",
    "decreased",
    "lowered",
    "reduced",
    "cut",
    "lost",
];

/// Accepts a difference that goes the other way of a fall that is told before it, or of days on which somebody was free of what was counted: `2.0 more
/// migraine-free days`.
fn as_free(text: &str, judged: &mut [(Quantity, Judged<'_>)]) {
    for (quantity, judged) in judged {
        let Judged::Fault(Fault::OtherSign(source)) = judged else {
            continue;
        };
        let after = text.get(quantity.whole.end..).unwrap_or_default();
        let near: Vec<&str> = after.split_whitespace().take(FREE).collect();
        let is_free = near.iter().take(3).any(|word| word.ends_with("-free"))
            || near.windows(2).any(|pair| pair == ["free", "of"]);
        let before = text.get(..quantity.number.start).unwrap_or_default();
        // `Fell by 13.2 points, 4.4 points more than on placebo`
        let fell_more = near.starts_with(&["more", "than"])
            && before.trim_end().ends_with(',')
            && before
                .split_whitespace()
                .any(|word| FALLING.contains(&word));
        let mut verbs = before.split_whitespace().rev().take(FREE);
        let spared = quantity.sense.is_none()
            && verbs.any(|word| ["spares", "spared", "saves", "saved"].contains(&word));
        if is_free || spared || fell_more {
            *judged = Judged::Found(vec![source.clone()]);
        }
    }
}

/// Accepts those who are left of a share that was found: `25 in 100 had a relapse; the other 75 stayed well`, `30 quit and 70
/// went on`.
fn as_rest(judged: &mut [(Quantity, Judged<'_>)]) {
    let mut rest = None;
    for (quantity, judged) in judged {
        let is_fault = matches!(judged, Judged::Fault(_));
        if let (Kind::In(of), false) = (quantity.kind, is_fault) {
            rest = of.value().checked_sub(quantity.value.value());
            continue;
        }
        let counts = quantity.unit.as_ref().is_none_or(Unit::is_of_participants);
        let plain = counts && quantity.sense.is_none();
        if is_fault && plain && rest == Some(quantity.value.value()) {
            *judged = Judged::Found(Vec::new());
        }
    }
}

/// Leaves one fault of `12 of 120 people`, where no group had so many people: what 12 are of is not known then.
fn as_one_cause(text: &str, judged: &mut [(Quantity, Judged<'_>)]) {
    for at in 1..judged.len() {
        let (before, after) = judged.split_at_mut(at);
        let (Some((part, of_part)), Some((whole, of_whole))) = (before.last_mut(), after.first())
        else {
            continue;
        };
        let between = text.get(part.whole.end..whole.number.start);
        let joined = between.is_some_and(|between| ["of", "out of"].contains(&between.trim()));
        let is_whole = joined && whole.unit.as_ref() == Some(&Unit::people());
        if is_whole
            && matches!(of_whole, Judged::Fault(Fault::Absent))
            && matches!(of_part, Judged::Fault(Fault::OtherUnit(_)))
        {
            *of_part = Judged::Free;
        }
    }
}
