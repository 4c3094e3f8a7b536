//! The citations of an article: numbered where they first stand.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use grounds_load::{ContentSet, Prose, Sentence, markdown};
use grounds_model::Basis;

use crate::bundle::{Citation, CitationMode, Inline, Reference};

/// A citation that was met.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Cited {
    pub(super) study: String,
    pub(super) anchor: String,
    pub(super) number: u64,
    /// The words of the sentence, and whether any of them are speculative.
    pub(super) sentence: Option<String>,
    pub(super) speculative: bool,
}

/// The citations of each article, in the order of the articles.
pub(super) type CitedByArticle = Vec<Arc<[Cited]>>;

/// The citations of one article that were met, and the references that they stand for.
pub(super) struct Citations<'a> {
    set: &'a ContentSet,
    prose: &'a Prose,
    /// The sentence of each citation, by the first byte of its key.
    sentences: BTreeMap<usize, &'a Sentence>,
    references: Vec<Reference>,
    numbers: BTreeMap<String, u64>,
    cited: Vec<Cited>,
    places: usize,
}

impl<'a> Citations<'a> {
    pub(super) fn new(set: &'a ContentSet, prose: &'a Prose) -> Self {
        let sentences = prose.citations.iter().filter_map(|cited| {
            Some((cited.key_range.start, prose.sentences.get(cited.sentence?)?))
        });
        Self {
            set,
            prose,
            sentences: sentences.collect(),
            references: Vec::new(),
            numbers: BTreeMap::new(),
            cited: Vec::new(),
            places: 0,
        }
    }

    /// The citations in one pair of brackets.
    pub(super) fn cite(&mut self, citations: &[markdown::Citation]) -> Inline {
        self.places += 1;
        let anchor = format!("cite-{}", self.places);
        let mut viewed = Vec::with_capacity(citations.len());
        for citation in citations {
            self.add(citation, &anchor, &mut viewed);
        }
        Inline::Cite {
            anchor,
            citations: viewed,
        }
    }

    fn add(&mut self, citation: &markdown::Citation, anchor: &str, viewed: &mut Vec<Citation>) {
        let number = self.number(&citation.key);
        let sentence = self.sentences.get(&citation.key_range.start).copied();
        self.cited.push(Cited {
            study: citation.key.clone(),
            anchor: anchor.to_owned(),
            number,
            sentence: sentence.map(|sentence| sentence.text.clone()),
            speculative: sentence.is_some_and(|sentence| self.is_speculative(sentence)),
        });
        viewed.push(Citation {
            number,
            mode: match citation.mode {
                markdown::CitationMode::Normal => CitationMode::Normal,
                markdown::CitationMode::SuppressAuthor => CitationMode::SuppressAuthor,
                markdown::CitationMode::AuthorInText => CitationMode::AuthorInText,
            },
            prefix: citation.prefix.clone(),
            suffix: citation.suffix.clone(),
        });
        for nested in &citation.nested {
            self.add(nested, anchor, viewed);
        }
    }

    /// Whether any words of the sentence are labelled speculative, or should be.
    fn is_speculative(&self, sentence: &Sentence) -> bool {
        let passages = sentence
            .passages
            .iter()
            .filter_map(|&i| self.prose.passages.get(i));
        sentence.labels.speculative
            || passages.into_iter().any(|passage| {
                let claim = passage
                    .claim
                    .as_ref()
                    .and_then(|id| self.set.claims.get(&id.text));
                passage.labels.speculative
                    || claim.is_some_and(|claim| claim.value.basis == Basis::Speculative)
            })
    }

    fn number(&mut self, key: &str) -> u64 {
        if let Some(&number) = self.numbers.get(key) {
            return number;
        }
        let number = self.references.len() as u64 + 1;
        self.references.push(Reference {
            number,
            study: key.to_owned(),
            resolved: self.set.studies.get(key).is_some(),
        });
        self.numbers.insert(key.to_owned(), number);
        number
    }

    /// The numbers of citations of the prose, by their positions in it: each once, in order.
    pub(super) fn numbers_of(&self, citations: &[usize]) -> Vec<u64> {
        let mut met = BTreeSet::new();
        let cited = citations
            .iter()
            .filter_map(|&i| self.prose.citations.get(i));
        let numbers = cited.filter_map(|cited| self.numbers.get(&cited.key).copied());
        numbers.filter(|number| met.insert(*number)).collect()
    }

    pub(super) fn finish(self) -> (Vec<Reference>, Vec<Cited>) {
        (self.references, self.cited)
    }
}
