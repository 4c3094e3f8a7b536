//! Where claims and studies are used, gathered from what the bundle shows: a place that readers
//! cannot reach is no use.

use std::collections::BTreeMap;

use grounds_load::ContentSet;

use super::article::ArticleView;
use crate::bundle::{CitationUse, EvidenceUse, PassageUse, StudyUses};

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
            for (passage, position) in viewed.article.passages.iter().zip(0u64..) {
                let Some(claim) = &passage.claim else {
                    continue;
                };
                uses.passages
                    .entry(claim.clone())
                    .or_default()
                    .push(PassageUse {
                        article: slug.clone(),
                        passage: position,
                        anchor: passage.anchor.clone(),
                        text: passage.text.clone(),
                        speculative: passage.speculative,
                    });
            }
            for cited in &viewed.cited {
                let study = uses.studies.entry(cited.study.clone()).or_default();
                study.citations.push(CitationUse {
                    article: slug.clone(),
                    anchor: cited.anchor.clone(),
                    number: cited.number,
                    sentence: cited.sentence.clone(),
                    speculative: cited.speculative,
                });
            }
        }
        for (id, claim) in set.claims.iter() {
            for (line, position) in claim.value.evidence.iter().zip(0u64..) {
                let study = uses.studies.entry(line.study.to_string()).or_default();
                study.claims.push(EvidenceUse {
                    claim: id.to_string(),
                    line: position,
                    relation: line.relation.into(),
                });
            }
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
