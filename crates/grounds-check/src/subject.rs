//! What rules are run on: a part of the set, with what names it.

use std::rc::Rc;

use grounds_diagnostics::Place;
use grounds_evidence::Appraisal;
use grounds_evidence::certainty::Allowed;
use grounds_load::{Article, Cited, Document, Passage, Sentence};
use grounds_model::{Claim, EvidenceLine, Key, Study};

use crate::classify::token::Tokens;
use crate::coverage::Accounting;
use crate::numbers::Compared;
use crate::walk::Node;
use crate::words::Wording;

/// An article.
#[derive(Debug, Clone, Copy)]
pub struct ArticleAt<'a> {
    /// Its slug.
    pub key: &'a Key,
    /// The article.
    pub article: &'a Article,
    /// The blocks and inlines of its text.
    pub(crate) nodes: &'a [Node<'a>],
    /// The tokens of its sentences, in their order.
    pub(crate) tokens: &'a [Rc<Tokens>],
    /// How its sentences are accounted for, in their order.
    pub(crate) accounting: &'a [Accounting],
    /// The quantities of its sentences, in their order, compared with the records that they stand on.
    pub(crate) compared: &'a [Option<Compared<'a>>],
}

/// A sentence of an article.
#[derive(Debug, Clone, Copy)]
pub struct SentenceAt<'a> {
    /// The article.
    pub of: &'a ArticleAt<'a>,
    /// Its position among the sentences.
    pub index: usize,
    /// The sentence.
    pub sentence: &'a Sentence,
}

impl<'a> SentenceAt<'a> {
    /// Where it stands.
    pub fn place(&self) -> Place {
        self.of.article.place(self.sentence.range.clone())
    }

    /// Its tokens.
    pub(crate) fn tokens(&self) -> &'a Tokens {
        &self.of.tokens[self.index]
    }

    /// How it is accounted for.
    pub fn accounting(&self) -> &'a Accounting {
        &self.of.accounting[self.index]
    }

    /// Its quantities, compared with the records that it stands on, if it stands on any.
    pub(crate) fn compared(&self) -> Option<&'a Compared<'a>> {
        self.of.compared[self.index].as_ref()
    }
}

/// A passage of an article.
#[derive(Debug, Clone, Copy)]
pub struct PassageAt<'a> {
    /// The article.
    pub of: &'a ArticleAt<'a>,
    /// Its position among the passages.
    pub index: usize,
    /// The passage.
    pub passage: &'a Passage,
}

impl PassageAt<'_> {
    /// Where its words stand.
    pub fn place(&self) -> Place {
        self.of.article.place(self.passage.words.clone())
    }
}

/// A citation in an article.
#[derive(Debug, Clone, Copy)]
pub struct CitationAt<'a> {
    /// The article.
    pub of: &'a ArticleAt<'a>,
    /// Its position among the citations.
    pub index: usize,
    /// The citation.
    pub citation: &'a Cited,
}

impl CitationAt<'_> {
    /// Where its key stands.
    pub fn place(&self) -> Place {
        self.of.article.place(self.citation.key_range.clone())
    }
}

/// A claim.
#[derive(Debug, Clone, Copy)]
pub struct ClaimAt<'a> {
    /// Its id.
    pub key: &'a Key,
    /// The record.
    pub document: &'a Document<Claim>,
    /// How near the study of each of its evidence lines is to it; `None` where the study is not there
    /// or could not be read.
    pub appraisals: &'a [Option<Appraisal<'a>>],
    /// What its evidence allows; `None` for kinds that GRADE says nothing of.
    pub allowed: Option<Allowed<'a>>,
    /// In what words it is said.
    pub(crate) wordings: &'a [Wording<'a>],
}

impl<'a> ClaimAt<'a> {
    /// The claim.
    pub fn claim(&self) -> &'a Claim {
        &self.document.value
    }

    /// How near the study of an evidence line is to the claim.
    pub fn appraisal(&self, line: usize) -> Option<&'a Appraisal<'a>> {
        self.appraisals.get(line)?.as_ref()
    }
}

/// An evidence line of a claim.
#[derive(Debug, Clone, Copy)]
pub struct EvidenceAt<'a> {
    /// The claim.
    pub of: ClaimAt<'a>,
    /// Its position among the evidence lines.
    pub index: usize,
    /// The line.
    pub line: &'a EvidenceLine,
}

impl EvidenceAt<'_> {
    /// Where a field of it stands.
    pub fn place(&self, field: &str) -> Place {
        self.of
            .document
            .place(&format!("/evidence/{}/{field}", self.index))
    }
}

/// A study.
#[derive(Debug, Clone, Copy)]
pub struct StudyAt<'a> {
    /// Its citation key.
    pub key: &'a Key,
    /// The record.
    pub document: &'a Document<Study>,
}

impl<'a> StudyAt<'a> {
    /// The study.
    pub fn study(&self) -> &'a Study {
        &self.document.value
    }
}
