//! Differences whose two sides stand beside them: `150 more out of every 1,000 (550 against 400)`.
//!
//! Whether a number follows from two others only its author knows, so that it has to be declared; but here the words say
//! from which.

use grounds_numbers::quantity::{Kind, Quantity, Sense};
use rust_decimal::Decimal;

use super::compare::{Fault, Judged};

/// Accepts the shares that are more or fewer by what two other shares of as many people, which were found in the records
/// and stand in the same text, are apart.
pub(super) fn accept(text: &str, judged: &mut [(Quantity, Judged<'_>)]) {
    let sides: Vec<(usize, Decimal, Decimal)> = judged
        .iter()
        .filter_map(|(quantity, judged)| match (quantity.kind, judged) {
            (Kind::In(of), Judged::Found(_)) => {
                let value = quantity.value.value();
                Some((quantity.number.start, of.value(), value))
            }
            _ => None,
        })
        .collect();
    if sides.len() != 2 || sides[0].1 != sides[1].1 {
        return;
    }
    let [(start, of, one), (end, _, other)] = [sides[0], sides[1]];
    // `From 400 to 550` is told the other way round than `550 against 400`.
    let between = text.get(start..end).unwrap_or_default();
    let turned = between.split_whitespace().any(|word| word == "to");
    let rise = if turned { other - one } else { one - other };
    for (quantity, judged) in judged {
        let Kind::In(whole) = quantity.kind else {
            continue;
        };
        let absent = matches!(judged, Judged::Fault(Fault::Absent | Fault::Rounded(_)));
        if !absent || whole.value() != of {
            continue;
        }
        let follows = match quantity.sense {
            Some(Sense::Up) => quantity.value.value() == rise,
            Some(Sense::Down) => quantity.value.value() == -rise,
            Some(Sense::Apart) => quantity.value.value() == rise.abs(),
            None => false,
        };
        if follows {
            *judged = Judged::Found(Vec::new());
        }
    }
}
