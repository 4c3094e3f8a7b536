//! Whether what a clause tells of differs beyond chance, as the findings of its studies say.

use std::collections::BTreeSet;
use std::ops::Range;

use grounds_evidence::{Concepts, Duration, shows_difference};
use grounds_model::{Finding, Key, Measure, Study};

use super::Numbers;
use super::arms::all_mentions;
use super::proportions::is_ratio;
use super::times::named_in;

/// The findings that a clause of a sentence tells of, and whether they show a difference beyond chance: of the one outcome that
/// it names, between the arms and at the time that it names. `None` where they differ in that, or one does not say.
pub(crate) fn told_of<'a>(
    sentence: &str,
    clause: &str,
    studies: &[(&'a str, &'a Study)],
    numbers: &Numbers<'a>,
    concepts: &Concepts<'a>,
) -> Option<bool> {
    let lower = clause.to_lowercase();
    let outcome = only_outcome(&lower, studies, numbers)?;
    let whole = sentence.to_lowercase();
    let times = times_of(&lower, &whole);
    let mut told: Option<bool> = None;
    for (_, record) in studies {
        // What stands before `between velapril and placebo` denies neither.
        let (before, after) = lower.split_once(" between ").unwrap_or((&lower, ""));
        let mut arms = all_mentions(before, record, concepts);
        arms.extend(all_mentions(after, record, concepts));
        let arms: Option<BTreeSet<&Key>> = arms.iter().map(|mention| mention.of).collect();
        let arms = arms?;
        if !compares_arms(&lower, arms.len()) || is_of_a_part(&whole, record, concepts) {
            return None;
        }
        for finding in record.findings.values() {
            if finding.outcome != *outcome
                || !is_between(record, finding, &arms)
                || !is_at(finding, &times)
            {
                continue;
            }
            if !finding.among.is_empty() {
                return None;
            }
            let Some(shows) = plainly_shows(finding) else {
                // What is only counted beside the finding that compares says nothing by itself.
                if is_of_arms(finding) {
                    continue;
                }
                return None;
            };
            if told.is_some_and(|other| other != shows) {
                return None;
            }
            told = Some(shows);
        }
    }
    told
}

/// The one outcome that a clause names.
fn only_outcome<'a>(
    lower: &str,
    studies: &[(&'a str, &'a Study)],
    numbers: &Numbers<'a>,
) -> Option<&'a Key> {
    let findings = studies
        .iter()
        .flat_map(|(_, study)| study.findings.values());
    let measured: BTreeSet<&Key> = findings.map(|finding| &finding.outcome).collect();
    let named = numbers.outcomes.places(lower, &measured, &[]);
    let (first, rest) = named.split_first()?;
    let is_another = rest.iter().any(|other| other.outcome != first.outcome);
    if is_another || is_part_of_more(lower, &first.words) {
        return None;
    }
    // A name that several outcomes have says of none.
    let name = &lower[first.words.clone()];
    let mut others = measured.iter().filter(|key| **key != first.outcome);
    let is_shared = others.any(|key| numbers.outcomes.may_be_called(key, name));
    (!is_shared).then_some(first.outcome)
}

/// The times that a clause names; else those of its sentence.
fn times_of(clause: &str, sentence: &str) -> Vec<Duration> {
    let own = named_in(clause);
    if !own.is_empty() {
        return own;
    }
    let around = named_in(sentence);
    if around.is_empty() {
        Duration::read(sentence).into_iter().collect()
    } else {
        around
    }
}

/// Whether a finding shows a difference, where that is not at the limit.
fn plainly_shows(finding: &Finding) -> Option<bool> {
    let p = finding.p.as_ref().map(grounds_model::PValue::as_str);
    let number = p.and_then(|p| {
        p.trim_start_matches(['<', '>', '=', '≤', '≥', ' '])
            .parse::<f64>()
            .ok()
    });
    let exact = p.is_some_and(|p| !p.starts_with(['<', '>', '≤', '≥']));
    let at_limit = exact && number.is_some_and(|p| (0.045..0.055).contains(&p));
    let above_small =
        p.is_some_and(|p| p.starts_with(['>', '≥'])) && number.is_some_and(|p| p < 0.05);
    let below_large =
        p.is_some_and(|p| p.starts_with(['<', '≤'])) && number.is_some_and(|p| p > 0.05);
    if at_limit || above_small || below_large {
        return None;
    }
    if let Some(interval) = &finding.interval {
        let level = interval.level.as_ref();
        let none = if is_ratio(finding.measure) { 1.0 } else { 0.0 };
        let bound_at_none = [&interval.low, &interval.high].into_iter().any(|bound| {
            let value = bound.as_str().parse::<f64>();
            value.is_ok_and(|value| (value - none).abs() < 0.005)
        });
        if level.is_some_and(|level| level.as_str() != "95") || bound_at_none {
            return None;
        }
    }
    let shows = shows_difference(finding)?;
    // Where the p-value says the opposite of the interval, another rule does.
    let by_p = number.filter(|_| exact).map(|p| p < 0.05);
    by_p.is_none_or(|by_p| by_p == shows).then_some(shows)
}

