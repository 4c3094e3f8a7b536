//! The run: every rule on everything in its scope, in parallel, in a fixed order.

use grounds_diagnostics::{Diagnostic, Entry, Report, Sources, Tally};
use grounds_load::{ContentSet, RetractionList};
use grounds_model::{Date, Level};

use crate::appraisals::Appraisals;
use crate::context::Shared;
use crate::coverage::{Coverage, Share};
use crate::indices::{Assertions, Speculations};
use crate::levels::{Levels, Selector};
use crate::numbers::{Comparisons, Numbers};
use crate::policy;
use crate::quotations::StoredTexts;
use crate::rule::{Check, Rule};
use crate::rules::RULES;
use crate::runner::Runner;
use crate::wording::Lexicon;

/// What a run is told.
#[derive(Debug, Clone)]
pub struct Options {
    /// The day as of which freshness is judged.
    pub as_of: Date,
    /// The policy pack that the command line names, over that of the settings.
    pub policy: Option<String>,
    /// The notices of a retraction list about the studies of the set, if a list was given.
    pub retractions: Option<RetractionList>,
    /// Levels of the command line, in the order in which they were given.
    pub levels: Vec<(Selector, Level)>,
}

/// What a run found.
#[derive(Debug)]
pub struct Outcome {
    /// The diagnostics, in order, each with its severity.
    pub entries: Vec<Entry>,
    /// How many diagnostics were suppressed.
    pub suppressed: usize,
    /// Every rule, in order of its name, with how its checks ended.
    pub tallies: Vec<(&'static Rule, Tally)>,
    /// How the sentences are accounted for.
    pub coverage: Coverage,
    /// How many evidence lines are direct in every dimension.
    pub direct: Share,
    /// The level that every rule had.
    pub levels: Levels,
}

/// Checks a set. `reading` is what its reader reported.
pub fn check(
    set: &ContentSet,
    sources: &Sources,
    reading: Vec<Diagnostic>,
    options: &Options,
) -> Outcome {
    let coverage = Coverage::measure(set);
    let appraisals = Appraisals::of(set);
    let lexicon = Lexicon::with(&set.settings.value.wording);
    let numbers = Numbers::of(set, appraisals.appraiser().concepts());
    let texts = StoredTexts::of(sources);
    let comparisons = Comparisons::of(set, &numbers);
    let (pack, unknown_pack) = policy::chosen_pack(set, options.policy.as_deref());
    let shared = Shared {
        retractions: options.retractions.as_ref(),
        thresholds: pack.thresholds,
        set,
        sources,
        as_of: options.as_of,
        coverage: &coverage,
        appraisals: &appraisals,
        numbers: &numbers,
        comparisons: &comparisons,
        texts: &texts,
        lexicon: &lexicon,
        assertions: &Assertions::of(set),
        speculations: &Speculations::of(set),
    };
    let (settings, mut found) = policy::settings_levels(set);
    found.extend(unknown_pack);
    let levels = Levels::resolve(&[pack.levels(), settings, options.levels.clone()]);
    let found_by_rules = Runner::new(&shared, &levels).run();
    found.extend(reading);
    let mut tallies = Vec::with_capacity(RULES.len());
    for (&rule, ended) in RULES.iter().zip(found_by_rules) {
        tallies.push((rule, ended.tally));
        found.extend(ended.diagnostics);
    }
    let (found, suppressed) = policy::suppress(set, found, &levels, options.as_of);
    let mut entries = policy::judge(found, &levels);
    Report::sort(&mut entries, sources);
    count_reported(&mut tallies, &entries);
    Outcome {
        direct: appraisals.direct(),
        entries,
        suppressed,
        tallies,
        coverage,
        levels,
    }
}

/// Rules of the reader and of the policy have no checks of their own to count: each of their
/// diagnostics is one that failed.
fn count_reported(tallies: &mut [(&'static Rule, Tally)], entries: &[Entry]) {
    for (rule, tally) in tallies {
        if matches!(rule.check, Check::Reading | Check::Policy) {
            tally.failed = entries
                .iter()
                .filter(|e| e.diagnostic.rule == rule.id)
                .count();
        }
    }
}
