//! The run: every rule on everything in its scope, in parallel, in a fixed order.

use grounds_diagnostics::{Diagnostic, Entry, Report, Sources, Tally};
use grounds_evidence::Appraiser;
use grounds_load::{Article, ContentSet, Loaded, Opened, RetractionList, Unread};
use grounds_model::{Date, Key, Level};

use crate::articles::{Articles, Reading};
use crate::context::Shared;
use crate::coverage::{Coverage, Share};
use crate::indices::{Assertions, Speculations};
use crate::levels::{Levels, Selector};
use crate::numbers::Numbers;
use crate::policy;
use crate::quotations::StoredTexts;
use crate::rule::{Check, Rule};
use crate::rules::RULES;
use crate::runner::{Runner, add_all};
use crate::suggest::Names;
use crate::wording::Lexicon;
use crate::words::names::ConceptNames;

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
    /// How many articles there are.
    pub articles: usize,
    /// What could not be read of the articles, if they were read one at a time.
    pub unread: Vec<Unread>,
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
    let articles: Vec<_> = set.articles.iter().collect();
    check_with(
        set,
        sources,
        reading,
        options,
        &articles,
        |(key, article), work| {
            work(key, article);
            Reading::default()
        },
    )
}

/// Checks a set whose articles are read one at a time, and let go once their rules have run.
/// `reading` is what the reader of its records reported. Each article is handed to `meanwhile` before it goes, on
/// whatever thread has it, so that who needs more of it than its rules do need not read it again.
pub fn check_opened(
    opened: &Opened,
    reading: Vec<Diagnostic>,
    options: &Options,
    meanwhile: &(dyn Fn(&Key, &Article) + Sync),
) -> Outcome {
    let Loaded { set, sources, .. } = &opened.loaded;
    check_with(
        set,
        sources,
        reading,
        options,
        &opened.articles,
        |waiting, work| {
            let read = waiting.read();
            work(&waiting.key, &read.article);
            meanwhile(&waiting.key, &read.article);
            Reading {
                diagnostics: read.diagnostics,
                unread: read.unread,
                unparsed: read.unparsed,
                mentioned_in_broken: read.mentioned_in_broken,
            }
        },
    )
}

/// Checks a set with these articles, each of which `read` hands over: first the articles, then all that
/// the rules about records ask of them.
fn check_with<T: Sync>(
    set: &ContentSet,
    sources: &Sources,
    mut found: Vec<Diagnostic>,
    options: &Options,
    articles: &[T],
    read: impl Fn(&T, &mut dyn FnMut(&Key, &Article)) -> Reading + Sync,
) -> Outcome {
    let appraiser = Appraiser::new(set);
    let (pack, unknown_pack) = policy::chosen_pack(set, options.policy.as_deref());
    let shared = Shared {
        retractions: options.retractions.as_ref(),
        thresholds: pack.thresholds,
        set,
        sources,
        as_of: options.as_of,
        articles: &Articles::default(),
        appraiser: &appraiser,
        numbers: &Numbers::of(set, appraiser.concepts()),
        texts: &StoredTexts::of(sources),
        lexicon: &Lexicon::with(&set.settings.value.wording),
        assertions: &Assertions::of(set),
        speculations: &Speculations::of(set),
        names: &Names::default(),
        concept_names: &ConceptNames::of(&set.vocabulary.value),
    };
    let (settings, unknown_levels) = policy::settings_levels(set);
    found.extend(unknown_levels);
    found.extend(unknown_pack);
    let levels = Levels::resolve(&[pack.levels(), settings, options.levels.clone()]);
    let (mut ended, gists) = Runner::new(shared, &levels).articles(articles, read);
    let (articles, reading) = Articles::of(gists);
    found.extend(reading);
    let shared = Shared {
        articles: &articles,
        ..shared
    };
    let (of_rest, direct) = Runner::new(shared, &levels).rest();
    add_all(&mut ended, of_rest);
    let mut tallies = Vec::with_capacity(RULES.len());
    for (&rule, mut ended) in RULES.iter().zip(ended) {
        ended.tally.not_run = not_run(rule, &levels, set);
        tallies.push((rule, ended.tally));
        found.extend(ended.diagnostics);
    }
    let number = articles.len();
    let (found, suppressed) =
        policy::suppress(set, articles.suppressions, found, &levels, options.as_of);
    let mut entries = policy::judge(found, &levels);
    Report::sort(&mut entries, sources);
    count_reported(&mut tallies, &entries);
    Outcome {
        direct,
        entries,
        suppressed,
        tallies,
        articles: number,
        unread: articles.unread,
        coverage: articles.coverage,
        levels,
    }
}

/// How many of a rule's checks are not run: one that is turned off, and those of records that could not be read.
pub(crate) fn not_run(rule: &Rule, levels: &Levels, set: &ContentSet) -> usize {
    match rule.check {
        _ if levels.of(rule.id) == Level::Allow => 1,
        Check::Claim(_) | Check::Evidence(_) | Check::Used { .. } => set.claims.broken.len(),
        Check::Study(_) => set.studies.broken.len(),
        _ => 0,
    }
}

/// Rules of the reader and of the policy have no checks of their own to count: each of their
/// diagnostics is one that failed.
pub(crate) fn count_reported(tallies: &mut [(&'static Rule, Tally)], entries: &[Entry]) {
    let mut failed = vec![0; tallies.len()];
    for entry in entries {
        let position = tallies.binary_search_by(|(rule, _)| rule.id.cmp(entry.diagnostic.rule));
        if let Ok(position) = position {
            failed[position] += 1;
        }
    }
    for ((rule, tally), failed) in tallies.iter_mut().zip(failed) {
        if matches!(rule.check, Check::Reading | Check::Policy) {
            tally.failed = failed;
        }
    }
}
