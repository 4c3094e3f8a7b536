//! Ages and severity as ranges: whether those who took part are within what the claim says, and whether several studies
//! come to it together.

use grounds_model::{AgeRange, Count, Decimal, Directness, SeverityRange};

use super::people::People;
use super::population::Part;

/// The age from which people are adults, in years (the usual age of majority, and the limit that
/// `ClinicalTrials.gov` uses).
const ADULT: u64 = 18;

/// The age from which people are of middle age, in years (MeSH: Middle Aged is 45 to 64).
const MIDDLE: u64 = 45;

/// The age from which people are older adults, in years (`ClinicalTrials.gov`).
const OLD: u64 = 65;

/// The age beyond which there are too few people for an upper limit to mean anything, in years: reports put
/// them together (as the HIPAA privacy rule does with those over 89, 45 CFR 164.514).
const VERY_OLD: u64 = 89;

/// The age that a study must reach for a claim without an upper limit, in years: hardly a trial has people of every age
/// above 65, and an upper limit of its own says who came, not whom the claim leaves out. Ours, for nobody draws this line.
const OLD_ENOUGH: u64 = 75;

/// By how many years people of a study may be beyond an age that a concept alone names: limits of trials are not those
/// of words.
const ABOUT: u64 = 5;

/// The first and the last year of an age range.
fn years(age: &AgeRange) -> (u64, u64) {
    let (from, to) = (age.from.map(Count::get), age.to.map(Count::get));
    let to = to.filter(|to| *to < VERY_OLD);
    (from.unwrap_or(0), to.unwrap_or(u64::MAX))
}

fn unlimited(age: &AgeRange) -> bool {
    age.from.is_none() && age.to.is_none()
}

pub(super) fn age(claimed: &People<'_>, studied: &People<'_>) -> Part {
    let ((from, to), (youngest, oldest)) = (years(&claimed.age), years(&studied.age));
    if unlimited(&studied.age) {
        let because = "the ages of those who took part are not recorded".to_owned();
        let of_some = claimed.exact_age || is_an_age_of_life((from, to));
        return of_some.then_some((Directness::Unknown, because));
    }
    let said = |(from, to): (u64, u64)| match (from, to) {
        (0, to) => format!("up to {to} years"),
        (from, u64::MAX) => format!("{from} years and over"),
        (from, to) if from == to => format!("{from} years"),
        (from, to) => format!("{from} to {to} years"),
    };
    let other_people = || {
        format!(
            "people of {}; the claim is about {}",
            said((youngest, oldest)),
            said((from, to))
        )
    };
    if oldest < from || youngest > to {
        return Some((Directness::Different, other_people()));
    }
    if one_age_of_life(claimed, (youngest, oldest)) {
        let because = format!("only people of {}", said((youngest, oldest)));
        return Some((Directness::Narrower, because));
    }
    if !claimed.exact_age {
        // Children of a trial of people of any age are some of them only.
        let beyond = youngest.saturating_add(ABOUT) < from || oldest > to.saturating_add(ABOUT);
        let others = is_an_age_of_life((from, to)) && beyond;
        return others.then(|| (Directness::Broader, other_people()));
    }
    let open = to == u64::MAX;
    let reaches = oldest >= to || (open && oldest >= OLD_ENOUGH.max(from));
    // Most of those of 40 to 84 are 50 and over.
    let mostly = open && oldest.saturating_sub(from) >= from.saturating_sub(youngest);
    let same = youngest == from && oldest <= to;
    if reaches && (same || (youngest <= from && mostly)) {
        return None;
    }
    let covers = youngest <= from && reaches;
    let directness = if covers {
        Directness::Broader
    } else {
        Directness::Narrower
    };
    Some((directness, other_people()))
}

/// Whether ages are those of some people only: of children, of older adults, but not of everybody or of adults.
fn is_an_age_of_life((from, to): (u64, u64)) -> bool {
    from > ADULT || to != u64::MAX
}

/// A claim about everybody, or about adults, is not narrowed by the usual limits of a trial, but by one of children, of
/// young adults or of older people only.
fn one_age_of_life(claimed: &People<'_>, (youngest, oldest): (u64, u64)) -> bool {
    let (from, to) = years(&claimed.age);
    let children = unlimited(&claimed.age) && oldest < ADULT;
    let adults = from <= ADULT && to == u64::MAX;
    let young = is_young((youngest, oldest)) && !claimed.bears;
    !claimed.exact_age && (children || (adults && (young || youngest >= OLD)))
}

/// Whether those who took part were all adults, and none of middle age.
fn is_young((youngest, oldest): (u64, u64)) -> bool {
    youngest >= ADULT && oldest < MIDDLE
}