/// Whether a finding only has the values of arms.
fn is_of_arms(finding: &Finding) -> bool {
    finding.estimate.is_none() && finding.measure != Measure::Qualitative
}

/// Whether a finding is between the arms that are named; where none is, whether there are only two.
fn is_between(study: &Study, finding: &Finding, named: &BTreeSet<&Key>) -> bool {
    match &finding.contrast {
        Some(contrast) => {
            let of = [&contrast.arm, &contrast.against];
            named.iter().all(|arm| of.contains(arm)) && (study.arms.len() == 2 || named.len() == 2)
        }
        None => study.arms.len() == 2,
    }
}

/// Whether a finding is of one of the times that are named.
fn is_at(finding: &Finding, times: &[Duration]) -> bool {
    let at = finding
        .at
        .as_ref()
        .and_then(|at| Duration::read(at.as_str()));
    times.is_empty()
        || at.is_none_or(|at| {
            times
                .iter()
                .any(|time| time.reaches(at) && at.reaches(*time))
        })
}

/// Whether the outcome's name is a part of another: `the fall in blood pressure medicines`.
fn is_part_of_more(lower: &str, name: &Range<usize>) -> bool {
    const TAILS: [&str; 10] = [
        "medicine",
        "medicines",
        "medication",
        "drug",
        "drugs",
        "treatment",
        "control",
        "relief",
        "threshold",
        "free",
    ];
    let after = lower[name.end..].trim_start_matches([' ', '-']);
    let next = after
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let joined = lower[name.end..].starts_with('-') || lower[..name.start].ends_with('-');
    joined || TAILS.contains(&next)
}

/// Whether what a clause sets beside one another are arms: `between velapril and placebo`, and not `between men and women`.
fn compares_arms(lower: &str, arms: usize) -> bool {
    const GROUPS: [&str; 8] = [
        "group",
        "arm",
        "treatment",
        "the two",
        "them",
        "drugs",
        "dose",
        "therap",
    ];
    lower
        .split_once("between ")
        .is_none_or(|(_, after)| arms == 2 || GROUPS.iter().any(|group| after.contains(group)))
}

/// Words for a part of people; words with which one may begin; words before what such people have.
const PARTS: [&str; 24] = [
    "women",
    "men",
    "boys",
    "girls",
    "children",
    "adolescents",
    "teenagers",
    "older",
    "younger",
    "elderly",
    "smokers",
    "non-smokers",
    "centre",
    "centres",
    "country",
    "countries",
    "sexes",
    "sex",
    "subgroup",
    "severe",
    "mild",
    "moderate",
    "under",
    "over",
];
const LEADS: [&str; 4] = ["in ", "among ", "for ", "of "];
const PEOPLE: [&str; 6] = [
    "people with ",
    "those with ",
    "patients with ",
    "adults with ",
    "who have ",
    "who had ",
];

/// Whether a sentence tells of a part of those who took part: it names people whom the record does not name.
fn is_of_a_part(lower: &str, study: &Study, concepts: &Concepts<'_>) -> bool {
    let labels = study.population.iter().flat_map(|people| &people.concepts);
    let mut known: String = labels
        .map(|key| concepts.label(key).to_lowercase())
        .collect::<Vec<_>>()
        .join(" ");
    let measured = study.findings.values().map(|finding| &finding.outcome);
    for key in measured {
        known.push(' ');
        known.push_str(&concepts.label(key).to_lowercase());
    }
    let is_new = |word: &&str| PARTS.contains(word) && !known.contains(*word);
    if lower
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .any(|word| is_new(&word))
    {
        return true;
    }
    // `In people with diabetes, …`
    let lead = lower.split_once(", ").map(|(lead, _)| lead);
    let lead = lead.filter(|lead| LEADS.iter().any(|word| lead.starts_with(word)));
    lead.is_some_and(|lead| {
        PEOPLE.iter().any(|people| {
            lead.split_once(people).is_some_and(|(_, rest)| {
                let first = rest.split(' ').next().unwrap_or_default();
                !known.contains(first) && all_mentions(lead, study, concepts).is_empty()
            })
        })
    })
}
