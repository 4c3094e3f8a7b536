//! Rules about numbers: those of prose must be in the records, and those of a record must be
//! possible.

pub(super) mod arms_sum;
pub(super) mod asymmetric_interval;
pub(super) mod count_above_total;
pub(super) mod estimate_outside_interval;
pub(super) mod impossible_mean;
pub(super) mod impossible_percentage;
pub(super) mod impossible_value;
pub(super) mod interval_against_p;
pub(super) mod not_in_evidence;
pub(super) mod not_in_study;
pub(super) mod other_unit;
pub(super) mod p_against_counts;
pub(super) mod p_against_test;
pub(super) mod pooled_outside_subgroups;
pub(super) mod repeated_result;
pub(super) mod swapped_arms;
pub(super) mod wrong_derivation;

use std::collections::BTreeSet;

use grounds_diagnostics::{Diagnostic, Place};
use grounds_load::{Document, child};
use grounds_model::{Decimal, Finding, Key, Measure, PValue, Study};
use grounds_numbers::quantity::{Quantity, quantities};
use grounds_numbers::statistics::Axis;
use grounds_numbers::{Exact, Unit};

use crate::context::Context;
use crate::numbers::{Fault, Judged, Known, judge};
use crate::subject::{SentenceAt, StudyAt};

/// The studies that some words stand on, and whose numbers they may state.
struct Grounds<'a> {
    studies: BTreeSet<&'a str>,
    claims: BTreeSet<&'a Key>,
}

impl<'a> Grounds<'a> {
    /// Of a sentence: what it cites, and the evidence of the claims that its passages state.
    fn of_sentence(cx: &Context<'a>, at: &SentenceAt<'_>) -> Self {
        let article = cx.set().articles.get(at.of.key);
        let prose = &article.expect("rules run on articles of the set").prose;
        let cited = at.sentence.citations.iter();
        let mut grounds = Self {
            studies: cited.map(|&i| prose.citations[i].key.as_str()).collect(),
            claims: BTreeSet::new(),
        };
        for &i in &at.sentence.passages {
            if let Some(claim) = &prose.passages[i].claim {
                grounds.add_claim(cx, &claim.text);
            }
        }
        grounds
    }

    fn add_claim(&mut self, cx: &Context<'a>, claim: &str) {
        if let Some((key, document)) = cx.set().claims.sound.get_key_value(claim) {
            self.claims.insert(key);
            let lines = document.value.evidence.iter();
            self.studies.extend(lines.map(|line| line.study.as_str()));
        }
    }

    /// Compares the quantities of a text. `None` where there is nothing to compare with: no study
    /// that is there has a number.
    fn judge(&self, cx: &Context<'a>, text: &str) -> Option<Vec<(Quantity, Judged<'a>)>> {
        let numbers = cx.numbers();
        let of_studies = self.studies.iter().flat_map(|key| {
            let known = numbers.study(key).iter();
            known.map(|known| (Some(*key), known))
        });
        let of_claims = self.claims.iter().flat_map(|key| numbers.claim(key));
        let known: Vec<(Option<&str>, &Known)> = of_studies
            .chain(of_claims.map(|known| (None, known)))
            .collect();
        if known.is_empty() {
            return None;
        }
        let p_values: Vec<&PValue> = self
            .studies
            .iter()
            .filter_map(|key| cx.set().studies.get(key))
            .flat_map(|study| study.value.findings.values())
            .filter_map(|finding| finding.p.as_ref())
            .collect();
        let judged = quantities(text).into_iter().map(|quantity| {
            let judged = judge(&quantity, &known, &p_values);
            (quantity, judged)
        });
        Some(judged.collect())
    }

    /// The studies, for messages.
    fn names(&self) -> String {
        let names: Vec<String> = self.studies.iter().map(|key| format!("`{key}`")).collect();
        match names.as_slice() {
            [] => "its evidence".to_owned(),
            [one] => one.clone(),
            [first @ .., last] => format!("{} or {last}", first.join(", ")),
        }
    }
}

