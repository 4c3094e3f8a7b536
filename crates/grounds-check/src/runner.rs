//! The rules at work: record by record, every rule of its scope, in parallel.
//!
//! An article is read once, for all rules: what these share of a sentence is then at hand, and the walk
//! through a large set is made once. Each rule goes through all sentences of the article before the next
//! one does, so that the processor has its code at hand too. What was found is put in the order of the
//! rules, and in each by the order of the records, so that the number of threads changes nothing.

use grounds_diagnostics::{Diagnostic, Tally};
use grounds_evidence::Appraisal;
use grounds_evidence::certainty::allowed_where;
use grounds_load::{Article, Document};
use grounds_model::{Claim, Key, Level, Study};
use rayon::prelude::*;

use crate::articles::{Gist, Reading};
use crate::classify::token::tokens;
use crate::context::{Context, Shared, Verdict};
use crate::coverage::{Share, account_for_article, share};
use crate::levels::Levels;
use crate::numbers::compare_article;
use crate::rule::{Check, Rule};
use crate::rules::RULES;
use crate::subject::{ArticleAt, CitationAt, ClaimAt, EvidenceAt, PassageAt, SentenceAt, StudyAt};
use crate::walk::nodes;
use crate::words::wordings;

/// How many records are one piece of work.
const PIECE: usize = 32;

/// How the checks of one rule ended, and what they found.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ended {
    pub(crate) tally: Tally,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// A rule with its position in the table.
type Placed = (usize, &'static Rule);

/// The rules that are not turned off, by what they look at.
#[derive(Default)]
struct Active {
    article: Vec<Placed>,
    sentence: Vec<Placed>,
    passage: Vec<Placed>,
    citation: Vec<Placed>,
    claim: Vec<Placed>,
    study: Vec<Placed>,
    set: Vec<Placed>,
}

impl Active {
    fn add(&mut self, position: usize, rule: &'static Rule) {
        let scopes = match rule.check {
            Check::Article(_) => vec![&mut self.article],
            Check::Sentence(_) => vec![&mut self.sentence],
            Check::Passage(_) => vec![&mut self.passage],
            Check::Citation(_) => vec![&mut self.citation],
            Check::Claim(_) | Check::Evidence(_) => vec![&mut self.claim],
            Check::Study(_) => vec![&mut self.study],
            Check::Set { .. } => vec![&mut self.set],
            Check::Everywhere { .. } => vec![&mut self.article, &mut self.set],
            Check::Said { .. } => vec![&mut self.article, &mut self.claim],
            Check::Record { .. } => vec![&mut self.claim, &mut self.study],
            Check::Used { .. } => vec![&mut self.citation, &mut self.claim],
            Check::Reading | Check::Policy => Vec::new(),
        };
        for scope in scopes {
            scope.push((position, rule));
        }
    }
}

/// What runs the rules on a set.
pub(crate) struct Runner<'a> {
    shared: Shared<'a>,
    /// The rules that are not turned off, with their positions in the table.
    active: Active,
}

impl<'a> Runner<'a> {
    pub(crate) fn new(shared: Shared<'a>, levels: &Levels) -> Self {
        let mut active = Active::default();
        for (position, &rule) in RULES.iter().enumerate() {
            if levels.of(rule.id) != Level::Allow {
                active.add(position, rule);
            }
        }
        Self { shared, active }
    }

    /// Runs the rules about articles on each of them; also gives what is left of each.
    pub(crate) fn articles<T: Sync>(
        &self,
        articles: &[T],
        read: impl Fn(&T, &mut dyn FnMut(&Key, &Article)) -> Reading + Sync,
    ) -> (Vec<Ended>, Vec<Gist>) {
        let (ended, gists) = self.in_pieces(articles, |work, record| {
            let mut gist = None;
            let reading = read(record, &mut |key, article| {
                gist = Some(work.article(key, article));
            });
            gist.map(|gist| Box::new(gist.with(reading)))
        });
        let gists = gists.into_iter().flatten().map(|gist| *gist);
        (ended, gists.collect())
    }

