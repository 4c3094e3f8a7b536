//! Declared derivations, computed again from the records' numbers.

use grounds_load::ContentSet;
use grounds_model::{
    Count, Derivation, DerivationMethod, Key, Measure, Operand, OperandNumber, Study, Text,
};
use grounds_numbers::derivation::Risks;
use grounds_numbers::{Exact, Unit};
use rust_decimal::Decimal;

/// A number that a derivation starts from.
#[derive(Debug, Clone)]
pub(crate) struct Start {
    value: Exact,
    unit: Option<Unit>,
    number: OperandNumber,
    /// What was measured and when, if it is of a finding.
    of: Option<(Key, Option<Text>)>,
}

impl Start {
    /// The number.
    pub(crate) fn value(&self) -> Decimal {
        self.value.value()
    }
}

/// The number that an operand names. `None` where the record does not have it.
pub(crate) fn operand(set: &ContentSet, own: Option<&Key>, operand: &Operand) -> Option<Start> {
    let key = operand.study.as_ref().or(own)?;
    let study = &set.studies.get(key.as_str())?.value;
    let (text, unit) = number(study, operand)?;
    let finding = operand.finding.as_ref();
    let finding = finding.and_then(|finding| study.findings.get(finding));
    Some(Start {
        value: Exact::read(&text)?,
        unit,
        number: operand.number,
        of: finding.map(|finding| (finding.outcome.clone(), finding.at.clone())),
    })
}

fn number(study: &Study, operand: &Operand) -> Option<(String, Option<Unit>)> {
    let people = |count: Option<Count>| Some((count?.to_string(), Some(Unit::people())));
    let arm = operand.arm.as_ref();
    let of_study = study.population.as_ref();
    match operand.number {
        OperandNumber::Enrolled => return people(of_study?.enrolled),
        OperandNumber::Analysed => return people(of_study?.analysed),
        OperandNumber::N if operand.finding.is_none() => return people(study.arms.get(arm?)?.n),
        _ => {}
    }
    let finding = study.findings.get(operand.finding.as_ref()?)?;
    let unit = match &finding.unit {
        Some(unit) => Some(Unit::read_or_name(unit.as_str())),
        None => match finding.measure {
            Measure::Percentage => Some(Unit::percent()),
            Measure::Count => Some(Unit::people()),
            _ => None,
        },
    };
    let interval = finding.interval.as_ref();
    let text = match operand.number {
        OperandNumber::Value => finding.values.get(arm?)?.to_string(),
        OperandNumber::Sd => finding.sd.get(arm?)?.to_string(),
        OperandNumber::Estimate => finding.estimate.as_ref()?.to_string(),
        OperandNumber::Low => interval?.low.to_string(),
        OperandNumber::High => interval?.high.to_string(),
        OperandNumber::Events => return people(finding.events.get(arm?).copied()),
        OperandNumber::N => {
            let arm = arm?;
            let n = finding
                .n
                .get(arm)
                .copied()
                .or_else(|| study.arms.get(arm)?.n);
            return people(n);
        }
        OperandNumber::Enrolled | OperandNumber::Analysed => return None,
    };
    Some((text, unit))
}

/// The exact result of a derivation, or why the method cannot be applied to these numbers.
pub(crate) fn compute(derivation: &Derivation, of: &[Start]) -> Result<Decimal, &'static str> {
    use DerivationMethod as Method;
    if let Some(fault) = mismatch(derivation, of) {
        return Err(fault);
    }
    let values: Vec<Decimal> = of.iter().map(Start::value).collect();
    let result = match (derivation.method, values.as_slice()) {
        (Method::Difference, [a, b]) => a.checked_sub(*b),
        (Method::Ratio, [a, b]) => a.checked_div(*b),
        (Method::Sum, [first, rest @ ..]) => {
            let mut rest = rest.iter();
            rest.try_fold(*first, |sum, value| sum.checked_add(*value))
        }
        (Method::PercentOf, [a, b]) => a
            .checked_mul(Decimal::ONE_HUNDRED)
            .and_then(|a| a.checked_div(*b)),
        (Method::RiskRatio, all) => Risks::of(all).and_then(Risks::ratio),
        (Method::OddsRatio, all) => Risks::of(all).and_then(Risks::odds_ratio),
        (Method::AbsoluteRiskReduction, all) => Risks::of(all).and_then(Risks::absolute_reduction),
        (Method::RelativeRiskReduction, all) => Risks::of(all).and_then(Risks::relative_reduction),
        (Method::NumberNeededToTreat, all) => {
            Risks::of(all).and_then(Risks::number_needed_to_treat)
        }
        (Method::UnitConversion, [a]) => converted(derivation, of, *a),
        (Method::Rounding, [a]) => Some(*a),
        _ => None,
    };
    result.ok_or("from these numbers, by this method")
}

fn converted(derivation: &Derivation, of: &[Start], amount: Decimal) -> Option<Decimal> {
    let to = Unit::read(derivation.unit.as_ref()?.as_str())?;
    of.first()?.unit.as_ref()?.convert(amount, &to)
}

/// Why numbers are not of the kind that a method needs: arithmetic would give a number all the same.
fn mismatch(derivation: &Derivation, of: &[Start]) -> Option<&'static str> {
    use DerivationMethod as Method;
    let units: Vec<&Unit> = of.iter().filter_map(|start| start.unit.as_ref()).collect();
    let alike = units.windows(2).all(|pair| pair[0].is_like(pair[1]));
    match derivation.method {
        Method::Difference | Method::Sum if units.windows(2).any(|pair| pair[0] != pair[1]) => {
            Some("these numbers have not the same unit")
        }
        Method::PercentOf if !alike => Some("these numbers have not the same unit"),
        Method::RiskRatio
        | Method::OddsRatio
        | Method::AbsoluteRiskReduction
        | Method::RelativeRiskReduction
        | Method::NumberNeededToTreat => no_risks(derivation, of),
        _ => None,
    }
}

/// Why numbers are no risks of two groups: two per cents, or events and people of each, of one outcome at one time.
fn no_risks(derivation: &Derivation, of: &[Start]) -> Option<&'static str> {
    let is_percent = |start: &Start| start.unit.as_ref() == Some(&Unit::percent());
    let counts = |start: &Start| {
        let unit = start.unit.as_ref();
        unit.is_some_and(|unit| *unit == Unit::people() || unit.is_of_things())
    };
    let is_events = |start: &Start| counts(start) && start.number != OperandNumber::N;
    let is_people = |start: &Start| {
        matches!(
            start.number,
            OperandNumber::N | OperandNumber::Enrolled | OperandNumber::Analysed
        )
    };
    let risks = match of {
        [interest, other] => is_percent(interest) && is_percent(other),
        [events, people, other_events, other_people] => {
            [events, other_events].into_iter().all(is_events)
                && [people, other_people].into_iter().all(is_people)
        }
        _ => return None,
    };
    let measured: Vec<_> = of.iter().filter_map(|start| start.of.as_ref()).collect();
    let points = derivation
        .unit
        .as_ref()
        .map(|unit| Unit::read_or_name(unit.as_str()));
    if !risks {
        Some("these are not two per cents of people, nor events and people of two groups")
    } else if measured.windows(2).any(|pair| pair[0].0 != pair[1].0) {
        Some("these are risks of different outcomes")
    } else if measured.windows(2).any(|pair| pair[0].1 != pair[1].1) {
        Some("these are risks at different times")
    } else if derivation.method == DerivationMethod::AbsoluteRiskReduction
        && points == Some(Unit::percent())
    {
        Some("the difference of two per cents is in percentage points")
    } else {
        None
    }
}
