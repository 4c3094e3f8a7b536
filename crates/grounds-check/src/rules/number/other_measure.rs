//! A number under the name of another measure.

use grounds_model::{Derivation, DerivationMethod, Finding, Key, Level, Measure, Study};
use grounds_numbers::derivation::Risks;
use grounds_numbers::quantity::{Kind, MeasureName, Quantity, measure_before, measure_of_heading};
use rust_decimal::Decimal;

use crate::context::Context;
use crate::numbers::{Judged, Known, Said, is_inert, is_unwanted, operand, with_known};
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/other-measure",
    level: Level::Error,
    summary: "a number is called another measure than it is: an odds ratio a risk ratio, a median a mean",
    docs: include_str!("other_measure.md"),
    check: Check::Sentence(check),
};

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    if let Some(said) = Said::of_sentence(&at) {
        check_said(cx, &said);
    }
}

pub(super) fn check_said(cx: &mut Context<'_>, said: &Said<'_, '_>) {
    for (i, (quantity, judged)) in said.judged.iter().enumerate() {
        let Judged::Found(sources) = judged else {
            continue;
        };
        if let Some(names) = misnamed(cx, said, i) {
            report(cx, said, quantity, &sources[0], names);
        }
    }
}

/// The name of a measure that a number has in the words, and what it is in the record, where that is another one.
pub(super) fn misnamed(
    cx: &Context<'_>,
    said: &Said<'_, '_>,
    i: usize,
) -> Option<(MeasureName, &'static str)> {
    let (quantity, judged) = said.judged.get(i)?;
    let Judged::Found(sources) = judged else {
        return None;
    };
    if quantity.kind != Kind::Value || sources.is_empty() {
        return None;
    }
    // The head of a column names the first number of a cell.
    let of_head = || measure_of_heading(said.heads.column).filter(|_| i == 0);
    let name = measure_before(said.text, quantity.number.start).or_else(of_head)?;
    let is: Option<Vec<&'static str>> = sources
        .iter()
        .map(|(study, known)| called(cx, (*study)?, known, name))
        .collect();
    Some((name, *is?.first()?))
}

fn report(
    cx: &mut Context<'_>,
    said: &Said<'_, '_>,
    quantity: &Quantity,
    (study, known): &(Option<&str>, Known),
    (name, is): (MeasureName, &str),
) {
    let words = &said.text[quantity.whole.clone()];
    let name = name.in_words();
    let message = format!("`{words}` has another measure in the record: {is}, not {name}");
    let diagnostic = cx.at(said.place(cx, &quantity.whole), message);
    let diagnostic = diagnostic.label("another measure");
    let diagnostic = with_known(cx, diagnostic, *study, known)
        .help(format!("write “{is}”, or the number of the {name}"));
    cx.report(diagnostic);
}

