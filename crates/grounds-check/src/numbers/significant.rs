//! Whether a result is significant, as its record says it: of the values that some words tell, or else of the outcome that they
//! name.

use std::collections::BTreeSet;
use std::ops::Range;

use grounds_load::ContentSet;
use grounds_model::{Finding, Key, Measure, Study};
use grounds_numbers::statistics::ReportedP;

use super::{Judged, Known, Numbers, Said};

/// A result that some words tell, with what its record says of it.
#[derive(Debug)]
pub(crate) struct Result<'a> {
    pub(crate) study: &'a str,
    /// The finding with the interval or the p-value.
    pub(crate) key: &'a Key,
    pub(crate) finding: &'a Finding,
    /// Whether that leaves no effect out.
    pub(crate) is_significant: bool,
}

/// What was measured: findings that agree in these are of one result.
type Group<'a> = (&'a str, &'a Key, Option<&'a str>, &'a [Key]);

/// The one result of which all values of some words are, if the record settles whether it is significant. Values of one arm
/// only are none: what fell over time in one group is no difference of two.
pub(crate) fn of_values<'a>(
    set: &'a ContentSet,
    said: &Said<'_, 'a>,
    clause: &Range<usize>,
) -> Option<Result<'a>> {
    let mut groups: Vec<BTreeSet<Group<'a>>> = Vec::new();
    let mut arms = BTreeSet::new();
    let mut is_compared = false;
    for (quantity, judged) in said.judged {
        let within = clause.start <= quantity.whole.start && quantity.whole.end <= clause.end;
        let Judged::Found(sources) = judged else {
            continue;
        };
        let mut own = BTreeSet::new();
        for (study, known) in sources.iter().filter(|(_, known)| is_result(known)) {
            let group = group_of(set, *study, known).filter(|_| within);
            own.extend(group);
            match known.arm() {
                Some(arm) if group.is_some() => {
                    arms.insert(arm.clone());
                }
                None if group.is_some() => is_compared = true,
                _ => {}
            }
        }
        if !own.is_empty() {
            groups.push(own);
        }
    }
    for (events, among) in pairs(said.text.get(clause.clone())?) {
        let own = of_events(set, said, events, among);
        arms.extend(own.iter().map(|(arm, _)| (*arm).clone()));
        if !own.is_empty() {
            groups.push(own.into_iter().map(|(_, group)| group).collect());
        }
    }
    if !is_compared && arms.len() < 2 {
        return None;
    }
    // A value that several results have tells the one that the others have, too.
    let common = groups.iter().cloned().reduce(|all, own| &all & &own)?;
    let groups = if common.is_empty() {
        groups.into_iter().flatten().collect()
    } else {
        common
    };
    agreed(set, groups, &arms)
}

/// The bare pairs of a text: `12 of 60` is of people, and does not say so.
fn pairs(text: &str) -> Vec<(u64, u64)> {
    let read = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_ascii_digit());
        word.replace(',', "").parse::<u64>().ok()
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let triples = words.windows(3).filter(|triple| triple[1] == "of");
    triples
        .filter_map(|triple| read(triple[0]).zip(read(triple[2])))
        .collect()
}

/// The arms in which so many of so many had an outcome, with its group.
fn of_events<'a>(
    set: &'a ContentSet,
    said: &Said<'_, 'a>,
    events: u64,
    among: u64,
) -> Vec<(&'a Key, Group<'a>)> {
    let studies = said.grounds.studies.iter();
    let studies = studies.filter_map(|key| Some((*key, &set.studies.get(key)?.value)));
    let mut found = Vec::new();
    for (key, study) in studies {
        for finding in study.findings.values() {
            let n = |arm: &Key| {
                let of_finding = finding.n.get(arm);
                let of_arm = || study.arms.get(arm).and_then(|arm| arm.n.as_ref());
                of_finding.or_else(of_arm).map(|n| n.get())
            };
            let own = finding
                .events
                .iter()
                .filter(|(arm, had)| had.get() == events && n(arm) == Some(among));
            found.extend(own.map(|(arm, _)| (arm, group(key, finding))));
        }
    }
    found
}

/// The one result of the outcome that some words name, where all that the records have of that outcome agrees.
pub(crate) fn of_outcome<'a>(
    set: &'a ContentSet,
    said: &Said<'_, 'a>,
    numbers: &Numbers<'a>,
    clause: &Range<usize>,
) -> Option<Result<'a>> {
    let words = said.text.get(clause.clone())?.to_lowercase();
    let of_some = words
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| OF_SOME.contains(&word));
    if of_some {
        return None;
    }
    let studies = said.grounds.studies.iter();
    let studies: Vec<(&'a str, &'a Study)> = studies
        .filter_map(|key| Some((*key, &set.studies.get(key)?.value)))
        .collect();
    let findings = || {
        let all = studies.iter();
        all.flat_map(|(key, study)| study.findings.values().map(move |finding| (*key, finding)))
    };
    let measured: BTreeSet<&'a Key> = findings().map(|(_, finding)| &finding.outcome).collect();
    let named = numbers.outcomes.places(&words, &measured, &[]);
    let named: BTreeSet<&Key> = named.into_iter().map(|named| named.outcome).collect();
    let mut named = named.into_iter();
    let (Some(outcome), None) = (named.next(), named.next()) else {
        return None;
    };
    let groups = findings().filter(|(_, finding)| finding.outcome == *outcome);
    agreed(
        set,
        groups.map(|(key, finding)| group(key, finding)).collect(),
        &BTreeSet::new(),
    )
}

