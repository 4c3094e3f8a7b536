//! What several studies come to together: men in one and women in another are both sexes, mild and severe cases are all.
//!
//! They must be narrower in the same respect, and in that only: men with mild and women with severe hair loss leave out
//! women with mild.

use grounds_model::{Claim, Directness, Finding, Sex, Study};

use super::people::{People, sides};
use super::population::parts;
use super::ranges::{ages_cover, grades_cover, only_young};
use crate::concepts::Concepts;

/// The respects in which people are compared, as `parts` gives them.
const SEX: usize = 2;
const AGE: usize = 3;
const SEVERITY: usize = 4;

/// Whether studies of a part of the people whom a claim is about come to all of them together.
pub(super) fn covers(
    concepts: &Concepts<'_>,
    claim: &Claim,
    studies: &[(&Study, Option<&Finding>)],
) -> bool {
    let sides = studies.iter().filter_map(|(study, finding)| {
        let (claimed, people) = sides(concepts, claim, study, *finding).ok()??;
        let narrowed = narrowed(concepts, &claimed, &people);
        Some((claimed, people, narrowed))
    });
    let sides: Vec<_> = sides.collect();
    let narrowed_by = |respect: usize| {
        let all = sides.iter().filter(move |(.., by)| by == &[respect]);
        all.map(|(_, studied, _)| studied)
    };
    let Some((claimed, ..)) = sides.first() else {
        return false;
    };
    let sexes = |wanted: Sex| narrowed_by(SEX).any(|studied| studied.sex == Some(wanted));
    let ages: Vec<_> = narrowed_by(AGE).map(|studied| &studied.age).collect();
    let grades: Vec<_> = narrowed_by(SEVERITY)
        .filter_map(|studied| studied.severity)
        .collect();
    (sexes(Sex::Male) && sexes(Sex::Female))
        || ages_cover(&claimed.age, &ages)
        || claimed
            .severity
            .is_some_and(|claimed| grades_cover(claimed, &grades))
}

/// Whether a study is of young adults only, and leaves out nobody else whom the claim is about.
pub(super) fn leaves_out_older(
    concepts: &Concepts<'_>,
    claim: &Claim,
    study: &Study,
    finding: Option<&Finding>,
) -> bool {
    let Ok(Some((claimed, studied))) = sides(concepts, claim, study, finding) else {
        return false;
    };
    narrowed(concepts, &claimed, &studied) == [AGE] && !claimed.exact_age && only_young(&studied)
}

/// In which respects those who took part are not all of those whom the claim is about.
fn narrowed(concepts: &Concepts<'_>, claimed: &People<'_>, studied: &People<'_>) -> Vec<usize> {
    let parts = parts(concepts, claimed, studied);
    let parts = parts.iter().enumerate();
    parts
        .filter(|(_, part)| !matches!(part, None | Some((Directness::Broader, _))))
        .map(|(at, _)| at)
        .collect()
}