/// What a number of a study is, where it is something else than a name says. `None` where the name will do, or where
/// the record does not tell.
fn called(cx: &Context<'_>, study: &str, known: &Known, name: MeasureName) -> Option<&'static str> {
    let (key, document) = cx.set().studies.sound.get_key_value(study)?;
    let study = &document.value;
    if known.is_age() {
        let central = matches!(name, MeasureName::Mean | MeasureName::Median);
        return central.then_some("limit of the range of ages");
    }
    if let Some(derivation) = known.derivation() {
        let derivation = study.derivations.get(derivation)?;
        return match (derivation.method, name) {
            (DerivationMethod::RiskRatio, MeasureName::OddsRatio | MeasureName::HazardRatio) => {
                Some("risk ratio")
            }
            (DerivationMethod::OddsRatio, MeasureName::RiskRatio | MeasureName::HazardRatio) => {
                Some("odds ratio")
            }
            (DerivationMethod::NumberNeededToTreat, MeasureName::NumberNeededToHarm) => {
                (fall(cx, key, derivation)? > Decimal::ZERO).then_some("number needed to treat")
            }
            (DerivationMethod::NumberNeededToTreat, MeasureName::NumberNeededToTreat) => {
                let rises = fall(cx, key, derivation)? < Decimal::ZERO;
                (rises && is_of_harm(cx, study, derivation)).then_some("number needed to harm")
            }
            _ => None,
        };
    }
    of_finding(study, known, name)
}

/// How far the risk of the first arm of a derivation is below that of the other, in percentage points.
fn fall(cx: &Context<'_>, own: &Key, derivation: &Derivation) -> Option<Decimal> {
    let of = derivation.of.iter();
    let starts = of.map(|of| Some(operand(cx.set(), Some(own), of)?.value()));
    let starts: Option<Vec<_>> = starts.collect();
    Risks::of(&starts?)?.absolute_reduction()
}

/// Whether a derivation is of what nobody wants, and of an arm in which something was tried.
fn is_of_harm(cx: &Context<'_>, study: &Study, derivation: &Derivation) -> bool {
    let first = derivation.of.first();
    let arm = first.and_then(|of| of.arm.as_ref());
    let outcome = first.and_then(|of| Some(&study.findings.get(of.finding.as_ref()?)?.outcome));
    arm.is_some_and(|arm| is_inert(cx, study, arm) == Some(false))
        && outcome.is_some_and(|outcome| is_unwanted(cx.appraiser().concepts(), outcome))
}

fn of_finding(study: &Study, known: &Known, name: MeasureName) -> Option<&'static str> {
    let finding = study.findings.get(known.finding()?)?;
    if known.is_sd() {
        let other = matches!(name, MeasureName::StandardError);
        return other.then_some("standard deviation");
    }
    // How many had an event is no measure, whatever number it happens to be.
    if known.is_of_events() {
        let counts = matches!(name, MeasureName::Mean | MeasureName::Median);
        return (!counts).then_some("number of events");
    }
    if !known.is_main_result() {
        return None;
    }
    (!fits(name, finding)).then_some(measure_in_words(finding.measure)?)
}

/// Whether a finding may be called by a name.
fn fits(name: MeasureName, finding: &Finding) -> bool {
    let measure = finding.measure;
    match name {
        MeasureName::RiskRatio => matches!(
            measure,
            Measure::RiskRatio | Measure::RateRatio | Measure::FoldChange
        ),
        MeasureName::OddsRatio => measure == Measure::OddsRatio,
        MeasureName::HazardRatio => measure == Measure::HazardRatio,
        MeasureName::RateRatio => matches!(measure, Measure::RateRatio | Measure::FoldChange),
        MeasureName::StandardisedMeanDifference => measure == Measure::StandardisedMeanDifference,
        // What changed in one arm is often called a difference as well.
        MeasureName::MeanDifference => {
            !matches!(
                measure,
                Measure::StandardisedMeanDifference | Measure::Median
            ) && !is_ratio(measure)
        }
        MeasureName::Mean => measure != Measure::Median,
        MeasureName::Median => !matches!(
            measure,
            Measure::Mean | Measure::MeanChange | Measure::MeanDifference
        ),
        MeasureName::RiskDifference
        | MeasureName::StandardDeviation
        | MeasureName::StandardError => !is_ratio(measure),
        MeasureName::NumberNeededToTreat | MeasureName::NumberNeededToHarm => {
            measure != Measure::Percentage && !is_ratio(measure)
        }
    }
}

fn is_ratio(measure: Measure) -> bool {
    matches!(
        measure,
        Measure::RiskRatio | Measure::OddsRatio | Measure::HazardRatio | Measure::RateRatio
    )
}

/// What the number of a measure is called; `None` of what words name in many ways.
fn measure_in_words(measure: Measure) -> Option<&'static str> {
    Some(match measure {
        Measure::Mean => "mean",
        Measure::MeanChange => "mean change",
        Measure::MeanDifference => "mean difference",
        Measure::StandardisedMeanDifference => "standardised mean difference",
        Measure::Median => "median",
        Measure::RiskDifference => "risk difference",
        Measure::RiskRatio => "risk ratio",
        Measure::OddsRatio => "odds ratio",
        Measure::HazardRatio => "hazard ratio",
        Measure::RateRatio => "rate ratio",
        Measure::Percentage => "percentage",
        Measure::Correlation => "correlation",
        Measure::RegressionCoefficient => "regression coefficient",
        _ => return None,
    })
}
