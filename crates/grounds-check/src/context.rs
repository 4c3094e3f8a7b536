//! What a rule is given, and where it puts what it finds.

use grounds_diagnostics::{Diagnostic, Place, Sources};
use grounds_evidence::{Appraisal, Appraiser};
use grounds_load::{ContentSet, RetractionList};
use grounds_model::{Date, Key};

use crate::appraisals::Appraisals;
use crate::coverage::{Accounting, Coverage};
use crate::indices::{Assertions, Speculations};
use crate::numbers::{Compared, Comparisons, Numbers};
use crate::policy::Thresholds;
use crate::quotations::StoredTexts;
use crate::rule::Rule;
use crate::subject::SentenceAt;
use crate::wording::Lexicon;

/// What every check of a run shares.
#[derive(Debug)]
pub(crate) struct Shared<'a> {
    pub(crate) set: &'a ContentSet,
    pub(crate) sources: &'a Sources,
    pub(crate) as_of: Date,
    pub(crate) coverage: &'a Coverage,
    pub(crate) appraisals: &'a Appraisals<'a>,
    pub(crate) numbers: &'a Numbers<'a>,
    pub(crate) comparisons: &'a Comparisons<'a>,
    pub(crate) texts: &'a StoredTexts,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) assertions: &'a Assertions<'a>,
    pub(crate) speculations: &'a Speculations<'a>,
    pub(crate) retractions: Option<&'a RetractionList>,
    pub(crate) thresholds: Thresholds,
}

/// What a rule is given for one check, and where it puts what it finds.
#[derive(Debug)]
pub struct Context<'a> {
    shared: &'a Shared<'a>,
    rule: &'static Rule,
    found: Vec<Diagnostic>,
    verdict: Verdict,
}

/// How one check ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Passed,
    Failed,
    Indeterminate,
}

impl<'a> Context<'a> {
    pub(crate) fn new(shared: &'a Shared<'a>, rule: &'static Rule) -> Self {
        Self {
            shared,
            rule,
            found: Vec::new(),
            verdict: Verdict::Passed,
        }
    }

    /// The content set.
    pub fn set(&self) -> &'a ContentSet {
        self.shared.set
    }

    /// The texts: for fixes, which must keep what is written.
    pub fn sources(&self) -> &'a Sources {
        self.shared.sources
    }

    /// The day as of which freshness is judged.
    pub fn as_of(&self) -> Date {
        self.shared.as_of
    }

    /// How the sentences of the whole set are accounted for.
    pub fn coverage(&self) -> &'a Coverage {
        self.shared.coverage
    }

    /// How the sentences of an article are accounted for, in their order.
    pub fn accounting(&self, article: &Key) -> &'a [Accounting] {
        self.shared.coverage.article(article)
    }

    /// How near the study of a claim's evidence line is to the claim; `None` where the study is not
    /// there or could not be read.
    pub fn appraisal(&self, claim: &Key, line: usize) -> Option<&'a Appraisal<'a>> {
        self.shared.appraisals.line(claim, line)
    }

    /// The claims that assert something, by outcome.
    pub(crate) fn assertions(&self) -> &'a Assertions<'a> {
        self.shared.assertions
    }

    /// The wordings of the speculative claims.
    pub(crate) fn speculations(&self) -> &'a Speculations<'a> {
        self.shared.speculations
    }

    /// The index of the vocabulary, and what appraises evidence with it.
    pub fn appraiser(&self) -> &'a Appraiser<'a> {
        self.shared.appraisals.appraiser()
    }

    /// The numbers that the records hold.
    pub(crate) fn numbers(&self) -> &'a Numbers<'a> {
        self.shared.numbers
    }

    /// The quantities of a sentence, compared with the records that it stands on.
    pub(crate) fn compared(&self, at: &SentenceAt<'_>) -> Option<&'a Compared<'a>> {
        self.shared.comparisons.sentence(at.of.key, at.index)
    }

    /// The stored texts of the studies.
    pub(crate) fn texts(&self) -> &'a StoredTexts {
        self.shared.texts
    }

    /// The words that hedge, boast and compare.
    pub(crate) fn lexicon(&self) -> &'a Lexicon {
        self.shared.lexicon
    }

    /// What the retraction list says about the set's studies, if a list was given.
    pub fn retractions(&self) -> Option<&'a RetractionList> {
        self.shared.retractions
    }

    /// What the policy compares with.
    pub fn thresholds(&self) -> Thresholds {
        self.shared.thresholds
    }

    /// Begins a diagnostic of the rule that is running.
    pub fn at(&self, place: Place, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(self.rule.id, place, message)
    }

    /// Reports a diagnostic: the check has failed.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
        self.verdict = Verdict::Failed;
    }

    /// Says that what is written does not decide this check.
    pub fn indeterminate(&mut self) {
        if self.verdict == Verdict::Passed {
            self.verdict = Verdict::Indeterminate;
        }
    }

    pub(crate) fn finish(self) -> (Verdict, Vec<Diagnostic>) {
        (self.verdict, self.found)
    }
}
