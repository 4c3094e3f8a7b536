//! Rules about numbers: those of prose must be in the records, and those of a record must be
//! possible.

pub(super) mod arms_sum;
pub(super) mod asymmetric_interval;
pub(super) mod count_above_total;
pub(super) mod estimate_against_arms;
pub(super) mod estimate_outside_interval;
pub(super) mod impossible_mean;
pub(super) mod impossible_percentage;
pub(super) mod impossible_spread;
pub(super) mod impossible_value;
pub(super) mod interval_against_p;
pub(super) mod not_in_evidence;
pub(super) mod not_in_study;
pub(super) mod odds_as_risk;
pub(super) mod other_arm;
pub(super) mod other_count;
pub(super) mod other_interval;
pub(super) mod other_measure;
pub(super) mod other_outcome;
pub(super) mod other_people;
pub(super) mod other_proportion;
pub(super) mod other_sign;
pub(super) mod other_spread;
pub(super) mod other_time;
pub(super) mod other_unit;
pub(super) mod p_across_interval;
pub(super) mod p_against_counts;
pub(super) mod p_against_test;
pub(super) mod pooled_outside_subgroups;
pub(super) mod repeated_result;
pub(super) mod swapped_arms;
pub(super) mod unmarked_rounding;
pub(super) mod wrong_derivation;

use grounds_diagnostics::Place;
use grounds_load::{Document, child};
use grounds_model::{Decimal, Finding, Key, Measure, Study};
use grounds_numbers::lists::PartList;
use grounds_numbers::quantity::Quantity;
use grounds_numbers::statistics::Axis;
use grounds_numbers::{Exact, Unit};

use crate::classify::locate::words_in;
use crate::context::Context;
use crate::numbers::{Fault, Judged, describe};

use crate::subject::{SentenceAt, StudyAt};

/// Words that say that a result is not that of the plain numbers of people.
static MODELLED: PartList = PartList::new(&[
    "adjust",
    "ancova",
    "bayes",
    "cluster",
    "cmh",
    "cochran",
    "covaria",
    "equation",
    "gee",
    "imput",
    "kaplan",
    "log-rank",
    "logrank",
    "mantel",
    "matched",
    "mcnemar",
    "mean per",
    "mixed",
    "model",
    "non-inferior",
    "noninferior",
    "per-protocol",
    "regress",
    "stratif",
    "survey",
    "survival",
    "trend",
    "weighted",
    "weighting",
]);

/// Whether a finding says that its result is not that of the plain numbers: adjusted, modelled, weighted, of strata or
/// clusters, of times to an event.
fn says_modelled(key: &Key, finding: &Finding) -> bool {
    says_one_of(&MODELLED, key, finding)
}

/// Whether a finding says that it was tested against a margin, not against no effect.
fn says_margin(key: &Key, finding: &Finding) -> bool {
    static MARGINS: PartList = PartList::new(&["inferior", "equivalence", "margin"]);
    says_one_of(&MARGINS, key, finding)
}

fn says_one_of(parts: &PartList, key: &Key, finding: &Finding) -> bool {
    let texts = [&finding.summary, &finding.locator];
    let texts = texts.into_iter().flatten().map(grounds_model::Text::as_str);
    texts.chain([key.as_str()]).any(|text| parts.is_in(text))
}

/// Reports the quantities of a sentence with the faults that a rule speaks of, each at its own words.
fn report_faults(cx: &mut Context<'_>, at: SentenceAt<'_>, speaks_of: fn(&Fault<'_>) -> bool) {
    let Some(compared) = at.compared() else {
        return;
    };
    let Some(judged) = &compared.quantities else {
        cx.indeterminate();
        return;
    };
    let text = &at.sentence.text;
    for (quantity, judged) in judged {
        let Judged::Fault(fault) = judged else {
            continue;
        };
        if speaks_of(fault) {
            let place = place_of(cx, &at, quantity);
            let diagnostic = describe(cx, place, text, quantity, fault, &compared.grounds);
            cx.report(diagnostic);
        }
    }
}

/// Where a quantity of a sentence stands in its file.
fn place_of(cx: &Context<'_>, at: &SentenceAt<'_>, quantity: &Quantity) -> Place {
    let words = &at.sentence.text[quantity.whole.clone()];
    words_in(at, words, cx.sources()).unwrap_or_else(|| at.place())
}

/// The axis on which a measure's interval is symmetric, for measures that compare.
pub(in crate::rules) fn axis(measure: Measure) -> Option<Axis> {
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
