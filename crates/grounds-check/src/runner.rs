//! The rules at work: record by record, every rule of its scope, in parallel.
//!
//! An article is walked once, with all rules, and not once for each rule: what rules share of a
//! sentence is then at hand, and the walk through a large set is made once. What was found is put
//! in the order of the rules, and in each by the order of the records, so that the number of threads
//! changes nothing.

use grounds_diagnostics::{Diagnostic, Tally};
use grounds_load::{Article, Document};
use grounds_model::{Claim, Key, Level, Study};
use rayon::prelude::*;

use crate::context::{Context, Shared, Verdict};
use crate::levels::Levels;
use crate::rule::{Check, Rule};
use crate::rules::RULES;
use crate::subject::{ArticleAt, CitationAt, ClaimAt, EvidenceAt, PassageAt, SentenceAt, StudyAt};

/// How many records are one piece of work.
const PIECE: usize = 32;

/// How the checks of one rule ended, and what they found.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ended {
    pub(crate) tally: Tally,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// What runs the rules on a set.
pub(crate) struct Runner<'a> {
    shared: &'a Shared<'a>,
    /// The rules that are not turned off, with their positions in the table.
    active: Vec<(usize, &'static Rule)>,
    /// How those that are turned off ended.
    off: Vec<Ended>,
}

impl<'a> Runner<'a> {
    pub(crate) fn new(shared: &'a Shared<'a>, levels: &Levels) -> Self {
        let mut off = vec![Ended::default(); RULES.len()];
        let mut active = Vec::with_capacity(RULES.len());
        for (position, &rule) in RULES.iter().enumerate() {
            if levels.of(rule.id) == Level::Allow {
                off[position].tally.not_run = 1;
            } else {
                active.push((position, rule));
            }
        }
        Self {
            shared,
            active,
            off,
        }
    }

    /// Runs every rule; the results are in the order of the table.
    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "the methods are of one lifetime, the closures of any"
    )]
    pub(crate) fn run(self) -> Vec<Ended> {
        let set = self.shared.set;
        let articles: Vec<_> = set.articles.iter().collect();
        let claims: Vec<_> = set.claims.iter().collect();
        let studies: Vec<_> = set.studies.iter().collect();
        let mut pieces: Vec<Vec<Ended>> =
            self.in_pieces(&articles, |work, record| work.article(record));
        pieces.extend(self.in_pieces(&claims, |work, record| work.claim(record)));
        pieces.extend(self.in_pieces(&studies, |work, record| work.study(record)));
        let of_set: Vec<(usize, Ended)> = self
            .active
            .par_iter()
            .filter_map(|&(position, rule)| {
                let Check::Set(check) = rule.check else {
                    return None;
                };
                let mut ended = Ended::default();
                one(self.shared, rule, &mut ended, check);
                Some((position, ended))
            })
            .collect();
        let mut all = self.off;
        for (position, ended) in of_set {
            add(&mut all[position], ended);
        }
        for piece in pieces {
            for (all, ended) in all.iter_mut().zip(piece) {
                add(all, ended);
            }
        }
        for &(position, rule) in &self.active {
            all[position].tally.not_run += match rule.check {
                Check::Claim(_) | Check::Evidence(_) => set.claims.broken.len(),
                Check::Study(_) => set.studies.broken.len(),
                _ => 0,
            };
        }
        all
    }

    fn in_pieces<T: Copy + Sync>(
        &self,
        records: &[T],
        work: impl Fn(&mut Work<'_>, T) + Sync,
    ) -> Vec<Vec<Ended>> {
        records
            .par_chunks(PIECE)
            .map(|piece| {
                let mut at_work = Work {
                    runner: self,
                    ended: vec![Ended::default(); RULES.len()],
                };
                for &record in piece {
                    work(&mut at_work, record);
                }
                at_work.ended
            })
            .collect()
    }
}

fn add(all: &mut Ended, ended: Ended) {
    all.tally.passed += ended.tally.passed;
    all.tally.failed += ended.tally.failed;
    all.tally.indeterminate += ended.tally.indeterminate;
    all.tally.not_run += ended.tally.not_run;
    all.diagnostics.extend(ended.diagnostics);
}

/// The rules at work on a piece.
struct Work<'a> {
    runner: &'a Runner<'a>,
    ended: Vec<Ended>,
}

impl Work<'_> {
    fn article(&mut self, (key, article): (&Key, &Article)) {
        let of = ArticleAt { key, article };
        self.each(|cx, check| {
            if let Check::Article(check) = *check {
                cx.one(|cx| check(cx, of));
            }
        });
        for (index, sentence) in article.prose.sentences.iter().enumerate() {
            let at = SentenceAt {
                of,
                index,
                sentence,
            };
            self.each(|cx, check| {
                if let Check::Sentence(check) = *check {
                    cx.one(|cx| check(cx, at));
                }
            });
        }
        for (index, passage) in article.prose.passages.iter().enumerate() {
            let at = PassageAt { of, index, passage };
            self.each(|cx, check| {
                if let Check::Passage(check) = *check {
                    cx.one(|cx| check(cx, at));
                }
            });
        }
        for (index, citation) in article.prose.citations.iter().enumerate() {
            let at = CitationAt {
                of,
                index,
                citation,
            };
            self.each(|cx, check| {
                if let Check::Citation(check) = *check {
                    cx.one(|cx| check(cx, at));
                }
            });
        }
    }

    fn claim(&mut self, (key, document): (&Key, &Document<Claim>)) {
        let of = ClaimAt { key, document };
        self.each(|cx, check| match *check {
            Check::Claim(check) => cx.one(|cx| check(cx, of)),
            Check::Evidence(check) => {
                for (index, line) in document.value.evidence.iter().enumerate() {
                    cx.one(|cx| check(cx, EvidenceAt { of, index, line }));
                }
            }
            _ => {}
        });
    }

    fn study(&mut self, (key, document): (&Key, &Document<Study>)) {
        self.each(|cx, check| {
            if let Check::Study(check) = *check {
                cx.one(|cx| check(cx, StudyAt { key, document }));
            }
        });
    }

    /// Does something with each rule that is not turned off.
    fn each(&mut self, mut work: impl FnMut(&mut AtRule<'_>, &Check)) {
        for &(position, rule) in &self.runner.active {
            let mut cx = AtRule {
                shared: self.runner.shared,
                rule,
                ended: &mut self.ended[position],
            };
            work(&mut cx, &rule.check);
        }
    }
}

/// One rule at work.
struct AtRule<'a> {
    shared: &'a Shared<'a>,
    rule: &'static Rule,
    ended: &'a mut Ended,
}

impl AtRule<'_> {
    fn one(&mut self, check: impl FnOnce(&mut Context<'_>)) {
        one(self.shared, self.rule, self.ended, check);
    }
}

/// Runs one check, and counts how it ended.
fn one(
    shared: &Shared<'_>,
    rule: &'static Rule,
    ended: &mut Ended,
    check: impl FnOnce(&mut Context<'_>),
) {
    let mut context = Context::new(shared, rule);
    check(&mut context);
    let (verdict, found) = context.finish();
    match verdict {
        Verdict::Passed => ended.tally.passed += 1,
        Verdict::Failed => ended.tally.failed += 1,
        Verdict::Indeterminate => ended.tally.indeterminate += 1,
    }
    ended.diagnostics.extend(found);
}