    /// Runs every other rule; also says how many evidence lines are direct in every dimension.
    pub(crate) fn rest(&self) -> (Vec<Ended>, Share) {
        let set = self.shared.set;
        let claims: Vec<_> = set.claims.iter().collect();
        let studies: Vec<_> = set.studies.iter().collect();
        let (of_claims, direct) = self.in_pieces(&claims, |work, &record| work.claim(record));
        let (of_studies, _) = self.in_pieces(&studies, |work, &record| work.study(record));
        let of_set = self.set(&|_, _| true);
        let mut all = vec![Ended::default(); RULES.len()];
        for (position, ended) in of_set {
            add(&mut all[position], ended);
        }
        add_all(&mut all, of_claims);
        add_all(&mut all, of_studies);
        let direct = direct.into_iter().fold(Share::default(), Share::and);
        (all, direct)
    }

    /// Runs the rules about the whole set that are wanted, and says how each ended.
    pub(crate) fn set(&self, wanted: &dyn Fn(usize, &Rule) -> bool) -> Vec<(usize, Ended)> {
        let rules = self.active.set.iter().copied();
        let rules: Vec<Placed> = rules
            .filter(|&(position, rule)| wanted(position, rule))
            .collect();
        // Some of them walk through all records.
        each(1, &rules, |&(position, rule)| {
            let (Check::Set { check, .. } | Check::Everywhere { rest: check, .. }) = rule.check
            else {
                return None;
            };
            let mut ended = Ended::default();
            let mut at_rule = AtRule {
                context: Context::new(&self.shared, rule),
                tally: &mut ended.tally,
            };
            at_rule.one(check);
            ended.diagnostics = at_rule.context.found();
            Some((position, ended))
        })
    }

    /// Runs the rules about articles on one; also gives what is left of it.
    pub(crate) fn article(&self, key: &Key, article: &Article) -> (Vec<Ended>, Gist) {
        self.alone(|work| work.article(key, article))
    }

    /// Runs the rules about claims on one; also says how many of its evidence lines are direct.
    pub(crate) fn claim(&self, key: &Key, claim: &Document<Claim>) -> (Vec<Ended>, Share) {
        self.alone(|work| work.claim((key, claim)))
    }

    /// Runs the rules about studies on one.
    pub(crate) fn study(&self, key: &Key, study: &Document<Study>) -> Vec<Ended> {
        self.alone(|work| work.study((key, study))).0
    }

