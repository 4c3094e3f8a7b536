//! Proportions in words (`halved`, `two thirds of the men`) against the numbers of the records.

use grounds_model::{DerivationMethod, Finding, Key, Measure, Study};
use grounds_numbers::Exact;
use grounds_numbers::quantity::{Meaning, Precision, Proportion, Sense};

/// Something of a record that a proportion in words may be said of.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Candidate {
    /// How many times one thing is another, or the share of the whole.
    pub(crate) value: f64,
    /// Whether it is a share of a whole, and not a ratio of two numbers.
    pub(super) is_share: bool,
    /// Whether it is how many of an arm's people had something, and no change of anything.
    is_level: bool,
    /// Of a ratio, what is set against what.
    sides: Sides,
    /// What it is, for messages.
    pub(crate) what: String,
    /// Where it stands in the record.
    pub(crate) pointer: String,
}

/// What a ratio sets against what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sides {
    /// One thing against the other, as the record says.
    Told,
    /// Two values, of which it is not said which is set against which.
    Either,
    /// The same of two risks, whose ratio has a derivation of its own.
    Risks,
}

impl Candidate {
    /// Whether it is the ratio of two risks.
    pub(super) fn is_of_risks(&self) -> bool {
        self.sides == Sides::Risks
    }

    /// The ratios that it is, read from each side: a quarter less with one is a third more with the other. None
    /// of a share.
    pub(super) fn ratios(&self) -> impl Iterator<Item = f64> + use<> {
        let one = Some(self.value).filter(|_| !self.is_share);
        one.into_iter().chain(one.map(|value| 1.0 / value))
    }
}

/// How far a proportion in words may be from the number that it is said of, as a share of it.
const TOLERANCE: f64 = 0.1;
/// The same, where the words say that they round: `about a third`, `more than half`.
const LOOSE: f64 = 0.2;

/// Whether a proportion is said of a candidate.
pub(crate) fn is_said_of(said: &Proportion, candidate: &Candidate, denied: bool) -> bool {
    let near = |actual: f64, wanted: f64| is_near(said, actual, wanted);
    let value = candidate.value;
    let ways = if candidate.sides == Sides::Told {
        vec![value]
    } else {
        vec![value, 1.0 / value]
    };
    match said.meaning {
        Meaning::Share(share) if candidate.is_share => {
            near(value, share) || (denied && near(1.0 - value, share))
        }
        Meaning::Times(times) if !candidate.is_share => {
            // `Twice the risk` may be said of either side of a ratio, `halved` only of one.
            ways.iter().any(|way| near(*way, times))
        }
        Meaning::TimesMore(times) if !candidate.is_share => ways
            .iter()
            .any(|way| near(*way, times) || near(*way, times + 1.0)),
        Meaning::Changed(share) if !candidate.is_share => match said.sense {
            Some(Sense::Down) => candidate.ratios().any(|way| near(1.0 - way, share)),
            Some(Sense::Up) => candidate.ratios().any(|way| near(way - 1.0, share)),
            _ => ways.iter().any(|way| near((way - 1.0).abs(), share)),
        },
        // `By a third` of a per cent of change that the record has as such.
        Meaning::Changed(share) => !candidate.is_level && near(value, share),
        _ => false,
    }
}

fn is_near(said: &Proportion, actual: f64, wanted: f64) -> bool {
    let apart = actual / wanted - 1.0;
    match said.precision {
        // A hundredth of the rounding is left for the arithmetic.
        Precision::Exact => apart.abs() <= said.rounding.map_or(TOLERANCE, |half| half * 1.01),
        Precision::Rounded => apart.abs() <= LOOSE,
        // What almost halved is somewhat more than half.
        Precision::Nearly if matches!(said.meaning, Meaning::Times(times) if times < 1.0) => {
            apart.abs() <= LOOSE
        }
        Precision::Nearly => (-LOOSE..=0.01).contains(&apart),
        Precision::Above => (-0.01..=LOOSE + TOLERANCE).contains(&apart),
        Precision::Below => (-LOOSE - TOLERANCE..=0.01).contains(&apart),
    }
}

