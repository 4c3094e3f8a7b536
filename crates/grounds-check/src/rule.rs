//! A rule: one value, and a page that is its documentation and its test.

use grounds_diagnostics::{RuleInfo, Severity};
use grounds_model::Level;

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
    Set(fn(&mut Context<'_>)),
    /// Once for each article, and once for all the rest of the set.
    Everywhere {
        /// What is checked of an article.
        article: fn(&mut Context<'_>, ArticleAt<'_>),
        /// What is checked of the records and the settings.
        rest: fn(&mut Context<'_>),
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

impl Rule {
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
