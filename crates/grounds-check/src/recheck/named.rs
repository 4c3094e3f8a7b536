//! Which records name a study, beside those that have it as evidence.

use std::collections::{BTreeMap, BTreeSet};

use grounds_load::ContentSet;
use grounds_model::{Claim, Derivation, Key, Named, Study};

use crate::references::others_named;

/// Those who name a study.
#[derive(Debug, Default)]
struct Namers {
    /// Studies: as their whole, as included, as a successor, in a derivation.
    studies: BTreeSet<Key>,
    /// Claims: in a derivation.
    claims: BTreeSet<Key>,
}

/// Who names which study.
#[derive(Debug, Default)]
pub(super) struct NamedBy(BTreeMap<Key, Namers>);

impl NamedBy {
    pub(super) fn of(set: &ContentSet) -> Self {
        let mut all = Self::default();
        for (key, claim) in set.claims.iter() {
            all.replace_claim(key, None, Some(&claim.value));
        }
        for (key, study) in set.studies.iter() {
            all.replace_study(key, None, Some(&study.value));
        }
        all
    }

    pub(super) fn replace_claim(&mut self, key: &Key, former: Option<&Claim>, now: Option<&Claim>) {
        for named in former
            .into_iter()
            .flat_map(|claim| derived(&claim.derivations))
        {
            if let Some(namers) = self.0.get_mut(named) {
                namers.claims.remove(key);
            }
        }
        for named in now
            .into_iter()
            .flat_map(|claim| derived(&claim.derivations))
        {
            let namers = self.0.entry(named.clone()).or_default();
            namers.claims.insert(key.clone());
        }
    }

    pub(super) fn replace_study(&mut self, key: &Key, former: Option<&Study>, now: Option<&Study>) {
        for named in former.into_iter().flat_map(named_by_study) {
            if let Some(namers) = self.0.get_mut(named) {
                namers.studies.remove(key);
            }
        }
        for named in now.into_iter().flat_map(named_by_study) {
            let namers = self.0.entry(named.clone()).or_default();
            namers.studies.insert(key.clone());
        }
    }

    /// A study and all studies from which a chain of names leads to it.
    pub(super) fn chain_to(&self, study: &Key) -> BTreeSet<Key> {
        let mut found = BTreeSet::from([study.clone()]);
        let mut open = vec![study];
        while let Some(key) = open.pop() {
            for namer in self
                .0
                .get(key)
                .into_iter()
                .flat_map(|namers| &namers.studies)
            {
                if found.insert(namer.clone()) {
                    open.push(namer);
                }
            }
        }
        found
    }

    /// The claims that derive numbers from a study.
    pub(super) fn claims_from(&self, study: &Key) -> impl Iterator<Item = &Key> {
        self.0
            .get(study)
            .into_iter()
            .flat_map(|namers| &namers.claims)
    }
}

/// The studies that a study names.
pub(super) fn named_by_study(study: &Study) -> impl Iterator<Item = &Key> {
    let others = others_named(study).map(|(_, key)| key);
    others.chain(derived(&study.derivations))
}

fn derived(derivations: &Named<Derivation>) -> impl Iterator<Item = &Key> {
    let operands = derivations.values().flat_map(|derivation| &derivation.of);
    operands.filter_map(|operand| operand.study.as_ref())
}