/// Words of a part of those who took part, or of another analysis.
const OF_SOME: &[&str] = &[
    "adjusted",
    "adjustment",
    "aged",
    "among",
    "completers",
    "men",
    "older",
    "only",
    "protocol",
    "smokers",
    "subgroup",
    "subgroups",
    "those",
    "treated",
    "who",
    "whose",
    "women",
    "younger",
];

fn is_result(known: &Known) -> bool {
    known.is_main_result() || known.is_of_events() || known.is_bound()
}

fn group<'a>(study: &'a str, finding: &'a Finding) -> Group<'a> {
    let at = finding.at.as_ref().map(grounds_model::Text::as_str);
    (study, &finding.outcome, at, &finding.among)
}

fn group_of<'a>(set: &'a ContentSet, study: Option<&'a str>, known: &Known) -> Option<Group<'a>> {
    let key = study?;
    let finding = set.studies.get(key)?.value.findings.get(known.finding()?)?;
    Some(group(key, finding))
}

/// What all findings of some results agree in; none where one of these is not settled.
fn agreed<'a>(
    set: &'a ContentSet,
    groups: BTreeSet<Group<'a>>,
    arms: &BTreeSet<Key>,
) -> Option<Result<'a>> {
    // Of three arms, those that are told.
    let of_others = |finding: &Finding| {
        finding.contrast.as_ref().is_some_and(|contrast| {
            arms.len() > 1 && !(arms.contains(&contrast.arm) && arms.contains(&contrast.against))
        })
    };
    let mut settled: Option<Result<'a>> = None;
    for of_group in groups {
        let study = &set.studies.get(of_group.0)?.value;
        let mut is_told = false;
        for (key, finding) in &study.findings {
            if group(of_group.0, finding) != of_group || of_others(finding) {
                continue;
            }
            let is_significant = match verdict(finding) {
                Verdict::Settled(is_significant) => is_significant,
                Verdict::Open => return None,
                Verdict::Unsaid => continue,
            };
            is_told = true;
            match &settled {
                Some(before) if before.is_significant != is_significant => return None,
                // An interval tells more than a p-value.
                Some(before) if before.finding.interval.is_some() => {}
                _ => {
                    settled = Some(Result {
                        study: of_group.0,
                        key,
                        finding,
                        is_significant,
                    });
                }
            }
        }
        if !is_told {
            return None;
        }
    }
    settled
}

/// Whether a finding is significant, as its record says it.
#[derive(Clone, Copy, PartialEq)]
enum Verdict {
    /// Whether it is.
    Settled(bool),
    /// The record says it in a way that can be read as either, or of more than two arms.
    Open,
    /// It says nothing of it.
    Unsaid,
}

fn verdict(finding: &Finding) -> Verdict {
    let arms = finding.values.len().max(finding.events.len());
    let both = (of_interval(finding), of_p(finding));
    match both {
        (Verdict::Unsaid, Verdict::Unsaid) => Verdict::Unsaid,
        // The p-value of one arm is of its change over time, that of three of no pair.
        _ if finding.contrast.is_none() && (arms == 1 || arms > 2) => Verdict::Open,
        (one, other) if one == other || other == Verdict::Unsaid => one,
        (Verdict::Unsaid, other) => other,
        (Verdict::Settled(is), Verdict::Open) | (Verdict::Open, Verdict::Settled(is)) => {
            Verdict::Settled(is)
        }
        _ => Verdict::Open,
    }
}

fn of_p(finding: &Finding) -> Verdict {
    let Some(p) = &finding.p else {
        return Verdict::Unsaid;
    };
    let is_significant = ReportedP::read(p.as_str()).and_then(|p| p.is_significant(0.05));
    is_significant.map_or(Verdict::Open, Verdict::Settled)
}

/// Whether a 95% interval leaves no effect out.
fn of_interval(finding: &Finding) -> Verdict {
    use Measure::{
        HazardRatio, Mean, MeanChange, MeanDifference, OddsRatio, RateRatio, RiskDifference,
        RiskRatio, StandardisedMeanDifference,
    };
    let Some(interval) = &finding.interval else {
        return Verdict::Unsaid;
    };
    let null = match finding.measure {
        RiskRatio | OddsRatio | HazardRatio | RateRatio => 1.0,
        MeanDifference | StandardisedMeanDifference | RiskDifference => 0.0,
        Mean | MeanChange if finding.contrast.is_some() => 0.0,
        _ => return Verdict::Open,
    };
    let of_95 = interval
        .level
        .as_ref()
        .is_none_or(|level| level.as_str() == "95");
    let bound = |text: &grounds_model::Decimal| text.as_str().parse::<f64>().ok();
    let bounds = bound(&interval.low).zip(bound(&interval.high));
    // A bound that is rounded to no effect itself tells nothing.
    let settled = bounds.filter(|(low, high)| {
        of_95 && low <= high && (low - null).abs() > 1e-9 && (high - null).abs() > 1e-9
    });
    settled.map_or(Verdict::Open, |(low, high)| {
        Verdict::Settled(low > null || high < null)
    })
}
