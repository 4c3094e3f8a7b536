//! How the words of a unit stand together: powers, products, what is below, what comes before.
//!
//! Each function reads at the beginning of some words, and gives those that are left.

use rust_decimal::Decimal;

use super::Unit;
use super::names::simple;
use super::words::{self, Word, Words};

/// A unit, and the words after it.
type Read<'t> = Option<(Unit, Words<'t>)>;

/// The unit at the beginning of some words.
pub(super) fn prefix<'t>(words: &Words<'t>) -> Read<'t> {
    let (mut unit, mut rest) = multiplied(words)
        .or_else(|| factor(words))
        .or_else(|| rate(words))?;
    while let Some((whole, after)) = divided(&unit, &rest).or_else(|| times_inverse(&unit, &rest)) {
        (unit, rest) = (whole, after);
    }
    Some((unit, rest))
}

/// `× 10⁹/L`, and UCUM's `10*9/L`: a power of ten, over something or before it.
fn multiplied<'t>(words: &Words<'t>) -> Read<'t> {
    let sign = ["×", "x"].contains(&words.first_text());
    let after_sign = sign.then(|| words.rest());
    let ten = after_sign.as_ref().unwrap_or(words);
    let exponent = ten.first_text().strip_prefix("10")?;
    let exponent = exponent.trim_start_matches(['^', '*']);
    let exponent: u32 = words::digits(exponent)?.parse().ok()?;
    if exponent > 15 {
        return None;
    }
    let power = Unit::number(Decimal::from(10_u64.pow(exponent)));
    let rest = ten.rest();
    divided(&power, &rest).or_else(|| {
        let (unit, after) = factor(&rest)?;
        Some((power.times(&unit, 1)?, after))
    })
}

/// Whether a word parts a unit from what it is over.
fn is_over(words: &Words<'_>) -> bool {
    ["per", "/"].contains(&words.first_text())
}

/// A unit over what `per` or `/` names next: `per 100 g`, `/1.73 m²`.
pub(super) fn divided<'t>(unit: &Unit, words: &Words<'t>) -> Read<'t> {
    if !is_over(words) {
        return None;
    }
    let below = words.rest();
    let amount = below.first().and_then(Word::number);
    let below = if amount.is_some() {
        below.rest()
    } else {
        below
    };
    let (below, after) = factor(&below).or_else(|| night(&below))?;
    // The cases of `cases per 1,000 person-years` are no people that the years are parted among.
    let counted = *unit == Unit::people() && below.is_like(&simple("person-years")?);
    let above = if counted {
        &Unit::number(Decimal::ONE)
    } else {
        unit
    };
    let mut whole = above.clone().times(&below, -1)?;
    if let Some(amount) = amount.filter(|amount| !amount.is_zero()) {
        whole.factor = whole.factor.checked_div(amount)?;
    }
    Some((whole, after))
}

/// The night of `hours per night`; nights alone are no unit, for `three nights` counts what nothing is compared with.
fn night<'t>(words: &Words<'t>) -> Read<'t> {
    let is_night = ["night", "nights"].contains(&words.first_text());
    is_night.then(|| (Unit::named("night"), words.rest()))
}

/// What happened so often in a stretch of something, `per 1000 person-years`, or is in a volume, `/µL`. So many in so many
/// people are a share, and no unit.
fn rate<'t>(words: &Words<'t>) -> Read<'t> {
    if !is_over(words) {
        return None;
    }
    let (unit, after) = divided(&Unit::number(Decimal::ONE), words)?;
    // `142/88 mmHg` are two numbers.
    let said = words.first_text() == "per"
        || unit.is_like(&over_years_of_people()?)
        || unit.is_like(&Unit::number(Decimal::ONE).times(&simple("l")?, -1)?);
    (said
        && unit.dimensions
            != Unit::number(Decimal::ONE)
                .times(&Unit::people(), -1)?
                .dimensions)
        .then_some((unit, after))
}

fn over_years_of_people() -> Option<Unit> {
    Unit::number(Decimal::ONE).times(&simple("person-years")?, -1)
}

/// A unit times an inverse one: `mg kg⁻¹`, `mL·min-1`.
fn times_inverse<'t>(unit: &Unit, words: &Words<'t>) -> Read<'t> {
    let sign = words.first_text() == "·";
    let after_sign = sign.then(|| words.rest());
    let words = after_sign.as_ref().unwrap_or(words);
    let (name, exponent) = words.first()?.exponent()?;
    (exponent < 0).then_some(())?;
    let whole = unit.clone().times(&simple(name)?, exponent)?;
    Some((whole, words.rest()))
}

/// One factor of a unit: `square inch`, `mg`, `hairs`, `per cent`.
fn factor<'t>(words: &Words<'t>) -> Read<'t> {
    let first = words.first()?;
    let rest = words.rest();
    let second = rest.first_text();
    let of_two = match (&*first.text, second) {
        ("per", "cent") => Some(Unit::percent()),
        ("%" | "percent" | "percentage", "point" | "points") => Some(Unit::percentage_points()),
        ("square", next) => return Some((power(next, 2)?, rest.rest())),
        ("cubic", next) => return Some((power(next, 3)?, rest.rest())),
        ("mm", "hg") => simple("mmhg"),
        ("cm", "h2o") => simple("cmh2o"),
        ("degrees" | "degree", "celsius" | "fahrenheit") => simple(second),
        ("millimetres" | "millimeters", "of") if rest.rest().first_text() == "mercury" => {
            return Some((simple("mmhg")?, rest.rest().rest()));
        }
        ("person" | "patient", "years" | "year") => simple("person-years"),
        ("international", "units" | "unit") => simple("iu"),
        _ => None,
    };
    if let Some(unit) = of_two {
        return Some((unit, rest.rest()));
    }
    if let Some(unit) = simple(&first.text) {
        return Some((unit, rest));
    }
    let (name, exponent) = first.exponent()?;
    Some((power(name, exponent)?, rest))
}

fn power(word: &str, power: i32) -> Option<Unit> {
    let unit = simple(word)?;
    Unit::number(Decimal::ONE).times(&unit, power)
}
