//! What a number that no record has may follow from: the derivation to declare.
//!
//! It is offered, never taken for granted: that a number can be computed from a record does not say
//! that its author did so.

use std::borrow::Cow;
use std::collections::BTreeSet;

use grounds_load::ContentSet;
use grounds_model::{Derivation, DerivationMethod, Finding, Key, Operand, OperandNumber, Study};
use grounds_numbers::derivation::Risks;
use grounds_numbers::quantity::{Kind, Quantity};
use grounds_numbers::{Exact, Unit};
use rust_decimal::Decimal;

use super::derive::{Start, compute, operand};
use super::read::unit_of;

/// What to declare so that a quantity follows from one of some studies, as an advice; `None` where no
/// method gives it.
pub(crate) fn offer(
    set: &ContentSet,
    studies: &BTreeSet<&str>,
    quantity: &Quantity,
) -> Option<String> {
    let quantity = &as_points(quantity)?;
    if quantity.kind != Kind::Value || !is_telling(quantity) {
        return None;
    }
    studies.iter().find_map(|key| {
        let study = &set.studies.get(key)?.value;
        let mut findings = study.findings.iter();
        findings.find_map(|(name, finding)| {
            let offered = of_finding(set, key, study, name, finding, quantity)?;
            let kind = if is_harm(set, key, &offered) {
                "number needed to harm".to_owned()
            } else {
                spaced(offered.method)
            };
            let declaration = declaration(name, &offered);
            Some(format!(
                "if it is the {kind} of finding `{name}`, declare that under `derivations` of `{key}`: `{declaration}`"
            ))
        })
    })
}

/// Whether a number needed to treat is of an outcome that more people had: one to harm, unless the outcome is wanted.
fn is_harm(set: &ContentSet, key: &str, derivation: &Derivation) -> bool {
    let own = set.studies.sound.get_key_value(key).map(|(key, _)| key);
    let starts = derivation
        .of
        .iter()
        .map(|of| Some(operand(set, own, of)?.value()));
    let starts: Option<Vec<Decimal>> = starts.collect();
    let risks = starts.and_then(|starts| Risks::of(&starts));
    derivation.method == DerivationMethod::NumberNeededToTreat && risks.is_some_and(Risks::rises)
}

/// `18 fewer in 1,000` as percentage points; another share is no difference.
fn as_points(quantity: &Quantity) -> Option<Cow<'_, Quantity>> {
    let Kind::In(of) = quantity.kind else {
        return Some(Cow::Borrowed(quantity));
    };
    quantity.sense?;
    let share = quantity.value.value().checked_div(of.value())?;
    let points = share.checked_mul(Decimal::ONE_HUNDRED)?.normalize();
    Some(Cow::Owned(Quantity {
        value: Exact::read(&points.to_string())?,
        unit: Some(Unit::percentage_points()),
        kind: Kind::Value,
        ..quantity.clone()
    }))
}

/// Whether a number has digits enough that it is not met by chance.
fn is_telling(quantity: &Quantity) -> bool {
    let digits = quantity.value.to_string();
    let digits = digits.trim_start_matches(['-', '0', '.']);
    let counted = digits.bytes().filter(u8::is_ascii_digit).count();
    counted >= 2 || quantity.unit == Some(Unit::percentage_points())
}

/// The first derivation from a finding that gives a quantity.
fn of_finding(
    set: &ContentSet,
    key: &str,
    study: &Study,
    name: &Key,
    finding: &Finding,
    quantity: &Quantity,
) -> Option<Derivation> {
    let (own, _) = set.studies.sound.get_key_value(key)?;
    let candidates = candidates(study, name, finding, quantity.unit.as_ref());
    let mut derivations = candidates.into_iter().filter_map(|(method, of)| {
        Some(Derivation {
            method,
            of: of.into(),
            value: quantity.value.to_string().try_into().ok()?,
            unit: unit_to_declare(method, finding).and_then(|unit| unit.try_into().ok()),
        })
    });
    derivations.find(|derivation| {
        let starts = derivation.of.iter().map(|of| operand(set, Some(own), of));
        let starts: Option<Vec<Start>> = starts.collect();
        let result = starts.and_then(|starts| compute(derivation, &starts).ok());
        result.is_some_and(|result| quantity.value.is_rounded_from(result))
    })
}

/// Of how many arms each two are tried: among more, some two give any number.
const MANY_ARMS: usize = 12;

type Candidate = (DerivationMethod, Vec<Operand>);

