//! The direction of a finding, as far as its numbers say.

use grounds_model::{Decimal, Effect, Finding, Key, Measure, Study};

/// Which way a finding points, of the arm of interest against the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// More of the outcome.
    More,
    /// Less of the outcome.
    Less,
    /// As much.
    Level,
}

/// Which way a finding points: what its record says, else the sign of its estimate, else its
/// values in the two arms, else how many of each arm had the outcome. `None` where none of these is there.
pub fn direction_of(
    study: &Study,
    finding: &Finding,
    arm: Option<&Key>,
    against: Option<&Key>,
) -> Option<Direction> {
    let contrast = finding.contrast.as_ref();
    // A contrast that is declared the other way round says the same with its sign turned.
    let turned = contrast.is_some_and(|c| Some(&c.arm) == against && Some(&c.against) == arm);
    let seen = |found| if turned { turn(found) } else { found };
    match finding.direction {
        Some(Effect::Increase) => return Some(seen(Direction::More)),
        Some(Effect::Decrease) => return Some(seen(Direction::Less)),
        Some(Effect::NoDifference) => return Some(Direction::Level),
        Some(Effect::Unclear) => return None,
        None => {}
    }
    if let (Some(estimate), Some(none)) = (&finding.estimate, no_effect(finding.measure)) {
        return Some(seen(compare(number(estimate)?, none)));
    }
    if finding.measure == Measure::Sucra {
        return None;
    }
    let of = |key: &Key| {
        let value = finding.values.get(key).and_then(number);
        value.or_else(|| share(study, finding, key))
    };
    Some(compare(of(arm?)?, of(against?)?))
}

/// Whether a finding shows a difference beyond chance: its interval leaves out no effect or, where it has none, its
/// p-value is below 0.05. `None` where it has neither.
pub fn shows_difference(finding: &Finding) -> Option<bool> {
    if let (Some(interval), Some(none)) = (&finding.interval, no_effect(finding.measure)) {
        let (low, high) = (number(&interval.low)?, number(&interval.high)?);
        return Some(none < low || high < none);
    }
    let p = finding.p.as_ref()?.as_str();
    let bound = p.trim_start_matches(['<', '>', '=', '≤', '≥', ' ']);
    let bound = bound.parse::<f64>().ok()?;
    Some(match p.chars().next() {
        Some('>' | '≥') => false,
        Some('<' | '≤') => bound <= 0.05,
        _ => bound < 0.05,
    })
}

/// How large a share of an arm had the outcome.
fn share(study: &Study, finding: &Finding, key: &Key) -> Option<f64> {
    let events = finding.events.get(key)?.get();
    let people = finding.n.get(key).copied();
    let people = people.or_else(|| study.arms.get(key)?.n)?.get();
    #[expect(clippy::cast_precision_loss, reason = "numbers of people")]
    (people > 0).then(|| events as f64 / people as f64)
}

fn number(decimal: &Decimal) -> Option<f64> {
    let number = decimal.as_str().parse::<f64>().ok();
    number.filter(|number| number.is_finite())
}

/// The estimate that means no difference, for measures that compare.
fn no_effect(measure: Measure) -> Option<f64> {
    match measure {
        Measure::MeanDifference
        | Measure::StandardisedMeanDifference
        | Measure::RiskDifference
        | Measure::RegressionCoefficient
        | Measure::Correlation => Some(0.0),
        Measure::RiskRatio
        | Measure::OddsRatio
        | Measure::HazardRatio
        | Measure::RateRatio
        | Measure::FoldChange => Some(1.0),
        _ => None,
    }
}

fn compare(number: f64, other: f64) -> Direction {
    if number > other {
        Direction::More
    } else if number < other {
        Direction::Less
    } else {
        Direction::Level
    }
}

fn turn(direction: Direction) -> Direction {
    match direction {
        Direction::More => Direction::Less,
        Direction::Less => Direction::More,
        Direction::Level => Direction::Level,
    }
}
