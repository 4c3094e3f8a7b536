//! What follows from the numbers of the records and need not be declared, for there is only one way to get it:
//! the same amount in another unit, the share of so many people, those who are left, and a ratio as a per cent
//! more or less.

use grounds_model::{Finding, Study};
use grounds_numbers::quantity::{Precision, Quantity, Sense};
use grounds_numbers::{Exact, Unit};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::allocated::is_share_of_an_arm;
use super::compare::{Compared, TWENTY, is_near, is_of_those_treated, states};
use super::known::Known;
use super::proportions::{Candidate, candidates, is_ratio};
use super::sexes;
use super::sorts::{is_of_a_whole, is_said_as_change};
use super::without::Without;

/// Whether a quantity follows from the numbers of the records.
pub(super) fn from_records(
    text: &str,
    quantity: &Quantity,
    known: &[Compared<'_, '_>],
    studies: &[&Study],
) -> bool {
    if known.iter().any(|(_, known)| is_converted(quantity, known)) {
        return true;
    }
    let unit = quantity.unit.as_ref();
    if unit.is_none_or(Unit::is_of_participants) {
        let without = Without::said(text);
        return known
            .iter()
            .any(|(_, known)| without.is_of(known) && is_rest(quantity, known));
    }
    if unit != Some(&Unit::percent()) {
        return false;
    }
    let without = Without::said(text);
    let changed = is_said_as_change(text, quantity);
    known
        .iter()
        .filter(|(_, known)| !(changed && is_of_a_share(known)))
        .any(|(_, known)| is_percentage(quantity, known, without.is_of(known)))
        || studies
            .iter()
            .flat_map(|study| sexes::shares(text, study))
            .any(|percent| quantity.value.is_rounded_from(percent))
        || sense_of(text, quantity).is_some_and(|sense| is_more_or_less(quantity, sense, studies))
}

/// Whether a number of a record is how many of an arm's people had something: none that something changed by.
fn is_of_a_share(known: &Known) -> bool {
    known.is_of_events() || is_of_a_whole(known)
}

/// Whether words tell of what was prevented.
fn is_prevented(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.any(|word| ["prevented", "averted", "avoided"].contains(&word))
}

/// Whether a per cent is the share of an arm's people who had an event.
pub(super) fn is_share_of_events(quantity: &Quantity, known: &Known) -> bool {
    let percent = share(known).and_then(|share| share.checked_mul(Decimal::ONE_HUNDRED));
    quantity.unit.as_ref() == Some(&Unit::percent())
        && percent.is_some_and(|percent| {
            quantity.value.is_rounded_from(percent) || is_near(quantity, percent)
        })
}

/// Whether the same amount is written in another unit, exactly: 0.1525 mm for 152.5 micrometres.
fn is_converted(quantity: &Quantity, known: &Known) -> bool {
    let (Some(here), Some(there)) = (&quantity.unit, &known.unit) else {
        return false;
    };
    here != there
        && there
            .convert(known.value.value(), here)
            .and_then(|amount| converted(amount, quantity.value.places()))
            .is_some_and(|amount| {
                let mut converted = known.clone();
                converted.value = amount;
                states(quantity, &converted)
            })
}

/// An amount in another unit, with the places of the number that it is compared with: 130 mg/dL are 1.3 and 1.30 g/L. What
/// is left of the division beyond the twelfth place is none of it.
fn converted(amount: Decimal, places: u32) -> Option<Exact> {
    let mut amount = amount.round_dp(12).normalize();
    amount.rescale(amount.scale().max(places.min(12)));
    Exact::read(&amount.to_string())
}

