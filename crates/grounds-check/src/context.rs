//! What a rule is given, and where it puts what it finds.

use std::mem;

use grounds_diagnostics::{Diagnostic, Place, Sources};
use grounds_evidence::Appraiser;
use grounds_load::{ContentSet, RetractionList};
use grounds_model::Date;

use crate::articles::Articles;
use crate::indices::{Assertions, Speculations};
use crate::numbers::Numbers;
use crate::policy::Thresholds;
use crate::quotations::StoredTexts;
use crate::rule::Rule;
use crate::suggest::Names;
use crate::wording::Lexicon;
use crate::words::names::ConceptNames;

/// What every check of a run shares.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shared<'a> {
    pub(crate) set: &'a ContentSet,
    pub(crate) sources: &'a Sources,
    pub(crate) as_of: Date,
    /// None yet, while the articles themselves are checked.
    pub(crate) articles: &'a Articles,
    pub(crate) appraiser: &'a Appraiser<'a>,
    pub(crate) numbers: &'a Numbers<'a>,
    pub(crate) texts: &'a StoredTexts,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) assertions: &'a Assertions,
    pub(crate) speculations: &'a Speculations,
    pub(crate) names: &'a Names,
    pub(crate) concept_names: &'a ConceptNames,
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

    /// What the articles hold, for rules about claims, studies and the set: these come after those
    /// about articles, for which this is empty.
    pub(crate) fn articles(&self) -> &'a Articles {
        self.shared.articles
    }

    /// The claims that assert something, by outcome.
    pub(crate) fn assertions(&self) -> &'a Assertions {
        self.shared.assertions
    }

    /// The wordings of the speculative claims.
    pub(crate) fn speculations(&self) -> &'a Speculations {
        self.shared.speculations
    }

    /// The names of the set, of which one may be meant where another is written.
    pub(crate) fn names(&self) -> &'a Names {
        self.shared.names
    }

    /// The names of the vocabulary, to find them in words.
    pub(crate) fn concept_names(&self) -> &'a ConceptNames {
        self.shared.concept_names
    }

    /// The index of the vocabulary, and what appraises evidence with it.
    pub fn appraiser(&self) -> &'a Appraiser<'a> {
        self.shared.appraiser
    }

    /// The numbers that the records hold.
    pub(crate) fn numbers(&self) -> &'a Numbers<'a> {
        self.shared.numbers
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

    /// How the check ended; the next one begins.
    pub(crate) fn verdict(&mut self) -> Verdict {
        mem::replace(&mut self.verdict, Verdict::Passed)
    }

    /// What all checks have found.
    pub(crate) fn found(self) -> Vec<Diagnostic> {
        self.found
    }
}
