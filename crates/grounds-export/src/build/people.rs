//! Whom a study or a claim is about, and numbers that are in no report.

use grounds_model as model;
use grounds_model::{Count, Key};
use indexmap::IndexSet;

use super::words;
use crate::bundle::{Ages, ClaimNumber, DerivedNumber, Severity};

pub(super) fn ages(age: &model::AgeRange) -> Ages {
    Ages {
        from: age.from.map(Count::get),
        to: age.to.map(Count::get),
    }
}

pub(super) fn severity(severity: &model::SeverityRange) -> Severity {
    Severity {
        scale: severity.scale.to_string(),
        from: severity.from.to_string(),
        to: severity.to.to_string(),
    }
}

pub(super) fn number_of_study(id: &Key, derivation: &model::Derivation) -> DerivedNumber {
    let of = derivation.of.iter().filter_map(|of| of.finding.as_ref());
    DerivedNumber {
        id: id.to_string(),
        method: named(&derivation.method),
        value: derivation.value.to_string(),
        unit: words(derivation.unit.as_ref()),
        of: unique(of),
    }
}

pub(super) fn number_of_claim(id: &Key, derivation: &model::Derivation) -> ClaimNumber {
    let of = derivation.of.iter().filter_map(|of| of.study.as_ref());
    ClaimNumber {
        id: id.to_string(),
        method: named(&derivation.method),
        value: derivation.value.to_string(),
        unit: words(derivation.unit.as_ref()),
        studies: unique(of),
    }
}

fn unique<'a>(keys: impl Iterator<Item = &'a Key>) -> Vec<String> {
    let keys: IndexSet<&Key> = keys.collect();
    keys.into_iter().map(ToString::to_string).collect()
}

/// What a record calls a term of a fixed list.
pub(super) fn named(term: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(term).ok();
    value
        .and_then(|value| Some(value.as_str()?.to_owned()))
        .unwrap_or_default()
}
