//! Policy: levels of the settings, suppressions, severities. Applied once, after the rules.

mod comment;
mod faults;
mod packs;
mod region;
mod suppression;
#[cfg(test)]
mod tests;

use grounds_diagnostics::{Diagnostic, Entry};
use grounds_load::{ContentSet, child};
use grounds_model::{Date, Level};

use self::faults::unknown_rule;
pub use self::packs::{Pack, Thresholds, pack, packs};
pub(crate) use self::suppression::Suppressions;
use crate::levels::{Levels, Selector};
use crate::rule::severity;

/// The levels that the settings give, and a diagnostic for each name that is no rule or group.
pub(crate) fn settings_levels(set: &ContentSet) -> (Vec<(Selector, Level)>, Vec<Diagnostic>) {
    let mut layer = Vec::new();
    let mut found = Vec::new();
    for (name, &level) in &set.settings.value.levels {
        if let Some(selector) = Selector::parse(name) {
            layer.push((selector, level));
        } else {
            let place = set.settings.key_place(&child("/levels", name));
            found.push(unknown_rule(place, name));
        }
    }
    (layer, found)
}

/// The pack that the command line or the settings name, and a diagnostic for a name that is none.
pub(crate) fn chosen_pack(
    set: &ContentSet,
    named: Option<&str>,
) -> (&'static Pack, Option<Diagnostic>) {
    let default = pack("default").expect("there is a default pack");
    if let Some(found) = named.and_then(pack) {
        return (found, None);
    }
    let Some(name) = &set.settings.value.policy else {
        return (default, None);
    };
    if let Some(found) = pack(name.as_str()) {
        return (found, None);
    }
    let all: Vec<String> = packs()
        .iter()
        .map(|pack| format!("`{}`", pack.name))
        .collect();
    let near = packs()
        .iter()
        .map(|pack| {
            (
                strsim::damerau_levenshtein(&pack.name, name.as_str()),
                &pack.name,
            )
        })
        .filter(|(distance, name)| *distance <= name.len() / 3)
        .min();
    let help = match near {
        Some((_, near)) => format!("did you mean `{near}`?"),
        None => format!("the packs are {}", all.join(", ")),
    };
    let place = set.settings.place("/policy");
    let message = format!("there is no policy pack `{name}`");
    let diagnostic = Diagnostic::new("structure/invalid-value", place, message).help(help);
    (default, Some(diagnostic))
}

/// Takes out what is suppressed, and adds what is wrong with the suppressions. Returns what is
/// left, and how many were suppressed.
pub(crate) fn suppress(
    set: &ContentSet,
    of_articles: Suppressions,
    found: Vec<Diagnostic>,
    levels: &Levels,
    as_of: Date,
) -> (Vec<Diagnostic>, usize) {
    let mut suppressions = Suppressions::of_records(set, as_of);
    suppressions.add(of_articles);
    let before = found.len();
    let mut left: Vec<_> = found
        .into_iter()
        .filter(|diagnostic| !suppressions.cover(diagnostic))
        .collect();
    let suppressed = before - left.len();
    left.extend(suppressions.faults(levels));
    (left, suppressed)
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
