//! Where claims and studies are used, gathered from what the bundle shows: a place that readers
//! cannot reach is no use.

use std::collections::BTreeMap;

use grounds_load as load;
use grounds_load::ContentSet;

use super::article::ArticleView;
use super::citations::Cited;
use crate::bundle::{Article, CitationUse, EvidenceUse, PassageUse, StudyUses};

/// Where claims and studies are used.
#[derive(Debug, Default)]
pub(super) struct Uses {
    passages: BTreeMap<String, Vec<PassageUse>>,
    studies: BTreeMap<String, StudyUses>,
}

impl Uses {
    pub(super) fn of(set: &ContentSet, articles: &[ArticleView]) -> Self {
        let mut uses = Self::default();
        for viewed in articles {
            let slug = &viewed.article.slug;
            for (claim, used) in stated(&viewed.article) {
                uses.passages
                    .entry(claim.to_owned())
                    .or_default()
                    .push(used);
            }
            for cited in &viewed.cited {
                let study = uses.studies.entry(cited.study.clone()).or_default();
                study.citations.push(citation(slug, cited));
            }
        }
        for (study, lines) in &set.uses.evidence {
            let study = uses.studies.entry(study.to_string()).or_default();
            study.claims = evidence(set, lines);
        }
        uses
    }

    pub(super) fn take_passages(&mut self, claim: &str) -> Vec<PassageUse> {
        self.passages.remove(claim).unwrap_or_default()
    }

    pub(super) fn take_study(&mut self, study: &str) -> StudyUses {
        self.studies.remove(study).unwrap_or_default()
    }
}

/// The claims that an article states, and where.
fn stated(article: &Article) -> impl Iterator<Item = (&str, PassageUse)> {
    let passages = article.passages.iter().zip(0u64..);
    passages.filter_map(|(passage, position)| {
        let used = PassageUse {
            article: article.slug.clone(),
            passage: position,
            anchor: passage.anchor.clone(),
            text: passage.text.clone(),
            speculative: passage.speculative,
        };
        Some((passage.claim.as_deref()?, used))
    })
}

/// Where an article states a claim.
pub(super) fn of_claim(article: &Article, claim: &str) -> impl Iterator<Item = PassageUse> {
    let stated = stated(article).filter(move |(stated, _)| *stated == claim);
    stated.map(|(_, used)| used)
}

/// Where a study is used, given where it is cited.
pub(super) fn of_study(set: &ContentSet, study: &str, citations: Vec<CitationUse>) -> StudyUses {
    let lines = set.uses.evidence.get(study);
    StudyUses {
        claims: lines.map(|lines| evidence(set, lines)).unwrap_or_default(),
        citations,
    }
}

/// Where an article, given its citations, cites a study.
pub(super) fn citations(
    slug: &str,
    cited: &[Cited],
    study: &str,
) -> impl Iterator<Item = CitationUse> {
    let cited = cited.iter().filter(move |cited| cited.study == study);
    cited.map(move |cited| citation(slug, cited))
}

fn citation(slug: &str, cited: &Cited) -> CitationUse {
    CitationUse {
        article: slug.to_owned(),
        anchor: cited.anchor.clone(),
        number: cited.number,
        sentence: cited.sentence.clone(),
        speculative: cited.speculative,
    }
}

/// Evidence lines as the bundle shows them.
fn evidence(set: &ContentSet, lines: &[load::EvidenceUse]) -> Vec<EvidenceUse> {
    let lines = lines.iter().filter_map(|at| {
        let claim = &set.claims.get(at.claim.as_str())?.value;
        Some(EvidenceUse {
            claim: at.claim.to_string(),
            line: at.line as u64,
            relation: claim.evidence.get(at.line)?.relation.into(),
        })
    });
    lines.collect()
}
