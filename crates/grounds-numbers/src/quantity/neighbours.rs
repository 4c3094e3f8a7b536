//! Numbers beside one another: units that they share.

use super::{Kind, Quantity};
use crate::Unit;

/// Of `91.4 against 22.2 hairs`, and of `12.52 hairs against 1.89`, both have the unit. What follows
/// gives its unit before what went before does.
pub(super) fn share_units(text: &str, quantities: &mut [Quantity]) {
    for i in (1..quantities.len()).rev() {
        let (before, after) = quantities.split_at_mut(i);
        if let (Some(one), Some(other)) = (before.last_mut(), after.first())
            && is_joined(text, one, other)
        {
            share(other.unit.as_ref(), one);
        }
    }
    for i in 1..quantities.len() {
        let (before, after) = quantities.split_at_mut(i);
        if let (Some(one), Some(other)) = (before.last(), after.first_mut())
            && is_joined(text, one, other)
        {
            // `12.52 hairs in 12 weeks, against 1.89`, `by 0.5 at 3 months and 0.3 at 12`: not weeks, nor months.
            let unit = one.unit.as_ref().filter(|unit| !unit.is_time());
            share(unit, other);
        }
    }
}

fn is_joined(text: &str, one: &Quantity, other: &Quantity) -> bool {
    let between = text.get(one.whole.end..other.number.start);
    let between = between.unwrap_or_default().trim();
    let between = between.trim_start_matches([',', ';']).trim_start();
    let words = [
        "against", "versus", "vs", "vs.", "v", "v.", "to", "and", "or", "than", "\u{2013}", "-",
        "/",
    ];
    words.contains(&between)
}

fn share(unit: Option<&Unit>, with: &mut Quantity) {
    let counts = matches!(with.kind, Kind::Bare | Kind::Value);
    if let (Some(unit), None, true) = (unit, &with.unit, counts) {
        with.unit = Some(unit.clone());
        with.kind = Kind::Value;
    }
}