/// The derivations from a finding that can have a unit: of each two arms in either order, and of all.
fn candidates(study: &Study, name: &Key, finding: &Finding, unit: Option<&Unit>) -> Vec<Candidate> {
    let of = |arm: &Key, number| Operand {
        study: None,
        finding: Some(name.clone()),
        arm: Some(arm.clone()),
        number,
    };
    let size = |arm: &Key| {
        finding
            .n
            .get(arm)
            .copied()
            .or_else(|| study.arms.get(arm)?.n)
    };
    if finding.values.len().max(finding.events.len()) > MANY_ARMS {
        return Vec::new();
    }
    let own_unit = unit_of(finding);
    let mut found: Vec<Candidate> = Vec::new();
    let counted: Vec<&Key> = finding
        .events
        .keys()
        .filter(|arm| size(arm).is_some())
        .collect();
    for (a, b) in pairs(&counted) {
        let risks = [a, b].map(|arm| [of(arm, OperandNumber::Events), of(arm, OperandNumber::N)]);
        let methods = of_risks(unit).iter();
        found.extend(methods.map(|method| (*method, risks.concat())));
    }
    let arms: Vec<&Key> = finding.values.keys().collect();
    for (a, b) in pairs(&arms) {
        let values = vec![of(a, OperandNumber::Value), of(b, OperandNumber::Value)];
        if own_unit == Some(Unit::percent()) {
            let methods = of_risks(unit).iter();
            found.extend(methods.map(|method| (*method, values.clone())));
        }
        if unit == own_unit.as_ref() {
            found.push((DerivationMethod::Difference, values));
        } else if unit.is_none_or(|unit| *unit == Unit::fold()) {
            found.push((DerivationMethod::Ratio, values));
        }
    }
    if unit.is_none_or(|unit| *unit == Unit::people()) && finding.events.len() > 1 {
        let events = finding.events.keys();
        let events = events.map(|arm| of(arm, OperandNumber::Events)).collect();
        found.push((DerivationMethod::Sum, events));
    }
    found
}

/// What can be computed from two risks and has a unit.
fn of_risks(unit: Option<&Unit>) -> &'static [DerivationMethod] {
    use DerivationMethod::{
        AbsoluteRiskReduction, NumberNeededToTreat, OddsRatio, RelativeRiskReduction, RiskRatio,
    };
    match unit {
        None => &[NumberNeededToTreat, RiskRatio, OddsRatio],
        Some(unit) if *unit == Unit::people() => &[NumberNeededToTreat],
        Some(unit) if *unit == Unit::fold() => &[RiskRatio, OddsRatio],
        Some(unit) if *unit == Unit::percentage_points() => &[AbsoluteRiskReduction],
        // A difference of per cents is in percentage points, though many a report says per cent.
        Some(unit) if *unit == Unit::percent() => &[RelativeRiskReduction, AbsoluteRiskReduction],
        Some(_) => &[],
    }
}

fn unit_to_declare(method: DerivationMethod, finding: &Finding) -> Option<String> {
    match method {
        DerivationMethod::AbsoluteRiskReduction => Some("percentage points".to_owned()),
        DerivationMethod::RelativeRiskReduction => Some("%".to_owned()),
        DerivationMethod::Difference => finding.unit.as_ref().map(ToString::to_string),
        _ => None,
    }
}

/// Each two of some arms, in either order.
fn pairs<'a>(arms: &[&'a Key]) -> impl Iterator<Item = (&'a Key, &'a Key)> {
    let all = arms.iter().enumerate().flat_map(|(i, a)| {
        let others = arms.iter().enumerate().filter(move |(j, _)| *j != i);
        others.map(|(_, b)| (*a, *b))
    });
    all.collect::<Vec<_>>().into_iter()
}

/// The derivation as a line of YAML.
fn declaration(finding: &Key, derivation: &Derivation) -> String {
    let operand = |operand: &Operand| {
        let arm = operand.arm.as_ref().map_or("", Key::as_str);
        let number = match operand.number {
            OperandNumber::Events => ", number: events",
            OperandNumber::N => ", number: n",
            _ => "",
        };
        format!("{{finding: {finding}, arm: {arm}{number}}}")
    };
    let of: Vec<String> = derivation.of.iter().map(operand).collect();
    let unit = derivation.unit.as_ref();
    let unit = unit.map_or_else(String::new, |unit| format!(", unit: \"{unit}\""));
    let method = hyphenated(derivation.method);
    format!(
        "{finding}-{method}: {{method: {method}, of: [{}], value: \"{}\"{unit}}}",
        of.join(", "),
        derivation.value
    )
}

fn spaced(method: DerivationMethod) -> String {
    hyphenated(method).replace('-', " ")
}

/// The name of a method in a record.
fn hyphenated(method: DerivationMethod) -> &'static str {
    match method {
        DerivationMethod::Difference => "difference",
        DerivationMethod::Ratio => "ratio",
        DerivationMethod::Sum => "sum",
        DerivationMethod::RiskRatio => "risk-ratio",
        DerivationMethod::OddsRatio => "odds-ratio",
        DerivationMethod::AbsoluteRiskReduction => "absolute-risk-reduction",
        DerivationMethod::RelativeRiskReduction => "relative-risk-reduction",
        DerivationMethod::NumberNeededToTreat => "number-needed-to-treat",
        DerivationMethod::PercentOf => "percent-of",
        DerivationMethod::UnitConversion => "unit-conversion",
        DerivationMethod::Rounding => "rounding",
    }
}