/// Says what is wrong with a quantity, at a place.
fn describe(
    cx: &Context<'_>,
    place: Place,
    words: &str,
    quantity: &Quantity,
    fault: &Fault<'_>,
    names: &str,
) -> Diagnostic {
    match fault {
        Fault::OtherP => cx
            .at(place, format!("no p-value of {names} is `{words}`"))
            .label("not recorded")
            .help("copy the p-value of the record, with its operator"),
        Fault::Absent(nearest) => {
            let diagnostic = cx
                .at(place, format!("`{words}` is not in {names}"))
                .label("not recorded");
            match nearest {
                None => diagnostic.help(
                    "record the finding with its number, or declare how it follows under `derivations`",
                ),
                Some((study, known)) => with_known(cx, diagnostic, *study, known).help(format!(
                    "write {}, or declare how the number follows under `derivations`",
                    shown(known)
                )),
            }
        }
        Fault::OtherUnit((study, known)) => {
            let message = format!("`{words}` has another unit than the record");
            let diagnostic = cx.at(place, message).label("this unit");
            let diagnostic =
                with_known(cx, diagnostic, *study, known).help(format!("write {}", shown(known)));
            let converted = quantity.unit.as_ref().and_then(|here| {
                let there = known.unit.as_ref()?;
                there.convert(known.value.value(), here)
            });
            match converted {
                Some(amount) => diagnostic.note(format!(
                    "in the unit that stands here, the record's value would be {}",
                    amount.round_dp(known.value.places().max(2)).normalize()
                )),
                None => diagnostic,
            }
        }
    }
}

/// Points at a number of a record.
fn with_known(
    cx: &Context<'_>,
    diagnostic: Diagnostic,
    study: Option<&str>,
    known: &Known,
) -> Diagnostic {
    let document = study.and_then(|key| cx.set().studies.get(key));
    match (study, document) {
        (Some(key), Some(document)) => {
            let text = format!("`{key}` has {} ({})", known.value, known.what);
            diagnostic.with(document.place(&known.pointer), text)
        }
        _ => diagnostic.note(format!("{} is {}", known.what, known.value)),
    }
}

fn shown(known: &Known) -> String {
    let unit = known.unit_in_words.as_ref();
    let unit = unit.map(|unit| {
        if unit == "%" {
            unit.clone()
        } else {
            format!(" {unit}")
        }
    });
    format!(
        "{}{}, as {} has it",
        known.value,
        unit.unwrap_or_default(),
        known.what
    )
}

/// The axis on which a measure's interval is symmetric, for measures that compare.
fn axis(measure: Measure) -> Option<Axis> {
    match measure {
        Measure::MeanDifference
        | Measure::StandardisedMeanDifference
        | Measure::RiskDifference
        | Measure::RegressionCoefficient => Some(Axis::Linear),
        Measure::RiskRatio | Measure::OddsRatio | Measure::HazardRatio | Measure::RateRatio => {
            Some(Axis::Logarithmic)
        }
        _ => None,
    }
}

/// A number of a record, exactly.
fn exact(number: &Decimal) -> Option<Exact> {
    Exact::read(number.as_str())
}

/// A place in a finding.
fn in_finding(study: &Document<Study>, key: &Key, field: &str) -> Place {
    study.place(&format!("{}{field}", child("/findings", key.as_str())))
}

/// The findings of a study.
fn findings<'a>(at: &StudyAt<'a>) -> impl Iterator<Item = (&'a Key, &'a Finding)> {
    at.study().findings.iter()
}

/// Whether a finding is in per cent.
fn is_percentage(finding: &Finding) -> bool {
    let unit = finding
        .unit
        .as_ref()
        .and_then(|unit| Unit::read(unit.as_str()));
    finding.measure == Measure::Percentage && unit.is_none_or(|unit| unit == Unit::percent())
}

/// How many were in an arm: for the finding, else as a whole.
fn size_of(study: &Study, finding: &Finding, arm: &Key) -> Option<u64> {
    let of_finding = finding.n.get(arm).copied();
    let n = of_finding.or_else(|| study.arms.get(arm)?.n);
    n.map(grounds_model::Count::get)
}
