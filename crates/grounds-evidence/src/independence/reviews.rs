//! Reviews beside what they review. Such a review adds no study to those that it includes, and makes them no fewer: two
//! trials and the review of both are two trials.

use std::collections::{BTreeMap, BTreeSet};

use super::Paper;

/// Why two reviews are one: each reviews all that the other does.
pub(super) fn are_one(one: &Paper<'_>, other: &Paper<'_>) -> Option<&'static str> {
    rests_on(one, other).filter(|_| rests_on(other, one).is_some())
}

/// Why a review adds nothing to another paper.
fn rests_on(review: &Paper<'_>, other: &Paper<'_>) -> Option<&'static str> {
    if review.pools_what(other) {
        Some("one is a review of what the other reviews")
    } else if other.is_included_in(review) {
        Some("one is a review that includes the other")
    } else {
        None
    }
}

/// A review that adds nothing: its position, that of a paper that it reviews, and why.
pub(super) struct Adding {
    pub(super) review: usize,
    pub(super) other: usize,
    pub(super) because: &'static str,
}

/// Puts the groups of papers that only review others with the first of those, given the `leader` of each paper's group, and
/// says which reviews these are.
pub(super) fn put_with_reviewed(papers: &[Paper<'_>], leader: &mut [usize]) -> Vec<Adding> {
    let mut rests: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let mut first: BTreeMap<usize, Adding> = BTreeMap::new();
    for (i, review) in papers
        .iter()
        .enumerate()
        .filter(|(_, p)| !p.included.is_empty())
    {
        for (j, other) in papers
            .iter()
            .enumerate()
            .filter(|(j, _)| leader[*j] != leader[i])
        {
            let Some(because) = rests_on(review, other) else {
                continue;
            };
            rests.entry(leader[i]).or_default().insert(leader[j]);
            first.entry(leader[i]).or_insert(Adding {
                review: i,
                other: j,
                because,
            });
        }
    }
    let places: BTreeMap<usize, usize> = rests
        .keys()
        .map(|&group| (group, ground_of(group, &rests)))
        .collect();
    for at in leader {
        *at = places.get(at).copied().unwrap_or(*at);
    }
    first.into_values().collect()
}

/// The first group that a group rests on, by whatever way, and that rests on none itself.
fn ground_of(group: usize, rests: &BTreeMap<usize, BTreeSet<usize>>) -> usize {
    let mut reached = BTreeSet::from([group]);
    let mut left = vec![group];
    while let Some(at) = left.pop() {
        for &next in rests.get(&at).into_iter().flatten() {
            if reached.insert(next) {
                left.push(next);
            }
        }
    }
    let ground = reached.iter().find(|group| !rests.contains_key(group));
    // Groups that rest on one another in a circle are with the first of them.
    ground.or(reached.first()).copied().unwrap_or(group)
}
