//! Independence: how many studies a claim's supporting papers come to.
//!
//! Papers are one study where one is part of the other, where both have the same registration or
//! the same cohort. A review adds no study to those that it includes. Each of these goes on through
//! records that the claim does not name: a report of a report, a review of reviews.

mod records;
mod reviews;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use grounds_load::ContentSet;
use grounds_model::{Claim, Design, Key, Relation};

use records::{Identity, cohorts, included, registrations, reports, study, versions};
use reviews::{are_one, put_with_reviewed};

/// How the supporting papers of a claim come to studies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Independence<'a> {
    /// The papers, grouped into studies: the position of the evidence line, or among the papers, and the paper.
    pub studies: Vec<Vec<(usize, &'a Key)>>,
    /// Why two papers are one study: the later paper, the earlier one, and the reason.
    pub because: Vec<(&'a Key, &'a Key, &'static str)>,
}

impl Independence<'_> {
    /// What the papers come to, in words: `1 trial`, `2 studies`. They are trials where all that is no review is one.
    pub fn counted(&self, set: &ContentSet) -> String {
        let designs: Vec<Design> = self
            .studies
            .iter()
            .flatten()
            .filter_map(|(_, key)| Some(study(set, key)?.design))
            .filter(|design| !matches!(design, Design::SystematicReview | Design::MetaAnalysis))
            .collect();
        let is_trial = |design: &Design| matches!(design, Design::Rct | Design::ControlledTrial);
        let trials = !designs.is_empty() && designs.iter().all(is_trial);
        match (self.studies.len(), trials) {
            (1, true) => "1 trial".to_owned(),
            (1, false) => "1 study".to_owned(),
            (n, true) => format!("{n} trials"),
            (n, false) => format!("{n} studies"),
        }
    }

    /// How many papers there are: one counts once, whatever number of its findings is named.
    pub fn papers(&self) -> usize {
        let papers = self.studies.iter().flatten().map(|(_, key)| *key);
        papers.collect::<BTreeSet<&Key>>().len()
    }
}

/// Groups the supporting papers of a claim into independent studies.
pub fn independence<'a>(set: &'a ContentSet, claim: &'a Claim) -> Independence<'a> {
    let lines = claim.evidence.iter().enumerate();
    let supporting = lines.filter(|(_, line)| line.relation == Relation::Supports);
    of_numbered(set, supporting.map(|(i, line)| (i, &line.study)))
}

/// Groups papers into independent studies; those that are not in the set are left out.
pub fn of_papers<'a>(
    set: &'a ContentSet,
    keys: impl IntoIterator<Item = &'a Key>,
) -> Independence<'a> {
    of_numbered(set, keys.into_iter().enumerate())
}

fn of_numbered<'a>(
    set: &'a ContentSet,
    papers: impl Iterator<Item = (usize, &'a Key)>,
) -> Independence<'a> {
    let there: Vec<_> = papers
        .filter(|(_, key)| set.studies.get(key.as_str()).is_some())
        .collect();
    // One by itself is one study, whatever its record says.
    if there.len() <= 1 {
        let studies = there.into_iter().map(|paper| vec![paper]).collect();
        let because = Vec::new();
        return Independence { studies, because };
    }
    let papers: Vec<Paper<'_>> = there
        .into_iter()
        .map(|(at, key)| Paper::of(set, at, key))
        .collect();
    group(&papers)
}

/// How many studies stand behind some papers, those that reviews include among them. `None` where that is not known:
/// a paper restates others, and its record does not name them.
pub fn behind<'a>(set: &'a ContentSet, keys: &BTreeSet<&'a Key>) -> Option<usize> {
    let mut primary = BTreeSet::new();
    for key in keys {
        let paper = study(set, key)?;
        if !restates_others(paper.design) {
            primary.insert(*key);
            continue;
        }
        let included = included(set, key);
        if included.is_empty() {
            return None;
        }
        let keys = included.iter().flat_map(|of| of.reports.iter().copied());
        for key in keys {
            if !restates_others(study(set, key)?.design) {
                primary.insert(key);
            }
        }
    }
    Some(of_papers(set, primary).studies.len())
}

