//! The direction of a finding, as far as its numbers say.

use grounds_model::{Decimal, Effect, Finding, Key, Measure};

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
/// values in the two arms. `None` where none of these is there.
pub fn direction_of(
    finding: &Finding,
    arm: Option<&Key>,
    against: Option<&Key>,
) -> Option<Direction> {
    match finding.direction {
        Some(Effect::Increase) => return Some(Direction::More),
        Some(Effect::Decrease) => return Some(Direction::Less),
        Some(Effect::NoDifference | Effect::Unclear) => return Some(Direction::Level),
        None => {}
    }
    let number = |decimal: &Decimal| {
        decimal
            .as_str()
            .parse::<f64>()
            .ok()
            .filter(|n| n.is_finite())
    };
    if let (Some(estimate), Some(none)) = (&finding.estimate, no_effect(finding.measure)) {
        let contrast = finding.contrast.as_ref();
        let turned = contrast.is_some_and(|c| Some(&c.arm) == against && Some(&c.against) == arm);
        let found = compare(number(estimate)?, none);
        return Some(if turned { turn(found) } else { found });
    }
    if finding.measure == Measure::Sucra {
        return None;
    }
    let of = |key: Option<&Key>| key.and_then(|key| finding.values.get(key)).and_then(number);
    Some(compare(of(arm)?, of(against)?))
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