/// The candidate that a proportion is nearest to, of the kind that it speaks of.
pub(crate) fn nearest<'c>(
    said: &Proportion,
    candidates: &[&'c Candidate],
) -> Option<&'c Candidate> {
    let (wanted, is_share) = match said.meaning {
        Meaning::Share(share) => (share, true),
        Meaning::Times(times) | Meaning::TimesMore(times) => (times, false),
        Meaning::Changed(share) => (1.0 - share, false),
    };
    let apart = |candidate: &&Candidate| (candidate.value / wanted).ln().abs();
    candidates
        .iter()
        .copied()
        .filter(|candidate| candidate.is_share == is_share && candidate.value > 0.0)
        .min_by(|a, b| apart(a).total_cmp(&apart(b)))
}

/// All that a proportion in words may be said of in a study.
pub(crate) fn candidates(study: &Study) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (key, finding) in &study.findings {
        let pointer = grounds_load::child("/findings", key.as_str());
        of_finding(study, key, finding, &pointer, &mut found);
    }
    between_findings(study, &mut found);
    for (key, derivation) in &study.derivations {
        let Some(value) = number(derivation.value.as_str()) else {
            continue;
        };
        let (value, is_share) = match derivation.method {
            DerivationMethod::Ratio | DerivationMethod::RiskRatio | DerivationMethod::OddsRatio => {
                (value, false)
            }
            DerivationMethod::RelativeRiskReduction | DerivationMethod::PercentOf => {
                (value / 100.0, true)
            }
            _ => continue,
        };
        let pointer = grounds_load::child("/derivations", key.as_str());
        found.push(Candidate {
            value,
            is_share,
            is_level: false,
            sides: Sides::Told,
            what: format!("derivation `{key}`"),
            pointer: format!("{pointer}/value"),
        });
    }
    of_people(study, &mut found);
    found.retain(|candidate| candidate.value.is_finite() && candidate.value > 0.0);
    found
}

fn of_people(study: &Study, found: &mut Vec<Candidate>) {
    let Some(people) = &study.population else {
        return;
    };
    let whole = people.enrolled.or(people.analysed);
    for (key, arm) in &study.arms {
        if let (Some(part), Some(whole)) = (arm.n, whole) {
            found.push(Candidate {
                value: count(part.get()) / count(whole.get()),
                is_share: true,
                is_level: false,
                sides: Sides::Told,
                what: format!("arm `{key}` of those who took part"),
                pointer: format!("{}/n", grounds_load::child("/arms", key.as_str())),
            });
        }
    }
    for (name, part) in [("female", people.female), ("male", people.male)] {
        if let (Some(part), Some(whole)) = (part, whole) {
            found.push(Candidate {
                value: count(part.get()) / count(whole.get()),
                is_share: true,
                is_level: false,
                sides: Sides::Told,
                what: format!("`{name}` of those who took part"),
                pointer: format!("/population/{name}"),
            });
        }
    }
}