/// Whether papers of a design tell of the studies of others.
pub fn restates_others(design: Design) -> bool {
    matches!(
        design,
        Design::Guideline
            | Design::SystematicReview
            | Design::MetaAnalysis
            | Design::NarrativeReview
            | Design::Opinion
    )
}

fn group<'a>(papers: &[Paper<'a>]) -> Independence<'a> {
    let mut leader: Vec<usize> = (0..papers.len()).collect();
    let mut because = Vec::new();
    for (i, paper) in papers.iter().enumerate() {
        for (j, other) in papers.iter().enumerate().take(i) {
            let Some(reason) = same_study(paper, other) else {
                continue;
            };
            let (one, two) = (leader[i], leader[j]);
            if one != two {
                // Two lines about one paper are one paper, and nothing to tell anybody.
                if paper.key != other.key {
                    because.push((paper.key, other.key, reason));
                }
                let (low, high) = (one.min(two), one.max(two));
                for at in &mut leader {
                    if *at == high {
                        *at = low;
                    }
                }
            }
        }
    }
    for found in put_with_reviewed(papers, &mut leader) {
        let (later, earlier) = (found.review.max(found.other), found.review.min(found.other));
        because.push((papers[later].key, papers[earlier].key, found.because));
    }
    let mut groups: BTreeMap<usize, Vec<(usize, &Key)>> = BTreeMap::new();
    for (at, paper) in papers.iter().enumerate() {
        groups
            .entry(leader[at])
            .or_default()
            .push((paper.at, paper.key));
    }
    Independence {
        studies: groups.into_values().collect(),
        because,
    }
}

/// Why two papers are one study; `None` where nothing says so.
fn same_study(one: &Paper<'_>, other: &Paper<'_>) -> Option<&'static str> {
    let meet = |a: &BTreeSet<&Key>, b: &BTreeSet<&Key>| !a.is_disjoint(b);
    if one.key == other.key {
        Some("they are the same paper")
    } else if meet(&one.reports, &other.reports) {
        Some("they report one study")
    } else if !one.registrations.is_disjoint(&other.registrations) {
        Some("they have the same registration")
    } else if one
        .cohorts
        .iter()
        .any(|cohort| other.cohorts.contains(cohort))
    {
        Some("they studied the same cohort")
    } else if meet(&one.versions, &other.reports) || meet(&other.versions, &one.reports) {
        Some("one is a later version of the other")
    } else {
        are_one(one, other)
    }
}

/// What a paper reports, by its record and those that it is a part of.
struct Paper<'a> {
    at: usize,
    key: &'a Key,
    /// Those that came in its place: its version of record, its successor, and so on.
    versions: BTreeSet<&'a Key>,
    /// The paper, and what it is a part of, and so on.
    reports: BTreeSet<&'a Key>,
    registrations: BTreeSet<String>,
    cohorts: BTreeSet<String>,
    /// Of a review, what the studies that it includes are, and those of the reviews among them.
    included: Vec<Identity<'a>>,
}

impl<'a> Paper<'a> {
    fn of(set: &'a ContentSet, at: usize, key: &'a Key) -> Self {
        let reports = reports(set, key);
        Self {
            at,
            key,
            versions: versions(set, &reports),
            registrations: registrations(set, &reports),
            cohorts: cohorts(set, &reports),
            included: included(set, key),
            reports,
        }
    }

    fn is_included_in(&self, review: &Self) -> bool {
        review.included.iter().any(|study| {
            !study.reports.is_disjoint(&self.reports)
                || !study.registrations.is_disjoint(&self.registrations)
        })
    }
}

impl Paper<'_> {
    /// Whether a review includes every study that another one includes.
    fn pools_what(&self, other: &Self) -> bool {
        let reports: BTreeSet<&Key> = self
            .included
            .iter()
            .flat_map(|of| of.reports.iter().copied())
            .collect();
        let numbers: BTreeSet<&String> = self
            .included
            .iter()
            .flat_map(|of| &of.registrations)
            .collect();
        let has = |study: &Identity<'_>| {
            study.reports.iter().any(|key| reports.contains(key))
                || study
                    .registrations
                    .iter()
                    .any(|number| numbers.contains(number))
        };
        !other.included.is_empty() && !reports.is_empty() && other.included.iter().all(has)
    }
}
