//! Policy: levels of the settings, suppressions, severities. Applied once, after the rules.

use grounds_diagnostics::{Diagnostic, Entry};
use grounds_load::ContentSet;
use grounds_model::{Date, Level};

use crate::levels::{Levels, Selector};
use crate::rule::severity;

/// The levels that the settings give, and a diagnostic for each name that is no rule or group.
pub(crate) fn settings_levels(set: &ContentSet) -> (Vec<(Selector, Level)>, Vec<Diagnostic>) {
    let mut layer = Vec::new();
    let mut found = Vec::new();
    for (name, &level) in &set.settings.value.levels {
        match Selector::parse(name) {
            Some(selector) => layer.push((selector, level)),
            None => found.push(Diagnostic::new(
                "suppression/unknown-rule",
                set.settings
                    .key_place(&grounds_load::child("/levels", name)),
                format!("no rule or group is named `{name}`"),
            )),
        }
    }
    (layer, found)
}

/// Takes out what is suppressed, and adds what is wrong with the suppressions. Returns what is
/// left, and how many were suppressed.
pub(crate) fn suppress(
    _set: &ContentSet,
    found: Vec<Diagnostic>,
    _levels: &Levels,
    _as_of: Date,
) -> (Vec<Diagnostic>, usize) {
    (found, 0)
}

/// Gives each diagnostic its severity; what is allowed goes.
pub(crate) fn judge(found: Vec<Diagnostic>, levels: &Levels) -> Vec<Entry> {
    found
        .into_iter()
        .filter_map(|diagnostic| {
            severity(levels.of(diagnostic.rule)).map(|severity| Entry {
                severity,
                diagnostic,
            })
        })
        .collect()
}