/// Whether those who took part were young adults only.
pub(super) fn only_young(studied: &People<'_>) -> bool {
    is_young(years(&studied.age))
}

pub(super) fn severity(claimed: Option<&SeverityRange>, studied: Option<&SeverityRange>) -> Part {
    let claimed = claimed?;
    let unknown = |because: &str| Some((Directness::Unknown, because.to_owned()));
    let Some(studied) = studied else {
        return unknown("how severe the condition was is not recorded");
    };
    if !same_scale(claimed, studied) {
        return unknown("severity is recorded on another scale");
    }
    let ((from, to), (mildest, worst)) = (grades(claimed)?, grades(studied)?);
    let said = |range: &SeverityRange| {
        if range.from == range.to {
            format!("grade {}", range.from)
        } else {
            format!("grades {} to {}", range.from, range.to)
        }
    };
    let because = format!(
        "{} of {}; the claim is about {}",
        said(studied),
        studied.scale,
        said(claimed)
    );
    if worst < from || mildest > to {
        Some((Directness::Different, because))
    } else if mildest <= from && worst >= to {
        let equal = !(mildest < from || worst > to);
        (!equal).then_some((Directness::Broader, because))
    } else {
        Some((Directness::Narrower, because))
    }
}

fn same_scale(one: &SeverityRange, other: &SeverityRange) -> bool {
    let name = |range: &SeverityRange| range.scale.as_str().trim().to_lowercase();
    name(one) == name(other)
}

fn grades(range: &SeverityRange) -> Option<(f64, f64)> {
    let number = |n: &Decimal| n.as_str().parse::<f64>().ok();
    Some((number(&range.from)?, number(&range.to)?))
}

/// Whether nobody can be in both: the ages, or the grades of one scale, do not meet.
pub(super) fn apart(one: &People<'_>, other: &People<'_>) -> bool {
    let ((from, to), (youngest, oldest)) = (years(&one.age), years(&other.age));
    let by_severity = one.severity.zip(other.severity).is_some_and(|(a, b)| {
        let ends = grades(a).zip(grades(b));
        same_scale(a, b) && ends.is_some_and(|(a, b)| a.1 < b.0 || b.1 < a.0)
    });
    oldest < from || youngest > to || by_severity
}

/// Whether studies of some ages come to those of the claim together.
pub(super) fn ages_cover(claimed: &AgeRange, studied: &[&AgeRange]) -> bool {
    years_cover(
        years(claimed),
        studied.iter().map(|age| years(age)).collect(),
    )
}

/// Whether some years come to all of others. Years follow one another: 18 to 40 and 41 to 65 are 18 to 65.
fn years_cover((from, to): (u64, u64), mut ranges: Vec<(u64, u64)>) -> bool {
    ranges.sort_unstable();
    let mut reached = None;
    for (youngest, oldest) in ranges {
        let next = reached.map_or(from, |reached: u64| reached.saturating_add(1));
        if youngest <= next {
            reached = Some(reached.unwrap_or(0).max(oldest));
        }
    }
    reached.is_some_and(|reached| reached >= to)
}

/// Whether studies of some grades come to those of the claim together. Whole grades follow one another; between others
/// there may be no gap.
pub(super) fn grades_cover(claimed: &SeverityRange, studied: &[&SeverityRange]) -> bool {
    let Some((from, to)) = grades(claimed) else {
        return false;
    };
    let same = studied.iter().filter(|range| same_scale(claimed, range));
    let mut ranges: Vec<(f64, f64)> = same.filter_map(|range| grades(range)).collect();
    ranges.sort_by(|a, b| a.0.total_cmp(&b.0));
    let whole = |n: f64| n.fract() == 0.0;
    let all_whole = ranges.iter().all(|(a, b)| whole(*a) && whole(*b));
    let step = if all_whole { 1.0 } else { 0.0 };
    let mut reached = None;
    for (mildest, worst) in ranges {
        let next = reached.map_or(from, |reached: f64| reached + step);
        if mildest <= next {
            reached = Some(reached.unwrap_or(f64::MIN).max(worst));
        }
    }
    reached.is_some_and(|reached| reached >= to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_follow_one_another() {
        let covers = |studied: &[(u64, u64)]| years_cover((18, 65), studied.to_vec());
        assert!(covers(&[(18, 40), (41, 65)]) && covers(&[(40, 70), (10, 45)]));
        assert!(covers(&[(18, 65), (20, 30)]));
        assert!(!covers(&[(18, 40), (42, 65)]) && !covers(&[(18, 40)]) && !covers(&[]));
        assert!(!covers(&[(20, 40), (41, 65)]) && !covers(&[(18, 40), (41, 60)]));
    }
}