/// Whether a share such as `1 in 8` is a per cent of a record, or so many of its people, and `18 fewer
/// in 1,000` a difference of such: the second number is rounded to a whole one, and the first where the words say
/// so. Of counted people the first is rounded as well: 53 of 620 are 85 per 1,000.
pub(super) fn is_share(
    text: &str,
    said: &Quantity,
    of: Exact,
    known: &Known,
    without: bool,
) -> bool {
    let value = said.value.value();
    let Some((least, most)) = range_of_share(said, of) else {
        return false;
    };
    let within = |share: Decimal| least <= share && share <= most;
    let rounded = |share: Decimal| {
        let exact = share.checked_mul(of.value());
        of.value() >= Decimal::ONE_THOUSAND
            && exact.is_some_and(|exact| said.value.is_rounded_from(exact))
    };
    let hundredth = |value: Decimal| value.checked_div(Decimal::ONE_HUNDRED);
    let either = |share: Option<Decimal>, fits: &dyn Fn(Decimal) -> bool| {
        share.is_some_and(|share| fits(share) || (without && fits(Decimal::ONE - share)))
    };
    let percent = known.unit.as_ref() == Some(&Unit::percent());
    let points = known.unit.as_ref() == Some(&Unit::percentage_points());
    let amount = known.value.value();
    match said.sense {
        // A derivation may name either arm first.
        Some(_) if points && known.derivation().is_some() => {
            hundredth(amount.abs()).is_some_and(within)
        }
        Some(sense) if points || (percent && known.is_change) => {
            // A derived reduction is a positive number, a recorded change has its sign.
            let turned = known.is_change && sense == Sense::Down && !known.outcome.is_fall;
            hundredth(if turned { -amount } else { amount }).is_some_and(within)
        }
        // `Prevented six in ten cases` by a ratio of 0.40.
        Some(Sense::Down) if known.unit.as_ref() == Some(&Unit::fold()) => {
            let words = text.get(said.whole.clone()).unwrap_or_default();
            is_prevented(text) && !words.contains("fewer") && within(Decimal::ONE - amount)
        }
        // `18 fewer in 1,000` is no share of people, and `18 in 1,000` no difference.
        Some(_) => false,
        // `One in every 13 has it because of the drug`.
        None if known.is_needed_to_treat() => {
            value == Decimal::ONE && of == known.value && is_of_those_treated(text)
        }
        // `Two in five fractures were prevented` by a ratio of 0.60.
        None if known.unit.as_ref() == Some(&Unit::fold()) => {
            is_prevented(text) && within(Decimal::ONE - amount)
        }
        None => {
            (percent && either(hundredth(amount), &within))
                || either(share(known), &|share| within(share) || rounded(share))
        }
    }
}

/// The least and the most that a share such as `1 in 8` may be of.
pub(super) fn range_of_share(said: &Quantity, of: Exact) -> Option<(Decimal, Decimal)> {
    let half = Decimal::ONE / Decimal::TWO;
    let value = said.value.value();
    // "Fewer than 2 in 100" is 1.4 in 100, and so is "more than 1 in 100".
    let some_more = |least: Decimal| {
        let most = (least + said.value.step()).checked_div(of.value())?;
        Some((least.checked_div(of.value())?, most))
    };
    match said.precision {
        Precision::Above if of.value() >= Decimal::TEN => return some_more(value),
        Precision::Below if of.value() >= Decimal::TEN => {
            return some_more(value - said.value.step());
        }
        _ => {}
    }
    // "Almost one in ten" is 9 %.
    if said.precision == Precision::Nearly && of.value() < Decimal::ONE_HUNDRED {
        let whole = value.checked_div(of.value())?;
        let tenth = whole.checked_div(Decimal::TEN)?;
        return Some((whole - tenth, whole));
    }
    // "About 2 in 100" is 2.4 % to the whole number, as plain language writes it.
    let slack = match said.precision {
        Precision::Rounded | Precision::Nearly if of.value() >= Decimal::ONE_HUNDRED => half,
        // "About 5 in 10" is 5.4 in 10, but "about 1 in 10" says more.
        Precision::Rounded if of.value() == Decimal::TEN && value > Decimal::ONE => half,
        Precision::Rounded | Precision::Nearly if of.value() >= TWENTY => half.min(value / TWENTY),
        _ => Decimal::ZERO,
    };
    let least = (value - slack).checked_div(of.value() + half)?;
    Some((least, (value + slack).checked_div(of.value() - half)?))
}

/// Whether a share such as `nine in ten` is that of the men or the women who took part, whom the words name, or of those who
/// were given what an arm had.
pub(super) fn is_share_of_a_group(text: &str, said: &Quantity, of: Exact, study: &Study) -> bool {
    let range = range_of_share(said, of).filter(|_| said.sense.is_none());
    range.is_some_and(|(least, most)| {
        let after = text.get(said.whole.end..).unwrap_or_default();
        if is_share_of_an_arm(after, (least, most), study) {
            return true;
        }
        let mut shares = sexes::shares(text, study).into_iter();
        shares.any(|percent| {
            let share = percent.checked_div(Decimal::ONE_HUNDRED);
            share.is_some_and(|share| least <= share && share <= most)
        })
    })
}

/// Whether a per cent is that of so many events among so many people of a record, or of those who had none.
fn is_percentage(quantity: &Quantity, known: &Known, without: bool) -> bool {
    let of_events = percentage_of_events(known);
    let fits =
        |percent: Decimal| quantity.value.is_rounded_from(percent) || is_near(quantity, percent);
    of_events.is_some_and(fits) || (without && is_percentage_of_rest(quantity, known))
}

/// Whether a per cent is that of those who had no event.
fn is_percentage_of_rest(quantity: &Quantity, known: &Known) -> bool {
    let said = quantity.value;
    let rest = |percent: Decimal| Decimal::ONE_HUNDRED - percent;
    let fits = |percent: Decimal| said.is_rounded_from(percent) || is_near(quantity, percent);
    let counted = percentage_of_events(known).is_some_and(|percent| fits(rest(percent)));
    // Of a reported per cent the rest is as exact as that.
    let reported = percentage(known).map(rest);
    let stated = reported.is_some_and(|rest| said.value() == rest || is_near(quantity, rest));
    counted || stated
}

