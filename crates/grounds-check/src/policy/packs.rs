//! Policy packs: levels and thresholds as data, each with its published source.

use std::sync::LazyLock;

use grounds_model::{CertaintyLevel, Level};
use serde::Deserialize;

use crate::levels::Selector;

/// A policy pack.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Pack {
    /// The name by which settings and command line know it.
    pub name: String,
    /// What it is for, in a few words.
    pub title: String,
    /// What it asks, in a sentence or two.
    pub description: String,
    /// The published document that it encodes.
    pub source: String,
    /// Its thresholds.
    pub thresholds: Thresholds,
    /// Its levels.
    #[serde(default)]
    pub set: Vec<Setting>,
}

/// A level that a pack sets.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Setting {
    /// A rule, a group or `all`.
    pub rule: String,
    /// The level.
    pub level: Level,
    /// Where the document asks for it.
    pub source: String,
}

/// What rules compare with.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Thresholds {
    /// How old a retraction list may be, in days.
    pub retraction_list_days: i32,
    /// The least claim coverage, in per cent, where the settings name none.
    pub coverage_floor: Option<f64>,
    /// The certainty from which the evidence of a claim of benefit must start, by its designs: `high` asks for randomised
    /// trials, or for reviews of some.
    pub benefit_start: Option<CertaintyLevel>,
}

static PACKS: LazyLock<Vec<Pack>> = LazyLock::new(|| {
    [
        include_str!("packs/default.toml"),
        include_str!("packs/health-product-advertising.toml"),
        include_str!("packs/medical-promotion.toml"),
        include_str!("packs/patient-information.toml"),
        include_str!("packs/plain-language-summary.toml"),
        include_str!("packs/strict.toml"),
    ]
    .into_iter()
    .map(|text| toml::from_str(text).expect("a test reads every pack"))
    .collect()
});

/// Every pack, in order of the names.
pub fn packs() -> &'static [Pack] {
    &PACKS
}

/// The pack with this name.
pub fn pack(name: &str) -> Option<&'static Pack> {
    PACKS.iter().find(|pack| pack.name == name)
}

impl Pack {
    /// Its levels.
    pub fn levels(&self) -> Vec<(Selector, Level)> {
        let levels = self.set.iter();
        levels
            .filter_map(|set| Some((Selector::parse(&set.rule)?, set.level)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pack_names_rules_that_are_there_and_sources() {
        assert!(packs().is_sorted_by(|a, b| a.name < b.name));
        for pack in packs() {
            assert_eq!(pack.levels().len(), pack.set.len(), "{}", pack.name);
            assert!(!pack.source.is_empty());
            assert!(
                pack.set.iter().all(|set| !set.source.is_empty()),
                "{}",
                pack.name
            );
        }
    }
}
