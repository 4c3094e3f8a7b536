//! Where claims, studies and concepts are used: the index behind "where used".

use std::collections::{BTreeMap, BTreeSet};

use grounds_model::{Claim, Key, Scope, Study};

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
    /// The reports that are a part of a study, by what their records name as `part-of`.
    pub parts: BTreeMap<Key, BTreeSet<Key>>,
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
        for (key, study) in studies.iter() {
            uses.add_study(key, &study.value);
        }
        uses
    }

    /// Indexes an article anew, which was `former` before.
    pub(crate) fn replace_article(&mut self, key: &Key, former: &Article, article: &Article) {
        let stated = former.prose.passages.iter();
        for claim in stated.filter_map(|passage| passage.claim.as_ref()) {
            remove(&mut self.passages, &claim.text, |at| at.article == *key);
        }
        for citation in &former.prose.citations {
            remove(&mut self.citations, &citation.key, |at| at.article == *key);
        }
        self.add_article(key, article);
        let stated = article.prose.passages.iter();
        for claim in stated.filter_map(|passage| passage.claim.as_ref()) {
            sort(&mut self.passages, &claim.text);
        }
        for citation in &article.prose.citations {
            sort(&mut self.citations, &citation.key);
        }
    }

    /// Indexes a claim anew, which was `former` before; either may be one that could not be read. The concepts stay.
    pub(crate) fn replace_claim(
        &mut self,
        key: &Key,
        former: Option<&Claim>,
        claim: Option<&Claim>,
    ) {
        for line in former.iter().flat_map(|claim| &claim.evidence) {
            remove(&mut self.evidence, &line.study, |at| at.claim == *key);
        }
        if let Some(claim) = claim {
            self.add_lines(key, claim);
        }
        for line in claim.iter().flat_map(|claim| &claim.evidence) {
            sort(&mut self.evidence, &line.study);
        }
    }

    /// Indexes what a study is a part of anew, which was `former` before; either may be one that could not be read. The
    /// concepts stay.
    pub(crate) fn replace_part(
        &mut self,
        key: &Key,
        former: Option<&Study>,
        study: Option<&Study>,
    ) {
        if let Some(whole) = former.and_then(|study| study.part_of.as_deref())
            && let Some(parts) = self.parts.get_mut(whole)
        {
            parts.remove(key);
            if parts.is_empty() {
                self.parts.remove(whole);
            }
        }
        if let Some(study) = study {
            self.add_part(key, study);
        }
    }

    /// Brings the concepts up to date once a record names other concepts than before.
    pub(crate) fn replace_concepts(
        &mut self,
        former: &BTreeSet<&Key>,
        now: &BTreeSet<&Key>,
        claims: &Records<Claim>,
        studies: &Records<Study>,
    ) {
        self.concepts.extend(now.iter().copied().cloned());
        for concept in former.difference(now) {
            // What one record no longer names, others may: most concepts are soon found in one.
            let of_claims = claims.iter().map(|(_, claim)| &claim.value);
            let of_studies = studies.iter().map(|(_, study)| &study.value);
            let named = of_claims.flat_map(of_claim).any(|key| key == *concept)
                || of_studies.flat_map(of_study).any(|key| key == *concept);
            if !named {
                self.concepts.remove(*concept);
            }
        }
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
        self.add_lines(key, claim);
        self.concepts.extend(of_claim(claim).cloned());
    }

    fn add_lines(&mut self, key: &Key, claim: &Claim) {
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
    }

    fn add_study(&mut self, key: &Key, study: &Study) {
        self.add_part(key, study);
        self.concepts.extend(of_study(study).cloned());
    }

    fn add_part(&mut self, key: &Key, study: &Study) {
        if let Some(whole) = study.part_of.as_deref() {
            let parts = self.parts.entry(whole.clone()).or_default();
            parts.insert(key.clone());
        }
    }
}

/// The concepts that a claim names.
pub(crate) fn of_claim(claim: &Claim) -> impl Iterator<Item = &Key> {
    let named = claim.scope.iter().flat_map(Scope::concepts);
    named.map(|(_, concept)| concept)
}

/// The concepts that a study names.
pub(crate) fn of_study(study: &Study) -> impl Iterator<Item = &Key> {
    let population = study
        .population
        .iter()
        .flat_map(|population| &population.concepts);
    let arms = study.arms.values().flat_map(|arm| &arm.interventions);
    let findings = study.findings.values();
    let of_findings = findings.flat_map(|finding| finding.among.iter().chain([&finding.outcome]));
    population.chain(arms).chain(of_findings)
}

/// Takes uses of something out of an index.
fn remove<K: Ord, T>(index: &mut BTreeMap<K, Vec<T>>, of: &K, gone: impl Fn(&T) -> bool) {
    if let Some(uses) = index.get_mut(of) {
        uses.retain(|at| !gone(at));
        if uses.is_empty() {
            index.remove(of);
        }
    }
}

/// Brings the uses of something back into their order.
fn sort<K: Ord, T: Ord>(index: &mut BTreeMap<K, Vec<T>>, of: &K) {
    if let Some(uses) = index.get_mut(of) {
        uses.sort_unstable();
    }
}
