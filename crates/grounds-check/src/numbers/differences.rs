//! Differences whose two sides stand beside them: `150 more out of every 1,000 (550 against 400)`.
//!
//! Whether a number follows from two others only its author knows, so that it has to be declared; but here the words say
//! from which.

use grounds_numbers::quantity::{Kind, Quantity, Sense};
use rust_decimal::Decimal;

use super::compare::{Fault, Judged};

/// A share that was found, as one side of a difference.
#[derive(Debug, Clone, Copy)]
struct Side {
    start: usize,
    of: Decimal,
    value: Decimal,
}

/// Accepts the shares that are more or fewer by what two other shares of as many people, which were found in the records
/// and stand in the same text, are apart.
pub(super) fn accept(text: &str, judged: &mut [(Quantity, Judged<'_>)]) {
    let sides: Vec<Side> = judged
        .iter()
        .filter_map(|(quantity, judged)| match (quantity.kind, judged) {
            (Kind::In(of), Judged::Found(_)) if quantity.sense.is_none() => Some(Side {
                start: quantity.number.start,
                of: of.value(),
                value: quantity.value.value(),
            }),
            _ => None,
        })
        .collect();
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
