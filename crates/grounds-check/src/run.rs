//! The run: every rule on everything in its scope, in parallel, in a fixed order.

use grounds_diagnostics::{Diagnostic, Entry, Report, Sources, Tally};
use grounds_load::{ContentSet, RetractionList};
use grounds_model::{Date, Level};
use rayon::prelude::*;

use crate::appraisals::Appraisals;
use crate::context::{Context, Shared, Verdict};
use crate::coverage::{Coverage, Share};
use crate::levels::{Levels, Selector};
use crate::numbers::{Comparisons, Numbers};
use crate::policy;
use crate::quotations::StoredTexts;
use crate::rule::{Check, Rule};
use crate::rules::RULES;
use crate::subject::{ArticleAt, CitationAt, ClaimAt, EvidenceAt, PassageAt, SentenceAt, StudyAt};
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
    };
    let (settings, mut found) = policy::settings_levels(set);
    found.extend(unknown_pack);
    let levels = Levels::resolve(&[pack.levels(), settings, options.levels.clone()]);
    let results: Vec<(&'static Rule, Tally, Vec<Diagnostic>)> = RULES
        .par_iter()
        .map(|&rule| {
            let (tally, diagnostics) = run_rule(&shared, rule, levels.of(rule.id));
            (rule, tally, diagnostics)
        })
        .collect();
    found.extend(reading);
    let mut tallies = Vec::with_capacity(results.len());
    for (rule, tally, diagnostics) in results {
        tallies.push((rule, tally));
        found.extend(diagnostics);
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

/// Runs one rule on everything in its scope.
fn run_rule(shared: &Shared<'_>, rule: &'static Rule, level: Level) -> (Tally, Vec<Diagnostic>) {
    let mut runner = Runner {
        shared,
        rule,
        tally: Tally::default(),
        found: Vec::new(),
    };
    if level == Level::Allow {
        runner.tally.not_run = 1;
    } else if let Check::Set(check) = rule.check {
        runner.one(check);
    } else {
        runner.run_on_articles();
        runner.run_on_claims();
        runner.run_on_studies();
    }
    (runner.tally, runner.found)
}

/// One rule at work.
struct Runner<'a> {
    shared: &'a Shared<'a>,
    rule: &'static Rule,
    tally: Tally,
    found: Vec<Diagnostic>,
}

impl Runner<'_> {
    fn run_on_articles(&mut self) {
        for (key, article) in &self.shared.set.articles {
            let of = ArticleAt { key, article };
            match self.rule.check {
                Check::Article(check) => self.one(|cx| check(cx, of)),
                Check::Sentence(check) => {
                    for (index, sentence) in article.prose.sentences.iter().enumerate() {
                        self.one(|cx| {
                            check(
                                cx,
                                SentenceAt {
                                    of,
                                    index,
                                    sentence,
                                },
                            );
                        });
                    }
                }
                Check::Passage(check) => {
                    for (index, passage) in article.prose.passages.iter().enumerate() {
                        self.one(|cx| check(cx, PassageAt { of, index, passage }));
                    }
                }
                Check::Citation(check) => {
                    for (index, citation) in article.prose.citations.iter().enumerate() {
                        self.one(|cx| {
                            check(
                                cx,
                                CitationAt {
                                    of,
                                    index,
                                    citation,
                                },
                            );
                        });
                    }
                }
                _ => return,
            }
        }
    }

    fn run_on_claims(&mut self) {
        if !matches!(self.rule.check, Check::Claim(_) | Check::Evidence(_)) {
            return;
        }
        let claims = &self.shared.set.claims;
        self.tally.not_run += claims.broken.len();
        for (key, document) in claims.iter() {
            let of = ClaimAt { key, document };
            match self.rule.check {
                Check::Claim(check) => self.one(|cx| check(cx, of)),
                Check::Evidence(check) => {
                    for (index, line) in document.value.evidence.iter().enumerate() {
                        self.one(|cx| check(cx, EvidenceAt { of, index, line }));
                    }
                }
                _ => {}
            }
        }
    }

    fn run_on_studies(&mut self) {
        if let Check::Study(check) = self.rule.check {
            let studies = &self.shared.set.studies;
            self.tally.not_run += studies.broken.len();
            for (key, document) in studies.iter() {
                self.one(|cx| check(cx, StudyAt { key, document }));
            }
        }
    }

    /// Runs one check, and counts how it ended.
    fn one(&mut self, check: impl FnOnce(&mut Context<'_>)) {
        let mut context = Context::new(self.shared, self.rule);
        check(&mut context);
        let (verdict, found) = context.finish();
        match verdict {
            Verdict::Passed => self.tally.passed += 1,
            Verdict::Failed => self.tally.failed += 1,
            Verdict::Indeterminate => self.tally.indeterminate += 1,
        }
        self.found.extend(found);
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