/// Whether so many people, or such a per cent of them, are those of an arm who had no event, where the words tell of such.
pub(super) fn is_rest_of(text: &str, quantity: &Quantity, known: &Known) -> bool {
    let is_rest = if quantity.unit.as_ref() == Some(&Unit::percent()) {
        is_percentage_of_rest(quantity, known)
    } else {
        is_rest(quantity, known)
    };
    is_rest && Without::said(text).is_of(known)
}

fn percentage_of_events(known: &Known) -> Option<Decimal> {
    share(known)?.checked_mul(Decimal::ONE_HUNDRED)
}

/// A per cent of some people, as a finding has it.
fn percentage(known: &Known) -> Option<Decimal> {
    let value = known.value.value();
    let percent = known.unit.as_ref() == Some(&Unit::percent()) && !known.is_change;
    let of_whole = (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&value);
    (percent && of_whole).then_some(value)
}

fn share(known: &Known) -> Option<Decimal> {
    known.value.value().checked_div(known.among?.value())
}

/// Whether so many people are those of an arm who had no event.
fn is_rest(quantity: &Quantity, known: &Known) -> bool {
    let rest = known.among.map(|among| among.value() - known.value.value());
    rest == Some(quantity.value.value())
}

/// Which way a per cent says that something went: `95% effective` is so much less of what it prevents.
fn sense_of(text: &str, quantity: &Quantity) -> Option<Sense> {
    const PREVENTING: [&str; 6] = [
        "efficacy",
        "effective",
        "effectiveness",
        "prevented",
        "averted",
        "protected",
    ];
    if is_absolute(text, quantity) {
        return None;
    }
    let of_reduction = || is_of_a_reduction(text, quantity).then_some(Sense::Down);
    quantity.sense.or_else(of_reduction).or_else(|| {
        let mut words = text.split(|c: char| !c.is_alphanumeric());
        let preventing = words.any(|word| PREVENTING.contains(&word.to_lowercase().as_str()));
        preventing.then_some(Sense::Down)
    })
}

/// Whether the words before a per cent call it absolute: `cut the absolute risk by 31%`. A ratio says nothing of that.
fn is_absolute(text: &str, quantity: &Quantity) -> bool {
    let before = text[..quantity.number.start].to_lowercase();
    let mut words = before.split_whitespace().rev().take(6);
    words.any(|word| word.starts_with("absolute"))
}

/// Whether a per cent is called a relative risk reduction, or follows such a per cent as a bound: `The reduction in
/// strokes was 31% (3% to 51%)`.
fn is_of_a_reduction(text: &str, quantity: &Quantity) -> bool {
    let before = &text[..quantity.number.start];
    let clause = before.rsplit([';', '.']).next().unwrap_or(before);
    let mut words = clause.split(|c: char| !c.is_alphanumeric());
    words.any(|word| word == "RRR" || word.eq_ignore_ascii_case("reduction"))
}

/// Whether a per cent more or less is what a ratio of the records comes to, to its last digit: 28% lower of an odds
/// ratio of 0.72, or of the means of two arms. What two risks come to is a risk reduction, to be declared.
fn is_more_or_less(quantity: &Quantity, sense: Sense, studies: &[&Study]) -> bool {
    let near = |ratio: f64| {
        let percent = match sense {
            Sense::Up => (ratio - 1.0) * 100.0,
            Sense::Down => (1.0 - ratio) * 100.0,
            Sense::Apart => (ratio - 1.0).abs() * 100.0,
        };
        // To the ninth decimal floating-point numbers are exact enough to be rounded as the words are.
        Decimal::from_f64_retain(percent)
            .map(|percent| percent.round_dp(9))
            .is_some_and(|percent| {
                quantity.value.is_rounded_from(percent) || is_near(quantity, percent)
            })
    };
    let positive = quantity
        .value
        .value()
        .to_f64()
        .is_some_and(|said| said > 0.0);
    let of_study = |study: &&Study| {
        let estimates = candidates(study);
        let of_other_than_risks = estimates.iter().filter(|estimate| !estimate.is_of_risks());
        let mut ratios = of_other_than_risks.flat_map(Candidate::ratios);
        ratios.any(near) || study.findings.values().flat_map(bounds).any(near)
    };
    positive && studies.iter().any(of_study)
}

/// The bounds of the interval of a ratio, read from each side.
fn bounds(finding: &Finding) -> impl Iterator<Item = f64> {
    let interval = finding.interval.as_ref();
    let of_ratio = interval.filter(|_| is_ratio(finding.measure));
    let both = of_ratio.map(|interval| [&interval.low, &interval.high]);
    both.into_iter()
        .flatten()
        .filter_map(|bound| Exact::read(bound.as_str()).map(Exact::to_f64))
        .flat_map(|bound| [bound, 1.0 / bound])
}
