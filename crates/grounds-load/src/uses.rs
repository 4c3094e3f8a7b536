//! Where claims, studies and concepts are used: the index behind "where used".

use std::collections::{BTreeMap, BTreeSet};

use grounds_model::{Claim, Key, Study};

use crate::content_set::{Article, Records};

/// Where claims, studies and concepts are used.
#[derive(Debug, Default)]
pub struct Uses {
    /// The passages that state a claim, by the claim's id as it was written.
    pub passages: BTreeMap<String, Vec<PassageUse>>,
    /// The citations of a study, by the key as it was written.
    pub citations: BTreeMap<String, Vec<CitationUse>>,
    /// The evidence lines that name a study.
    pub evidence: BTreeMap<Key, Vec<EvidenceUse>>,
    /// The concepts that a claim or a study names.
    pub concepts: BTreeSet<Key>,
}

/// A passage of an article.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PassageUse {
    /// The article.
    pub article: Key,
    /// Its position among the passages of the article's prose.
    pub passage: usize,
}

/// A citation in an article.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CitationUse {
    /// The article.
    pub article: Key,
    /// Its position among the citations of the article's prose.
    pub citation: usize,
}

/// An evidence line of a claim.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct EvidenceUse {
    /// The claim.
    pub claim: Key,
    /// Its position among the claim's evidence lines.
    pub line: usize,
}

impl Uses {
    /// Indexes what `articles`, `claims` and `studies` use, in order.
    pub fn index(
        articles: &BTreeMap<Key, Article>,
        claims: &Records<Claim>,
        studies: &Records<Study>,
    ) -> Self {
        let mut uses = Self::default();
        for (key, article) in articles {
            uses.add_article(key, article);
        }
        for (key, claim) in claims.iter() {
            uses.add_claim(key, &claim.value);
        }
        for (_, study) in studies.iter() {
            uses.add_study(&study.value);
        }
        uses
    }

    fn add_article(&mut self, key: &Key, article: &Article) {
        for (i, passage) in article.prose.passages.iter().enumerate() {
            if let Some(claim) = &passage.claim {
                let place = PassageUse {
                    article: key.clone(),
                    passage: i,
                };
                self.passages
                    .entry(claim.text.clone())
                    .or_default()
                    .push(place);
            }
        }
        for (i, citation) in article.prose.citations.iter().enumerate() {
            let place = CitationUse {
                article: key.clone(),
                citation: i,
            };
            self.citations
                .entry(citation.key.clone())
                .or_default()
                .push(place);
        }
    }

    fn add_claim(&mut self, key: &Key, claim: &Claim) {
        for (i, line) in claim.evidence.iter().enumerate() {
            let place = EvidenceUse {
                claim: key.clone(),
                line: i,
            };
            self.evidence
                .entry(line.study.clone())
                .or_default()
                .push(place);
        }
        if let Some(scope) = &claim.scope {
            self.concepts
                .extend(scope.concepts().map(|(_, concept)| concept.clone()));
        }
    }

    fn add_study(&mut self, study: &Study) {
        let population = study
            .population
            .iter()
            .flat_map(|population| &population.concepts);
        let arms = study.arms.values().flat_map(|arm| &arm.interventions);
        let outcomes = study.findings.values().map(|finding| &finding.outcome);
        self.concepts
            .extend(population.chain(arms).chain(outcomes).cloned());
    }
}
