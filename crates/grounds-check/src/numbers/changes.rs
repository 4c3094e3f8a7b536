//! Which way a declared difference went: between two times, or against an arm in which nothing was tried.
//!
//! A derivation may name either first, so that its own sign does not tell.

use grounds_model::{DerivationMethod, Key, Operand, OperandNumber, Study};
use grounds_numbers::derivation::Risks;
use rust_decimal::Decimal;

use super::outcome_kinds::is_of_a_fall;
use super::{Known, When, operand};
use crate::context::Context;

/// How much an outcome changed in one arm from the earlier to the later of two times, where a number of a record is
/// declared as that difference. `None` where it is none, and where the outcome is itself a fall.
pub(crate) fn change_over_time(cx: &Context<'_>, study: &str, known: &Known) -> Option<Decimal> {
    let (key, document) = cx.set().studies.sound.get_key_value(study)?;
    let study = &document.value;
    let derivation = study.derivations.get(known.derivation()?)?;
    let [one, other] = &*derivation.of else {
        return None;
    };
    if derivation.method != DerivationMethod::Difference || one.arm != other.arm {
        return None;
    }
    let finding = |of: &Operand| {
        let own = of.study.is_none() && of.number == OperandNumber::Value;
        let key = of.finding.as_ref().filter(|_| own)?;
        study.findings.get_key_value(key)
    };
    let ((name, first), (_, second)) = (finding(one)?, finding(other)?);
    let falls = is_of_a_fall(cx.appraiser().concepts(), name, first);
    if first.outcome != second.outcome || falls {
        return None;
    }
    let value = |of: &Operand| Some(operand(cx.set(), Some(key), of)?.value());
    let change = value(one)?.checked_sub(value(other)?)?;
    let (first, second) = (
        When::read(first.at.as_ref()?.as_str())?,
        When::read(second.at.as_ref()?.as_str())?,
    );
    if second.is_before(first) {
        Some(change)
    } else {
        first.is_before(second).then_some(-change)
    }
}

/// How many percentage points more of an outcome people had in an arm than in one in which nothing was tried, where a
/// number of a record is declared as that risk reduction; with the key of the other arm.
pub(crate) fn change_against_nothing<'a>(
    cx: &Context<'a>,
    study: &str,
    known: &Known,
) -> Option<(Decimal, &'a Key)> {
    let (key, document) = cx.set().studies.sound.get_key_value(study)?;
    let study = &document.value;
    let derivation = study.derivations.get(known.derivation()?)?;
    if derivation.method != DerivationMethod::AbsoluteRiskReduction {
        return None;
    }
    let arms = derivation.of.iter().filter_map(|of| of.arm.as_ref());
    let mut arms: Vec<&Key> = arms.collect();
    arms.dedup();
    let [interest, other] = *arms.as_slice() else {
        return None;
    };
    let starts = derivation
        .of
        .iter()
        .map(|of| operand(cx.set(), Some(key), of));
    let starts: Option<Vec<Decimal>> = starts.map(|start| Some(start?.value())).collect();
    let fall = Risks::of(&starts?)?.absolute_reduction()?;
    match (is_inert(cx, study, interest)?, is_inert(cx, study, other)?) {
        (false, true) => Some((-fall, other)),
        (true, false) => Some((fall, interest)),
        _ => None,
    }
}

/// Whether nothing was tried in an arm; `None` where the study has no such arm.
pub(crate) fn is_inert(cx: &Context<'_>, study: &Study, arm: &Key) -> Option<bool> {
    let concepts = cx.appraiser().concepts();
    let had = &study.arms.get(arm)?.interventions;
    Some(had.iter().all(|key| concepts.is_inert(key)))
}
