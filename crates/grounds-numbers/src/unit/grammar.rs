//! How the words of a unit stand together: powers, products, what is below, what comes before.

use rust_decimal::Decimal;

use super::Unit;
use super::names::simple;
use super::words::{self, Word};

/// The unit at the beginning of some words, and how many of them it is.
pub(super) fn prefix(words: &[Word]) -> Option<(Unit, usize)> {
    let (mut unit, mut used) = multiplied(words)
        .or_else(|| factor(words))
        .or_else(|| rate(words))?;
    loop {
        let rest = &words[used..];
        let Some((whole, length)) = divided(&unit, rest).or_else(|| times_inverse(&unit, rest))
        else {
            break;
        };
        (unit, used) = (whole, used + length);
    }
    Some((unit, used))
}

/// `× 10⁹/L`, and UCUM's `10*9/L`: a power of ten, over something or before it.
fn multiplied(words: &[Word]) -> Option<(Unit, usize)> {
    let sign = words
        .first()
        .is_some_and(|word| ["×", "x"].contains(&word.text.as_str()));
    let skipped = usize::from(sign);
    let exponent = words.get(skipped)?.text.strip_prefix("10")?;
    let exponent = exponent.trim_start_matches(['^', '*']);
    let exponent: u32 = words::digits(exponent)?.parse().ok()?;
    if exponent > 15 {
        return None;
    }
    let power = Unit::number(Decimal::from(10_u64.pow(exponent)));
    let used = skipped + 1;
    let rest = &words[used..];
    if let Some((unit, length)) = divided(&power, rest) {
        return Some((unit, used + length));
    }
    let (unit, length) = factor(rest)?;
    Some((power.times(&unit, 1)?, used + length))
}

/// A unit over what `per` or `/` names next: `per 100 g`, `/1.73 m²`.
pub(super) fn divided(unit: &Unit, rest: &[Word]) -> Option<(Unit, usize)> {
    if !["per", "/"].contains(&rest.first()?.text.as_str()) {
        return None;
    }
    let amount = rest.get(1).and_then(Word::number);
    let skipped = 1 + usize::from(amount.is_some());
    let below = rest.get(skipped..)?;
    let (below, length) = factor(below).or_else(|| Some((night(below)?, 1)))?;
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
    Some((whole, skipped + length))
}

/// The night of `hours per night`; nights alone are no unit, for `three nights` counts what nothing is compared with.
fn night(words: &[Word]) -> Option<Unit> {
    let is_night = ["night", "nights"].contains(&words.first()?.text.as_str());
    is_night.then(|| Unit::named("night"))
}

/// What happened so often in a stretch of something, `per 1000 person-years`, or is in a volume, `/µL`. So many in so many
/// people are a share, and no unit.
fn rate(words: &[Word]) -> Option<(Unit, usize)> {
    let (unit, used) = divided(&Unit::number(Decimal::ONE), words)?;
    // `142/88 mmHg` are two numbers.
    let said = words.first()?.text == "per"
        || unit.is_like(&over_years_of_people()?)
        || unit.is_like(&Unit::number(Decimal::ONE).times(&simple("l")?, -1)?);
    (said
        && unit.dimensions
            != Unit::number(Decimal::ONE)
                .times(&Unit::people(), -1)?
                .dimensions)
        .then_some((unit, used))
}

fn over_years_of_people() -> Option<Unit> {
    Unit::number(Decimal::ONE).times(&simple("person-years")?, -1)
}

/// A unit times an inverse one: `mg kg⁻¹`, `mL·min-1`.
fn times_inverse(unit: &Unit, rest: &[Word]) -> Option<(Unit, usize)> {
    let sign = rest.first()?.text == "·";
    let word = rest.get(usize::from(sign))?;
    let (name, exponent) = word.exponent()?;
    (exponent < 0).then_some(())?;
    let whole = unit.clone().times(&simple(name)?, exponent)?;
    Some((whole, 1 + usize::from(sign)))
}

/// One factor of a unit: `square inch`, `mg`, `hairs`, `per cent`.
fn factor(words: &[Word]) -> Option<(Unit, usize)> {
    let first = words.first()?;
    let second = words.get(1).map_or("", |word| word.text.as_str());
    match (first.text.as_str(), second) {
        ("per", "cent") => return Some((Unit::percent(), 2)),
        ("%" | "percent" | "percentage", "point" | "points") => {
            return Some((Unit::percentage_points(), 2));
        }
        ("square", next) => return power(next, 2).map(|unit| (unit, 2)),
        ("cubic", next) => return power(next, 3).map(|unit| (unit, 2)),
        ("mm", "hg") => return simple("mmhg").map(|unit| (unit, 2)),
        ("cm", "h2o") => return simple("cmh2o").map(|unit| (unit, 2)),
        ("degrees" | "degree", "celsius" | "fahrenheit") => {
            return simple(second).map(|unit| (unit, 2));
        }
        ("millimetres" | "millimeters", "of")
            if words.get(2).is_some_and(|word| word.text == "mercury") =>
        {
            return simple("mmhg").map(|unit| (unit, 3));
        }
        ("person" | "patient", "years" | "year") => {
            return simple("person-years").map(|unit| (unit, 2));
        }
        ("international", "units" | "unit") => return simple("iu").map(|unit| (unit, 2)),
        _ => {}
    }
    if let Some(unit) = simple(&first.text) {
        return Some((unit, 1));
    }
    let (name, exponent) = first.exponent()?;
    power(name, exponent).map(|unit| (unit, 1))
}

fn power(word: &str, power: i32) -> Option<Unit> {
    let unit = simple(word)?;
    Unit::number(Decimal::ONE).times(&unit, power)
}
