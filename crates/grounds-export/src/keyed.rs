//! The records of a bundle have keys, and stand in their order.

use std::sync::Arc;

use crate::bundle::{Article, Claim, Concept, Study};

/// What has a key by which all else names it.
pub(crate) trait Keyed {
    fn key(&self) -> &str;
}

impl Keyed for Article {
    fn key(&self) -> &str {
        &self.slug
    }
}

impl Keyed for Claim {
    fn key(&self) -> &str {
        &self.id
    }
}

impl Keyed for Study {
    fn key(&self) -> &str {
        &self.key
    }
}

impl Keyed for Concept {
    fn key(&self) -> &str {
        &self.id
    }
}

impl<T: Keyed> Keyed for Arc<T> {
    fn key(&self) -> &str {
        (**self).key()
    }
}

/// Where the record with a key stands among those in the order of their keys, or else where it would stand.
pub(crate) fn position(records: &[impl Keyed], key: &str) -> Result<usize, usize> {
    records.binary_search_by(|record| record.key().cmp(key))
}
