//! The records of a bundle by their keys.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::FixedState;

use crate::keyed::Keyed;

/// Where each record of one kind stands in the bundle's list, by its key.
#[derive(Debug, Clone)]
pub(super) struct Positions(Arc<HashMap<String, usize, FixedState>>);

impl Positions {
    pub(super) fn of(records: &[impl Keyed]) -> Self {
        let keys = records.iter().enumerate();
        Self(Arc::new(
            keys.map(|(at, record)| (record.key().to_owned(), at))
                .collect(),
        ))
    }

    /// The positions in a list that came in the place of `former`, of which these are.
    pub(super) fn renewed<T: Keyed>(&self, former: &[Arc<T>], now: &[Arc<T>]) -> Self {
        let same = |(former, now): (&Arc<T>, &Arc<T>)| {
            // Most records are the very same, which is seen without reading them.
            Arc::ptr_eq(former, now) || former.key() == now.key()
        };
        if former.len() == now.len() && former.iter().zip(now).all(same) {
            self.clone()
        } else {
            Self::of(now)
        }
    }

    pub(super) fn get(&self, key: &str) -> Option<usize> {
        self.0.get(key).copied()
    }

    /// Whether these are the very same positions.
    pub(super) fn are(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}