    fn alone<R>(&self, work: impl FnOnce(&mut Work<'_>) -> R) -> (Vec<Ended>, R) {
        let mut at_work = Work {
            runner: self,
            ended: vec![Ended::default(); RULES.len()],
        };
        let left = work(&mut at_work);
        (at_work.ended, left)
    }

    /// Does some work with each record; how the checks ended, and what each record gave, in order.
    fn in_pieces<T: Sync, R: Send>(
        &self,
        records: &[T],
        work: impl Fn(&mut Work<'_>, &T) -> R + Sync,
    ) -> (Vec<Ended>, Vec<R>) {
        // A piece is added to the one before at once: how all rules ended takes some kilobytes.
        let all = records
            .par_chunks(PIECE)
            .map(|piece| {
                let mut at_work = Work {
                    runner: self,
                    ended: vec![Ended::default(); RULES.len()],
                };
                let left = piece.iter().map(|record| work(&mut at_work, record));
                let left: Vec<R> = left.collect();
                (at_work.ended, left)
            })
            .reduce_with(|(mut ended, mut left), (next, of_next)| {
                add_all(&mut ended, next);
                left.extend(of_next);
                (ended, left)
            });
        all.unwrap_or_else(|| (vec![Ended::default(); RULES.len()], Vec::new()))
    }
}

/// What work on each of some things comes to, in their order. A few are done where they are: to hand them to other
/// threads would take longer.
pub(crate) fn each<T: Sync, R: Send>(
    few: usize,
    things: &[T],
    work: impl Fn(&T) -> Option<R> + Sync + Send,
) -> Vec<R> {
    if things.len() <= few {
        things.iter().filter_map(work).collect()
    } else {
        things.par_iter().filter_map(work).collect()
    }
}

/// Adds how the checks of a piece ended, rule by rule.
pub(crate) fn add_all(all: &mut [Ended], piece: Vec<Ended>) {
    for (all, ended) in all.iter_mut().zip(piece) {
        add(all, ended);
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
    fn article(&mut self, key: &Key, article: &Article) -> Gist {
        let shared = &self.runner.shared;
        let sentences = article.prose.sentences.iter();
        let tokens: Vec<_> = sentences.map(|sentence| tokens(&sentence.text)).collect();
        let accounting = account_for_article(article, &tokens);
        let compared = compare_article(shared.set, shared.numbers, article);
        self.check_article(ArticleAt {
            key,
            article,
            nodes: &nodes(&article.prose.tree),
            tokens: &tokens,
            accounting: &accounting,
            compared: &compared,
        });
        Gist::of(shared.set, key, article, share(&accounting), shared.as_of)
    }

    fn check_article(&mut self, of: ArticleAt<'_>) {
        let article = of.article;
        let active = &self.runner.active;
        self.each(&active.article, |cx, check| {
            if let Check::Article(check)
            | Check::Everywhere { article: check, .. }
            | Check::Said { article: check, .. } = *check
            {
                cx.one(|cx| check(cx, of));
            }
        });
        self.each(&active.sentence, |cx, check| {
            let Check::Sentence(check) = *check else {
                return;
            };
            for (index, sentence) in article.prose.sentences.iter().enumerate() {
                let at = SentenceAt {
                    of: &of,
                    index,
                    sentence,
                };
                cx.one(|cx| check(cx, at));
            }
        });
        self.each(&active.passage, |cx, check| {
            let Check::Passage(check) = *check else {
                return;
            };
            for (index, passage) in article.prose.passages.iter().enumerate() {
                let at = PassageAt {
                    of: &of,
                    index,
                    passage,
                };
                cx.one(|cx| check(cx, at));
            }
        });
        self.each(&active.citation, |cx, check| {
            let (Check::Citation(check)
            | Check::Used {
                citation: check, ..
            }) = *check
            else {
                return;
            };
            for (index, citation) in article.prose.citations.iter().enumerate() {
                let at = CitationAt {
                    of: &of,
                    index,
                    citation,
                };
                cx.one(|cx| check(cx, at));
            }
        });
    }

    /// Checks a claim; also says how many of its evidence lines are direct in every dimension.
    fn claim(&mut self, (key, document): (&Key, &Document<Claim>)) -> Share {
        let claim = &document.value;
        let shared = &self.runner.shared;
        let lines = claim.evidence.iter();
        let appraisals = lines.map(|line| shared.appraiser.line(claim, line));
        let appraisals: Vec<Option<Appraisal<'_>>> = appraisals.collect();
        let bears = |line: usize| appraisals[line].as_ref().is_some_and(Appraisal::bears);
        let wordings = wordings(shared, document);
        let of = ClaimAt {
            key,
            document,
            appraisals: &appraisals,
            allowed: allowed_where(shared.set, claim, &|_| false, &|line, _| bears(line)),
            wordings: &wordings,
        };
        self.each(&self.runner.active.claim, |cx, check| match *check {
            Check::Claim(check)
            | Check::Said { claim: check, .. }
            | Check::Record { claim: check, .. } => cx.one(|cx| check(cx, of)),
            Check::Evidence(check)
            | Check::Used {
                evidence: check, ..
            } => {
                for (index, line) in document.value.evidence.iter().enumerate() {
                    cx.one(|cx| check(cx, EvidenceAt { of, index, line }));
                }
            }
            _ => {}
        });
        let read = appraisals.iter().flatten();
        Share {
            part: read.clone().filter(|it| it.is_direct()).count(),
            whole: read.count(),
        }
    }

    fn study(&mut self, (key, document): (&Key, &Document<Study>)) {
        self.each(&self.runner.active.study, |cx, check| {
            if let Check::Study(check) | Check::Record { study: check, .. } = *check {
                cx.one(|cx| check(cx, StudyAt { key, document }));
            }
        });
    }

    /// Does something with each of some rules.
    fn each(&mut self, rules: &[Placed], mut work: impl FnMut(&mut AtRule<'_>, &Check)) {
        for &(position, rule) in rules {
            let ended = &mut self.ended[position];
            let mut at_rule = AtRule {
                context: Context::new(&self.runner.shared, rule),
                tally: &mut ended.tally,
            };
            work(&mut at_rule, &rule.check);
            ended.diagnostics.extend(at_rule.context.found());
        }
    }
}

/// One rule at work.
struct AtRule<'a> {
    context: Context<'a>,
    tally: &'a mut Tally,
}

impl<'a> AtRule<'a> {
    /// Runs one check, and counts how it ended.
    fn one(&mut self, check: impl FnOnce(&mut Context<'a>)) {
        check(&mut self.context);
        match self.context.verdict() {
            Verdict::Passed => self.tally.passed += 1,
            Verdict::Failed => self.tally.failed += 1,
            Verdict::Indeterminate => self.tally.indeterminate += 1,
        }
    }
}