/// The shares and ratios of one finding: its estimate, its values, its events, and each two arms.
fn of_finding(
    study: &Study,
    key: &Key,
    finding: &Finding,
    pointer: &str,
    found: &mut Vec<Candidate>,
) {
    let is_counted = finding.measure == Measure::Percentage && !finding.events.is_empty();
    let mut add = |value: f64, is_share: bool, either_way: bool, what: String, at: String| {
        found.push(Candidate {
            value,
            is_share,
            is_level: is_share && is_counted && !at.ends_with("/estimate"),
            sides: if !either_way {
                Sides::Told
            } else if at.ends_with("/events") || is_in_percent(finding) {
                Sides::Risks
            } else {
                Sides::Either
            },
            what,
            pointer: at,
        });
    };
    if let Some(estimate) = finding.estimate.as_ref().and_then(|e| number(e.as_str())) {
        let at = format!("{pointer}/estimate");
        let what = format!("finding `{key}`");
        if is_ratio(finding.measure) {
            add(estimate, false, false, what, at);
        } else if is_in_percent(finding) {
            add(estimate.abs() / 100.0, true, false, what, at);
        }
    }
    let values: Vec<(&Key, f64)> = finding
        .values
        .iter()
        .filter_map(|(arm, value)| Some((arm, number(value.as_str())?)))
        .collect();
    for (arm, value) in &values {
        let at = format!("{pointer}{}", grounds_load::child("/values", arm.as_str()));
        let what = format!("finding `{key}`, arm `{arm}`");
        if finding.measure == Measure::FoldChange || is_ratio(finding.measure) {
            add(*value, false, false, what, at);
        } else if is_in_percent(finding) {
            add(value.abs() / 100.0, true, false, what, at);
        }
    }
    let risks = risks(study, finding);
    for (arm, risk) in &risks {
        let at = format!("{pointer}{}", grounds_load::child("/events", arm.as_str()));
        let what = format!("finding `{key}`, arm `{arm}`");
        add(*risk, true, false, what, at);
    }
    for (field, all) in [("/values", &values), ("/events", &risks)] {
        for (i, (arm, value)) in all.iter().enumerate() {
            for (other, against) in &all[i + 1..] {
                let what = format!("finding `{key}`, arm `{arm}` against `{other}`");
                add(
                    value / against,
                    false,
                    true,
                    what,
                    format!("{pointer}{field}"),
                );
            }
        }
    }
}

/// The share of each arm that had the outcome, where the record has both numbers.
fn risks<'s>(study: &'s Study, finding: &'s Finding) -> Vec<(&'s Key, f64)> {
    let n_of = |arm: &Key| {
        let n = finding.n.get(arm).copied();
        n.or_else(|| study.arms.get(arm)?.n)
    };
    let events = finding.events.iter();
    events
        .filter_map(|(arm, events)| Some((arm, count(events.get()) / count(n_of(arm)?.get()))))
        .collect()
}

/// What one arm had at two times, and in two parts of its people.
fn between_findings(study: &Study, found: &mut Vec<Candidate>) {
    let findings: Vec<(&Key, &Finding)> = study.findings.iter().collect();
    for (i, (key, finding)) in findings.iter().enumerate() {
        for (other_key, other) in &findings[i + 1..] {
            let alike = finding.outcome == other.outcome
                && finding.measure == other.measure
                && finding.unit == other.unit
                && (finding.at != other.at || finding.among != other.among);
            if !alike {
                continue;
            }
            for (arm, value) in &finding.values {
                let pair = other
                    .values
                    .get(arm)
                    .and_then(|other| number(other.as_str()));
                let (Some(one), Some(two)) = (number(value.as_str()), pair) else {
                    continue;
                };
                found.push(Candidate {
                    value: two / one,
                    is_share: false,
                    is_level: false,
                    sides: if is_in_percent(finding) {
                        Sides::Risks
                    } else {
                        Sides::Either
                    },
                    what: format!("arm `{arm}` in finding `{other_key}` against `{key}`"),
                    pointer: grounds_load::child("/findings", other_key.as_str()),
                });
            }
        }
    }
}

/// Whether a measure says how many times one thing is another.
pub(super) fn is_ratio(measure: Measure) -> bool {
    matches!(
        measure,
        Measure::RiskRatio
            | Measure::OddsRatio
            | Measure::HazardRatio
            | Measure::RateRatio
            | Measure::FoldChange
    )
}

fn is_in_percent(finding: &Finding) -> bool {
    let percent = |unit: &grounds_model::Text| unit.as_str().trim().starts_with(['%']);
    match &finding.unit {
        Some(unit) => percent(unit) || unit.as_str().trim_start().starts_with("per cent"),
        None => finding.measure == Measure::Percentage,
    }
}

fn number(text: &str) -> Option<f64> {
    Exact::read(text).map(Exact::to_f64)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "numbers of people are below 2^52"
)]
fn count(number: u64) -> f64 {
    number as f64
}
