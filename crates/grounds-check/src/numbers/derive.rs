//! Declared derivations, computed again from the records' numbers.

use grounds_load::ContentSet;
use grounds_model::{Count, Derivation, DerivationMethod, Key, Operand, OperandNumber, Study};
use grounds_numbers::derivation::Risks;
use grounds_numbers::{Exact, Unit};

/// A number that a derivation starts from.
#[derive(Debug, Clone)]
pub(crate) struct Start {
    value: Exact,
    unit: Option<Unit>,
}

impl Start {
    /// The number.
    pub(crate) fn value(&self) -> rust_decimal::Decimal {
        self.value.value()
    }
}

/// The number that an operand names. `None` where the record does not have it.
pub(crate) fn operand(set: &ContentSet, own: Option<&Key>, operand: &Operand) -> Option<Start> {
    let key = operand.study.as_ref().or(own)?;
    let study = &set.studies.get(key.as_str())?.value;
    let (text, unit) = number(study, operand)?;
    Some(Start {
        value: Exact::read(&text)?,
        unit,
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
    let unit = finding
        .unit
        .as_ref()
        .map(|unit| Unit::read_or_name(unit.as_str()));
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

/// The exact result of a derivation. `None` where the method cannot be applied to these numbers.
pub(crate) fn compute(derivation: &Derivation, of: &[Start]) -> Option<rust_decimal::Decimal> {
    let values: Vec<_> = of.iter().map(|start| start.value.value()).collect();
    match (derivation.method, values.as_slice()) {
        (DerivationMethod::Difference, [a, b]) => a.checked_sub(*b),
        (DerivationMethod::Ratio, [a, b]) => a.checked_div(*b),
        (DerivationMethod::Sum, [_, ..]) => {
            let mut sum = rust_decimal::Decimal::ZERO;
            for value in &values {
                sum = sum.checked_add(*value)?;
            }
            Some(sum)
        }
        (DerivationMethod::PercentOf, [a, b]) => a
            .checked_mul(rust_decimal::Decimal::ONE_HUNDRED)?
            .checked_div(*b),
        (DerivationMethod::RiskRatio, all) => Risks::of(all)?.ratio(),
        (DerivationMethod::OddsRatio, all) => Risks::of(all)?.odds_ratio(),
        (DerivationMethod::AbsoluteRiskReduction, all) => {
            Some(Risks::of(all)?.absolute_reduction())
        }
        (DerivationMethod::RelativeRiskReduction, all) => Risks::of(all)?.relative_reduction(),
        (DerivationMethod::NumberNeededToTreat, all) => Risks::of(all)?.number_needed_to_treat(),
        (DerivationMethod::UnitConversion, [a]) => {
            let to = Unit::read(derivation.unit.as_ref()?.as_str())?;
            of.first()?.unit.as_ref()?.convert(*a, &to)
        }
        (DerivationMethod::Rounding, [a]) => Some(*a),
        _ => None,
    }
}
