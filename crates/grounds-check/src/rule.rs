//! A rule: one value, and a page that is its documentation and its test.

use grounds_diagnostics::{RuleInfo, Severity};
use grounds_load::Document;
use grounds_model::{Claim, Level, Study};

use crate::context::Context;
use crate::subject::{ArticleAt, CitationAt, ClaimAt, EvidenceAt, PassageAt, SentenceAt, StudyAt};

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// The permanent name, `group/defect`. It reads well after "allow".
    pub id: &'static str,
    /// The level without any settings.
    pub level: Level,
    /// What the rule finds, in a sentence without a full stop.
    pub summary: &'static str,
    /// The rule's page, in Markdown: what it does, why, examples that fail and that pass.
    pub docs: &'static str,
    /// How it is checked.
    pub check: Check,
}

/// The scope of a rule: what it is run on, once for each.
#[derive(Debug)]
pub enum Check {
    /// The reader reports it, while there is no content set yet.
    Reading,
    /// It is about suppressions and settings, and is reported while these are applied.
    Policy,
    /// Once for the whole set.
    Set {
        /// What is checked of it.
        check: fn(&mut Context<'_>),
        /// What it comes to depends on.
        reads: Reads,
    },
    /// Once for each article, and once for all the rest of the set.
    Everywhere {
        /// What is checked of an article.
        article: fn(&mut Context<'_>, ArticleAt<'_>),
        /// What is checked of the records and the settings.
        rest: fn(&mut Context<'_>),
        /// What the check of the rest depends on.
        reads: Reads,
    },
    /// Once for each article and once for each claim, which say the same in words.
    Said {
        /// What is checked of an article.
        article: fn(&mut Context<'_>, ArticleAt<'_>),
        /// What is checked of a claim.
        claim: fn(&mut Context<'_>, ClaimAt<'_>),
    },
    /// Once for each claim and once for each study.
    Record {
        /// What is checked of a claim.
        claim: fn(&mut Context<'_>, ClaimAt<'_>),
        /// What is checked of a study.
        study: fn(&mut Context<'_>, StudyAt<'_>),
    },
    /// Once for each use of a study.
    Used {
        /// What is checked of a citation in an article.
        citation: fn(&mut Context<'_>, CitationAt<'_>),
        /// What is checked of an evidence line of a claim.
        evidence: fn(&mut Context<'_>, EvidenceAt<'_>),
    },
    /// Once for each article.
    Article(fn(&mut Context<'_>, ArticleAt<'_>)),
    /// Once for each sentence of an article.
    Sentence(fn(&mut Context<'_>, SentenceAt<'_>)),
    /// Once for each passage of an article.
    Passage(fn(&mut Context<'_>, PassageAt<'_>)),
    /// Once for each citation in an article.
    Citation(fn(&mut Context<'_>, CitationAt<'_>)),
    /// Once for each claim.
    Claim(fn(&mut Context<'_>, ClaimAt<'_>)),
    /// Once for each evidence line of a claim.
    Evidence(fn(&mut Context<'_>, EvidenceAt<'_>)),
    /// Once for each study.
    Study(fn(&mut Context<'_>, StudyAt<'_>)),
}

/// What a check of the whole set asks of its records. Beside the settings and the vocabulary it depends on nothing
/// else: where an edit leaves this as it was, the check would find the same again, and is not run. What it points at
/// in a file that was edited has moved, so then it is run in any case.
#[derive(Debug, Clone, Copy)]
pub struct Reads {
    /// What it asks of the articles.
    pub articles: Asked,
    /// Whether it asks the same of two versions of a claim.
    pub same_claim: fn(&Document<Claim>, &Document<Claim>) -> bool,
    /// Whether it asks the same of two versions of a study.
    pub same_study: fn(&Document<Study>, &Document<Study>) -> bool,
}

/// What a check of the whole set asks of the articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Nothing.
    Nothing,
    /// Which records they name.
    Uses,
    /// How their sentences are accounted for.
    Coverage,
}

impl Reads {
    /// Nothing of the records.
    pub const NOTHING: Self = Self {
        articles: Asked::Nothing,
        same_claim: |_, _| true,
        same_study: |_, _| true,
    };
}

impl Rule {
    /// What its check of the whole set depends on, if it has one.
    pub(crate) fn reads(&self) -> Option<Reads> {
        match self.check {
            Check::Set { reads, .. } | Check::Everywhere { reads, .. } => Some(reads),
            _ => None,
        }
    }

    /// The group: what stands before the slash.
    pub fn group(&self) -> &'static str {
        self.id.split('/').next().unwrap_or(self.id)
    }

    /// The rule, as reports name it.
    pub fn info(&self) -> RuleInfo {
        RuleInfo {
            id: self.id,
            summary: self.summary,
            docs: self.docs,
            default: severity(self.level),
        }
    }
}

/// The severity of a level; none for `allow`.
pub(crate) fn severity(level: Level) -> Option<Severity> {
    match level {
        Level::Allow => None,
        Level::Warn => Some(Severity::Warning),
        Level::Error => Some(Severity::Error),
    }
}
