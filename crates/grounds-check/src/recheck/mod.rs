//! A check that is kept, so that after the edit of one record only that is checked again which the edit can change.
//!
//! What each record's checks found and how they ended is kept with its owner. After an edit, the records that it
//! reaches ([`reach`]) are checked by the same rules again, and what they found is put in the place of what they had
//! found before. The outcome is always that of a check of the whole set: where it is not known how far an edit
//! reaches, the whole set is checked.

mod counts;
mod found;
mod named;
mod reach;
mod run;
mod said;

use std::collections::{BTreeMap, BTreeSet};

use grounds_diagnostics::{Diagnostic, FileId, Sources};
use grounds_load::{ContentSet, Replaced};
use grounds_model::Key;

use self::counts::Counts;
use self::found::Found;
use self::named::NamedBy;
use self::reach::Reach;
use crate::articles::{Articles, Named};
use crate::indices::{Assertions, Speculations};
use crate::levels::Levels;
use crate::policy::{self, Thresholds};
use crate::quotations::StoredTexts;
use crate::rules::RULES;
use crate::run::{Options, Outcome, count_reported, not_run};
use crate::wording::Lexicon;
use crate::words::names::ConceptNames;

/// Whose checks found something, in the order in which a run comes to them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Owner {
    /// The reader, in a file.
    Reading(FileId),
    /// The settings of the policy.
    Policy,
    /// An article.
    Article(Key),
    /// The check of the whole set by the rule at a position.
    Set(usize),
    /// A claim.
    Claim(Key),
    /// A study.
    Study(Key),
}

/// A checked set, as far as the next check needs it.
#[derive(Debug)]
pub struct Kept {
    options: Options,
    levels: Levels,
    thresholds: Thresholds,
    lexicon: Lexicon,
    texts: StoredTexts,
    assertions: Assertions,
    speculations: Speculations,
    concept_names: ConceptNames,
    named_by: NamedBy,
    articles: Articles,
    /// The articles by their files, with the records that each names.
    names: BTreeMap<FileId, (Key, Named)>,
    /// The positions of the articles in their order.
    order: BTreeMap<FileId, usize>,
    /// What was not known of the set: whether there are files that may refer to anything, and what else is mentioned.
    unknown: (bool, BTreeSet<String>),
    found: Found,
    counts: Counts,
}

impl Kept {
    /// Checks a set, and keeps the check. `reading` is what its reader reported.
    pub fn of(
        set: &ContentSet,
        sources: &Sources,
        reading: Vec<Diagnostic>,
        options: &Options,
    ) -> Self {
        let (pack, unknown_pack) = policy::chosen_pack(set, options.policy.as_deref());
        let (settings, unknown_levels) = policy::settings_levels(set);
        let mut kept = Self {
            options: options.clone(),
            levels: Levels::resolve(&[pack.levels(), settings, options.levels.clone()]),
            thresholds: pack.thresholds,
            lexicon: Lexicon::with(&set.settings.value.wording),
            texts: StoredTexts::of(sources),
            assertions: Assertions::of(set),
            speculations: Speculations::of(set),
            concept_names: ConceptNames::of(&set.vocabulary.value),
            named_by: NamedBy::of(set),
            articles: Articles::default(),
            names: BTreeMap::new(),
            order: BTreeMap::new(),
            unknown: unknown(set),
            found: Found::default(),
            counts: Counts::new(),
        };
        let mut of_files: BTreeMap<FileId, Vec<Diagnostic>> = BTreeMap::new();
        for diagnostic in reading {
            let file = diagnostic.primary.place.file;
            of_files.entry(file).or_default().push(diagnostic);
        }
        for (file, found) in of_files {
            kept.found.replace(&Owner::Reading(file), found);
        }
        let of_policy = unknown_levels.into_iter().chain(unknown_pack);
        kept.found.replace(&Owner::Policy, of_policy);
        kept.check_all(set, sources);
        kept.found.settle(&kept.levels, sources);
        kept
    }

    /// Checks again what the edit of one record reaches. `set` and `sources` are those of the edited set.
    pub fn edit(&mut self, set: &ContentSet, sources: &Sources, edit: Replaced) {
        let file = edit.file;
        self.found.replace(&Owner::Reading(file), edit.diagnostics);
        let Some(mut reach) = self.reach(set, sources, &edit.key, file, &edit.former) else {
            self.start_over(set, sources);
            return;
        };
        for owner in self.found.pointing_into(file) {
            reach.add(owner);
        }
        let (unparsed, mentioned) = &self.unknown;
        let unknown_changed = *unparsed != set.unparsed || *mentioned != set.mentioned_in_broken;
        if unknown_changed {
            self.unknown = unknown(set);
        }
        let uses_changed = self.check_articles(set, sources, &reach) || unknown_changed;
        let former = &edit.former;
        self.check_records(set, sources, &reach, &|position, rule| {
            reach.set.contains(&position)
                || reach::changes(rule, former, set, &edit.key, uses_changed)
        });
        self.found.settle(&self.levels, sources);
    }

    /// Checks the whole set, which was read as it stands.
    fn start_over(&mut self, set: &ContentSet, sources: &Sources) {
        let reading = self.found.of_form().cloned().collect();
        *self = Self::of(set, sources, reading, &self.options);
    }

    /// What a check of the whole set would come to.
    pub fn outcome(&self, set: &ContentSet, sources: &Sources) -> Outcome {
        let entries = self.found.entries(sources);
        let tallies = RULES.iter().zip(self.counts.tallies());
        let mut tallies: Vec<_> = tallies
            .map(|(&rule, mut tally)| {
                tally.not_run = not_run(rule, &self.levels, set);
                (rule, tally)
            })
            .collect();
        count_reported(&mut tallies, &entries);
        Outcome {
            entries,
            suppressed: self.found.suppressed(),
            tallies,
            articles: self.articles.len(),
            unread: Vec::new(),
            coverage: self.articles.coverage.clone(),
            direct: self.counts.direct(),
            levels: self.levels.clone(),
        }
    }
}

/// What is not known of a set.
fn unknown(set: &ContentSet) -> (bool, BTreeSet<String>) {
    (set.unparsed, set.mentioned_in_broken.clone())
}
