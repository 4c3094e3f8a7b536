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
pub(super) mod other_arm;
pub(super) mod other_interval;
pub(super) mod other_proportion;
pub(super) mod other_sign;
pub(super) mod other_time;
pub(super) mod other_unit;
pub(super) mod p_against_counts;
pub(super) mod p_against_test;
pub(super) mod pooled_outside_subgroups;
pub(super) mod repeated_result;
pub(super) mod swapped_arms;
pub(super) mod unmarked_rounding;
pub(super) mod wrong_derivation;

use grounds_diagnostics::{Diagnostic, Place};
use grounds_load::{Document, child};
use grounds_model::{Decimal, Finding, Key, Measure, Study};
use grounds_numbers::quantity::Quantity;
use grounds_numbers::statistics::Axis;
use grounds_numbers::{Exact, Unit};

use crate::classify::locate::words_in;
use crate::context::Context;
use crate::numbers::{Fault, Grounds, Judged, Known, Recorded, offer};
use crate::subject::{SentenceAt, StudyAt};

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
            let words = &text[quantity.whole.clone()];
            let place = place_of(cx, &at, quantity);
            let diagnostic = describe(cx, place, words, quantity, fault, &compared.grounds);
            cx.report(diagnostic);
        }
    }
}

/// Where a quantity of a sentence stands in its file.
fn place_of(cx: &Context<'_>, at: &SentenceAt<'_>, quantity: &Quantity) -> Place {
    let words = &at.sentence.text[quantity.whole.clone()];
    words_in(at, words, cx.sources()).unwrap_or_else(|| at.place())
}

/// Says what is wrong with a quantity, at a place.
fn describe(
    cx: &Context<'_>,
    place: Place,
    words: &str,
    quantity: &Quantity,
    fault: &Fault<'_>,
    grounds: &Grounds<'_>,
) -> Diagnostic {
    let names = grounds.names();
    match fault {
        Fault::OtherP(recorded) => other_p(cx, place, words, *recorded, &names),
        Fault::Absent(nearest) => {
            let diagnostic = cx
                .at(place, format!("`{words}` is not in {names}"))
                .label("not recorded");
            let nearest = nearest.as_ref();
            let probable = nearest.filter(|(_, known)| {
                known.value.has_digits_of(quantity.value) && !known.is_in_words()
            });
            match (probable, offer(cx.set(), &grounds.studies, quantity), nearest) {
                (None, Some(offer), _) => diagnostic.help(offer),
                (Some((study, known)), ..) | (None, None, Some((study, known))) => {
                    with_known(cx, diagnostic, *study, known).help(format!(
                        "write {}, or declare how the number follows under `derivations`",
                        shown(cx, *study, known)
                    ))
                }
                (None, None, None) => diagnostic.help(
                    "record the finding with its number, or declare how it follows under `derivations`",
                ),
            }
        }
        Fault::Rounded((study, known)) => {
            let message = format!("`{words}` is a rounding that does not say so");
            let diagnostic = cx.at(place, message).label("rounded");
            with_known(cx, diagnostic, *study, known).help(format!(
                "write {}, or “about {words}”, or declare the rounding under `derivations`",
                shown(cx, *study, known)
            ))
        }
        Fault::OtherSign((study, known)) => {
            let message = format!("`{words}` goes the other way than in the record");
            let diagnostic = cx.at(place, message).label("this way");
            with_known(cx, diagnostic, *study, known)
                .note("a positive change is a rise, and a negative one a fall")
                .help(format!(
                    "write {}, with its sign or in words",
                    shown(cx, *study, known)
                ))
        }
        Fault::OtherUnit((study, known)) => {
            let message = format!("`{words}` has another unit than the record");
            let diagnostic = cx.at(place, message).label("this unit");
            let diagnostic = with_known(cx, diagnostic, *study, known)
                .help(format!("write {}", shown(cx, *study, known)));
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

/// Says that a p-value is none of the records', and shows the one that they have.
fn other_p(
    cx: &Context<'_>,
    place: Place,
    words: &str,
    recorded: Option<Recorded<'_>>,
    names: &str,
) -> Diagnostic {
    let diagnostic = cx
        .at(place, format!("no p-value of {names} is `{words}`"))
        .label("not recorded")
        .help("copy the p-value of the record, with its operator");
    let document = recorded.and_then(|of| cx.set().studies.get(of.study));
    match (recorded, document) {
        (Some(of), Some(document)) => diagnostic.with(
            in_finding(document, of.finding, "/p"),
            format!("finding `{}` of `{}` has {}", of.finding, of.study, of.p),
        ),
        _ => diagnostic,
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
            let text = format!("`{key}` has {} ({})", known.value, known.what());
            diagnostic.with(document.place(&known.pointer()), text)
        }
        _ => diagnostic.note(format!("{} is {}", known.what(), known.value)),
    }
}

/// A number of a record as prose would have it, with its unit as the record writes it.
fn shown(cx: &Context<'_>, study: Option<&str>, known: &Known) -> String {
    let study = study.and_then(|key| cx.set().studies.get(key));
    let finding = study
        .zip(known.finding())
        .filter(|_| known.has_unit_of_finding);
    let unit = finding.and_then(|(study, key)| study.value.findings.get(key)?.unit.as_ref());
    let unit = unit.map(|unit| match unit.as_str() {
        "%" => "%".to_owned(),
        unit => format!(" {unit}"),
    });
    format!(
        "{}{}, as {} has it",
        known.value,
        unit.unwrap_or_default(),
        known.what()
    )
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
